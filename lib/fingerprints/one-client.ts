/**
 * Looks for: a flock that posts from one app that hardly anyone else on the page uses.
 * A sign because: a crowd uses the phones it has; one operator uses one desk (METHOD S5: all TweetDeck).
 * Wrongly catches: prayer apps, alert services and regional editions, which post from one app by nature. So with copied
 * texts alone it does not make a badge; the most common apps never count; a missing client is no evidence.
 * Source: Jones 2016.
 */
import { flockClient } from '../flocks/client';
import { fingerprint, notEnoughSeen, type Told } from './fingerprint';

export const oneClient = fingerprint({ id: 'one-client', version: 1, title: 'One app', family: 'else' }, (evidence) => {
  const { posts, flock, settings } = evidence;
  const rule = settings.oneClient;
  if (!flock) return notEnoughSeen({ key: 'one-client/alone' });
  const all = flockClient(flock, evidence);
  const figures = { n: all.n, threshold: rule.minShare, baseline: all.usualShare };
  if (!all.enough) return notEnoughSeen({ key: 'one-client/few' }, figures);
  const own = posts.filter((post) => post.client !== undefined);
  if (own.length === 0) return notEnoughSeen({ key: 'one-client/unseen' }, figures);
  const ownShare = own.filter((post) => post.client === all.client).length / own.length;
  const told = { ...figures, observed: all.share, scope: 'own' as const };
  if (all.match && ownShare >= rule.minShare) {
    return {
      ...told,
      outcome: 'match',
      postIds: own.slice(0, 3).map((post) => post.id),
      said: { key: 'one-client/match', client: all.client, share: all.share, accounts: all.n, usual: all.usualShare },
    };
  }
  return { ...told, outcome: 'no-match', postIds: [], said: whyNot(all), ...(all.match ? { against: true } : {}) };
});

function whyNot({ match, client, service, common }: ReturnType<typeof flockClient>): Told['said'] {
  if (match) return { key: 'one-client/another', client };
  if (service) return { key: 'one-client/service', client, service: service.kind };
  return { key: common ? 'one-client/common' : 'one-client/various' };
}
