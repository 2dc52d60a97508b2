/**
 * Folding: what two writings of the same words have in common.
 * Campaigns put emoji, flags, tatweel, other alefs and their hashtag into one and the same text (METHOD §1); folded, the
 * copies are equal again.
 */

/** Addresses, mentions, hashtags and keycaps: no words of the author's. Addresses are ASCII, so glued Arabic survives. */
const NOT_WORDS =
  /https?:\/\/[\x21-\x7e]+|\b(?:t\.co|pic\.twitter\.com|pic\.x\.com)\/\w+|[@＠]\w+|[#＃](?![\ufe0f\u20e3])[\p{L}\p{M}\p{N}_\u200c\u200d]+|[\d#*]\ufe0f?\u20e3/gu;

/**
 * Marks that spelling leaves out: Latin accents, Hebrew points, Arabic harakat and Quranic signs, frames of keycaps. Indic vowels
 * stay.
 */
const SILENT =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\ufe00-\ufe0f]|[\u20d0-\u20f0]/g;

/** Letters that stand for one another in everyday writing. NFKD has already split hamza from its seat. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  'ٱ': 'ا', 'ة': 'ه', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ے': 'ي', 'ک': 'ك', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ۃ': 'ه',
  'ı': 'i', 'ß': 'ss', 'ς': 'σ', 'ø': 'o', 'đ': 'd', 'ł': 'l', 'æ': 'ae', 'œ': 'oe',
}; // biome-ignore format: a table reads better in rows
const SAME = new RegExp(`[${Object.keys(SAME_LETTER).join('')}]`, 'g');

const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6];
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]/g;
const asciiDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  const zero = DIGIT_ZEROS.findLast((z) => z <= code) ?? code;
  return String(code - zero);
};

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(SILENT, '')
    .replace(SAME, (letter) => SAME_LETTER[letter] ?? letter)
    .replace(DIGITS, asciiDigit)
    .normalize('NFC');

/** The words of a text, folded and parted by single spaces. Folding twice changes nothing. */
export function fold(text: string): string {
  return foldLetters(text.normalize('NFC').replace(NOT_WORDS, ' '))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .trim();
}

/** The folded letters and digits without spaces: what is compared, so that an emoji inside a word changes nothing. */
export const compact = (text: string): string => compactOf(fold(text));

/** @param folded what `fold` gave */
export function compactOf(folded: string): string {
  return folded
    .replaceAll(' ', '')
    .normalize('NFC')
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

/** A hashtag (without `#`) in the form in which two spellings are one page. */
export function foldHashtag(tag: string): string {
  return foldLetters(tag)
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '')
    .normalize('NFC');
}
