/** Times that a clock explains: schedulers and services post at full minutes, or every so many minutes. Milliseconds. */

const FIVE_MINUTES_MS = 300_000;
/** What people have their apps post by, from whatever minute on: every 10, 15, 20, 30 minutes, every two hours. */
const TIMETABLES_MS = [600_000, 900_000];

/** How exactly times must meet the clock, and which share of them. */
export interface ClockRule {
  readonly clockMs: number;
  readonly clockShare: number;
}

const multiples = (spans: readonly number[], of: number, rule: ClockRule): boolean =>
  spans.filter((ms) => Math.min(ms % of, of - (ms % of)) <= rule.clockMs).length >= rule.clockShare * spans.length;

const sinceFirst = (times: readonly number[]): readonly number[] => times.slice(1).map((at) => at - times[0]!);

/** Do these times, oldest first, stand at full five minutes, or whole quarters or ten minutes apart? */
export const onClock = (times: readonly number[], rule: ClockRule): boolean =>
  multiples(times, FIVE_MINUTES_MS, rule) || TIMETABLES_MS.some((period) => multiples(sinceFirst(times), period, rule));

/**
 * Whole five minutes apart, from whatever second on? Then a timetable explains that others keep step. Counted from the first:
 * a timetable does not drift, while a queue's round that is nearly five minutes long is seconds further off each time.
 */
export const everyFiveMinutes = (times: readonly number[], rule: ClockRule): boolean =>
  multiples(sinceFirst(times), FIVE_MINUTES_MS, rule);
