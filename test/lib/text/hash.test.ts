import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash32, hashKey, mix32 } from '../../../lib/text/hash';

test('a hash is a whole number of 32 bits, the same every time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer(), (text, seed) => {
      const hash = hash32(text, seed);
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
      expect(hash32(text, seed)).toBe(hash);
    }),
  );
});

test('keys of texts are short and of one form', () => {
  fc.assert(fc.property(fc.string(), (text) => void expect(hashKey(text)).toMatch(/^[0-9a-z]{1,7}\.[0-9a-z]{1,7}$/)));
});

test('what is stored stays found: the same key in every version', () => {
  // Keys stand in the log: a change here needs a new version of the tables.
  expect(hashKey('')).toBe('kkgwfl.b35rsv');
  expect(hashKey('السعودية تدعم مصر')).toBe('3w37l2.u2wg4y');
});

test('100,000 look-alikes have no key in common, and spread over the low bits', () => {
  const keys = new Set<string>();
  const low = new Array<number>(64).fill(0);
  for (let i = 0; i < 100_000; i++) {
    keys.add(hashKey(`text ${i}`));
    low[hash32(`text ${i}`) % 64]!++;
  }
  expect(keys.size).toBe(100_000);
  // Expected 1,562 each; six standard deviations either way.
  expect(Math.min(...low)).toBeGreaterThan(1325);
  expect(Math.max(...low)).toBeLessThan(1800);
});

test('mixing loses nothing: different numbers stay different', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (a, b) => {
      if ((a | 0) !== (b | 0)) expect(mix32(a)).not.toBe(mix32(b));
    }),
  );
});
