/**
 * Writes X's own JSON for a made-up page: SearchTimeline responses in the user shapes A (to spring 2025),
 * B (to July 2026) and C (August 2026 on). Compared with real captures of those dates; nothing is copied from them.
 */
import { type Random, seeded } from './random';
import type { TruthAccount, TruthPost } from './truth';
import { tweetNode } from './wire-post';

export type Shape = 'A' | 'B' | 'C';

export interface WireOptions {
  readonly shape: Shape;
  readonly random: Random;
  readonly accounts: ReadonlyMap<string, TruthAccount>;
  readonly posts: ReadonlyMap<string, TruthPost>;
  /** Authors already written in full in this response: X may leave a bare id for the next one. */
  readonly written: Set<string>;
}

export interface TimelinePage {
  readonly posts: readonly TruthPost[];
  readonly cursor: string;
  readonly previous: string;
  readonly first: boolean;
  readonly promoted: boolean;
}

type Json = Record<string, unknown>;

/** The body of one SearchTimeline response, as text. */
export function searchResponse(page: TimelinePage, options: WireOptions): string {
  const instructions = timelineInstructions(page, options);
  return JSON.stringify({ data: { search_by_raw_query: { search_timeline: { timeline: { instructions } } } } });
}

/** One page of any timeline: entries and cursors. */
export function timelineInstructions(page: TimelinePage, options: WireOptions): Json[] {
  const top = 9_223_372_036_854_775_807n;
  const entries: Json[] = page.posts.map((post, i) => ({
    entryId: `tweet-${post.id}`,
    sortIndex: String(2_085_474_410_189_291_520n - BigInt(i)),
    content: timelineItem(tweetNode(post, options)),
  }));
  if (page.promoted) entries.splice(3, 0, promotedEntry(options));
  const cursors = [
    cursorEntry('Top', `cursor-top-${top}`, String(top), page.previous),
    cursorEntry('Bottom', 'cursor-bottom-0', '0', page.cursor),
  ];
  // From the second page on X replaces the cursors instead of adding them.
  return page.first
    ? [{ type: 'TimelineAddEntries', entries: [...entries, ...cursors] }]
    : [
        { type: 'TimelineAddEntries', entries },
        ...cursors.map((entry) => ({
          type: 'TimelineReplaceEntry',
          entry_id_to_replace: String(entry.entryId),
          entry,
        })),
      ];
}

function timelineItem(result: Json, more: Json = {}): Json {
  return {
    entryType: 'TimelineTimelineItem',
    __typename: 'TimelineTimelineItem',
    itemContent: {
      itemType: 'TimelineTweet',
      __typename: 'TimelineTweet',
      tweet_results: { result },
      tweetDisplayType: 'Tweet',
      ...more,
    },
    clientEventInfo: { component: 'result', element: 'tweet' },
  };
}

function cursorEntry(cursorType: string, entryId: string, sortIndex: string, value: string): Json {
  return {
    entryId,
    sortIndex,
    content: { entryType: 'TimelineTimelineCursor', __typename: 'TimelineTimelineCursor', value, cursorType },
  };
}

const ADVERTISER: TruthAccount = {
  id: '2900000001',
  handle: 'BrightKettleCo',
  name: 'Bright Kettle',
  createdAtMs: Date.parse('2014-11-03T09:12:44Z'),
  followers: 18_211,
  following: 204,
  postsCount: 3_120,
  bio: 'Kettles that whistle on time.',
  banner: '',
  location: '',
  campaign: null,
};

function promotedEntry(options: WireOptions): Json {
  const random = seeded(7);
  const post: TruthPost = {
    id: '758000000000000001',
    authorId: ADVERTISER.id,
    text: 'Tea in ninety seconds. Free delivery this week.',
    lang: 'en',
    client: 'Twitter for Advertisers',
    createdAtMs: Date.parse('2016-07-26T12:00:00Z'),
    links: ['https://brightkettle.example/offer'],
  };
  const accounts = new Map([[ADVERTISER.id, ADVERTISER]]);
  const node = tweetNode(post, { ...options, random, accounts, posts: new Map(), written: new Set() });
  return {
    entryId: `promoted-tweet-${post.id}-${options.random.int(1e9, 2e9).toString(16)}`,
    sortIndex: '2085474410189291518',
    content: timelineItem(node, {
      promotedMetadata: {
        advertiser_results: { result: { __typename: 'User', rest_id: ADVERTISER.id } },
        impressionId: options.random.int(1e9, 2e9).toString(16),
        disclosureType: 'NoDisclosure',
      },
    }),
  };
}
