/**
 * Looks for: accounts of one flock whose bursts begin at a constant lag from one another, three times and more; or a flock
 * whose accounts follow one another in one order, round after round, though each round takes a little longer or shorter.
 * A sign because: two people do not pause equally long, twice; two accounts in one queue do (METHOD: @3abodelsabhin and
 * @3adelelmreshed, periods of 1,480 and 1,482 s, lag 16 s, three times of three).
 * Wrongly catches: schedulers at full minutes, or every so many minutes (bursts by the clock are left out), one app that
 * posts for all its users at once (lags near zero are left out) or in turn at times of its own, such as those of prayer.
 * Null hypothesis: the other's bursts stand anywhere in the time seen, or where the flock's stand, whichever is likelier: a
 * stadium shouts at every goal. Each further burst in step has the chance of its window; how many accounts are in step is
 * then a binomial tail. Own: it keeps such a lag. Flock: its flock takes turns, and this account has its place.
 * Source: Jones 2016 (table); Chavoshi 2016.
 */

import { everyFiveMinutes, onClock } from '../flocks/clock';
import type { SeenPost } from '../flocks/evidence';
import { oncePerFlock } from '../flocks/surroundings';
import { burstStarts } from '../flocks/traits';
import { firstFrom, type Place, placeInTurns } from '../flocks/turns';
import type { Settings } from '../settings';
import { binomialTail } from '../statistics';
import { fingerprint, notEnoughSeen, type Told } from './fingerprint';

type Rule = Settings['phaseLock'];
type Starts = readonly number[];

const proving = (posts: readonly SeenPost[]) => posts.slice(0, 3).map((post) => post.id);

const near = (starts: Starts, at: number, rule: Rule): boolean =>
  starts.some((one) => Math.abs(one - at) <= rule.maxLagSpreadMs);

/** The lag at which another's bursts follow these, where it is constant over enough of them. Milliseconds. */
export function constantLag(own: Starts, other: Starts, rule: Rule): number | undefined {
  for (const start of own.slice(0, own.length - rule.minBursts + 1)) {
    for (const answer of other) {
      const lag = answer - start;
      if (Math.abs(lag) < rule.minLagMs) continue;
      const inStep = own.filter((at) => near(other, at + lag, rule));
      if (inStep.length >= rule.minBursts && !everyFiveMinutes(inStep, rule)) return lag;
    }
  }
  return undefined;
}

/** The flock's accounts with bursts enough, and the moments of all their bursts, oldest first. */
const inFlock = oncePerFlock(({ sample }, { settings }) => {
  const accounts = sample.flatMap(({ id, bursts = [] }) =>
    bursts.length < settings.phaseLock.minBursts ? [] : [{ id, bursts }],
  );
  return { accounts, moments: accounts.flatMap((one) => one.bursts).toSorted((a, b) => a - b) };
});

/** The chance of another account of the flock to stand in a window where these met one at such a lag. */
function meets(own: Starts, lags: readonly number[], moments: Starts, accounts: number, rule: Rule): number {
  const shares = lags.flatMap((lag) =>
    own.flatMap((at) => {
      const [from, to] = [at + lag - rule.maxLagSpreadMs, at + lag + rule.maxLagSpreadMs];
      const there = firstFrom(moments, to + 1) - firstFrom(moments, from);
      // The one that was met itself says nothing of the others; nobody begins two bursts within seconds.
      return there === 0 ? [] : [(there - 1) / accounts];
    }),
  );
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

/** What is told of an account that fits the turns its flock takes. */
function takesTurns(place: Place | undefined, posts: readonly SeenPost[], { turns }: Settings): Told | undefined {
  return (
    place && {
      outcome: 'match',
      scope: 'flock',
      observed: place.mates,
      threshold: turns.maxOwnP,
      n: place.n,
      p: place.p,
      postIds: proving(posts),
      said: {
        key: 'phase-lock/turns',
        mates: place.mates,
        times: place.times,
        spreadMs: turns.lagSpreadMs,
        accounts: place.all.n,
        pairs: place.all.pairs,
      },
    }
  );
}

export const phaseLock = fingerprint(
  { id: 'phase-lock', version: 2, title: 'In step with others', family: 'cadence' },
  (evidence) => {
    const { account, posts, flock, settings } = evidence;
    const rule = settings.phaseLock;
    if (!flock) return notEnoughSeen({ key: 'phase-lock/alone' });
    const own = burstStarts(posts, settings);
    const figures = { threshold: rule.maxP, n: own.length };
    const coarse = posts.length > 0 && posts.every((post) => post.atMs % 60_000 === 0);
    const inTurn = () =>
      takesTurns(coarse ? undefined : placeInTurns(account?.id, posts, flock, evidence), posts, settings);
    if (own.length < rule.minBursts) {
      const few = { key: 'phase-lock/few', bursts: own.length, needed: rule.minBursts } as const;
      return inTurn() ?? notEnoughSeen(few, figures);
    }
    if (coarse) return notEnoughSeen({ key: 'phase-lock/coarse' }, figures);
    const told = { ...figures, scope: 'own' as const };
    if (onClock(own, rule)) {
      return { ...told, outcome: 'no-match', postIds: [], said: { key: 'phase-lock/clock' } };
    }
    const all = inFlock(flock, evidence);
    const mates = all.accounts.filter((one) => one.id !== account?.id);
    const lags = mates
      .flatMap((one) => constantLag(own, one.bursts, rule) ?? [])
      .toSorted((a, b) => Math.abs(a) - Math.abs(b));
    const mostBursts = Math.max(1, ...mates.map((one) => one.bursts.length));
    const spanMs = own.at(-1)! - own[0]! || 1;
    // One burst fixes the lag; each of the others must meet a window of twice the spread by chance.
    const anywhere = (mostBursts * 2 * rule.maxLagSpreadMs) / spanMs;
    const met = Math.min(1, Math.max(anywhere, meets(own, lags, all.moments, mates.length, rule)));
    const byChance = Math.min(1, own.length * mostBursts * met ** (rule.minBursts - 1));
    const p = binomialTail(lags.length, mates.length, byChance);
    const match = lags.length > 0 && p < rule.maxP;
    const inStep: Told = {
      ...told,
      outcome: match ? 'match' : 'no-match',
      observed: lags.length,
      n: mates.length,
      p,
      postIds: match ? proving(posts) : [],
      said: match
        ? { key: 'phase-lock/match', others: lags.length, times: rule.minBursts, nearestMs: Math.abs(lags[0]!) }
        : { key: 'phase-lock/no-match', accounts: mates.length, inStep: lags.length },
    };
    return (match ? undefined : inTurn()) ?? inStep;
  },
);
