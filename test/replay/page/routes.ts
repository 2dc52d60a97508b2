/** Addresses of the stand-in's pages and of the responses they load. Shared by the page and its server. */

export type Order = 'top' | 'latest';

export type Route =
  | { readonly kind: 'hashtag'; readonly tag: string; readonly order: Order }
  | { readonly kind: 'home' }
  | { readonly kind: 'post'; readonly id: string }
  | { readonly kind: 'profile'; readonly handle: string };

/** Which page an address shows; `/search?q=#tag` is the same page as `/hashtag/tag`. */
export function routeOf(address: URL): Route {
  const [first = '', second = '', third = ''] = address.pathname.split('/').slice(1).map(decodeURIComponent);
  const order = address.searchParams.get('f') === 'live' ? 'latest' : 'top';
  if (first === 'hashtag' && second) return { kind: 'hashtag', tag: second, order };
  if (first === 'search')
    return { kind: 'hashtag', tag: (address.searchParams.get('q') ?? '').replace(/^#/, ''), order };
  if (second === 'status' && third) return { kind: 'post', id: third };
  if (first === '' || first === 'home' || first === 'explore') return { kind: 'home' };
  return { kind: 'profile', handle: first };
}

export function hashtagPath(tag: string, order: Order): string {
  return `/hashtag/${encodeURIComponent(tag)}?src=hashtag_click${order === 'latest' ? '&f=live' : ''}`;
}

/** Where a route's timeline comes from: the path of a GraphQL response. */
export function responsePath(route: Route, count: number, cursor?: string): string {
  const more = { count, ...(cursor === undefined ? {} : { cursor }) };
  switch (route.kind) {
    case 'hashtag':
      return graphql('aB3standinQ1/SearchTimeline', {
        rawQuery: `#${route.tag}`,
        ...more,
        querySource: 'hashtag_click',
        product: route.order === 'latest' ? 'Latest' : 'Top',
      });
    case 'home':
      return graphql('hM7standinQ2/HomeTimeline', { ...more, includePromotedContent: true });
    case 'post':
      return graphql('tD1standinQ3/TweetDetail', { focalTweetId: route.id, ...more });
    case 'profile':
      return graphql('uT9standinQ4/UserTweets', { screen_name: route.handle, ...more });
  }
}

const graphql = (operation: string, variables: unknown) =>
  `/i/api/graphql/${operation}?variables=${encodeURIComponent(JSON.stringify(variables))}`;
