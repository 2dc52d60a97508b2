import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Codebook, CodebookShape, defaultCodebook, LabelKey } from '@/lib/codebook';
import {
  addLabel,
  changeLabel,
  codebookFile,
  deleteLabel,
  keepsLabel,
  keyFor,
  moveLabel,
  readCodebook,
  retireLabel,
} from '@/lib/edit-codebook';

const keys = ({ labels }: Codebook) => labels.map(({ key }) => key);
const nothing = new Map<string, number>();

describe('a new label', () => {
  test('has a key of its title, in any script, and a colour no other has', () => {
    const codebook = addLabel(addLabel(defaultCodebook, 'Coupon seller!'), 'بائع قسائم');
    expect(keys(codebook).slice(3)).toEqual(['coupon-seller', 'بائع-قسائم']);
    expect(new Set(codebook.labels.map(({ colour }) => colour)).size).toBe(5);
    expect(codebook.labels[3]).toMatchObject({ title: 'Coupon seller!', counts: 'neither' });
  });
  test('of a title there is already, and of one without letters, has a key all the same', () => {
    expect(keyFor('Spam', defaultCodebook)).toBe('spam-2');
    expect(keyFor('★★', defaultCodebook)).toBe('label');
  });
  test('whatever its title, the key is a good one', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), (titles) => {
        const codebook = titles.reduce((book, title) => addLabel(book, title || 'x'), defaultCodebook);
        expect(new Set(keys(codebook)).size).toBe(codebook.labels.length);
        for (const key of keys(codebook)) expect(v.is(LabelKey, key), key).toBe(true);
      }),
    );
  });
});

test('a change touches one label, and never its key; undefined takes a field out', () => {
  const changed = changeLabel(defaultCodebook, 'spam', { title: 'Campaign', shortcut: undefined });
  expect(changed.labels[0]).toEqual({
    key: 'spam',
    title: 'Campaign',
    description: '',
    colour: '#d13438',
    counts: 'spam',
  });
  expect(changed.labels.slice(1)).toEqual(defaultCodebook.labels.slice(1));
});

test('labels move by one place, and not over the end', () => {
  expect(keys(moveLabel(defaultCodebook, 'unsure', -1))).toEqual(['spam', 'unsure', 'not-spam']);
  expect(keys(moveLabel(defaultCodebook, 'spam', -1))).toEqual(keys(defaultCodebook));
  expect(keys(moveLabel(defaultCodebook, 'unsure', 1))).toEqual(keys(defaultCodebook));
  expect(keys(moveLabel(defaultCodebook, 'nobody', 1))).toEqual(keys(defaultCodebook));
});

test('retired, a label frees its key, and comes back without it', () => {
  const retired = retireLabel(defaultCodebook, 'spam', true);
  expect(retired.labels[0]).toMatchObject({ key: 'spam', retired: true });
  expect(retired.labels[0]).not.toHaveProperty('shortcut');
  expect(retireLabel(retired, 'spam', false).labels[0]).not.toHaveProperty('retired');
});

describe('deleting', () => {
  test('is not for a label that was given, nor for the last one that is offered', () => {
    expect(keepsLabel(defaultCodebook, 'spam', new Map([['spam', 1]]))).toBe('given');
    expect(keepsLabel(defaultCodebook, 'spam', new Map([['unsure', 9]]))).toBeUndefined();
    const one = deleteLabel(retireLabel(defaultCodebook, 'unsure', true), 'spam');
    expect(keys(one)).toEqual(['not-spam', 'unsure']);
    expect(keepsLabel(one, 'not-spam', nothing)).toBe('last');
  });
});

describe('a codebook as a file', () => {
  test('comes back as it went', () => {
    const codebook = addLabel(retireLabel(defaultCodebook, 'unsure', true), 'بائع');
    expect(readCodebook(`\uFEFF${codebookFile(codebook)}`, defaultCodebook, nothing)).toEqual({ ok: true, codebook });
  });
  test('labels that were given and are not in it stay, retired; others go', () => {
    const file = codebookFile({ labels: [{ key: 'seller', description: '', colour: '#2673c9', counts: 'neither' }] });
    const read = readCodebook(file, defaultCodebook, new Map([['spam', 3]]));
    expect(read).toMatchObject({ ok: true, codebook: { labels: [{ key: 'seller' }, { key: 'spam', retired: true }] } });
    expect(read.ok && read.codebook.labels).toHaveLength(2);
    expect(read.ok && read.codebook.labels[1]).not.toHaveProperty('shortcut');
  });
  test.each([
    ['no JSON', '{', { why: 'not-json' }],
    ['no codebook', '[]', { why: 'not-codebook' }],
    ['another kind of file', '{"kind":"x","labels":[]}', { why: 'not-codebook', where: 'kind' }],
    [
      'a label without a colour',
      '{"labels":[{"key":"a","counts":"spam"}]}',
      { why: 'not-codebook', where: 'labels 1 colour' },
    ],
    [
      'a colour that does not stand out',
      '{"labels":[{"key":"a","counts":"spam","colour":"#ffff00"}]}',
      { why: 'pale', key: 'a', ground: 'light' },
    ],
  ])('%s is refused with the place', (_what, text, refusal) => {
    expect(readCodebook(text, defaultCodebook, nothing)).toMatchObject({ ok: false, ...refusal });
  });
});

test('whatever is done, it stays a codebook', () => {
  const key = fc.constantFrom('spam', 'not-spam', 'unsure', 'a', 'b');
  const edit = fc.oneof(
    fc.constantFrom('a', 'b').map((title) => (book: Codebook) => addLabel(book, title)),
    key.map((one) => (book: Codebook) => moveLabel(book, one, 1)),
    fc.tuple(key, fc.boolean()).map(
      ([one, on]) =>
        (book: Codebook) =>
          retireLabel(book, one, on),
    ),
    key.map((one) => (book: Codebook) => (keepsLabel(book, one, nothing) ? book : deleteLabel(book, one))),
    key.map((one) => (book: Codebook) => changeLabel(book, one, { title: undefined, counts: 'genuine' })),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const codebook = edits.reduce((book, change) => change(book), defaultCodebook);
      expect(v.parse(CodebookShape, codebook)).toEqual(codebook);
    }),
  );
});
