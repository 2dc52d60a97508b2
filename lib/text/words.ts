/** What a text is about, as hashes of its folded words. */
import { fold } from './fold';
import { hash32 } from './hash';

/** Shorter words bind sentences together and say nothing of the topic. */
const LETTERS = 4;
const KEPT = 24;

/** Hashes of the first distinct longer words of a text. */
export function wordHashes(text: string): readonly number[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word.length >= LETTERS);
  return [...new Set(words)].slice(0, KEPT).map((word) => hash32(word));
}
