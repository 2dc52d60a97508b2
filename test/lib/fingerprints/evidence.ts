/** Evidence made up for tests of fingerprints: an account, its flock, and the page around them. */
import type { Evidence, SharedText } from '../../../lib/fingerprints/fingerprint';
import type { MemberTraits, SeenPost } from '../../../lib/flocks/evidence';
import type { FlockView } from '../../../lib/flocks/surroundings';
import { gapCounts } from '../../../lib/flocks/traits';
import { defaultSettings } from '../../../lib/settings';

export const NOON_MS = Date.UTC(2016, 6, 26, 12);

/** Posts at these seconds after noon, newest first; the oldest has id 1. */
export function postsAt(seconds: readonly number[], more: Partial<SeenPost> = {}): readonly SeenPost[] {
  return seconds
    .map((second, i): SeenPost => ({ id: String(i + 1), atMs: NOON_MS + second * 1000, kind: 'post', ...more }))
    .toReversed();
}

/** The moments of sets of `size` posts `inner` seconds apart, each set `period` seconds after the one before. */
export const sets = (n: number, size: number, inner: number, period: number, start = 7): readonly number[] =>
  Array.from({ length: n * size }, (_, i) => start + Math.floor(i / size) * period + (i % size) * inner);

/** One account as a sample keeps it. Ids of members start at 100, of others at 900. */
export const traits = (id: number | string, more: Partial<MemberTraits> = {}): MemberTraits => ({
  id: String(id),
  hash: Number(id),
  clientPosts: more.client === undefined ? 0 : 3,
  ...(more.client === undefined ? {} : { clientShare: 1 }),
  gaps: gapsOf([]),
  posts: 3,
  ...more,
});

export const members = (n: number, more: (i: number) => Partial<MemberTraits> = () => ({})): readonly MemberTraits[] =>
  Array.from({ length: n }, (_, i) => traits(100 + i, { flock: 'f', ...more(i) }));
export const strangers = (
  n: number,
  more: (i: number) => Partial<MemberTraits> = () => ({}),
): readonly MemberTraits[] => Array.from({ length: n }, (_, i) => traits(900 + i, more(i)));

export const gapsOf = (seconds: readonly number[]) => gapCounts(postsAt(seconds), defaultSettings);

export const flockOf = (sample: readonly MemberTraits[], more: Partial<FlockView> = {}): FlockView => ({
  id: 'f',
  accounts: sample.length,
  posts: sample.length * 3,
  texts: 3,
  sample,
  turns: [],
  ...more,
});

/** Texts that this account shares, each by one post of its own. */
export const sharedTexts = (n: number, accounts = 5): readonly SharedText[] =>
  Array.from({ length: n }, (_, i) => ({ root: `t${i + 1}`, accounts, words: [], postIds: [String(i + 1)] }));

/** Evidence of an account of which nothing is known, but for what the test says. Account 100 is the first of the flock. */
export const evidence = (known: Partial<Evidence> = {}): Evidence => ({
  account: { id: '100' },
  posts: [],
  shared: [],
  flock: undefined,
  others: [],
  otherWords: [],
  follows: undefined,
  pageMs: NOON_MS,
  settings: defaultSettings,
  ...known,
});

/** All numbers that a sentence tells, without those of dates and of hashtags. */
export const numbersIn = (sentence: string): readonly number[] =>
  [
    ...sentence
      .replaceAll(/\d{1,2} [A-Z][a-z]{2,4} \d{4}/g, '')
      .replaceAll(',', '')
      .matchAll(/\d+(?:\.\d+)?/g),
  ].map(Number);
