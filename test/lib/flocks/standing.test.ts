import { describe, expect, test } from 'vitest';
import { flockStanding } from '../../../lib/flocks/standing';
import { evidence, flockOf, members, strangers } from '../fingerprints/evidence';

const followed = (by: number) => ({ profile: { followers: by } });
/** The middle one of the page's others has 300 followers. */
const crowd = (n = 41) => strangers(n, (i) => followed(100 + i * 10));
const standing = (followers: readonly (number | undefined)[], others = crowd()) =>
  flockStanding(
    flockOf(members(followers.length, (i) => (followers[i] === undefined ? {} : followed(followers[i])))),
    evidence({ others }),
  );
const times = <T>(n: number, value: T) => Array<T>(n).fill(value);

describe('a flock with an audience', () => {
  test('ministries: thousands follow each', () => {
    expect(standing(times(30, 50_000))).toMatchObject({ established: true, share: 1, n: 30 });
  });
});

describe('a flock without one', () => {
  test.each([
    ['made to flood: followed by a few', times(60, 12)],
    ['people like the others', Array.from({ length: 40 }, (_, i) => 110 + i * 10)],
    ['as many as the middle one', times(40, 300)],
    ['a handful, by chance', times(3, 50_000)],
    ['half of them', [...times(20, 50_000), ...times(20, 5)]],
  ])('%s', (_what, followers) => {
    expect(standing(followers).established).toBe(false);
  });

  test('where followers were not seen, of it or of the others, nothing is claimed', () => {
    expect(standing(times<undefined>(40, undefined)).established).toBe(false);
    expect(standing(times(40, 50_000), strangers(40)).established).toBe(false);
    expect(standing(times(40, 50_000), crowd(3)).established).toBe(false);
  });
});
