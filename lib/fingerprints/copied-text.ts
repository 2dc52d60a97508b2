/**
 * Looks for: the same original texts, or near-same ones, posted by many accounts.
 * A sign because: one shared text is a coincidence, a slogan, a share button; the same two and more, account after
 * account, is a common source (METHOD S3: 30 texts, 10,673 posts).
 * Wrongly catches: prayer and alert services, greetings and slogans copied by hand, share buttons, regional editions. So
 * it never makes a badge alone: another family must agree.
 * Source: Jones 2016; Pacheco 2021; VIGINUM D3lta (arXiv 2312.17338).
 */
import { fingerprint, notEnoughSeen } from './fingerprint';

export const copiedText = fingerprint(
  { id: 'copied-text', version: 1, title: 'Copied texts', family: 'text' },
  ({ posts, shared, flock, settings }) => {
    const rule = settings.copiedText;
    const comparable = posts.filter((post) => post.text !== undefined).length;
    if (comparable < rule.minTexts) {
      return notEnoughSeen(
        { key: 'copied-text/few', posts: comparable, needed: rule.minTexts },
        { n: comparable, threshold: rule.minTexts },
      );
    }
    const size = flock?.accounts ?? 0;
    const match = shared.length >= rule.minTexts && size >= rule.weakAccounts;
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: shared.length,
      threshold: rule.minTexts,
      n: size,
      said: match
        ? { key: 'copied-text/match', texts: shared.length, others: size - 1 }
        : {
            key: 'copied-text/no-match',
            posts: comparable,
            texts: shared.length,
            accounts: size,
            minTexts: rule.minTexts,
            minAccounts: rule.weakAccounts,
          },
      postIds: match ? shared.map((text) => text.postIds[0]!).slice(0, 8) : [],
    };
  },
);
