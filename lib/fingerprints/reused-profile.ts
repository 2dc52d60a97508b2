/**
 * Looks for: the same bio on several accounts of one flock.
 * A sign because: bios of some length are one's own words; a recipe has few (METHOD S7: generic bios).
 * Wrongly catches: prayers, slogans and verses that many people have as their bio: a bio that others here have as well never
 * counts. Pictures are not compared: their pixels cannot be had without a request.
 * Source: Jones 2016.
 */
import { profileTraits } from '../flocks/profile';
import { oncePerFlock } from '../flocks/surroundings';
import { jaccard, shingles } from '../text/near';
import { fingerprint, notEnoughSeen } from './fingerprint';

const bios = oncePerFlock((flock, { others }) => {
  const grams = (sample: typeof others) =>
    sample.flatMap((one) => (one.profile?.bio === undefined ? [] : [{ id: one.id, grams: shingles(one.profile.bio) }]));
  return { flock: grams(flock.sample), others: grams(others) };
});

export const reusedProfile = fingerprint(
  { id: 'reused-profile', version: 1, title: 'The same bio', family: 'else' },
  (evidence) => {
    const { account, flock, others, settings } = evidence;
    const rule = settings.reusedProfile;
    const known = flock && bios(flock, evidence);
    const bio = account && profileTraits(account).bio;
    if (!known || bio === undefined) return notEnoughSeen({ key: 'reused-profile/unseen' });
    const own = shingles(bio);
    const same = (list: typeof known.flock) =>
      list.filter((one) => one.id !== account?.id && jaccard(one.grams, own) >= rule.sameBio).length;
    const [mates, usual] = [same(known.flock), same(known.others)];
    const usualShare = others.length === 0 ? 0 : usual / others.length;
    const match = mates + 1 >= rule.minAccounts && usualShare <= rule.maxBaseline;
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: mates,
      threshold: rule.minAccounts,
      n: known.flock.length,
      baseline: usualShare,
      postIds: [],
      said: { key: 'reused-profile/told', others: mates, bios: known.flock.length, usual: usualShare },
    };
  },
);
