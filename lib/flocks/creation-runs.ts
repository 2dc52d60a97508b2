/** Runs of creation dates in a flock: the scan behind the fingerprints of dates and cohort. */
import { kolmogorovSmirnov, poissonTail } from '../statistics';
import { oncePerFlock } from './surroundings';
import { dayOf } from './traits';

export interface Run {
  readonly from: number;
  /** Last day, included. */
  readonly to: number;
  readonly accounts: number;
  readonly p: number;
}

/** Days around a window over which the others' rate is smoothed. */
const AROUND = 180;
const MOST_WINDOWS = 8;
/** Fewer accounts are no run. */
const LEAST = 5;

/** How many of these sorted days are smaller. */
function before(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of these sorted days stand in a window, both ends included. */
const within = (days: readonly number[], from: number, to: number): number => before(days, to + 1) - before(days, from);

/** The runs of days in which a flock's accounts were created, held against the page's other accounts. */
export const creationRuns = oncePerFlock((flock, { others, pageMs, settings }) => {
  const rule = settings.creationCluster;
  const newest = pageMs === undefined ? Infinity : dayOf(pageMs) - rule.ignoreNewestDays;
  const dates = (sample: typeof others) =>
    sample.flatMap(({ createdDay: day }) => (day !== undefined && day < newest ? [day] : [])).toSorted((a, b) => a - b);
  const days = dates(flock.sample);
  const usual = dates(others);
  const enough = days.length >= rule.minAccounts && usual.length >= rule.minBaseline;
  const ks = kolmogorovSmirnov(days, usual);
  const windows: Run[] = [];

  /** Share of the others expected in a window: smoothed over a year, never below what stands in the window itself. */
  const usualShare = (from: number, to: number): number => {
    const wide = (within(usual, from - AROUND, to + AROUND) + 1) / (usual.length + 1);
    const smooth = (wide * (to - from + 1)) / (to - from + 1 + 2 * AROUND);
    return Math.max(smooth, (within(usual, from, to) + 1) / (usual.length + 1));
  };

  const leastExpected = days.length / (usual.length + 1);
  /** The window that stands out most (Kulldorff's likelihood ratio), where it is significant. */
  const bestOf = (left: readonly number[]): Run | undefined => {
    let [ratio, best]: [number, Omit<Run, 'p'> & { expected: number }] = [
      0,
      { from: 0, to: 0, accounts: 0, expected: 0 },
    ];
    for (const width of rule.windowsDays) {
      let start = 0;
      for (const [end, to] of left.entries()) {
        while (left[start]! <= to - width) start++;
        const accounts = end - start + 1;
        if (accounts < LEAST || left[end + 1] === to) continue;
        // Not even the smallest share possible would make it the best.
        if (accounts * Math.log(accounts / leastExpected) < ratio) continue;
        const from = left[start]!;
        const expected = usualShare(from, to) * days.length;
        if (accounts < rule.timesBaseline * expected) continue;
        const likelihood = accounts * Math.log(accounts / expected) - (accounts - expected);
        if (likelihood > ratio) [ratio, best] = [likelihood, { from, to, accounts, expected }];
      }
    }
    const tests = left.length * rule.windowsDays.length;
    const p = Math.min(1, poissonTail(best.accounts, best.expected, rule.overDispersion) * tests);
    return p < rule.maxP ? { from: best.from, to: best.to, accounts: best.accounts, p } : undefined;
  };

  if (enough && ks < rule.maxKsP) {
    let left = days;
    for (let best = bestOf(left); best && windows.length < MOST_WINDOWS; best = bestOf(left)) {
      const { from, to } = best;
      windows.push(best);
      left = left.filter((day) => day < from || day > to);
    }
  }
  const inside = windows.reduce((sum, one) => sum + one.accounts, 0);
  const usualInside = windows.reduce((sum, one) => sum + within(usual, one.from, one.to), 0);
  return {
    enough,
    windows,
    n: days.length,
    share: days.length === 0 ? 0 : inside / days.length,
    usualShare: usual.length === 0 ? 0 : usualInside / usual.length,
    p: Math.min(1, ...windows.map((one) => one.p)),
    match: windows.length > 0 && inside / days.length >= rule.minShare,
  };
});

/** The run in which a day stands, where the flock has runs at all. */
export function runOf(day: number | undefined, ...[flock, around]: Parameters<typeof creationRuns>): Run | undefined {
  const { match, windows } = creationRuns(flock, around);
  return match && day !== undefined ? windows.find((one) => day >= one.from && day <= one.to) : undefined;
}
