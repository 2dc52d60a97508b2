/**
 * Looks for: accounts of one flock created in few runs of days, unlike the page's other accounts.
 * A sign because: people join on any day; accounts made in bulk come in runs (METHOD S4: 994 accounts in 18 days).
 * Wrongly catches: those who joined for the event (the 30 days before the page's newest post are left out), a class that
 * signed up together, a country's wave of joining (the page's other accounts are the measure, never a uniform rate).
 * Null hypothesis: the flock's dates come from the same distribution as the others'. A scan over windows of 1–60 days
 * (Kulldorff 1997), judged by a Poisson tail that is over-dispersed fivefold and corrected for the number of windows, and
 * Kolmogorov–Smirnov over all dates.
 * Source: Jones 2016; Bellutta & Carley 2023 (J. Big Data 10:20); Echeverria & Zhou 2017.
 */
import { dayOf } from '../flocks/traits';
import { kolmogorovSmirnov, poissonTail } from '../statistics';
import { count, fingerprint, notEnoughSeen, oncePerFlock, percent } from './fingerprint';

interface Window {
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

const flockDates = oncePerFlock((flock, { others, pageMs, settings }) => {
  const rule = settings.creationCluster;
  const newest = pageMs === undefined ? Infinity : dayOf(pageMs) - rule.ignoreNewestDays;
  const dates = (sample: typeof others) =>
    sample.flatMap(({ createdDay: day }) => (day !== undefined && day < newest ? [day] : [])).toSorted((a, b) => a - b);
  const days = dates(flock.sample);
  const usual = dates(others);
  const enough = days.length >= rule.minAccounts && usual.length >= rule.minBaseline;
  const ks = kolmogorovSmirnov(days, usual);
  const windows: Window[] = [];

  /** Share of the others expected in a window: smoothed over a year, never below what stands in the window itself. */
  const usualShare = (from: number, to: number): number => {
    const wide = (within(usual, from - AROUND, to + AROUND) + 1) / (usual.length + 1);
    const smooth = (wide * (to - from + 1)) / (to - from + 1 + 2 * AROUND);
    return Math.max(smooth, (within(usual, from, to) + 1) / (usual.length + 1));
  };

  const leastExpected = days.length / (usual.length + 1);
  /** The window that stands out most (Kulldorff's likelihood ratio), where it is significant. */
  const bestOf = (left: readonly number[]): Window | undefined => {
    let [ratio, best]: [number, Omit<Window, 'p'> & { expected: number }] = [
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

// One formatter for all: making one costs a hundred times what using it does.
const DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const dateWords = (day: number): string => DATE.format(day * 86_400_000);

export const creationCluster = fingerprint(
  { id: 'creation-cluster', version: 1, title: 'Created in the same days', family: 'dates' },
  (evidence) => {
    const { account, flock, settings } = evidence;
    const rule = settings.creationCluster;
    if (!flock) return notEnoughSeen('Stands in no group whose creation dates could be compared.');
    const all = flockDates(flock, evidence);
    const figures = { n: all.n, threshold: rule.maxP };
    if (!all.enough) {
      return notEnoughSeen(
        'Too few creation dates seen, of its group or of the other accounts here, to compare them.',
        figures,
      );
    }
    if (account?.createdAtMs === undefined) return notEnoughSeen('Its own creation date was not seen.', figures);
    const day = dayOf(account.createdAtMs);
    const window = all.windows.find((one) => day >= one.from && day <= one.to);
    const told = { ...figures, observed: all.share, baseline: all.usualShare, p: all.p, postIds: [] };
    if (all.match && window) {
      return {
        ...told,
        outcome: 'match',
        scope: 'own',
        sentence: `Created on ${dateWords(day)}. ${percent(all.share)} of ${count(all.n, 'dated account')} of its group were created in ${count(all.windows.length, 'run')} of days such as ${dateWords(window.from)} to ${dateWords(window.to)}; of the other accounts here, ${percent(all.usualShare)}.`,
      };
    }
    return {
      ...told,
      outcome: 'no-match',
      scope: 'own',
      sentence: all.match
        ? `Created on ${dateWords(day)}, outside the days in which ${percent(all.share)} of its group were created.`
        : `The creation dates of its group are spread like those of the other accounts here.`,
    };
  },
);

/** For the verdict and for knowing when a flock must be judged anew: the runs of days found, as text. */
export const flockRuns = (evidence: Parameters<typeof creationCluster.examine>[0]): readonly string[] =>
  evidence.flock && flockDates(evidence.flock, evidence).match
    ? flockDates(evidence.flock, evidence).windows.map((one) => `${one.from}-${one.to}`)
    : [];
