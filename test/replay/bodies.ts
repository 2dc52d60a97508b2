/** Which JSON the stand-in answers a request with: search, home, a post with its answers, a profile. */
import { cursorTo, indexOfCursor, type Order, responseAt, wireOptions } from '../scenarios/scenarios';
import type { Scenario, TruthPost } from '../scenarios/truth';
import { type Shape, timelineInstructions } from '../scenarios/wire';

export interface BodyOptions {
  /** The first one is also the home page's. */
  readonly scenarios: readonly Scenario[];
  readonly shape: Shape;
}

interface Variables {
  readonly rawQuery?: string;
  readonly product?: string;
  readonly cursor?: string;
  readonly count?: number;
  readonly focalTweetId?: string;
  readonly screen_name?: string;
}

/** The body for an address under `/i/api/graphql/`, or undefined when nothing is known by that name. */
export function bodyFor(address: URL, options: BodyOptions): string | undefined {
  const variables = JSON.parse(address.searchParams.get('variables') ?? '{}') as Variables;
  const operation = address.pathname.split('/').at(-1);
  const index = variables.cursor === undefined ? 0 : indexOfCursor(variables.cursor);
  if (index === undefined) return undefined;
  if (operation === 'SearchTimeline') return searchBody(variables, index, options);
  if (operation === 'HomeTimeline') {
    const scenario = options.scenarios.at(-1);
    const build = (instructions: unknown) => ({ data: { home: { home_timeline_urt: { instructions } } } });
    return scenario && page(scenario, scenario.posts, 'home', index, variables, options, build);
  }
  if (operation === 'TweetDetail') return detailBody(variables, options);
  if (operation === 'UserTweets') return profileBody(variables, index, options);
  return undefined;
}

function searchBody(
  { rawQuery = '', product, count = 20 }: Variables,
  index: number,
  { scenarios, shape }: BodyOptions,
) {
  const tag = rawQuery.replace(/^#/, '').normalize('NFC').toLowerCase();
  const scenario = scenarios.find(({ hashtag }) => hashtag.toLowerCase() === tag);
  const order: Order = product === 'Latest' ? 'latest' : 'top';
  if (scenario) return responseAt(scenario, index, { order, pageSize: count, shape });
  const nothing = { id: 'none', hashtag: tag, accounts: [], posts: [] };
  return responseAt(nothing, index, { order, shape });
}

type Build = (instructions: unknown) => unknown;

function page(
  scenario: Scenario,
  posts: readonly TruthPost[],
  name: string,
  index: number,
  { count = 20 }: Variables,
  { shape }: BodyOptions,
  build: Build,
): string {
  const shown = posts.slice(index * count, (index + 1) * count);
  const wire = wireOptions(scenario, 5_000 + index, shape);
  const cursors = { cursor: cursorTo(name, index + 1), previous: cursorTo(name, index - 1) };
  return JSON.stringify(
    build(timelineInstructions({ posts: shown, ...cursors, first: index === 0, promoted: index % 2 === 1 }, wire)),
  );
}

/** A post and the answers to it, as a conversation. */
function detailBody({ focalTweetId = '' }: Variables, options: BodyOptions): string | undefined {
  const scenario = options.scenarios.find(({ posts }) => posts.some(({ id }) => id === focalTweetId));
  const focal = scenario?.posts.find(({ id }) => id === focalTweetId);
  if (!scenario || !focal)
    return JSON.stringify({ errors: [{ code: 144, message: 'No status found with that ID.' }], data: {} });
  const posts = [focal, ...scenario.posts.filter(({ inReplyTo }) => inReplyTo === focalTweetId)];
  const build = (instructions: unknown) => ({ data: { threaded_conversation_with_injections_v2: { instructions } } });
  return page(scenario, posts, 'detail', 0, { count: posts.length }, options, build);
}

function profileBody(variables: Variables, index: number, options: BodyOptions): string | undefined {
  const handle = variables.screen_name?.toLowerCase();
  const scenario = options.scenarios.find(({ accounts }) =>
    accounts.some((account) => account.handle.toLowerCase() === handle),
  );
  const account = scenario?.accounts.find((one) => one.handle.toLowerCase() === handle);
  if (!scenario || !account) return JSON.stringify({ data: { user: {} } });
  const posts = scenario.posts.filter(({ authorId }) => authorId === account.id).reverse();
  const build = (instructions: unknown) => ({
    data: { user: { result: { __typename: 'User', timeline: { timeline: { instructions } } } } },
  });
  return page(scenario, posts, 'profile', index, variables, options, build);
}
