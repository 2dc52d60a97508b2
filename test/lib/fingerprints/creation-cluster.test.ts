import { describe, expect, test } from 'vitest';
import { creationCluster } from '../../../lib/fingerprints/creation-cluster';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, NOON_MS, strangers } from './evidence';

const DAY = 86_400_000;
const TODAY = Math.floor(NOON_MS / DAY);
const born = (daysAgo: number) => ({ createdDay: TODAY - daysAgo });
/** Days ago, spread over six years as a crowd's are, never the same for two. */
const spread = (i: number) => born(40 + ((i * 167) % 2200));

/** Account 100 and its flock, the days of their creation counted back from the page's day. */
function told(
  own: number | undefined,
  flock: readonly (number | undefined)[],
  others: readonly (number | undefined)[],
) {
  const day = (days: readonly (number | undefined)[]) => (i: number) => (days[i] === undefined ? {} : born(days[i]));
  const createdAtMs = own === undefined ? undefined : (TODAY - own) * DAY + 5000;
  return creationCluster.examine(
    evidence({
      account: { id: '100', ...(createdAtMs === undefined ? {} : { createdAtMs }) },
      flock: flockOf(members(flock.length, day(flock))),
      others: strangers(others.length, day(others)),
    }),
  );
}
const days = (n: number, day: (i: number) => number) => Array.from({ length: n }, (_, i) => day(i));
const crowd = days(80, (i) => 40 + ((i * 167) % 2200));
/** The article's 2016 cohort: 2 to 19 February, 158 to 175 days before the page's. */
const february = days(60, (i) => 158 + (i % 18));

describe('matches', () => {
  test.each([
    ["sixty accounts of eighteen days: the article's cohort", february],
    ['one day', days(40, () => 165)],
    ['two runs, two years apart', [...days(60, (i) => 160 + (i % 9)), ...days(60, (i) => 900 + (i % 20))]],
    ['a run, and a third of older accounts', [...february.slice(0, 50), ...days(25, (i) => 300 + i * 61)]],
  ])('%s', (_what, flock) => {
    const finding = told(165, flock, crowd);
    expect(finding).toMatchObject({ outcome: 'match', family: 'dates', n: flock.length });
    expect(finding.p).toBeLessThan(1e-6);
    expect(finding.baseline).toBeLessThan(0.1);
    expect(sentenceOf(finding)).toContain('Created on 12 Feb 2016');
    expect(sentenceOf(finding)).toContain(`${Math.round(finding.observed! * 100)} %`);
  });
});

describe('does not match', () => {
  test('dates like those of the others', () => {
    expect(
      told(
        300,
        days(80, (i) => 40 + ((i * 211) % 2200)),
        crowd,
      ).outcome,
    ).toBe('no-match');
  });
  test('a wave in which the others joined as well', () => {
    expect(told(165, february, [...february, ...crowd.slice(0, 40)]).outcome).toBe('no-match');
  });
  test('a class of a dozen that signed up together, among as many others of the flock', () => {
    const flock = [...days(12, () => 400), ...days(60, (i) => 50 + ((i * 211) % 2200))];
    expect(told(400, flock, crowd).outcome).toBe('no-match');
  });
  test('its own date outside the runs, and says so', () => {
    const finding = told(1200, february, crowd);
    expect(finding.outcome).toBe('no-match');
    expect(sentenceOf(finding)).toMatch(/outside the days/);
  });
  test('joined for the event: the newest thirty days are left out', () => {
    const recent = days(60, (i) => i % 28);
    expect(told(5, recent, crowd).outcome).toBe('not-enough-seen');
    expect(told(5, [...recent, ...days(40, (i) => 50 + ((i * 211) % 2200))], crowd).outcome).toBe('no-match');
    // The same accounts a month older are a run.
    expect(
      told(
        5 + 160,
        days(60, (i) => 160 + (i % 28)),
        crowd,
      ).outcome,
    ).toBe('match');
  });
});

describe('cannot tell', () => {
  test.each([
    ['nine dated accounts of the flock', days(9, () => 165), crowd],
    ['nine dated accounts of the others', february, crowd.slice(0, 9)],
    ['dates that were not seen', Array<undefined>(60).fill(undefined), crowd],
    ["others' dates that were not seen", february, Array<undefined>(60).fill(undefined)],
  ])('%s', (_what, flock, others) => {
    expect(told(165, flock, others).outcome).toBe('not-enough-seen');
  });
  test('its own date was not seen', () => {
    expect(told(undefined, february, crowd)).toMatchObject({ outcome: 'not-enough-seen' });
  });
  test('no flock', () => {
    expect(creationCluster.examine(evidence({ account: { id: '1', createdAtMs: 0 } })).outcome).toBe('not-enough-seen');
  });
});

test('a sample of a crowd is never a run: a hundred flocks drawn from it', () => {
  const found = Array.from({ length: 100 }, (_, k) => {
    const flock = members(60, (i) => spread(i * 13 + k * 7));
    return creationCluster.examine(
      evidence({
        account: { id: '100', createdAtMs: flock[0]!.createdDay! * DAY },
        flock: flockOf(flock),
        others: strangers(80, (i) => spread(i * 17 + k * 5 + 3)),
      }),
    ).outcome;
  });
  expect(found.filter((outcome) => outcome === 'match')).toEqual([]);
});
