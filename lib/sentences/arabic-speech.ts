/** Numbers, nouns and names as an Arabic sentence holds them. */
import { type NounName, nouns } from './arabic-nouns';
import { hundredthsOf } from './hundredths';

export interface ArabicSpeech {
  /** A number alone. */
  readonly n: (n: number) => string;
  /** Counted, as a subject: “حسابان”. None is “لا حسابات”. */
  readonly count: (n: number, noun: NounName) => string;
  /** Counted, after a word that governs it: “من حسابين”. */
  readonly of: (n: number, noun: NounName) => string;
  /** 0.934 → “93 %”, 0.0027 → “0.3 %”: a share that is not nothing never reads as nothing. */
  readonly percent: (share: number) => string;
  /** A duration after a word that governs it. @param digits after the comma, where it is a mean. */
  readonly seconds: (s: number, digits?: 1) => string;
  readonly date: (day: number) => string;
  /** What somebody else wrote: the name of an app, a host, a hashtag. */
  readonly name: (text: string) => string;
}

/** Held apart from the direction of the words around it. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** @param locale its digits and its months. */
export function arabicSpeech(locale: string): ArabicSpeech {
  const plural = new Intl.PluralRules('ar');
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const means = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const n = (value: number): string => isolated(numbers.format(value));

  /** @param governed by the word before it, as after a preposition. */
  function counted(value: number, noun: NounName, governed: boolean, digits: string): string {
    const [one, two, ofTwo, few, many, other] = nouns[noun];
    switch (plural.select(value)) {
      case 'zero':
        return governed ? `${digits} ${other}` : `لا ${few}`;
      case 'one':
        return one;
      case 'two':
        return governed ? ofTwo : two;
      case 'few':
        return `${digits} ${few}`;
      case 'many':
        return `${digits} ${many}`;
      case 'other':
        return `${digits} ${other}`;
    }
  }

  return {
    n,
    count: (value, noun) => counted(value, noun, false, n(value)),
    of: (value, noun) => counted(value, noun, true, n(value)),
    percent: (share) => isolated(percents.format(hundredthsOf(share) / 100)),
    seconds(s, digits) {
      const value = digits === undefined ? s : Number(s.toFixed(digits));
      return counted(value, 'second', true, digits === undefined ? n(value) : isolated(means.format(value)));
    },
    date: (day) => isolated(dates.format(day * 86_400_000)),
    name: isolated,
  };
}
