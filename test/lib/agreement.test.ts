import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohensKappa, krippendorffsAlpha } from '@/lib/agreement';

/** One row a coder, one column a unit; `.` is missing. */
function units(...rows: readonly string[]): readonly (readonly string[])[] {
  const cells = rows.map((row) => row.trim().split(/\s+/));
  return cells[0]!.map((_, i) => cells.flatMap((row) => (row[i] === '.' ? [] : row[i]!)));
}
/** A table of counts: rows are the first coder's categories, columns the second's. */
const pairsOf = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, a) => row.flatMap((n, b) => Array.from({ length: n }, () => [`${a}`, `${b}`] as const)));

describe('Krippendorff’s α, the worked examples of Krippendorff 2011', () => {
  test('A: binary data, two observers, none missing: 0.095', () => {
    const found = krippendorffsAlpha(units('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'));
    expect(found).toMatchObject({ ok: true, n: 10, values: 20 });
    expect(found.ok && found.alpha).toBeCloseTo(0.095, 3);
  });
  test('B: nominal data, two observers, none missing: 0.692', () => {
    const found = krippendorffsAlpha(units('a a b b d c c c e d d a', 'b a b b b c c c e d d d'));
    expect(found.ok && found.alpha).toBeCloseTo(0.692, 3);
  });
  test('C: nominal data, four observers, some missing: 0.743', () => {
    const found = krippendorffsAlpha(
      units('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'),
    );
    // One unit has a single value, and pairs with nothing: 40 of 41 values count.
    expect(found).toMatchObject({ ok: true, n: 11, values: 40 });
    expect(found.ok && found.alpha).toBeCloseTo(0.743, 3);
  });
});

describe('Cohen’s κ', () => {
  test('the worked example of Fleiss, Levin & Paik, table 18.1: κ 0.68, standard error 0.087', () => {
    const found = cohensKappa(
      pairsOf([
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ]),
    );
    if (!found.ok) throw new Error(found.why);
    expect(found.n).toBe(100);
    expect(found.observed).toBeCloseTo(0.89, 10);
    expect(found.expected).toBeCloseTo(0.66, 10);
    expect(found.kappa).toBeCloseTo(0.68, 2);
    // The book goes on with rounded figures.
    expect(Math.abs(found.standardError - 0.087)).toBeLessThan(0.001);
    expect(found.low).toBeCloseTo(0.68 - 1.96 * 0.0877, 2);
  });
  test('50 proposals, 20 5 10 15: κ 0.40', () => {
    const found = cohensKappa(
      pairsOf([
        [20, 5],
        [10, 15],
      ]),
    );
    expect(found.ok && found.kappa).toBeCloseTo(0.4, 10);
  });
});

describe('what cannot be computed is said', () => {
  test('nothing that two coders labelled', () => {
    expect(cohensKappa([])).toEqual({ ok: false, why: 'no-overlap', n: 0 });
    expect(krippendorffsAlpha([['a'], [], ['b']])).toEqual({ ok: false, why: 'no-overlap', n: 0 });
  });
  test('one label throughout: chance would agree as well', () => {
    expect(
      cohensKappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toEqual({ ok: false, why: 'one-value', n: 2 });
    expect(krippendorffsAlpha([['a', 'a'], ['b']])).toEqual({ ok: false, why: 'one-value', n: 1 });
  });
});

const label = fc.constantFrom('spam', 'not-spam', 'unsure', 'seller');
const pair = fc.tuple(label, label);
const pairs = fc.array(pair, { minLength: 1, maxLength: 40 });

test('κ: the same whoever is named first, in whatever order; 1 where all agree; within its interval', () => {
  fc.assert(
    fc.property(pairs, (all) => {
      const found = cohensKappa(all);
      const turned = cohensKappa(all.map(([a, b]) => [b, a] as const).toReversed());
      expect(turned.ok).toBe(found.ok);
      if (!found.ok || !turned.ok) return;
      expect(turned.kappa).toBeCloseTo(found.kappa, 10);
      expect(turned.standardError).toBeCloseTo(found.standardError, 8);
      expect(found.kappa).toBeGreaterThanOrEqual(-1);
      expect(found.kappa).toBeLessThanOrEqual(1);
      expect(found.low).toBeLessThanOrEqual(found.kappa + 1e-12);
      expect(found.high).toBeGreaterThanOrEqual(found.kappa - 1e-12);
      if (all.every(([a, b]) => a === b)) expect(found.kappa).toBeCloseTo(1, 10);
    }),
  );
});

/** κ of shares p[a][b], and its variance by the delta method with a slope taken by small steps: another way to the same figure. */
function byDelta(p: readonly (readonly number[])[], n: number): number {
  const kappa = (q: readonly (readonly number[])[]) => {
    const total = q.flat().reduce((sum, x) => sum + x, 0);
    const rows = q.map((row) => row.reduce((sum, x) => sum + x, 0) / total);
    const columns = q.map((_, b) => q.reduce((sum, row) => sum + row[b]!, 0) / total);
    const observed = q.reduce((sum, row, a) => sum + row[a]!, 0) / total;
    const expected = rows.reduce((sum, x, a) => sum + x * columns[a]!, 0);
    return (observed - expected) / (1 - expected);
  };
  const step = 1e-6;
  const slope = (a: number, b: number) => {
    const moved = (by: number) => p.map((row, i) => row.map((x, j) => (i === a && j === b ? x + by : x)));
    return (kappa(moved(step)) - kappa(moved(-step))) / (2 * step);
  };
  let [mean, square] = [0, 0];
  for (const [a, row] of p.entries()) {
    for (const [b, x] of row.entries()) {
      mean += x * slope(a, b);
      square += x * slope(a, b) ** 2;
    }
  }
  return Math.sqrt(Math.max(0, square - mean ** 2) / n);
}

test('κ’s standard error is what the delta method gives', () => {
  const row = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (table) => {
      const n = table.flat().reduce((sum, x) => sum + x, 0);
      const found = cohensKappa(pairsOf(table));
      const shares = table.map((counts) => counts.map((x) => x / n));
      expect(found.ok && found.standardError).toBeCloseTo(byDelta(shares, n), 6);
    }),
  );
});

test('α: names of labels do not matter, order does not, a unit with one label changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.array(label, { maxLength: 4 }), { maxLength: 20 }), (all) => {
      const found = krippendorffsAlpha(all);
      const renamed = all.toReversed().map((labels) => labels.toReversed().map((one) => `x ${one}`));
      const again = krippendorffsAlpha([...renamed, ['x spam'], []]);
      expect(again.ok).toBe(found.ok);
      if (found.ok && again.ok) expect(again.alpha).toBeCloseTo(found.alpha, 10);
      if (found.ok) expect(found.alpha).toBeLessThanOrEqual(1);
    }),
  );
});

test('two coders, nothing missing: α comes near κ as accounts grow, for both compare with chance', () => {
  const many = pairsOf([
    [400, 40],
    [60, 500],
  ]);
  const [kappa, alpha] = [cohensKappa(many), krippendorffsAlpha(many)];
  if (!kappa.ok || !alpha.ok) throw new Error('no figure');
  expect(Math.abs(kappa.kappa - alpha.alpha)).toBeLessThan(0.005);
});
