import { describe, expect, test } from 'vitest';
import { seeded } from '../scenarios/random';
import type { TruthAccount, TruthPost } from '../scenarios/truth';
import { f1, pairsAcross, precision, rate, recall, recallTwice, shareError, sum, tallyOf } from './measures';
import type { VerdictLine } from './replay-captures';
import { openStage, people } from './stage';
import { english } from './tongues/english';
import { wilson } from './wilson';

describe('Wilson’s bounds', () => {
  // Worked examples: Newcombe 1998, Stat. Med. 17:857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (hits, of, low, high) => {
    const [a, b] = wilson({ hits, of });
    expect(a).toBeCloseTo(low, 4);
    expect(b).toBeCloseTo(high, 4);
  });

  test('nothing tried says nothing; all and none reach the ends', () => {
    expect(wilson({ hits: 0, of: 0 })).toEqual([0, 1]);
    expect(wilson({ hits: 7, of: 7 })[1]).toBe(1);
    expect(wilson({ hits: 0, of: 7 })[0]).toBe(0);
  });

  test('the share lies between, and more tries bring the bounds together', () => {
    const [a, b] = wilson({ hits: 3, of: 10 });
    const [c, d] = wilson({ hits: 300, of: 1_000 });
    expect(a).toBeLessThan(c);
    expect(c).toBeLessThan(0.3);
    expect(d).toBeGreaterThan(0.3);
    expect(b).toBeGreaterThan(d);
  });
});

/** Six accounts, two posts each: `a` and `b` of campaign x, `c` of campaign y, `m` a member, `p` and `q` others. */
function smallCase() {
  const stage = openStage(seeded(1), english);
  const campaigns = { a: 'x', b: 'x', c: 'y', m: null, p: null, q: null };
  const made = people(stage, 6);
  const accounts = Object.entries(campaigns).map(([id, campaign], i): TruthAccount => ({ ...made[i]!, id, campaign }));
  const posts = accounts.flatMap(({ id }, i) =>
    [0, 1].map(
      (n): TruthPost => ({ id: String(10 * i + n), authorId: id, text: '', lang: 'en', createdAtMs: n, links: [] }),
    ),
  );
  const page = { id: 'small', hashtag: 'tag', accounts, posts };
  return { one: { pages: [page], members: new Set(['m']) }, posts };
}
const line = (accountId: string, level: VerdictLine['level'], flock: string | null): VerdictLine => ({
  accountId,
  handle: null,
  level,
  fingerprints: [],
  flock,
});

describe('counting', () => {
  const { one, posts } = smallCase();
  const lines = [
    line('a', 'strong', 'f'),
    line('b', 'none', 'f'),
    line('c', 'weak', 'f'),
    line('m', 'weak', null),
    line('p', 'strong', null),
  ];

  test('campaign, members and others are told apart, badges of both levels count', () => {
    expect(tallyOf(one, posts, lines)).toEqual({
      campaign: 3,
      found: 2,
      foundStrong: 1,
      campaignTwice: 3,
      foundTwice: 2,
      members: 1,
      membersBadged: 1,
      membersStrong: 0,
      others: 2,
      othersBadged: 1,
      othersStrong: 1,
      posts: 12,
      campaignPosts: 6,
      badgedPosts: 8,
      crossPairs: 2,
      mergedPairs: 2,
    });
  });

  test('precision, recall, F1 and the share’s error follow', () => {
    const t = tallyOf(one, posts, lines);
    expect(rate(precision(t))).toBe(0.5);
    expect(rate(recall(t))).toBeCloseTo(2 / 3);
    expect(f1(t)).toBeCloseTo((2 * 0.5 * (2 / 3)) / (0.5 + 2 / 3));
    expect(shareError(t)).toBeCloseTo((100 * 2) / 12);
  });

  test('only what was seen counts: an account with one post seen is not among those with two', () => {
    const seen = posts.filter(
      ({ authorId, createdAtMs }) => authorId === 'a' || (authorId === 'b' && createdAtMs === 0),
    );
    const t = tallyOf(one, seen, lines);
    expect([t.campaign, t.campaignTwice, t.others]).toEqual([2, 1, 0]);
    expect(rate(recallTwice(t))).toBe(1);
    expect(rate(recall(t))).toBe(0.5);
  });

  test('no verdict at all is a miss, not an error; nothing found is F1 0', () => {
    const t = tallyOf(one, posts, []);
    expect(t.found).toBe(0);
    expect(f1(t)).toBe(0);
    expect(rate(precision(t))).toBeNaN();
  });

  test('sums add every count', () => {
    const t = tallyOf(one, posts, lines);
    expect(sum([t, t])).toEqual(Object.fromEntries(Object.entries(t).map(([name, n]) => [name, 2 * n])));
  });
});

describe('pairs of two campaigns', () => {
  test('apart', () => {
    expect(
      pairsAcross([
        ['x', 'f'],
        ['x', 'f'],
        ['y', 'g'],
        ['y', 'g'],
      ]),
    ).toEqual({ crossPairs: 4, mergedPairs: 0 });
  });
  test('merged in part', () => {
    expect(
      pairsAcross([
        ['x', 'f'],
        ['x', 'f'],
        ['y', 'f'],
        ['y', 'g'],
      ]),
    ).toEqual({ crossPairs: 4, mergedPairs: 2 });
  });
  test('genuine people and accounts without a flock are no pairs', () => {
    expect(
      pairsAcross([
        ['x', 'f'],
        [null, 'f'],
        ['y', null],
      ]),
    ).toEqual({ crossPairs: 0, mergedPairs: 0 });
  });
});
