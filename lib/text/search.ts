/**
 * Full-text search in any script: both sides are folded, so that hamza, accents, case, tatweel and emoji do not matter.
 * A query is words that must all occur, anywhere in a word; “quoted words” must stand side by side; `-word` must not occur.
 */
import { fold } from './fold';

export interface Terms {
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** Signs that make `fold` leave a word out (hashtags, mentions, addresses): here they are words like any other. */
const SIGNS = /https?:\/\/|[@＠#＃]/gi;
const TERM = /(-?)(?:["“”«»„]([^"“”«»„]*)["“”«»„]?|(\S+))/gu;

/** The text as it is looked through: folded words, single spaces, a space at both ends. */
export const searchable = (text: string): string => ` ${fold(text.replace(SIGNS, ' '))} `;

/** What a person typed as folded terms; signs alone ask nothing. */
export function searchTerms(query: string): Terms {
  const terms = { with: [] as string[], without: [] as string[] };
  for (const [, minus, phrase, word] of query.matchAll(TERM)) {
    const text = searchable(phrase ?? word ?? '').trim();
    if (text === '') continue;
    // A single word that folds to several (a_b, a.b) is meant as it stands: side by side.
    terms[minus === '-' ? 'without' : 'with'].push(text);
  }
  return terms;
}

/** @param has whether a term occurs in what is looked through. */
export const fitsTerms = (terms: Terms, has: (term: string) => boolean): boolean =>
  terms.with.every(has) && !terms.without.some(has);
