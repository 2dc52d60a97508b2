/**
 * Looks for: a flock whose links all lead to one place.
 * A sign because: a crowd links what it found, each its own; a campaign has one thing to show (METHOD S12: every tweet links a
 * Saudi 24 video).
 * Wrongly catches: readers of one outlet on its own topic, share buttons. It supports and never decides.
 * Source: Jones 2016.
 */
import { oncePerFlock } from '../flocks/surroundings';
import { fingerprint, notEnoughSeen } from './fingerprint';

const flockOutlet = oncePerFlock((flock, { others }) => {
  const linking = flock.sample.filter((one) => one.domain !== undefined);
  const faithful = linking.filter((one) => (one.domainShare ?? 0) >= 0.5);
  const counts = new Map<string, number>();
  for (const { domain } of faithful) counts.set(domain!, (counts.get(domain!) ?? 0) + 1);
  const [domain, accounts] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  const usual = others.filter((one) => one.domain !== undefined);
  const usualShare =
    usual.length === 0 ? undefined : usual.filter((one) => one.domain === domain).length / usual.length;
  return { domain, n: linking.length, share: linking.length === 0 ? 0 : accounts / linking.length, usualShare };
});

export const oneOutlet = fingerprint(
  { id: 'one-outlet', version: 1, title: 'One outlet', family: 'else' },
  (evidence) => {
    const { posts, flock, settings } = evidence;
    const rule = settings.oneOutlet;
    const linked = posts.filter((post) => post.domain !== undefined);
    const all = flock && flockOutlet(flock, evidence);
    if (!flock || !all || all.n < rule.minAccounts || linked.length === 0) {
      return notEnoughSeen({ key: 'one-outlet/few' }, { n: linked.length });
    }
    const own = linked.filter((post) => post.domain === all.domain);
    const match = all.share >= rule.minShare && own.length >= rule.minShare * linked.length;
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: all.share,
      threshold: rule.minShare,
      n: all.n,
      ...(all.usualShare === undefined ? {} : { baseline: all.usualShare }),
      postIds: match ? own.slice(0, 3).map((post) => post.id) : [],
      said: match
        ? {
            key: 'one-outlet/match',
            own: own.length,
            links: linked.length,
            domain: all.domain,
            share: all.share,
            accounts: all.n,
          }
        : { key: 'one-outlet/no-match' },
    };
  },
);
