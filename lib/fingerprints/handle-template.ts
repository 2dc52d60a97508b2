/**
 * Looks for: handles that are the display name, cut, with a digit or two behind it, in one flock after the other.
 * A sign because: whoever makes accounts by the hundred takes the handles the form proposes (METHOD: three of six).
 * Wrongly catches: people who did the same; name and eight digits is what X has proposed to everybody since 2017 and never
 * counts. It supports and never decides.
 * Source: Jones 2016 (table).
 */
import { handleKind } from '../flocks/profile';
import { oncePerFlock } from '../flocks/surroundings';
import { fingerprint, notEnoughSeen } from './fingerprint';

/** Handles known, and those made of the name, in the flock and among the page's others. */
const handles = oncePerFlock((flock, { others }) => {
  const kinds = (sample: typeof others) => sample.flatMap((one) => one.profile?.handle ?? []);
  const told = (all: ReturnType<typeof kinds>) => ({
    n: all.length,
    made: all.filter((kind) => kind === 'name-and-digit').length,
  });
  return { named: told(kinds(flock.sample)), usual: told(kinds(others)) };
});

const NONE: ReturnType<typeof handles> = { named: { n: 0, made: 0 }, usual: { n: 0, made: 0 } };

export const handleTemplate = fingerprint(
  { id: 'handle-template', version: 1, title: 'Handles of one make', family: 'else' },
  (evidence) => {
    const { account, flock, settings } = evidence;
    const rule = settings.handleTemplate;
    const { named, usual } = flock ? handles(flock, evidence) : NONE;
    const own = account && handleKind(account);
    if (own === undefined || named.n < rule.minAccounts || usual.n < rule.minAccounts) {
      return notEnoughSeen({ key: 'handle-template/few' }, { n: named.n });
    }
    const share = named.made / named.n;
    const usualShare = usual.made / usual.n;
    const match =
      own === 'name-and-digit' &&
      named.made >= rule.minAccounts &&
      share >= (rule.timesBaseline * (usual.made + 1)) / (usual.n + 1);
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: share,
      threshold: rule.timesBaseline,
      n: named.n,
      baseline: usualShare,
      postIds: [],
      said: match
        ? { key: 'handle-template/match', share, handles: named.n, usual: usualShare }
        : { key: 'handle-template/no-match' },
    };
  },
);
