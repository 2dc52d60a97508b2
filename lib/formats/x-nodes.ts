/**
 * Archives hold what X's interfaces said over the years. Each is put into the one shape that the site's own parser reads, so that
 * every value meets the same checks as on the live page, and a post is the same post wherever it comes from.
 */
import { parseRoot } from '../sites/x/parse';
import type { Entry, Remark } from './imported';

export type Json = { readonly [key: string]: unknown };
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const jsonsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
export const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export interface Where {
  readonly line: number;
  readonly pages: readonly string[];
  /** `undefined`: the file does not say when. */
  readonly atMs: number | undefined;
}

/** What X's own nodes hold, by the site's parser. */
export function seenIn(nodes: readonly Json[], { line, pages, atMs }: Where): Entry {
  const read = parseRoot({ data: { results: nodes.map((result) => ({ tweetResult: { result } })) } });
  if (!read.ok) return { line, ok: false, reason: 'no-post' };
  const { accounts, posts, promoted, protectedAccounts } = read.parsed;
  const remarks: Remark[] = [
    ...(promoted > 0 ? ['promoted' as const] : []),
    ...(protectedAccounts > 0 ? ['protected' as const] : []),
  ];
  if (posts.length + accounts.length === 0) {
    return remarks.length > 0 ? { line, ok: 'passed-by', remarks } : { line, ok: false, reason: 'no-post' };
  }
  const newestMs = posts.reduce((newest, post) => Math.max(newest, post.createdAtMs), 0);
  return {
    line,
    ok: true,
    item: { kind: 'seen', accounts, posts, pages, atMs: atMs ?? newestMs },
    ...(remarks.length > 0 && { remarks }),
  };
}

/** A user of the interface v1.1 as the parser knows users. */
export const userNode = (user: Json): Json => ({ __typename: 'User', rest_id: user.id_str, legacy: user });

/** A post of the interface v1.1, with its author and the posts it reposts and quotes. */
export function tweetNode(tweet: Json, author = tweet.user): Json {
  const { extended_tweet, retweeted_status, quoted_status, user: _user, ...own } = tweet;
  const extended = isJson(extended_tweet) ? extended_tweet : {};
  const original = isJson(retweeted_status) ? tweetNode(retweeted_status) : undefined;
  const quoted = isJson(quoted_status) ? tweetNode(quoted_status) : undefined;
  return {
    __typename: 'Tweet',
    rest_id: own.id_str,
    source: own.source,
    ...(isJson(author) && { core: { user_results: { result: userNode(author) } } }),
    ...(quoted && { quoted_status_result: { result: quoted } }),
    legacy: {
      ...own,
      full_text: extended.full_text ?? own.full_text ?? own.text,
      entities: extended.entities ?? own.entities,
      ...(original && { retweeted_status_result: { result: original } }),
    },
  };
}
