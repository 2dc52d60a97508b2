/** A label in the reader's words: the project's own, or the extension's for the keys it brings along. */
import { defaultCodebook, labelOfKey } from '@/lib/codebook';
import type { WordKey, Words } from './words';

const ownWord: Readonly<Record<string, WordKey>> = {
  spam: 'label_spam',
  'not-spam': 'label_notSpam',
  unsure: 'label_unsure',
};

/** @param key also of a codebook that is not here: then the key is all there is to say. */
export function labelTitle(words: Words, key: string, codebook = words.codebook ?? defaultCodebook): string {
  const title = labelOfKey(codebook, key)?.title;
  if (title !== undefined) return title;
  const own = Object.hasOwn(ownWord, key) ? ownWord[key] : undefined;
  return own === undefined ? key : words.say(own);
}
