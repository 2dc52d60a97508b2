/**
 * Do the accounts of a flock take turns: one after the other, in the same order and at the same distance, round after round?
 * A queue goes through its list, and may wait a little longer or shorter each time. A crowd answers what happens (a goal, an
 * hour, a lesson): many at once, in another order each time. So the null hypothesis is not that anybody posts at any time,
 * but that each posts at the flock's own moments; and what a clock explains is left out.
 */
import type { AccountId } from '../model';
import type { Settings } from '../settings';
import { poissonTail } from '../statistics';
import { everyFiveMinutes, onClock } from './clock';
import type { MemberTraits, SeenPost } from './evidence';
import { oncePerFlock } from './surroundings';
import { burstStarts, pausesOf } from './traits';

type Rule = Settings['turns'];

/** Beginnings of an account's bursts, oldest first. */
type Starts = readonly number[];

/** Lags tried for what chance would do: as many as this of each burst of an account. */
const TRIED = 12;

const clockOf = (rule: Rule) => ({ clockMs: rule.lagSpreadMs, clockShare: rule.clockShare });

/** Place of the first number that is not smaller. */
export function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Does the other follow these bursts, or go before them, `times` times at one lag? */
function keepsStep(own: Starts, other: Starts, times: number, rule: Rule): boolean {
  for (const start of own) {
    for (const answer of other) {
      const lag = answer - start;
      if (Math.abs(lag) > rule.maxLagMs || Math.abs(lag) < rule.lagSpreadMs) continue;
      const met = own.filter((at) => other.some((one) => Math.abs(one - at - lag) <= rule.lagSpreadMs));
      if (met.length >= times && !everyFiveMinutes(met, clockOf(rule))) return true;
    }
  }
  return false;
}

/** How many of so many accounts would keep step by chance, if each posted `each` times at moments drawn from the flock's. */
function byChance(own: Starts, moments: readonly number[], each: number, times: 2 | 3, rule: Rule): number {
  let total = 0;
  for (const [i, start] of own.entries()) {
    const [from, to] = [firstFrom(moments, start - rule.maxLagMs), firstFrom(moments, start + rule.maxLagMs)];
    const stride = Math.max(1, Math.ceil((to - from) / TRIED));
    for (let k = from; k < to; k += stride) {
      const lag = moments[k]! - start;
      if (Math.abs(lag) < rule.lagSpreadMs) continue;
      // Ways in which one, and two, of the other bursts are met as well.
      let [one, two] = [0, 0];
      for (const [j, at] of own.entries()) {
        if (j === i) continue;
        const window =
          firstFrom(moments, at + lag + rule.lagSpreadMs) - firstFrom(moments, at + lag - rule.lagSpreadMs);
        const met = Math.min(1, ((each - 1) * window) / moments.length);
        two += one * met;
        one += met;
      }
      total += stride * (times === 2 ? one : two);
    }
  }
  // Each set of bursts that are met was counted once from each of them.
  return (total * each) / (moments.length * times);
}

const startsOf = (sample: readonly MemberTraits[], least: number, rule: Rule) =>
  sample.flatMap(({ id, bursts = [], gaps }) =>
    bursts.length >= least && !gaps.coarse && !onClock(bursts, clockOf(rule)) ? [{ id, bursts }] : [],
  );

const momentsOf = (accounts: readonly { readonly bursts: Starts }[]): readonly number[] =>
  accounts.flatMap((one) => one.bursts).toSorted((a, b) => a - b);

/**
 * Whether the flock as a whole takes turns: pairs of accounts that keep step three times, beside what chance would do. It is
 * phase-lock's to say, and says nothing where that is switched off.
 */
export const flockTurns = oncePerFlock((flock, { settings }) => {
  const rule = settings.turns;
  const accounts = startsOf(flock.sample, 3, rule).slice(0, rule.most);
  const moments = momentsOf(accounts);
  const each = accounts.length === 0 ? 0 : moments.length / accounts.length;
  let [pairs, expected] = [0, 0];
  for (const [i, { bursts }] of accounts.entries()) {
    for (const other of accounts.slice(i + 1)) if (keepsStep(bursts, other.bursts, 3, rule)) pairs++;
    expected += (byChance(bursts, moments, each, 3, rule) * (accounts.length - 1)) / 2;
  }
  const p = poissonTail(pairs, expected, rule.overDispersion);
  const enough = accounts.length >= rule.minAccounts && !settings.off.includes('phase-lock');
  const standsOut = pairs >= rule.timesChance * expected && p < rule.maxP;
  return {
    n: accounts.length,
    pairs,
    expected,
    p,
    match: enough && standsOut && pairs >= rule.minShare * accounts.length,
  };
});

const others = oncePerFlock((flock, { settings }) => {
  const accounts = startsOf(flock.sample, 2, settings.turns);
  return { accounts, moments: momentsOf(accounts) };
});

/** With how many of the flock's sample these bursts keep step so many times, and how likely that is by chance. */
export function turnsOf(
  id: AccountId | undefined,
  own: Starts,
  times: 2 | 3,
  ...[flock, around]: Parameters<typeof flockTurns>
) {
  const rule = around.settings.turns;
  const { accounts, moments } = others(flock, around);
  const mates = accounts.filter((one) => one.id !== id);
  if (own.length < times || mates.length === 0 || onClock(own, clockOf(rule))) {
    return { mates: 0, n: mates.length, p: 1 };
  }
  const each = moments.length / accounts.length;
  const inStep = mates.filter((one) => keepsStep(own, one.bursts, times, rule)).length;
  const p = poissonTail(inStep, byChance(own, moments, each, times, rule) * mates.length, 1);
  return { mates: inStep, n: mates.length, p };
}

/** The place of an account in its flock's turns. */
export interface Place extends ReturnType<typeof turnsOf> {
  /** How often its mates keep step, at least. */
  readonly times: 2 | 3;
  readonly all: ReturnType<typeof flockTurns>;
}

/**
 * Does an account fit its flock's turns? All accounts of one queue have one round, so whoever pauses as long as that, once, is
 * in step with all of them: without a hurried pause of its own it must be so twice.
 */
export function placeInTurns(
  id: AccountId | undefined,
  posts: readonly SeenPost[],
  ...[flock, around]: Parameters<typeof flockTurns>
): Place | undefined {
  const rule = around.settings.turns;
  const all = flockTurns(flock, around);
  if (!all.match) return undefined;
  const times = pausesOf(posts).some((ms) => ms >= 1000 && ms <= rule.lagSpreadMs) ? 2 : 3;
  const own = turnsOf(id, burstStarts(posts, around.settings), times, flock, around);
  return own.mates >= rule.minMates && own.p < rule.maxOwnP ? { ...own, times, all } : undefined;
}
