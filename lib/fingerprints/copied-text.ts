/**
 * Looks for: the same original texts, or near-same ones, posted by many accounts.
 * A sign because: one shared text is a coincidence, a slogan, a share button; the same two and more, account after
 * account, is a common source (METHOD S3: 30 texts, 10,673 posts).
 * Wrongly catches: prayer and alert services, greetings and slogans copied by hand, share buttons, regional editions. So
 * it never makes a badge alone: another family must agree.
 * Source: Jones 2016; Pacheco 2021; VIGINUM D3lta (arXiv 2312.17338).
 */
import { count, fingerprint, notEnoughSeen } from './fingerprint';

export const copiedText = fingerprint(
  { id: 'copied-text', version: 1, title: 'Copied texts', family: 'text' },
  ({ posts, shared, flock, settings }) => {
    const rule = settings.copiedText;
    const comparable = posts.filter((post) => post.text !== undefined).length;
    if (comparable < rule.minTexts) {
      return notEnoughSeen(
        `${count(comparable, 'post')} long enough to compare; ${rule.minTexts} are needed to tell.`,
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
      sentence: match
        ? `Posts ${count(shared.length, 'text')} that are shared in a pool of texts posted by ${count(size - 1, 'other account')} seen here.`
        : `${count(comparable, 'post')} compared: ${shared.length === 0 ? 'none shared with a group of accounts' : `${count(shared.length, 'text')} shared with a group of ${count(size, 'account')}`}; ${rule.minTexts} texts and ${rule.weakAccounts} accounts are needed.`,
      postIds: match ? shared.map((text) => text.postIds[0]!).slice(0, 8) : [],
    };
  },
);
