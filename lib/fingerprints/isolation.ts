/**
 * Looks for: accounts that never answer, mention, quote or repost anybody.
 * A sign because: people talk to people; a queue talks to nobody.
 * Wrongly catches: outlets, poetry and prayer accounts, people who only comment. It supports and never decides.
 * Source: METHOD §2.
 */
import { fingerprint, notEnoughSeen } from './fingerprint';

export const isolation = fingerprint(
  { id: 'isolation', version: 1, title: 'Talks to nobody', family: 'else' },
  ({ posts, others, settings }) => {
    const rule = settings.isolation;
    const social = posts.filter((post) => post.kind === 'reply' || post.kind === 'repost' || post.talks).length;
    const figures = { n: posts.length, threshold: rule.maxShare };
    if (posts.length < rule.minPosts) {
      return notEnoughSeen({ key: 'isolation/few', posts: posts.length, needed: rule.minPosts }, figures);
    }
    const share = social / posts.length;
    const seen = others.reduce((sum, one) => sum + one.posts, 0);
    const usual = seen === 0 ? undefined : others.reduce((sum, one) => sum + (one.social ?? 0), 0) / seen;
    return {
      ...figures,
      outcome: share <= rule.maxShare ? 'match' : 'no-match',
      scope: 'own',
      observed: share,
      ...(usual === undefined ? {} : { baseline: usual }),
      postIds: [],
      said: { key: 'isolation/told', social, posts: posts.length, ...(usual === undefined ? {} : { usual }) },
    };
  },
);
