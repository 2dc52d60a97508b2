/** Reads the numbers out of an Arabic sentence, those told in words among them, and holds them against the English ones. */
import { createSay, inEnglish } from '../../../lib/sentences';
import { nouns } from '../../../lib/sentences/arabic-nouns';
import type { Said } from '../../../lib/sentences/said';
import { numbersIn } from '../fingerprints/evidence';

/** The forms that hold no digit, the longest first: “حسابان” is 2, “لا حسابات” 0. */
const told = Object.values(nouns)
  .flatMap(([one, two, ofTwo, few]) => [
    [one, 1] as const,
    [two, 2] as const,
    [ofTwo, 2] as const,
    [`لا ${few}`, 0] as const,
  ])
  .toSorted(([a], [b]) => b.length - a.length);

const digits = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)))
    .replaceAll('٫', '.')
    .replaceAll('٬', '');

/** All numbers that an Arabic sentence tells, without those of dates. */
export function arabicNumbersIn(sentence: string): readonly number[] {
  let text = digits(sentence).replaceAll(/\u2068\d{1,2} \p{L}+ \d{4}[^\u2069]*\u2069/gu, '');
  for (const [form, n] of told) text = text.replaceAll(form, ` ${n} `);
  return numbersIn(text);
}

const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b).join(' ');
/** What others wrote, and stands in a sentence as it is. */
const dataOf = (said: Said) =>
  Object.values(said).flatMap((one) => (typeof one === 'string' ? [one] : Array.isArray(one) ? one : []));
const isolated = /\u2068[^\u2068\u2069]*\u2069/g;

/** @returns what is wrong with the Arabic sentence, measured by the English one, or `undefined`. */
export function untrueInArabic(said: Said, locale: 'ar' | 'ar-EG' = 'ar'): string | undefined {
  const [arabic, english] = [createSay(locale)(said), inEnglish(said)];
  const is = sorted(arabicNumbersIn(arabic));
  const should = sorted(numbersIn(english.replaceAll(/\btwo\b/g, '2')));
  if (is !== should) return `${said.key}: ${is} in Arabic, ${should} in English: ${arabic} / ${english}`;
  // Words of Latin letters are somebody's own, and these and all digits stand isolated.
  const bare = arabic.replaceAll(isolated, '');
  if (/\p{Nd}|[\u2068\u2069]/u.test(bare)) return `${said.key}: a number that is not isolated: ${arabic}`;
  if (/[A-Za-z]/.test(bare.replace('غيّر X ', ''))) return `${said.key}: English in it: ${arabic}`;
  const foreign = [...arabic.matchAll(isolated)].map(([one]) => one.slice(1, -1)).filter((one) => /[A-Za-z]/.test(one));
  const data = new Set(dataOf(said).flatMap((one) => [one, `#${one}`]));
  if (!foreign.every((one) => data.has(one))) return `${said.key}: English in it: ${arabic}`;
  return /^[^\n]*[\u0600-\u06ff][^\n]*$/.test(arabic) ? undefined : `${said.key}: no Arabic: ${arabic}`;
}
