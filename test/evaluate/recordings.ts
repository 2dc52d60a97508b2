/** How a case is read: which of its posts the person saw, what X left out, and in which order the responses came. */

import type { Capture } from '@/lib/model';
import { type Random, seeded } from '../scenarios/random';
import { cursorTo, pageUrlOf, timelineUrl, wireOptions } from '../scenarios/scenarios';
import type { Scenario, TruthPost } from '../scenarios/truth';
import { type Shape, searchResponse } from '../scenarios/wire';
import type { Case } from './case';
import { MINUTE_MS } from './stage';

export interface Reading {
  /** Only the newest so many posts of each page were scrolled to. */
  readonly newest?: number;
  /** Each post was seen with this probability. */
  readonly share?: number;
  /** What X did not send. */
  readonly without?: readonly ('client' | 'created')[];
  /** Times of posts, and so their ids, are known to the minute only. */
  readonly minutes?: boolean;
  /** Responses reach the engine in a random order. */
  readonly shuffled?: boolean;
}

export interface Recording {
  /** Posts that stand on the pages by themselves (not inside another). */
  readonly seen: readonly TruthPost[];
  captures(): Iterable<Capture>;
}

const PAGE_SIZE = 20;
const SHAPES: readonly Shape[] = ['C', 'C', 'B', 'A'];

/** The responses of a reading. The seed decides on samples, on order, and on the shape X answers in. */
export function recordingOf(one: Case, reading: Reading, seed: number): Recording {
  const random = seeded(seed * 7_919 + 17);
  const shape = SHAPES[seed % SHAPES.length] ?? 'C';
  const pages = one.pages.map((page) => {
    const altered = alter(page, reading);
    return { page: altered, posts: select(altered.posts, reading, random) };
  });
  return {
    seen: pages.flatMap(({ posts }) => posts),
    *captures() {
      if (!reading.shuffled) {
        for (const { page, posts } of pages) yield* scroll(page, posts, shape);
        return;
      }
      // Only the order is held, the bodies are written when their turn comes.
      const order = pages.flatMap(({ page, posts }) =>
        Array.from({ length: Math.ceil(posts.length / PAGE_SIZE) }, (_, i) => ({ page, posts, i })),
      );
      for (const { page, posts, i } of random.shuffle(order)) yield responseOf(page, posts, i, shape);
    },
  };
}

/** Newest first, as the tab Latest shows them. */
function select(posts: readonly TruthPost[], { newest, share }: Reading, random: Random): readonly TruthPost[] {
  const latest = posts.toReversed().slice(0, newest);
  return share === undefined ? latest : latest.filter(() => random.chance(share));
}

function* scroll(page: Scenario, posts: readonly TruthPost[], shape: Shape): Generator<Capture> {
  for (let i = 0; i * PAGE_SIZE < posts.length; i++) yield responseOf(page, posts, i, shape);
}

function responseOf(page: Scenario, posts: readonly TruthPost[], i: number, shape: Shape): Capture {
  const written = posts.slice(i * PAGE_SIZE, (i + 1) * PAGE_SIZE);
  const cursors = { cursor: cursorTo('latest', i + 1), previous: cursorTo('latest', i - 1) };
  const timeline = { posts: written, ...cursors, first: i === 0, promoted: i % 3 === 1 };
  return {
    url: timelineUrl(page.hashtag, 'latest', PAGE_SIZE, i),
    pageUrl: pageUrlOf(page.hashtag, 'latest'),
    capturedAtMs: (page.posts.at(-1)?.createdAtMs ?? 0) + MINUTE_MS + i * 2_000,
    body: searchResponse(timeline, wireOptions(page, i * 2, shape)),
  };
}

function alter(page: Scenario, { without = [], minutes }: Reading): Scenario {
  if (without.length === 0 && !minutes) return page;
  const bare = without.includes('created');
  const accounts = bare ? page.accounts.map(({ createdAtMs: _, ...account }) => account) : page.accounts;
  const noClient = without.includes('client');
  const posts = noClient ? page.posts.map(({ client: _, ...post }) => post) : page.posts;
  return { ...page, accounts, posts: minutes ? toMinutes(posts) : posts };
}

const EPOCH_MS = 1288834974657n;

/** The posts with time and id rounded to the minute; references follow. */
export function toMinutes(posts: readonly TruthPost[]): TruthPost[] {
  const renamed = new Map<string, string>();
  const used = new Set<bigint>();
  const rounded = posts.map((post) => {
    const createdAtMs = Math.round(post.createdAtMs / MINUTE_MS) * MINUTE_MS;
    let id = ((BigInt(createdAtMs) - EPOCH_MS) << 22n) | (BigInt(post.id) & 0x3fffffn);
    while (used.has(id)) id++;
    used.add(id);
    renamed.set(post.id, String(id));
    return { ...post, id: String(id), createdAtMs };
  });
  const rename = (name: 'inReplyTo' | 'repostOf' | 'quoteOf', post: TruthPost) => {
    const id = post[name];
    return id === undefined ? {} : { [name]: renamed.get(id) ?? id };
  };
  return rounded
    .map((post) => ({ ...post, ...rename('inReplyTo', post), ...rename('repostOf', post), ...rename('quoteOf', post) }))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
