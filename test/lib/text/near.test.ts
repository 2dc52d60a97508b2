import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compact } from '../../../lib/text/fold';
import { bandKeys, jaccard, shingles } from '../../../lib/text/near';

const grams = (text: string) => shingles(compact(text));
const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzابتثجحخدذرزسش'), maxLength: 120 });

/** A text, and one that has a piece of it: texts drawn by themselves have nothing in common, and nothing shows. */
const related = fc
  .tuple(letters, letters, letters, letters)
  .map(([piece, before, after, rest]) => [piece + rest, before.slice(0, 30) + piece + after.slice(0, 30)] as const);
const pairs = fc.oneof(fc.tuple(letters, letters), related);

describe('similarity', () => {
  test('is symmetric, between 0 and 1, and 1 for the text itself', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const [x, y] = [shingles(a), shingles(b)];
        const similarity = jaccard(x, y);
        expect(similarity).toBe(jaccard(y, x));
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(jaccard(x, x)).toBe(a.length >= 4 ? 1 : 0);
      }),
    );
  });

  test('counts shared 4-grams', () => {
    expect(shingles('abcde').size).toBe(2);
    expect(shingles('abc').size).toBe(0);
    expect(shingles('aaaaaaaa').size).toBe(1);
    // abcd bcde cdef | bcde cdef defg: 2 of 4.
    expect(jaccard(shingles('abcdef'), shingles('bcdefg'))).toBe(0.5);
    expect(jaccard(shingles('abcdef'), shingles('uvwxyz'))).toBe(0);
    expect(jaccard(new Set(), new Set())).toBe(0);
  });

  test('a text is compared by its beginning, so its length costs nothing', () => {
    const long = Array.from({ length: 4000 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    expect(shingles(long).size).toBe(1497);
  });

  test('a word exchanged in a sentence of usual length leaves the same text; another sentence is another', () => {
    const text =
      'the minister of foreign affairs confirmed that the kingdom will go on supporting its brothers in Egypt today';
    expect(jaccard(grams(text), grams(text.replace('today', 'again')))).toBeGreaterThan(0.8);
    expect(
      jaccard(grams(text), grams('the council of ministers agreed to raise the price of bread in all governorates')),
    ).toBeLessThan(0.3);
  });
});

/** mulberry32: the same chances every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('bands', () => {
  test('are twelve safe integers, the same for the same text; none where there is nothing to compare', () => {
    const keys = bandKeys(grams('a text of a few words'));
    expect(keys).toHaveLength(12);
    expect(new Set(keys).size).toBe(12);
    expect(keys.every(Number.isSafeInteger)).toBe(true);
    expect(bandKeys(grams('a text of a few words'))).toEqual(keys);
    expect(bandKeys(shingles('abc'))).toEqual([]);
  });

  test('find practically every pair that is the same text, over random edits', () => {
    const random = chance(7);
    const letter = () => String.fromCharCode(97 + Math.floor(random() * 26));
    const edit = (text: string): string => {
      const at = Math.floor(random() * text.length);
      const kind = Math.floor(random() * 3);
      return text.slice(0, at) + (kind === 0 ? '' : letter()) + text.slice(kind === 2 ? at : at + 1);
    };
    let [pairs, found, far, met] = [0, 0, 0, 0];
    while (pairs < 1500) {
      const text = Array.from({ length: 40 + Math.floor(random() * 160) }, letter).join('');
      let other = text;
      for (let edits = 1 + Math.floor(random() * 8); edits > 0; edits--) other = edit(other);
      const [a, b] = [shingles(text), shingles(other)];
      const similarity = jaccard(a, b);
      const keys = new Set(bandKeys(a));
      const meet = bandKeys(b).some((key) => keys.has(key));
      if (similarity >= 0.8) {
        pairs++;
        if (meet) found++;
      }
      const [x, y] = [bandKeys(shingles(text)), bandKeys(shingles(Array.from({ length: 100 }, letter).join('')))];
      far++;
      if (x.some((key) => y.includes(key))) met++;
    }
    // The least similar of them are found with 0.9998; most are nearer.
    expect(found / pairs).toBeGreaterThanOrEqual(0.999);
    expect(met / far).toBeLessThan(0.001);
  });
});
