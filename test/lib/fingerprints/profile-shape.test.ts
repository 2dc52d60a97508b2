import { describe, expect, test } from 'vitest';
import { profileShape } from '../../../lib/fingerprints/profile-shape';
import type { Account } from '../../../lib/model';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, NOON_MS, strangers } from './evidence';

const DAY = 86_400_000;
const TODAY = Math.floor(NOON_MS / DAY);
const crowd = (shape: (i: number) => string) =>
  strangers(80, (i) => ({ createdDay: TODAY - 40 - ((i * 167) % 2200), profile: { shape: shape(i) } }));
const cohort = (shape: (i: number) => string | undefined) =>
  flockOf(
    members(60, (i) => {
      const own = shape(i);
      return { createdDay: TODAY - 158 - (i % 18), profile: own === undefined ? {} : { shape: own } };
    }),
  );
const full: Partial<Account> = { bio: 'words', bannerUrl: 'https://pbs.example/b', defaultAvatar: false };
const mixed = crowd((i) => ['bio', 'banner', 'bare', 'bio banner', 'no picture'][i % 5]!);
const told = (own: Partial<Account>, flock: ReturnType<typeof cohort>, others = mixed, daysAgo = 165) =>
  profileShape.examine(
    evidence({ account: { id: '100', createdAtMs: (TODAY - daysAgo) * DAY, ...own }, flock, others }),
  );

test('matches: all of the cohort have bio and banner, a fifth of the others', () => {
  const finding = told(
    full,
    cohort(() => 'bio banner'),
  );
  expect(finding).toMatchObject({ outcome: 'match', observed: 1, baseline: 0.2, family: 'dates', n: 60 });
  expect(sentenceOf(finding)).toContain('100 % of 60 accounts');
  expect(sentenceOf(finding)).toContain('(bio and banner)');
  expect(sentenceOf(finding)).toContain('20 %');
});

describe('does not match', () => {
  test.each([
    [
      'most others look like that as well',
      full,
      cohort(() => 'bio banner'),
      crowd((i) => (i % 3 ? 'bio banner' : 'bare')),
    ],
    ['one in eight of the cohort looks otherwise', full, cohort((i) => (i % 8 ? 'bio banner' : 'bio')), mixed],
    ['it looks otherwise itself', { ...full, bio: '' }, cohort(() => 'bio banner'), mixed],
  ])('%s', (_what, own, flock, others) => {
    expect(told(own, flock, others).outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test.each([
    ['a part of its profile was not seen', { bio: 'words', defaultAvatar: false }, cohort(() => 'bio banner'), 165],
    ['profiles of its cohort were not seen', full, cohort(() => undefined), 165],
    ['no run of dates around its own', full, cohort(() => 'bio banner'), 1500],
  ])('%s', (_what, own, flock, daysAgo) => {
    expect(told(own, flock, mixed, daysAgo).outcome).toBe('not-enough-seen');
  });
});
