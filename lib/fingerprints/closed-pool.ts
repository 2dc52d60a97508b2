/**
 * Looks for: a flock that has very few distinct texts for very many posts.
 * A sign because: people who agree still find their own words; a playlist does not (METHOD S3: 30 texts for 10,673 posts).
 * Wrongly catches: prayer and alert services, petitions with a prescribed sentence. It says the same as copied-text in
 * another way, so it is of the same family and never the second one.
 * Source: Jones 2016, volume table.
 */
import { fingerprint, notEnoughSeen } from './fingerprint';

export const closedPool = fingerprint(
  { id: 'closed-pool', version: 1, title: 'Few texts, many posts', family: 'text' },
  ({ flock, shared, settings }) => {
    const rule = settings.closedPool;
    if (!flock) return notEnoughSeen({ key: 'closed-pool/none' });
    const figures = { n: flock.posts, threshold: rule.maxRatio };
    if (flock.posts < rule.minPosts) {
      return notEnoughSeen({ key: 'closed-pool/few', posts: flock.posts, needed: rule.minPosts }, figures);
    }
    const ratio = flock.texts / flock.posts;
    const match = ratio <= rule.maxRatio;
    return {
      ...figures,
      outcome: match ? 'match' : 'no-match',
      scope: 'flock',
      observed: ratio,
      said: { key: 'closed-pool/told', accounts: flock.accounts, posts: flock.posts, texts: flock.texts },
      postIds: match ? shared.map((text) => text.postIds[0]!).slice(0, 3) : [],
    };
  },
);
