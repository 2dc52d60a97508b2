/**
 * Looks for: handles that are the display name, cut, with a digit or two behind it, in one flock after the other.
 * A sign because: whoever makes accounts by the hundred takes the handles the form proposes (METHOD: three of six).
 * Wrongly catches: people who did the same; name and eight digits is what X has proposed to everybody since 2017 and never
 * counts. It supports and never decides.
 * Source: Jones 2016 (table).
 */
import { handleKind } from '../flocks/profile';
import { count, fingerprint, notEnoughSeen, percent } from './fingerprint';

export const handleTemplate = fingerprint(
  { id: 'handle-template', version: 1, title: 'Handles of one make', family: 'else' },
  ({ account, flock, others, settings }) => {
    const rule = settings.handleTemplate;
    const named = flock?.sample.filter((one) => one.profile?.handle !== undefined) ?? [];
    const own = account && handleKind(account);
    const usual = others.filter((one) => one.profile?.handle !== undefined);
    if (own === undefined || named.length < rule.minAccounts || usual.length < rule.minAccounts) {
      return notEnoughSeen('Too few handles seen, of its group or of the others here, to compare them.', {
        n: named.length,
      });
    }
    const made = (sample: typeof usual) => sample.filter((one) => one.profile?.handle === 'name-and-digit').length;
    const share = made(named) / named.length;
    const usualShare = made(usual) / usual.length;
    const match =
      own === 'name-and-digit' &&
      made(named) >= rule.minAccounts &&
      share >= (rule.timesBaseline * (made(usual) + 1)) / (usual.length + 1);
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: share,
      threshold: rule.timesBaseline,
      n: named.length,
      baseline: usualShare,
      postIds: [],
      sentence: match
        ? `Its handle is its name with a digit, as ${percent(share)} of ${count(named.length, 'handle')} of its group are; of the others here, ${percent(usualShare)}.`
        : 'Its handle is not made like those of its group, or theirs are made like anybody’s.',
    };
  },
);
