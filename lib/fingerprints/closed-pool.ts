/**
 * Looks for: a flock that has very few distinct texts for very many posts.
 * A sign because: people who agree still find their own words; a playlist does not (METHOD S3: 30 texts for 10,673 posts).
 * Wrongly catches: prayer and alert services, petitions with a prescribed sentence. It says the same as copied-text in
 * another way, so it is of the same family and never the second one.
 * Source: Jones 2016, volume table.
 */
import { count, fingerprint, notEnoughSeen, percent } from './fingerprint';

export const closedPool = fingerprint(
  { id: 'closed-pool', version: 1, title: 'Few texts, many posts', family: 'text' },
  ({ flock, shared, settings }) => {
    const rule = settings.closedPool;
    if (!flock) return notEnoughSeen('Shares no pool of texts with other accounts seen here.');
    const figures = { n: flock.posts, threshold: rule.maxRatio };
    if (flock.posts < rule.minPosts) {
      return notEnoughSeen(
        `${count(flock.posts, 'post')} of the accounts with these texts seen; ${rule.minPosts} are needed to tell.`,
        figures,
      );
    }
    const ratio = flock.texts / flock.posts;
    const match = ratio <= rule.maxRatio;
    return {
      ...figures,
      outcome: match ? 'match' : 'no-match',
      scope: 'flock',
      observed: ratio,
      sentence: `${count(flock.accounts, 'account')} wrote ${count(flock.posts, 'post')} with ${count(flock.texts, 'distinct text')} (${percent(ratio)}).`,
      postIds: match ? shared.map((text) => text.postIds[0]!).slice(0, 3) : [],
    };
  },
);
