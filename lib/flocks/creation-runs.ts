/** Runs of creation dates in a flock: the scan behind the fingerprints of dates and cohort. */
import type { Settings } from '../settings';
import { kolmogorovSmirnov, poissonTail } from '../statistics';
import { oncePerFlock } from './surroundings';
import { dayOf } from './traits';

export interface Run {
  readonly from: number;
  /** Last day, included. */
  readonly to: number;
  readonly accounts: number;
}

interface Candidate extends Run {
  readonly expected: number;
}

const NO_RUNS: { readonly windows: readonly Run[]; readonly p: number } = { windows: [], p: 1 };

/** Days around a window over which the others' rate is smoothed. */
const AROUND = 180;
const MOST_WINDOWS = 8;
/** Jeffreys' prior: a window in which no other account was seen is not one in which none could be. */
const PRIOR = 0.5;
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

/**
 * The windows that stand out one after another, as many of them as together are least likely by chance: three small runs can
 * say what none says alone. Corrected for all ways of choosing that many windows.
 */
function mostTelling(
  days: readonly number[],
  bestOf: (left: readonly number[]) => Candidate | undefined,
  tests: number,
  rule: Settings['creationCluster'],
): { readonly windows: readonly Run[]; readonly p: number } {
  let [left, told] = [days, NO_RUNS];
  const chosen: Candidate[] = [];
  let ways = 1;
  for (let best = bestOf(left); best && chosen.length < MOST_WINDOWS; best = bestOf(left)) {
    chosen.push(best);
    ways *= Math.max(1, tests - chosen.length + 1) / chosen.length;
    const total = (pick: (one: Candidate) => number) => chosen.reduce((sum, one) => sum + pick(one), 0);
    const tail = poissonTail(
      total((one) => one.accounts),
      total((one) => one.expected),
      rule.overDispersion,
    );
    const p = Math.min(1, tail * ways);
    if (p < rule.maxP && p < told.p) told = { windows: [...chosen], p };
    const { from, to } = best;
    left = left.filter((day) => day < from || day > to);
  }
  return told;
}

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

  /** Share of the others expected in a window: smoothed over a year, never below what stands in the window itself. */
  const usualShare = (from: number, to: number): number => {
    const wide = (within(usual, from - AROUND, to + AROUND) + PRIOR) / (usual.length + 1);
    const smooth = (wide * (to - from + 1)) / (to - from + 1 + 2 * AROUND);
    return Math.max(smooth, (within(usual, from, to) + PRIOR) / (usual.length + 1));
  };

  const leastExpected = (PRIOR * days.length) / (usual.length + 1);
  const tests = days.length * rule.windowsDays.length;
  /** The window that stands out most (Kulldorff's likelihood ratio). */
  const bestOf = (left: readonly number[]): Candidate | undefined => {
    let [ratio, best]: [number, Candidate | undefined] = [0, undefined];
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
    return best;
  };

  const { windows, p } = enough && ks < rule.maxKsP ? mostTelling(days, bestOf, tests, rule) : NO_RUNS;
  const inside = windows.reduce((sum, one) => sum + one.accounts, 0);
  const usualInside = windows.reduce((sum, one) => sum + within(usual, one.from, one.to), 0);
  return {
    enough,
    windows,
    n: days.length,
    share: days.length === 0 ? 0 : inside / days.length,
    usualShare: usual.length === 0 ? 0 : usualInside / usual.length,
    p,
    match: windows.length > 0 && inside / days.length >= rule.minShare,
  };
});

/** The run in which a day stands, where the flock has runs at all. */
export function runOf(day: number | undefined, ...[flock, around]: Parameters<typeof creationRuns>): Run | undefined {
  const { match, windows } = creationRuns(flock, around);
  return match && day !== undefined ? windows.find((one) => day >= one.from && day <= one.to) : undefined;
}
