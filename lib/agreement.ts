/** How far coders agree beyond chance. Categories are nominal: two labels are the same or they are not. */
import { Z } from './wilson';

/** Why there is no figure. */
export type NoAgreement =
  /** Nothing was labelled by two coders. */
  | 'no-overlap'
  /** All gave one and the same label throughout: chance alone would agree as well. */
  | 'one-value';

export interface Kappa {
  /** Accounts that both labelled. */
  readonly n: number;
  /** Share of them with the same label, and the share to expect by chance from how often each coder gives each label. */
  readonly observed: number;
  readonly expected: number;
  /** 1 is full agreement, 0 is chance, below 0 is worse than chance. */
  readonly kappa: number;
  readonly standardError: number;
  /** 95 %, within −1…1. */
  readonly low: number;
  readonly high: number;
}

export type Agreement<Figure> =
  | ({ readonly ok: true } & Figure)
  | { readonly ok: false; readonly why: NoAgreement; readonly n: number };

/**
 * Cohen's κ of two coders, unweighted. @param pairs both coders' labels of each account that both labelled
 * Source: Cohen 1960, Educ. Psychol. Meas. 20:37; standard error for an interval: Fleiss, Cohen & Everitt 1969, Psychol. Bull. 72:323.
 */
export function cohensKappa(pairs: readonly (readonly [string, string])[]): Agreement<Kappa> {
  const n = pairs.length;
  if (n === 0) return { ok: false, why: 'no-overlap', n };
  const values = [...new Set(pairs.flat())];
  const share = (fits: (pair: readonly [string, string]) => boolean) => pairs.filter(fits).length / n;
  const first = new Map(values.map((value) => [value, share(([a]) => a === value)]));
  const second = new Map(values.map((value) => [value, share(([, b]) => b === value)]));
  const observed = share(([a, b]) => a === b);
  const expected = values.reduce((sum, value) => sum + first.get(value)! * second.get(value)!, 0);
  if (values.length === 1) return { ok: false, why: 'one-value', n };
  const kappa = (observed - expected) / (1 - expected);
  // Over pairs rather than cells: the same sums, without a table of all categories.
  let [same, different] = [0, 0];
  for (const [a, b] of pairs) {
    if (a === b) same += (1 - (first.get(a)! + second.get(a)!) * (1 - kappa)) ** 2 / n;
    else different += (second.get(a)! + first.get(b)!) ** 2 / n;
  }
  const variance = same + (1 - kappa) ** 2 * different - (kappa - expected * (1 - kappa)) ** 2;
  const standardError = Math.sqrt(Math.max(0, variance) / n) / (1 - expected);
  return {
    ok: true,
    n,
    observed,
    expected,
    kappa,
    standardError,
    low: Math.max(-1, kappa - Z * standardError),
    high: Math.min(1, kappa + Z * standardError),
  };
}

export interface Alpha {
  /** Accounts that two coders or more labelled, and their labels of these. */
  readonly n: number;
  readonly values: number;
  /** 1 is full agreement, 0 is chance. */
  readonly alpha: number;
}

/**
 * Krippendorff's α for nominal data, any number of coders, labels missing or not.
 * @param units the labels of each account, one a coder; what is missing is left out
 * Source: Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”.
 */
export function krippendorffsAlpha(units: readonly (readonly string[])[]): Agreement<Alpha> {
  const paired = units.filter((labels) => labels.length >= 2);
  const n = paired.length;
  if (n === 0) return { ok: false, why: 'no-overlap', n };
  const counts = new Map<string, number>();
  let disagreeing = 0;
  for (const labels of paired) {
    const here = new Map<string, number>();
    for (const label of labels) here.set(label, (here.get(label) ?? 0) + 1);
    // Ordered pairs of different labels, each weighted by 1 / (labels − 1).
    let pairs = labels.length ** 2;
    for (const [label, count] of here) {
      pairs -= count ** 2;
      counts.set(label, (counts.get(label) ?? 0) + count);
    }
    disagreeing += pairs / (labels.length - 1);
  }
  if (counts.size === 1) return { ok: false, why: 'one-value', n };
  const values = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const byChance = values ** 2 - [...counts.values()].reduce((sum, count) => sum + count ** 2, 0);
  return { ok: true, n, values, alpha: 1 - ((values - 1) * disagreeing) / byChance };
}
