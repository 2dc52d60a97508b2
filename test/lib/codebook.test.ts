import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CodebookShape, defaultCodebook, inUse, LabelKey, labelOfKey } from '@/lib/codebook';

const label = { key: 'seller', description: '', colour: '#2673c9', counts: 'neither' } as const;
const isCodebook = (value: unknown) => v.is(CodebookShape, value);

describe('a codebook from outside', () => {
  test('the default passes as it is', () => {
    expect(v.parse(CodebookShape, structuredClone(defaultCodebook))).toEqual(defaultCodebook);
  });
  test.each([
    ['no label', { labels: [] }],
    ['two labels of one key', { labels: [label, { ...label, colour: '#1a7f37' }] }],
    ['a key with a space', { labels: [{ ...label, key: 'coupon seller' }] }],
    ['a key that a spreadsheet would run', { labels: [{ ...label, key: '=1+1' }] }],
    ['a colour by name', { labels: [{ ...label, colour: 'red' }] }],
    ['a role nobody knows', { labels: [{ ...label, counts: 'bad' }] }],
    ['an empty title', { labels: [{ ...label, title: ' ' }] }],
    ['not even an object', 'spam'],
  ])('is refused with %s', (_what, value) => {
    expect(isCodebook(value)).toBe(false);
  });
  test('a key may be of any script', () => {
    for (const key of ['سبام', 'прогон', '広告', 'spam-2', 'हिन्दी']) expect(v.is(LabelKey, key)).toBe(true);
  });
  test('any value is taken or refused, never thrown at', () => {
    fc.assert(fc.property(fc.anything(), (value) => typeof isCodebook(value) === 'boolean'));
  });
});

test('a retired label is readable and no longer offered', () => {
  const codebook = { labels: [...defaultCodebook.labels, { ...label, retired: true as const }] };
  expect(labelOfKey(codebook, 'seller')).toMatchObject({ colour: '#2673c9' });
  expect(inUse(codebook).map(({ key }) => key)).toEqual(['spam', 'not-spam', 'unsure']);
  expect(labelOfKey(codebook, 'other')).toBeUndefined();
});
