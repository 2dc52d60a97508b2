/**
 * Looks for: accounts that post the texts of one pool under one hashtag and then under another.
 * A sign because: whoever has something to say says it where it belongs; a queue is pointed at whatever trends (METHOD S14,
 * S16: the same accounts on other tags, #FreeIran texts under #1988massacre).
 * Wrongly catches: services whose texts fit everywhere (prayers, poetry). It needs copied texts and never makes a badge with
 * them alone.
 * Source: Jones 2016 and its comments.
 */
import { fingerprint, notEnoughSeen } from './fingerprint';

export const retargeting = fingerprint(
  { id: 'retargeting', version: 1, title: 'Same texts, other hashtags', family: 'else' },
  ({ posts, shared, settings }) => {
    const rule = settings.retargeting;
    const pool = new Set(shared.flatMap((text) => text.postIds));
    const tagged = posts.filter((post) => pool.has(post.id) && post.tags !== undefined);
    if (shared.length < rule.minTexts || tagged.length < rule.minTexts) {
      return notEnoughSeen(
        { key: 'retargeting/few', texts: shared.length, needed: rule.minTexts },
        { n: tagged.length },
      );
    }
    // Posts that list the same few tags every time are on one conversation: only posts without a tag in common part it.
    const targets: string[][] = [];
    for (const { tags } of tagged)
      if (!targets.some((target) => target.some((tag) => tags!.includes(tag)))) targets.push([...tags!]);
    const match = targets.length >= rule.minTags;
    const names = targets.slice(0, 3).map((target) => target[0]!);
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: targets.length,
      threshold: rule.minTags,
      n: tagged.length,
      postIds: match ? tagged.slice(0, 4).map((post) => post.id) : [],
      said: match ? { key: 'retargeting/match', hashtags: targets.length, names } : { key: 'retargeting/no-match' },
    };
  },
);
