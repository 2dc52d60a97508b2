/**
 * What a value must look like to be believed. Each reader takes anything and answers with a checked value, or with
 * undefined, which means *unknown*: nothing is ever replaced by 0, '' or false.
 */

const ID = /^\d{1,20}$/;
const HANDLE = /^\w{1,20}$/;
const WEB_ADDRESS = /^https?:\/\//i;
const COUNT = /^\d{1,15}$/;

/** Longest strings that are kept, in UTF-16 units. X's own limits are well below: 50, 160, 25,000. */
const NAME_CAP = 200;
const BIO_CAP = 2_000;
const TEXT_CAP = 30_000;
const URL_CAP = 2_000;
const SOURCE_CAP = 1_000;

/** The beginning of a string, never ending in half a character. */
function cut(value: string, cap: number): string {
  if (value.length <= cap) return value;
  const last = value.charCodeAt(cap - 1);
  return value.slice(0, last >= 0xd800 && last <= 0xdbff ? cap - 1 : cap);
}

/** An id: a string of 1–20 digits. A number is none, for its last digits may already be lost. */
export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && ID.test(value) ? value : undefined;

/** A handle without `@`, in the letters X allows. */
export const handleOf = (value: unknown): string | undefined =>
  typeof value === 'string' && HANDLE.test(value) ? value : undefined;

/** A plain yes or no; words and numbers are neither. */
export const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/** A finite integer from 0 up; X sends some of them as strings of digits. */
export function countOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  return typeof value === 'string' && COUNT.test(value) ? Number(value) : undefined;
}

/** A string of X's own, as it stands. */
export const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** A name or short word; '' tells nothing. */
export const nameOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? cut(value, NAME_CAP) : undefined;

/** Words of a profile; '' is the site saying that there are none. */
export const bioOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? cut(value, BIO_CAP) : undefined;

/** A post's text as written, '' included. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? cut(value, TEXT_CAP) : undefined;

/** An http(s) address; anything else (`javascript:`, `card://`, a cut one) is unknown. */
export const urlOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= URL_CAP && WEB_ADDRESS.test(value) ? value : undefined;

/** An http(s) address, or '' where the site says that there is none. */
export const urlOrNoneOf = (value: unknown): string | undefined => (value === '' ? '' : urlOf(value));

const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** A text in which `&`, `<` and `>` are written as HTML entities, as X does in `full_text`. Decoded once, never twice. */
export const escapedTextOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? cut(
        value.includes('&') ? value.replace(/&(?:amp|lt|gt);/g, (entity) => CHARACTERS[entity] ?? entity) : value,
        TEXT_CAP,
      )
    : undefined;

/** The app's name out of an anchor, e.g. `<a href="…">Twitter for  iPhone</a>` → `Twitter for iPhone`. */
export function clientOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = cut(value, SOURCE_CAP)
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|apos|nbsp|#34|#39);/g, (entity) => CHARACTERS[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
  return nameOf(words);
}

const DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([A-Z][a-z]{2}) (\d{2}) (\d{2}):(\d{2}):(\d{2}) \+0000 (\d{4})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Twitter began on 21 March 2006; ids, and so the network as it is, end in July 2080. */
const OLDEST_MS = Date.UTC(2006, 2, 1);
const NEWEST_MS = Date.UTC(2080, 6, 11);

/** A date like `Sat Dec 14 04:35:55 +0000 2013`, to milliseconds since 1970, UTC. Impossible ones are unknown. */
export function dateMsOf(value: unknown): number | undefined {
  const parts = typeof value === 'string' ? DATE.exec(value) : null;
  if (!parts) return undefined;
  const month = MONTHS.indexOf(parts[1] ?? '');
  const [day, hour, minute, second, year] = parts.slice(2).map(Number) as [number, number, number, number, number];
  const ms = Date.UTC(year, month, day, hour, minute, second);
  const date = new Date(ms);
  // 31 February would silently become March, 24:00 the next day.
  const exists =
    date.getUTCMonth() === month &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    minute < 60 &&
    second < 60;
  return exists && ms >= OLDEST_MS && ms < NEWEST_MS ? ms : undefined;
}
