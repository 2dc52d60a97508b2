import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binomialTail, kolmogorovSmirnov, poissonTail } from '../../lib/statistics';

const isProbability = (p: number): boolean => p >= 0 && p <= 1;
const smallCount = fc.nat(400);

describe('Poisson tail', () => {
  // P(X ≥ k), from 1 − the sums in any table of the distribution.
  test.each([
    [1, 1, 0.6321205588],
    [3, 1, 0.0803013971],
    [5, 2, 0.0526530173],
    [10, 5, 0.0318280573],
    [20, 10, 0.003454342],
    [1, 0.1, 0.095162582],
  ])('P(X ≥ %i | %d) = %d', (observed, expected, p) => {
    expect(poissonTail(observed, expected)).toBeCloseTo(p, 9);
  });

  test('nothing observed is always possible; something where nothing can be is not', () => {
    expect(poissonTail(0, 5)).toBe(1);
    expect(poissonTail(0, 0)).toBe(1);
    expect(poissonTail(-1, 5)).toBe(1);
    expect(poissonTail(1, 0)).toBe(0);
  });

  test('over-dispersion counts five of a lump as one', () => {
    expect(poissonTail(50, 10, 5)).toBeCloseTo(poissonTail(10, 2), 12);
    expect(poissonTail(50, 10, 5)).toBeGreaterThan(poissonTail(50, 10));
  });

  test('is a probability, and smaller the more was observed and the less expected', () => {
    fc.assert(
      fc.property(smallCount, fc.double({ min: 0, max: 400, noNaN: true }), (observed, expected) => {
        const p = poissonTail(observed, expected, 5);
        expect(isProbability(p)).toBe(true);
        expect(poissonTail(observed + 1, expected, 5)).toBeLessThanOrEqual(p);
        expect(poissonTail(observed, expected + 1, 5)).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });

  test('stays a number where it is very small', () => {
    expect(poissonTail(994, 20)).toBeGreaterThanOrEqual(0);
    expect(poissonTail(994, 20)).toBeLessThan(1e-300);
  });
});

describe('binomial tail', () => {
  test.each([
    [8, 10, 0.5, 0.0546875],
    [1, 1, 0.3, 0.3],
    [5, 5, 0.5, 0.03125],
    [1, 20, 0.05, 0.6415140776],
    [3, 20, 0.05, 0.0754836738],
  ])('P(X ≥ %i of %i at %d) = %d', (hits, n, rate, p) => {
    expect(binomialTail(hits, n, rate)).toBeCloseTo(p, 9);
  });

  test('edges', () => {
    expect(binomialTail(0, 0, 0.5)).toBe(1);
    expect(binomialTail(0, 10, 0)).toBe(1);
    expect(binomialTail(1, 10, 0)).toBe(0);
    expect(binomialTail(10, 10, 1)).toBe(1);
    expect(binomialTail(11, 10, 0.5)).toBe(0);
    expect(binomialTail(1, 0, 0.5)).toBe(0);
  });

  test('is a probability, and falls with hits', () => {
    fc.assert(
      fc.property(smallCount, smallCount, fc.double({ min: 0, max: 1, noNaN: true }), (n, hits, rate) => {
        const p = binomialTail(hits, n, rate);
        expect(isProbability(p)).toBe(true);
        expect(binomialTail(hits + 1, n, rate)).toBeLessThanOrEqual(p + 1e-12);
      }),
    );
  });

  test('agrees with the sum of its terms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, k, rate) => {
          fc.pre(k <= n);
          let [sum, ways] = [0, 1];
          for (let i = 0; i <= n; i++) {
            if (i >= k) sum += ways * rate ** i * (1 - rate) ** (n - i);
            ways = (ways * (n - i)) / (i + 1);
          }
          expect(binomialTail(k, n, rate)).toBeCloseTo(sum, 8);
        },
      ),
    );
  });
});

describe('Kolmogorov–Smirnov', () => {
  const days = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 80 });
  const range = (n: number, from = 0) => Array.from({ length: n }, (_, i) => from + i);

  test('the 5 % and 1 % points of large samples', () => {
    // D = 1.358·√(2/n) and 1.628·√(2/n), n = 1000 each, by shifting a uniform sample; Stephens' correction moves p a little.
    const at = (d: number) => kolmogorovSmirnov(range(1000), range(1000, Math.round(d * 1000)));
    expect(at(0.0607)).toBeGreaterThan(0.04);
    expect(at(0.0607)).toBeLessThan(0.052);
    expect(at(0.0728)).toBeGreaterThan(0.008);
    expect(at(0.0728)).toBeLessThan(0.0105);
  });

  test('equal samples, empty samples and single days convict nobody', () => {
    expect(kolmogorovSmirnov([5, 5, 5], [5, 5, 5])).toBe(1);
    expect(kolmogorovSmirnov(range(50), range(50))).toBe(1);
    expect(kolmogorovSmirnov([], [1, 2])).toBe(1);
    expect(kolmogorovSmirnov([1, 2], [])).toBe(1);
    expect(kolmogorovSmirnov([1], [2000])).toBeGreaterThan(0.2);
    expect(kolmogorovSmirnov([1], range(1000, 2))).toBeGreaterThan(0.05);
  });

  test('samples apart are told apart, the surer the larger they are', () => {
    expect(kolmogorovSmirnov(range(10), range(10, 100))).toBeLessThan(1e-3);
    expect(kolmogorovSmirnov(range(100), range(100, 200))).toBeLessThan(1e-40);
  });

  test('ties within a sample and between samples are one step', () => {
    // Half of the first sample stands on the day of all of the second: D = 0.5.
    const p = kolmogorovSmirnov([...Array(20).fill(1), ...Array(20).fill(2)], Array(40).fill(1));
    expect(p).toBeGreaterThan(1e-5);
    expect(p).toBeLessThan(1e-3);
  });

  test('is a probability, symmetric, blind to order, and reads nothing but order from the values', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const p = kolmogorovSmirnov(a, b);
        expect(isProbability(p)).toBe(true);
        expect(kolmogorovSmirnov(b, a)).toBeCloseTo(p, 12);
        expect(kolmogorovSmirnov(a.toReversed(), b)).toBe(p);
        const stretch = (day: number) => day * 3 + 7;
        expect(kolmogorovSmirnov(a.map(stretch), b.map(stretch))).toBe(p);
      }),
    );
  });

  test('does not change what it is given', () => {
    const sample = [3, 1, 2];
    kolmogorovSmirnov(sample, [9, 8]);
    expect(sample).toEqual([3, 1, 2]);
  });
});
