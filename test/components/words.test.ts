import { expect, test } from 'vitest';
import { messagesOf, wordsOf } from './words-of';

const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

test('English and Arabic have the same words, each with the plural forms of its language', () => {
  const en = Object.keys(messagesOf('en'));
  const ar = Object.keys(messagesOf('ar'));
  expect(new Set(ar.map(withoutPlural))).toEqual(new Set(en.map(withoutPlural)));
  const families = en.filter((key) => key.endsWith('_other')).map(withoutPlural);
  for (const [language, keys] of [
    ['en', en],
    ['ar', ar],
  ] as const) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const family of families) {
      for (const category of pluralCategories) expect(keys).toContain(`${family}_${category}`);
    }
  }
});

test('no message asks for a part that its original does not have', () => {
  const parts = (text: string | undefined) => [...new Set(text?.match(/\$\d/g))].sort().join();
  const [en, ar] = [messagesOf('en'), messagesOf('ar')];
  const single = Object.keys(en).filter((key) => withoutPlural(key) === key);
  for (const key of single) expect([key, parts(ar[key]?.message)]).toEqual([key, parts(en[key]?.message)]);
});

test('never a verdict on a person', () => {
  for (const { message } of Object.values(messagesOf('en'))) expect(message).not.toMatch(/\b(bot|bots|fake)\b/i);
});

test('counts in English and Arabic', () => {
  const en = wordsOf('en');
  expect([1, 2, 1240].map((n) => en.count('posts', n))).toEqual(['1 post', '2 posts', '1,240 posts']);
  const ar = wordsOf('ar');
  expect(new Set([0, 1, 2, 3, 11, 100].map((n) => ar.count('accounts', n))).size).toBe(6);
});

test('numbers follow the catalogue when the browser speaks a third language', () => {
  expect(wordsOf('en', 'de-DE').number(1240)).toBe('1,240');
  expect(wordsOf('en', 'en-GB').percent(0.901)).toBe('90.1%');
  expect(wordsOf('ar').dir).toBe('rtl');
});

test('figures are short and never round a small chance to nothing', () => {
  const { figure } = wordsOf('en');
  expect([0, 0.8333, 4, 24.666, 1711, 0.0000042].map(figure)).toEqual(['0', '0.833', '4', '24.7', '1,711', '4.2E-6']);
});
