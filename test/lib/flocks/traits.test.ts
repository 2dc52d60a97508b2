import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MemberTraits, SAMPLE_KEPT, type SeenPost } from '../../../lib/flocks/evidence';
import { burstStarts, dayOf, gapCounts, markFlock, pacedPosts, sampled } from '../../../lib/flocks/traits';
import { defaultSettings } from '../../../lib/settings';
import { NOON_MS, postsAt, sets, traits } from '../fingerprints/evidence';

const gaps = (seconds: readonly number[], more: Partial<SeenPost> = {}) =>
  gapCounts(postsAt(seconds, more), defaultSettings);

describe('pauses', () => {
  test('are short to ten seconds, between to two minutes, long beyond', () => {
    expect(gaps([0, 1, 11, 21.001, 140, 260, 1000])).toMatchObject({ n: 6, short: 2, between: 2 });
  });
  test('sums are of the short ones, in seconds', () => {
    expect(gaps([0, 3, 7, 500])).toMatchObject({ sum: 7, squares: 25 });
  });
  test('under a second is neither', () => {
    expect(gaps([0, 0, 0.999, 5])).toMatchObject({ n: 3, short: 1, between: 0 });
  });
  test.each([
    ['none', [], false],
    ['one post', [60], false],
    ['whole minutes', [0, 60, 600], true],
    ['one second off', [0, 60, 601], false],
  ])('coarse clock: %s', (_what, seconds, coarse) => {
    expect(gaps(seconds).coarse).toBe(coarse);
  });
  test('of threads and reposts say nothing', () => {
    expect(gaps([0, 5, 10], { kind: 'thread' }).n).toBe(0);
    expect(gaps([0, 5, 10], { kind: 'repost' }).n).toBe(0);
    expect(pacedPosts(postsAt([10, 5, 0])).map((post) => post.atMs - NOON_MS)).toEqual([0, 5000, 10_000]);
  });
  test('do not depend on the order in which posts stand', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 20 }), (seconds) => {
        expect(gaps(seconds.toReversed())).toEqual(gaps(seconds));
      }),
    );
  });
});

test('bursts begin after silence', () => {
  const starts = burstStarts(postsAt(sets(3, 3, 4, 1480, 7)), defaultSettings);
  expect(starts.map((at) => (at - NOON_MS) / 1000)).toEqual([7, 1487, 2967]);
  expect(burstStarts([], defaultSettings)).toEqual([]);
});

test('days are those of UTC, before 1970 as well', () => {
  expect(dayOf(Date.UTC(1970, 0, 2))).toBe(1);
  expect(dayOf(Date.UTC(1970, 0, 1, 23, 59, 59, 999))).toBe(0);
  expect(dayOf(-1)).toBe(-1);
});

describe('samples', () => {
  const member = fc.integer({ min: 1, max: 600 }).map((n) => traits(n, { hash: (n * 7919) % 10_007 }));
  const taken = (all: readonly MemberTraits[]) => all.reduce(sampled, [] as readonly MemberTraits[]);

  test('hold the accounts of the smallest hash, each once, in order, whatever the order they came in', () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 700, size: 'max' }), (all) => {
        const sample = taken(all);
        const hashes = [...new Set(all.map((one) => one.hash))].toSorted((a, b) => a - b);
        expect(sample.map((one) => one.hash)).toEqual(hashes.slice(0, SAMPLE_KEPT));
        expect(taken(all.toReversed()).map((one) => one.id)).toEqual(sample.map((one) => one.id));
      }),
      // A case of 700 accounts tells as much as its smallest form, which takes long to find.
      { numRuns: 30, endOnFailure: true },
    );
  });

  test('keep of an account what was known of it last', () => {
    const sample = sampled(taken([traits(1), traits(2)]), traits(1, { posts: 9 }));
    expect(sample.map((one) => [one.id, one.posts])).toEqual([
      ['1', 9],
      ['2', 3],
    ]);
  });

  test('are marked with flocks, and left as they are where nothing changes', () => {
    const sample = taken([traits(1), traits(2)]);
    const marked = markFlock(sample, '2', 'f');
    expect(marked.map((one) => one.flock)).toEqual([undefined, 'f']);
    expect(markFlock(marked, '2', 'f')).toBe(marked);
    expect(markFlock(marked, '3', 'f')).toBe(marked);
    expect(markFlock(marked, '2', undefined)[1]).not.toHaveProperty('flock');
  });
});
