/**
 * Looks for: a flock that posts from one app that hardly anyone else on the page uses.
 * A sign because: a crowd uses the phones it has; one operator uses one desk (METHOD S5: all TweetDeck).
 * Wrongly catches: prayer apps, alert services and regional editions, which post from one app by nature. So with copied
 * texts alone it does not make a badge; the most common apps never count; a missing client is no evidence.
 * Source: Jones 2016.
 */
import { flockClient } from '../flocks/client';
import { count, fingerprint, notEnoughSeen, percent } from './fingerprint';

export const oneClient = fingerprint({ id: 'one-client', version: 1, title: 'One app', family: 'else' }, (evidence) => {
  const { posts, flock, settings } = evidence;
  const rule = settings.oneClient;
  if (!flock) return notEnoughSeen('Stands in no group whose apps could be compared.');
  const all = flockClient(flock, evidence);
  const figures = { n: all.n, threshold: rule.minShare, baseline: all.usualShare };
  if (!all.enough) {
    return notEnoughSeen('The apps of too few accounts were seen, of its group or of the others here.', figures);
  }
  const own = posts.filter((post) => post.client !== undefined);
  if (own.length === 0) return notEnoughSeen('The app it posts from was not seen.', figures);
  const ownShare = own.filter((post) => post.client === all.client).length / own.length;
  const told = { ...figures, observed: all.share, scope: 'own' as const };
  if (all.match && ownShare >= rule.minShare) {
    return {
      ...told,
      outcome: 'match',
      postIds: own.slice(0, 3).map((post) => post.id),
      sentence: `Posts from ${all.client}, as ${percent(all.share)} of ${count(all.n, 'account')} of its group do; of the other accounts here, ${percent(all.usualShare)}.`,
    };
  }
  const sentence = whyNot(all);
  return { ...told, outcome: 'no-match', postIds: [], sentence, ...(all.match ? { against: true } : {}) };
});

const SERVICES = {
  prayers: 'a service that posts prayers for its subscribers',
  alerts: 'a service that posts alerts',
  publishing: 'a tool of newsrooms and offices',
} as const;

function whyNot({ match, client, service, common }: ReturnType<typeof flockClient>): string {
  if (match) return `Posts from another app than its group (${client}).`;
  if (service) return `Its group posts from ${client}, known as ${SERVICES[service.kind]}: sharing it says nothing.`;
  if (common) return 'Its group posts mostly from an app that most people use.';
  return 'Its group posts from various apps, or from one that others here use as well.';
}
