/**
 * Looks for: the same parts of the profile filled in, and left empty, among the accounts created in the same days.
 * A sign because: accounts made by one recipe look alike by batch (METHOD S6: only those of 2016 have bio and banner).
 * Wrongly catches: young accounts, whose profiles are bare: the page's other accounts are the measure, and it means nothing
 * without the runs of dates: it is of their family.
 * Source: Jones 2016.
 */
import { type Run, runOf } from '../flocks/creation-runs';
import { profileParts, profileShape as shapeOf } from '../flocks/profile';
import { oncePerFlock } from '../flocks/surroundings';
import { dayOf } from '../flocks/traits';
import { fingerprint, notEnoughSeen } from './fingerprint';

/** Shapes by run: its first day names it. */
const shapes = oncePerFlock((flock, { others }) => {
  const known = new Map<number, readonly string[]>();
  const shapesOf = (sample: typeof others) => sample.flatMap((one) => one.profile?.shape ?? []);
  const usual = shapesOf(others);
  return {
    usual,
    of(run: Run): readonly string[] {
      const inside = (day = 0) => day >= run.from && day <= run.to;
      const own = known.get(run.from) ?? shapesOf(flock.sample.filter((one) => inside(one.createdDay)));
      known.set(run.from, own);
      return own;
    },
  };
});

export const profileShape = fingerprint(
  { id: 'profile-shape', version: 1, title: 'Profiles of one recipe', family: 'dates' },
  (evidence) => {
    const { account, flock, settings } = evidence;
    const rule = settings.profileShape;
    const day = account?.createdAtMs === undefined ? undefined : dayOf(account.createdAtMs);
    const run = flock && runOf(day, flock, evidence);
    const own = account && shapeOf(account);
    const parts = account && profileParts(account);
    if (!flock || !run || own === undefined || !parts) return notEnoughSeen({ key: 'profile-shape/alone' });
    const { usual, of } = shapes(flock, evidence);
    const mates = of(run);
    if (mates.length < rule.minAccounts || usual.length < rule.minAccounts) {
      return notEnoughSeen({ key: 'profile-shape/few' }, { n: mates.length });
    }
    const share = mates.filter((shape) => shape === own).length / mates.length;
    const usualShare = usual.filter((shape) => shape === own).length / usual.length;
    const match = share >= rule.minShare && usualShare <= rule.maxBaseline;
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: share,
      threshold: rule.minShare,
      baseline: usualShare,
      n: mates.length,
      postIds: [],
      said: {
        key: 'profile-shape/told',
        share,
        accounts: mates.length,
        parts,
        usual: usualShare,
      },
    };
  },
);
