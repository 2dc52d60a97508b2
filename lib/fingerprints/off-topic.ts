/**
 * Looks for: texts that share no word with what the page's other accounts talk about.
 * A sign because: who comes to talk uses the words of the talk; who comes to flood brings football (METHOD S13: none of the
 * texts concerns the loan).
 * Wrongly catches: prayers, greetings, jokes, another language than the others'. It supports and never decides.
 * Source: Jones 2016.
 */
import { oncePerFlock } from '../flocks/surroundings';
import { fingerprint, notEnoughSeen } from './fingerprint';

/** Words that several of the others use, but not most: the topic, without the language's everyday words. */
const topic = oncePerFlock((_flock, { otherWords }) => {
  const uses = new Map<number, number>();
  for (const words of otherWords) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const words = new Set([...uses].flatMap(([word, n]) => (n >= 3 && n <= otherWords.length / 2 ? [word] : [])));
  const on = otherWords.filter((list) => list.some((word) => words.has(word))).length;
  return { words, usual: otherWords.length === 0 ? 0 : on / otherWords.length };
});

export const offTopic = fingerprint(
  { id: 'off-topic', version: 1, title: 'About something else', family: 'else' },
  (evidence) => {
    const { flock, shared, otherWords, settings } = evidence;
    const rule = settings.offTopic;
    const about = flock && topic(flock, evidence);
    // Where the others have no topic in common, nobody can be off it.
    if (!about || shared.length < rule.minTexts || otherWords.length < rule.minPosts || about.usual < rule.minUsual) {
      return notEnoughSeen({ key: 'off-topic/few' }, { n: otherWords.length });
    }
    const on = shared.filter((text) => text.words.some((word) => about.words.has(word)));
    const share = on.length / shared.length;
    const match = share <= rule.maxOverlap;
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'own',
      observed: share,
      threshold: rule.maxOverlap,
      baseline: about.usual,
      n: shared.length,
      postIds: match ? shared.slice(0, 3).map((text) => text.postIds[0]!) : [],
      said: { key: 'off-topic/told', on: on.length, texts: shared.length, usual: about.usual },
    };
  },
);
