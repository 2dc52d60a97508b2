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
import { creationRuns, runOf } from '../flocks/creation-runs';
import { dayOf } from '../flocks/traits';
import { fingerprint, notEnoughSeen } from './fingerprint';

export const creationCluster = fingerprint(
  { id: 'creation-cluster', version: 1, title: 'Created in the same days', family: 'dates' },
  (evidence) => {
    const { account, flock, settings } = evidence;
    const rule = settings.creationCluster;
    if (!flock) return notEnoughSeen({ key: 'creation-cluster/alone' });
    const all = creationRuns(flock, evidence);
    const figures = { n: all.n, threshold: rule.maxP };
    if (!all.enough) return notEnoughSeen({ key: 'creation-cluster/few' }, figures);
    if (account?.createdAtMs === undefined) return notEnoughSeen({ key: 'creation-cluster/unseen' }, figures);
    const day = dayOf(account.createdAtMs);
    const run = runOf(day, flock, evidence);
    const told = { ...figures, observed: all.share, baseline: all.usualShare, p: all.p, postIds: [] };
    if (run) {
      return {
        ...told,
        outcome: 'match',
        scope: 'own',
        said: {
          key: 'creation-cluster/match',
          day,
          share: all.share,
          accounts: all.n,
          runs: all.windows.length,
          from: run.from,
          to: run.to,
          usual: all.usualShare,
        },
      };
    }
    return {
      ...told,
      outcome: 'no-match',
      scope: 'own',
      said: all.match ? { key: 'creation-cluster/outside', day, share: all.share } : { key: 'creation-cluster/spread' },
    };
  },
);
