/** What a text is about, as hashes of its folded words. */
import { fold } from './fold';
import { hash32 } from './hash';

/** Shorter words bind sentences together and say nothing of the topic. */
const LETTERS = 4;
const KEPT = 24;

/** Hashes of the first distinct longer words of a text. */
export const wordHashes = (text: string): readonly number[] => wordHashesOf(fold(text));

/** @param folded what `fold` gave */
export function wordHashesOf(folded: string): readonly number[] {
  const words = folded.split(' ').filter((word) => word.length >= LETTERS);
  return [...new Set(words)].slice(0, KEPT).map((word) => hash32(word));
}
