import { describe, expect, test } from 'vitest';
import { cohortCounters } from '../../../lib/fingerprints/cohort-counters';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, NOON_MS, strangers } from './evidence';

const DAY = 86_400_000;
const TODAY = Math.floor(NOON_MS / DAY);
const crowd = strangers(80, (i) => ({
  createdDay: TODAY - 40 - ((i * 167) % 2200),
  profile: { following: 5 + ((i * i * 37) % 4000), posts: 10 + ((i * i * 911) % 90_000) },
}));
const cohort = (profile: (i: number) => { following?: number; posts?: number }) =>
  flockOf(members(60, (i) => ({ createdDay: TODAY - 158 - (i % 18), profile: profile(i) })));
const told = (
  flock: ReturnType<typeof cohort>,
  own: { following?: number; posts?: number },
  others = crowd,
  daysAgo = 165,
) =>
  cohortCounters.examine(
    evidence({ account: { id: '100', createdAtMs: (TODAY - daysAgo) * DAY, ...own }, flock, others }),
  );

describe('matches', () => {
  test('all follow about forty and posted about 900 times', () => {
    const finding = told(
      cohort((i) => ({ following: 33 + (i % 15), posts: 850 + i * 2 })),
      { following: 40, posts: 900 },
    );
    expect(finding).toMatchObject({ outcome: 'match', observed: 2, family: 'dates' });
    expect(sentenceOf(finding)).toContain('the number followed and the number of posts');
  });
  test('only one of the two', () => {
    const finding = told(
      cohort((i) => ({ following: 30 + (i % 3), posts: 1 + ((i * i * 911) % 90_000) })),
      { following: 31, posts: 5 },
    );
    expect(finding).toMatchObject({ outcome: 'match', observed: 1 });
    expect(sentenceOf(finding)).not.toContain('number of posts');
  });
});

describe('does not match', () => {
  test('counts spread like those of the others', () => {
    const flock = cohort((i) => ({ following: 5 + ((i * i * 41) % 4000), posts: 10 + ((i * i * 917) % 90_000) }));
    expect(told(flock, { following: 40, posts: 900 }).outcome).toBe('no-match');
  });
  test('its own counts are far from those of its cohort', () => {
    const flock = cohort(() => ({ following: 30, posts: 900 }));
    expect(told(flock, { following: 900_000, posts: 9_000_000 }).outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  const tight = cohort(() => ({ following: 30, posts: 900 }));
  test('no run of creation dates around its own', () => {
    expect(told(tight, { following: 30, posts: 900 }, crowd, 1500).outcome).toBe('not-enough-seen');
  });
  test('counts that were not seen', () => {
    expect(
      told(
        cohort(() => ({})),
        { following: 30 },
      ).outcome,
    ).toBe('not-enough-seen');
  });
  test('no flock', () => {
    expect(cohortCounters.examine(evidence()).outcome).toBe('not-enough-seen');
  });
});
