/** The scenarios by name, and the responses a browser would receive while scrolling through one. */
import { organic } from './organic';
import { seeded } from './random';
import { seed32 } from './seed-32';
import { seedPage } from './seed-page';
import type { Scenario, TruthPost } from './truth';
import { type Shape, searchResponse, type WireOptions } from './wire';

const SCENARIOS: Readonly<Record<string, () => Scenario>> = {
  'seed-32': seed32,
  'seed-page': () => seedPage(),
  organic,
};
export const scenarioIds: readonly string[] = Object.keys(SCENARIOS);
const made = new Map<string, Scenario>();

/** Made once a process; throws when there is none of that name. */
export function loadScenario(id: string): Scenario {
  const make = SCENARIOS[id];
  if (!make) throw new Error(`no scenario “${id}”: there are ${scenarioIds.join(', ')}`);
  const scenario = made.get(id) ?? make();
  made.set(id, scenario);
  return scenario;
}

export type Order = 'latest' | 'top';

/** The order of a tab: newest first, or X's own mixed one. */
export function ordered(scenario: Scenario, order: Order): readonly TruthPost[] {
  return order === 'latest' ? [...scenario.posts].reverse() : seeded(99).shuffle(scenario.posts);
}

/** One line of a recording. */
export interface Recorded {
  readonly url: string;
  readonly pageUrl: string;
  /** Milliseconds since 1970, UTC. */
  readonly capturedAt: number;
  readonly body: string;
}

export interface CaptureOptions {
  readonly order?: Order;
  readonly pageSize?: number;
  readonly shape?: Shape;
}

export const pageUrlOf = (hashtag: string, order: Order) =>
  `https://x.com/hashtag/${encodeURIComponent(hashtag)}?src=hashtag_click${order === 'latest' ? '&f=live' : ''}`;

/** The body of one page of a tab, 0 the first. Deterministic: the same page is the same text, whoever asks. */
export function responseAt(scenario: Scenario, index: number, options: CaptureOptions = {}): string {
  const { order = 'latest', pageSize = 20 } = options;
  const posts = ordersOf(scenario, order).slice(index * pageSize, (index + 1) * pageSize);
  return searchResponse(
    {
      posts,
      cursor: cursorTo(order, index + 1),
      previous: cursorTo(order, index - 1),
      first: index === 0,
      promoted: index % 3 === 1,
    },
    wireOptions(scenario, index * 2 + (order === 'top' ? 1 : 0), options.shape),
  );
}

/** What the wire writer needs of a scenario; the seed decides on drawn figures such as views. */
export function wireOptions(scenario: Scenario, seed: number, shape: Shape = 'C'): WireOptions {
  const { accountsById, postsById } = indexesOf(scenario);
  return { shape, random: seeded(seed), accounts: accountsById, posts: postsById, written: new Set() };
}

export const cursorTo = (order: string, index: number) => `DAADDAABCgABflock-${order}-${index}`;

/** A cursor's page, or undefined for a cursor that this stand-in did not write. */
export function indexOfCursor(cursor: string): number | undefined {
  const at = /-(\d+)$/.exec(cursor)?.[1];
  return at === undefined ? undefined : Number(at);
}

/** Every response of one tab from the first to the last, two seconds apart after the newest post. */
export function* captures(scenario: Scenario, options: CaptureOptions = {}): Generator<Recorded> {
  const { order = 'latest', pageSize = 20 } = options;
  const startMs = (scenario.posts.at(-1)?.createdAtMs ?? 0) + 60_000;
  for (let index = 0; index * pageSize < scenario.posts.length; index++) {
    yield {
      url: timelineUrl(scenario.hashtag, order, pageSize, index),
      pageUrl: pageUrlOf(scenario.hashtag, order),
      capturedAt: startMs + index * 2_000,
      body: responseAt(scenario, index, options),
    };
  }
}

export function timelineUrl(hashtag: string, order: Order, count: number, index: number): string {
  const product = order === 'latest' ? 'Latest' : 'Top';
  const cursor = index === 0 ? {} : { cursor: cursorTo(order, index) };
  const variables = { rawQuery: `#${hashtag}`, count, querySource: 'hashtag_click', product, ...cursor };
  return `https://x.com/i/api/graphql/aB3standinQ1/SearchTimeline?variables=${encodeURIComponent(JSON.stringify(variables))}`;
}

const orders = new WeakMap<Scenario, Map<Order, readonly TruthPost[]>>();
function ordersOf(scenario: Scenario, order: Order): readonly TruthPost[] {
  const own = orders.get(scenario) ?? new Map<Order, readonly TruthPost[]>();
  orders.set(scenario, own);
  const list = own.get(order) ?? ordered(scenario, order);
  own.set(order, list);
  return list;
}

const indexes = new WeakMap<Scenario, { accountsById: WireOptions['accounts']; postsById: WireOptions['posts'] }>();
function indexesOf(scenario: Scenario) {
  const index = indexes.get(scenario) ?? {
    accountsById: new Map(scenario.accounts.map((account) => [account.id, account])),
    postsById: new Map(scenario.posts.map((post) => [post.id, post])),
  };
  indexes.set(scenario, index);
  return index;
}
