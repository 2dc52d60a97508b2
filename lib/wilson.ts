/** Wilson's score interval for a share, 95 %. */

export interface Share {
  readonly hits: number;
  readonly of: number;
}

/** z for 95 % in the middle. */
export const Z = 1.959963984540054;

/**
 * Lower and upper bound of the true share, both in 0–1; [0, 1] where nothing was tried.
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22:209. Without continuity correction.
 */
export function wilson({ hits, of }: Share): readonly [number, number] {
  if (of === 0) return [0, 1];
  const share = hits / of;
  const middle = share + (Z * Z) / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  const scale = 1 + (Z * Z) / of;
  // At the ends the bound is exact; rounding must not put it beside 0 or 1.
  return [hits === 0 ? 0 : (middle - half) / scale, hits === of ? 1 : (middle + half) / scale];
}
