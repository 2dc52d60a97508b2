/**
 * Looks for: shared texts posted in the same order by account after account.
 * A sign because: people pass texts on in the order in which they met them; a queue plays one list (METHOD: all 32 posts fit
 * one global order; pairs concordant 10 of 10, permutation p = 0.003).
 * Wrongly catches: one outlet's order of publication, followed by its readers. It is of the texts' family and never second.
 * Null hypothesis: each pair of shared texts stands in either order with equal chance.
 * Source: Jones 2016 (table).
 */
import { pacedPosts } from '../flocks/traits';
import { binomialTail } from '../statistics';
import { fingerprint, notEnoughSeen } from './fingerprint';

export const playlist = fingerprint(
  { id: 'playlist', version: 1, title: 'Same texts, same order', family: 'text' },
  ({ account, posts, shared, flock, settings }) => {
    const rule = settings.playlist;
    const rootOf = new Map(shared.flatMap((text) => text.postIds.map((id) => [id, text.root] as const)));
    const own = [...new Set(pacedPosts(posts).flatMap((post) => rootOf.get(post.id) ?? []))];
    if (!flock || own.length < rule.minShared) {
      return notEnoughSeen(
        { key: 'playlist/few-texts', texts: own.length, needed: rule.minShared },
        { n: own.length, threshold: rule.minPairs },
      );
    }
    const rank = new Map(own.map((root, i) => [root, i]));
    let [same, reversed, mates] = [0, 0, 0];
    for (const one of flock.sample) {
      if (one.id === account?.id) continue;
      // By hand, and by index: it is done for every account with every other of its flock.
      const ranks: number[] = [];
      for (const root of one.order ?? []) if (rank.has(root)) ranks.push(rank.get(root)!);
      if (ranks.length < rule.minShared) continue;
      mates++;
      for (let i = 0; i < ranks.length; i++) {
        for (let j = i + 1; j < ranks.length; j++) ranks[i]! < ranks[j]! ? same++ : reversed++;
      }
    }
    const pairs = same + reversed;
    if (pairs < rule.minPairs) {
      return notEnoughSeen(
        { key: 'playlist/few-pairs', pairs, needed: rule.minPairs },
        { n: pairs, threshold: rule.minPairs },
      );
    }
    // Pairs of one account are not independent of one another: each mate counts as its texts less one.
    const p = binomialTail(same, pairs, 0.5) ** (1 / Math.max(1, pairs / (mates * (rule.minShared - 1))));
    const match = same === pairs || p < rule.maxP;
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: same / pairs,
      threshold: rule.maxP,
      n: pairs,
      p,
      postIds: [],
      said: { key: 'playlist/told', same, pairs, others: mates },
    };
  },
);
