/**
 * Looks for: accounts of one flock whose bursts begin at a constant lag from one another, three times and more.
 * A sign because: two people do not pause equally long, twice; two accounts in one queue do (METHOD: @3abodelsabhin and
 * @3adelelmreshed, periods of 1,480 and 1,482 s, lag 16 s, three times of three).
 * Wrongly catches: schedulers at full minutes, or every so many minutes (bursts by the clock are left out), one app that
 * posts for all its users at once (lags near zero are left out), prayer times.
 * Null hypothesis: the other's bursts stand anywhere in the time seen; each further burst in step has the chance of its
 * window. How many accounts are in step is then a binomial tail.
 * Source: Jones 2016 (table); Chavoshi 2016.
 */

import { burstStarts } from '../flocks/traits';
import type { Settings } from '../settings';
import { binomialTail } from '../statistics';
import { count, fingerprint, notEnoughSeen } from './fingerprint';

type Rule = Settings['phaseLock'];
const CLOCK_MS = 300_000;
/** What people have their apps post by, from whatever minute on: every 10, 15, 20, 30 minutes, every two hours. */
const TIMETABLES_MS = [600_000, 900_000];

const multiples = (spans: readonly number[], of: number, rule: Rule): boolean =>
  spans.filter((ms) => Math.min(ms % of, of - (ms % of)) <= rule.clockMs).length >= rule.clockShare * spans.length;

const onClock = (starts: readonly number[], rule: Rule): boolean =>
  multiples(starts, CLOCK_MS, rule) ||
  TIMETABLES_MS.some((period) =>
    multiples(
      starts.slice(1).map((at) => at - starts[0]!),
      period,
      rule,
    ),
  );

/** Whatever else it posts: are these bursts whole five minutes apart? Then a timetable explains that others keep step. */
const everyFiveMinutes = (starts: readonly number[], rule: Rule): boolean =>
  multiples(
    starts.slice(1).map((at, i) => at - starts[i]!),
    CLOCK_MS,
    rule,
  );

/** The lag at which another's bursts follow these, where it is constant over enough of them. Milliseconds. */
export function constantLag(own: readonly number[], other: readonly number[], rule: Rule): number | undefined {
  for (const start of own.slice(0, own.length - rule.minBursts + 1)) {
    for (const answer of other) {
      const lag = answer - start;
      if (Math.abs(lag) < rule.minLagMs) continue;
      const inStep = own.filter((at) => other.some((one) => Math.abs(one - at - lag) <= rule.maxLagSpreadMs));
      if (inStep.length >= rule.minBursts && !everyFiveMinutes(inStep, rule)) return lag;
    }
  }
  return undefined;
}

export const phaseLock = fingerprint(
  { id: 'phase-lock', version: 1, title: 'In step with others', family: 'cadence' },
  ({ account, posts, flock, settings }) => {
    const rule = settings.phaseLock;
    if (!flock) return notEnoughSeen('Stands in no group whose bursts could be compared.');
    const own = burstStarts(posts, settings);
    const figures = { threshold: rule.maxP, n: own.length };
    if (own.length < rule.minBursts) {
      return notEnoughSeen(
        `${count(own.length, 'burst')} seen; ${rule.minBursts} are needed to see it in step with others.`,
        figures,
      );
    }
    if (posts.every((post) => post.atMs % 60_000 === 0)) {
      return notEnoughSeen('The times of its posts are too coarse to see it in step with others.', figures);
    }
    if (onClock(own, rule)) {
      return {
        ...figures,
        outcome: 'no-match',
        scope: 'own',
        postIds: [],
        sentence: 'Posts by the clock, as many schedulers do.',
      };
    }
    const mates = flock.sample.filter((one) => one.id !== account?.id && (one.bursts?.length ?? 0) >= rule.minBursts);
    const lags = mates.flatMap((one) => constantLag(own, one.bursts!, rule) ?? []);
    const spanMs = own.at(-1)! - own[0]! || 1;
    const mostBursts = Math.max(1, ...mates.map((one) => one.bursts!.length));
    // One burst fixes the lag; each of the others must meet a window of twice the spread by chance.
    const meets = Math.min(1, (mostBursts * 2 * rule.maxLagSpreadMs) / spanMs);
    const byChance = Math.min(1, own.length * mostBursts * meets ** (rule.minBursts - 1));
    const p = binomialTail(lags.length, mates.length, byChance);
    const match = lags.length > 0 && p < rule.maxP;
    const nearest = lags.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? 0;
    return {
      ...figures,
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: lags.length,
      n: mates.length,
      p,
      postIds: match ? posts.slice(0, 3).map((post) => post.id) : [],
      sentence: match
        ? `Its bursts keep a constant distance from those of ${count(lags.length, 'other account')} with the same texts, ${rule.minBursts} times or more (nearest: ${Math.round(Math.abs(nearest) / 1000)} s).`
        : `Of ${count(mates.length, 'account')} with the same texts, ${lags.length === 0 ? 'none keeps' : `${lags.length} keep`} in step with it: no more than chance.`,
    };
  },
);
