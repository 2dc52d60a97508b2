/** Addresses of the tap's test server; what `kind` may be stands in tap-server.ts. */

/** What one of the recorders saw, by the name of the case. */
export type Records = Readonly<Record<string, unknown>>;

export const wantedPrefix = '/i/api/graphql/Id/SearchTimeline?kind=';
export const otherPrefix = '/i/api/1.1/other.json?kind=';
export const privatePrefix = '/i/api/graphql/Id/DmAllSearchSlice?kind=';
