/** The tests that fingerprints use, over a kept library's special functions. All return a p-value, 0…1. */
import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';

/**
 * P(X ≥ observed) for a Poisson count whose variance is `overDispersion` times its mean (quasi-Poisson: both are divided by
 * it). Creation dates come in lumps even among genuine accounts, so a plain Poisson test would see clusters everywhere.
 */
export function poissonTail(observed: number, expected: number, overDispersion = 1): number {
  if (observed <= 0) return 1;
  if (expected <= 0) return 0;
  return gammainc(expected / overDispersion, observed / overDispersion);
}

/** P(X ≥ hits) of n trials at this rate. */
export function binomialTail(hits: number, n: number, rate: number): number {
  if (hits <= 0) return 1;
  if (rate <= 0) return 0;
  if (rate >= 1 || hits > n) return rate >= 1 ? 1 : 0;
  return betainc(rate, hits, n - hits + 1);
}

/** Two-sample Kolmogorov–Smirnov, asymptotic with Stephens' correction: could both samples come from one distribution? */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 1;
  const [x, y] = [a.toSorted((m, n) => m - n), b.toSorted((m, n) => m - n)];
  let [i, j, distance] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i]!, y[j]!);
    while (i < x.length && x[i] === value) i++;
    while (j < y.length && y[j] === value) j++;
    distance = Math.max(distance, Math.abs(i / x.length - j / y.length));
  }
  const root = Math.sqrt((x.length * y.length) / (x.length + y.length));
  const lambda = (root + 0.12 + 0.11 / root) * distance;
  if (lambda < 0.2) return 1;
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, p));
}
