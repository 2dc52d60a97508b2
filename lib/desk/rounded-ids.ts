/**
 * Has a spreadsheet rounded the ids of a column? It keeps 15 digits of a number, a script 17, and fills up with zeros; such an id is
 * another post's or nobody's. A single id that ends in zeros is chance; a column of them is not.
 *
 * X's ids often are multiples of 4096 (the counter in their last bits is mostly 0), and of those one in 5^z ends in z zeros,
 * not one in 10^z. So that is what chance may do here.
 */
import { isMade } from '../made-ids';

/** Digits that survive: in a spreadsheet, and in a number of 53 bits. */
const KEPT = [15, 17] as const;
const FEW = 10;

const zerosOf = (id: string): number => id.length - id.replace(/0+$/, '').length;

/** Ends in as many zeros as this kind of rounding leaves? */
const looksRounded = (id: string, kept: number): boolean => id.length > kept && zerosOf(id) >= id.length - kept;

export interface RoundedIds {
  add(id: string): void;
  /** Digits that are left in the ids of this column, where they were rounded; and which share of the long ids looks so. */
  verdict(): { readonly kept: number; readonly share: number } | undefined;
}

export function roundedIds(): RoundedIds {
  /** Long ids, by length, and those among them that look rounded, by kind. */
  const seen = new Map<number, { n: number; readonly rounded: number[] }>();
  return {
    add(id) {
      if (id.length <= KEPT[0] || isMade(id)) return;
      const one = seen.get(id.length) ?? { n: 0, rounded: KEPT.map(() => 0) };
      seen.set(id.length, one);
      one.n++;
      for (const [i, kept] of KEPT.entries()) if (looksRounded(id, kept)) one.rounded[i]!++;
    },
    verdict() {
      const found = KEPT.flatMap((kept, i) => {
        let [n, rounded, expected] = [0, 0, 0];
        for (const [length, one] of seen) {
          if (length <= kept) continue;
          n += one.n;
          rounded += one.rounded[i]!;
          expected += one.n * 5 ** (kept - length);
        }
        // Chernoff's bound of a Poisson tail.
        const chance = rounded <= expected ? 0 : rounded * (1 + Math.log(expected / rounded)) - expected;
        const isBeyond = chance < Math.log(n < FEW ? 1e-3 : 1e-6);
        return isBeyond ? [{ kept, share: rounded / n, excess: rounded - expected }] : [];
      });
      // What a spreadsheet rounded looks rounded by a script, too: the kind that explains more than chance does.
      const [best] = found.toSorted((a, b) => b.excess - a.excess);
      return best && { kept: best.kept, share: best.share };
    },
  };
}

/** Is it one of those, in a column of which that was found? */
export const isRounded = (id: string, kept: number): boolean => !isMade(id) && looksRounded(id, kept);
