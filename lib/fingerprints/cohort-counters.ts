/**
 * Looks for: following and post counts that are nearly equal among the accounts created in the same days.
 * A sign because: people of one age differ a hundredfold in how much they post and follow; accounts run by one program do not
 * (METHOD S8: all follow 25–79; S10: 19 February ~900 posts, 6 February ~1,700).
 * Wrongly catches: little by itself, but it means nothing without the runs of dates: it is of their family.
 * Measured: interquartile range of the logarithm, within the run, against that of the page's other accounts.
 * Source: Jones 2016.
 */

import { type Run, runOf } from '../flocks/creation-runs';
import type { MemberTraits } from '../flocks/evidence';
import { oncePerFlock } from '../flocks/surroundings';
import { dayOf } from '../flocks/traits';
import { fingerprint, notEnoughSeen } from './fingerprint';

type Counter = 'following' | 'posts';
const COUNTERS: readonly Counter[] = ['following', 'posts'];

const logs = (sample: readonly MemberTraits[], counter: Counter): readonly number[] =>
  sample
    .flatMap((one) => (one.profile?.[counter] === undefined ? [] : [Math.log1p(one.profile[counter])]))
    .toSorted((a, b) => a - b);

const quartile = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
const spread = (sorted: readonly number[]): number => quartile(sorted, 0.75) - quartile(sorted, 0.25);

const usualSpreads = oncePerFlock((_flock, { others }) => COUNTERS.map((counter) => logs(others, counter)));
/** By day of creation: accounts of one day have the same mates. */
const cohorts = oncePerFlock(() => new Map<number, readonly (readonly number[])[]>());

/** The counts of those of the flock who were created within ten days, in one run; a long run holds several ages. */
function cohortOf(day: number, run: Run, ...[flock, around]: Parameters<typeof cohorts>) {
  const known = cohorts(flock, around);
  const mates = () =>
    flock.sample.filter(
      ({ createdDay }) =>
        createdDay !== undefined && Math.abs(createdDay - day) <= 10 && createdDay >= run.from && createdDay <= run.to,
    );
  const counts = known.get(day) ?? COUNTERS.map((counter) => logs(mates(), counter));
  known.set(day, counts);
  return counts;
}

export const cohortCounters = fingerprint(
  { id: 'cohort-counters', version: 1, title: 'Counts as alike as the dates', family: 'dates' },
  (evidence) => {
    const { account, flock, settings } = evidence;
    const rule = settings.cohortCounters;
    const day = account?.createdAtMs === undefined ? undefined : dayOf(account.createdAtMs);
    const run = flock && runOf(day, flock, evidence);
    if (!flock || !run) return notEnoughSeen({ key: 'cohort-counters/alone' });
    const cohort = cohortOf(day!, run, flock, evidence);
    const usual = usualSpreads(flock, evidence);
    const tight = COUNTERS.filter((counter, i) => {
      const [own, others] = [cohort[i]!, usual[i]!];
      const value = account?.[counter];
      if (value === undefined || own.length < rule.minAccounts || others.length < rule.minAccounts) return false;
      const middle = quartile(own, 0.5);
      return spread(own) <= rule.maxSpread * spread(others) && Math.abs(Math.log1p(value) - middle) <= spread(others);
    });
    const n = Math.max(...cohort.map((counts) => counts.length));
    if (n < rule.minAccounts) return notEnoughSeen({ key: 'cohort-counters/few' }, { n });
    return {
      outcome: tight.length > 0 ? 'match' : 'no-match',
      scope: 'own',
      observed: tight.length,
      threshold: rule.maxSpread,
      n,
      postIds: [],
      said:
        tight.length > 0
          ? { key: 'cohort-counters/match', accounts: n, alike: tight }
          : { key: 'cohort-counters/no-match' },
    };
  },
);
