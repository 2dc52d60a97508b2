/** What is true in a made-up hashtag page. An absent field is one that X did not send. */
import type { Random } from './random';

export interface TruthAccount {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly createdAtMs?: number;
  readonly followers?: number;
  readonly following?: number;
  readonly postsCount?: number;
  readonly likes?: number;
  /** '' is X saying that there is none; the same for `banner` and `location`. */
  readonly bio?: string;
  readonly banner?: string;
  readonly location?: string;
  readonly defaultAvatar?: boolean;
  readonly verified?: boolean;
  /** Which campaign it belongs to; null for genuine people. */
  readonly campaign: string | null;
}

export interface TruthPost {
  readonly id: string;
  readonly authorId: string;
  /** As written, without the addresses in `links`, which stand at the end. */
  readonly text: string;
  /** As X names it: `ar`, `en`, `ja`, `und`, … */
  readonly lang: string;
  readonly client?: string;
  readonly createdAtMs: number;
  readonly links: readonly string[];
  readonly inReplyTo?: string;
  readonly repostOf?: string;
  readonly quoteOf?: string;
}

export interface Scenario {
  readonly id: string;
  /** Without `#`. */
  readonly hashtag: string;
  readonly accounts: readonly TruthAccount[];
  /** Oldest first. */
  readonly posts: readonly TruthPost[];
}

const EPOCH_MS = 1288834974657n;

/** X's post id for a moment; the low 22 bits (machine, sequence) are drawn. */
export function snowflake(atMs: number, random: Random): string {
  return (((BigInt(Math.round(atMs)) - EPOCH_MS) << 22n) | BigInt(random.int(0, (1 << 22) - 1))).toString();
}

/** Sorts by time and, within a millisecond, by id, as X's ids do. */
export function oldestFirst(posts: readonly TruthPost[]): TruthPost[] {
  return [...posts].sort((a, b) => a.createdAtMs - b.createdAtMs || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

// Serial numbers until 16–17 February 2016, time-ordered snowflakes from then on (rounded public figures).
const SERIALS: readonly (readonly [string, number])[] = [
  ['2006-07-01', 1_000],
  ['2009-01-01', 18_500_000],
  ['2010-01-01', 101_000_000],
  ['2011-01-01', 232_000_000],
  ['2012-01-01', 454_000_000],
  ['2013-01-01', 1_058_000_000],
  ['2014-01-01', 2_270_000_000],
  ['2015-01-01', 2_955_000_000],
  ['2016-01-01', 4_660_000_000],
  ['2016-02-17', 4_935_000_000],
];
const SNOWFLAKES_FROM_MS = Date.parse('2016-02-17T00:00:00Z');

/** A plausible account id for a sign-up time. */
export function accountIdFor(createdAtMs: number, random: Random): string {
  if (createdAtMs >= SNOWFLAKES_FROM_MS) return snowflake(createdAtMs, random);
  for (let i = 1; i < SERIALS.length; i++) {
    const [from, low] = SERIALS[i - 1] ?? ['', 0];
    const [to, high] = SERIALS[i] ?? ['', 0];
    const [start, end] = [Date.parse(from), Date.parse(to)];
    if (createdAtMs >= end) continue;
    return String(Math.floor(low + ((createdAtMs - start) / (end - start)) * (high - low)) + random.int(0, 4_999));
  }
  throw new Error('before the first account');
}
