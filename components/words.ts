/**
 * The words on screen, in the reader's language: `public/_locales`. Messages are the browser's own i18n, so the browser
 * chooses the catalogue; plurals and numbers follow the catalogue it chose, not the system, so that they fit together.
 */
import type { Codebook } from '@/lib/codebook';
import { createSay, type Say } from '@/lib/sentences';
import type catalogue from '../public/_locales/en/messages.json';

type Key = keyof typeof catalogue;
/** `posts` for the family `posts_one`, `posts_other`, … (Arabic has six). */
export type PluralKey = Key extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
export type WordKey = Exclude<Key, `${string}_${Intl.LDMLPluralRule}`>;
/** The browser's `i18n`, or a test's. Unknown keys give ''. The language is the browser's, e.g. `ar-EG`. */
export interface Catalogue {
  getMessage(key: string, parts?: string[]): string;
  getUILanguage(): string;
}

export interface Words {
  /** The project's own words for its labels, where a page knows them. */
  readonly codebook?: Codebook;
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  say(key: WordKey, ...parts: readonly string[]): string;
  /** “1,240 posts”: the number stands where the message has `$1`; further parts follow. */
  count(key: PluralKey, n: number, ...parts: readonly string[]): string;
  /** What the engine says, in its words. */
  readonly sentence: Say;
  number(n: number): string;
  /** `share` is 0…1; one decimal. */
  percent(share: number): string;
  /** A figure of a finding: up to three significant digits below 1, none invented above. */
  figure(n: number): string;
  time(atMs: number): string;
  date(atMs: number): string;
  /** “3 sec”, “25 min”, “2 days”: whole ones of the largest unit that fits. */
  duration(ms: number): string;
}

/** The largest first. */
const spans = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Digits and dates follow the browser's language where its catalogue was chosen, else the catalogue's. */
export function createWords(i18n: Catalogue): Words {
  const getMessage = (key: string, parts: string[] = []) => i18n.getMessage(key, parts);
  const uiLanguage = i18n.getUILanguage();
  const language = getMessage('locale') || 'en';
  const locale = uiLanguage.split(/[-_]/)[0] === language ? uiLanguage.replace('_', '-') : language;
  const plural = new Intl.PluralRules(language);
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percents = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const figures = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const tiny = new Intl.NumberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 2 });
  const times = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const number = (n: number) => integers.format(n);
  return {
    locale,
    dir: getMessage('dir') === 'rtl' ? 'rtl' : 'ltr',
    say: (key, ...parts) => getMessage(key, [...parts]),
    count: (key, n, ...parts) => {
      const given = [number(n), ...parts];
      return getMessage(`${key}_${plural.select(n)}`, given) || getMessage(`${key}_other`, given);
    },
    sentence: createSay(locale),
    number,
    percent: (share) => percents.format(share),
    figure: (n) =>
      n !== 0 && Math.abs(n) < 0.001 ? tiny.format(n) : Math.abs(n) >= 1000 ? number(n) : figures.format(n),
    time: (atMs) => times.format(atMs),
    date: (atMs) => dates.format(atMs),
    duration: (ms) => {
      const [unit, length] = spans.find(([, one]) => ms >= one) ?? spans.at(-1)!;
      const format = new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 });
      return format.format(Math.round(ms / length));
    },
  };
}
