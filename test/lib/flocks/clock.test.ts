import { describe, expect, test } from 'vitest';
import { everyFiveMinutes, onClock } from '../../../lib/flocks/clock';

const rule = { clockMs: 15_000, clockShare: 0.8 };
/** 12:00:00 is a full five minutes. */
const at = (...minutes: readonly number[]) => minutes.map((minute) => Date.UTC(2026, 2, 3, 12) + minute * 60_000);

describe('on the clock', () => {
  test.each([
    ['full and half hours', at(0, 30, 90, 120)],
    ['some seconds after them', at(0.2, 30.1, 90.25, 119.8)],
    ['every quarter from an odd minute on', at(3.4, 18.4, 33.4, 63.4)],
    ['every ten minutes from an odd minute on', at(7.7, 17.7, 27.7, 47.7)],
    ['four of five', at(0, 30, 60, 77.3, 90)],
  ])('%s', (_what, times) => {
    expect(onClock(times, rule)).toBe(true);
  });

  test.each([
    ['times of one’s own', at(3.4, 41.2, 66.6, 97.9)],
    ['a period of 24 minutes and 40 s', at(3.4, 28.07, 52.73, 77.4)],
  ])('not: %s', (_what, times) => {
    expect(onClock(times, rule)).toBe(false);
  });
});

describe('whole five minutes apart', () => {
  test.each([
    ['twenty minutes, from any second on', at(3.4, 23.4, 43.4), true],
    ['a slot left out', at(3.4, 13.4, 43.4), true],
    ['a period of 1,480 s', at(3.4, 28.07, 52.73), false],
    // Each pause is 12 s longer than ten minutes: a clock would not be 24 s late the second time.
    ['nearly ten minutes, later each time', at(3.4, 13.6, 23.8, 34), false],
  ])('%s: %s', (_what, times, so) => {
    expect(everyFiveMinutes(times, rule)).toBe(so);
  });
});
