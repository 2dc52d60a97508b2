import { expect, test } from 'vitest';
import { fitsTerms, searchable, searchTerms } from '@/lib/text/search';

const finds = (query: string, text: string) => fitsTerms(searchTerms(query), (term) => searchable(text).includes(term));

test.each([
  ['hello', 'HELLO world'],
  ['مدرسه', 'المدرسة'],
  ['على', 'علي'],
  ['istanbul', 'ISTANBUL'],
  ['naive', 'naïve'],
  ['東京', '今日の東京は'],
  ['۱۲', 'عدد 12'],
  ['#tag', 'some #TAG here'],
  ['@you', '@You and me'],
  ['"red fish"', 'a red fish'],
  ['“red fish”', 'a red 🐟 fish'],
  ['fish red', 'a red fish'],
  ['-blue', 'a red fish'],
  ['-"red blue"', 'a red fish'],
  ['#', 'anything'],
  ['', ''],
])('%j finds %j', (query, text) => {
  expect(finds(query, text)).toBe(true);
});

test.each([
  ['hullo', 'hello'],
  ['"fish red"', 'a red fish'],
  ['-red', 'a red fish'],
  ['red blue', 'a red fish'],
  ['-"red fish"', 'a red fish'],
])('%j does not find %j', (query, text) => {
  expect(finds(query, text)).toBe(false);
});
