/** A share as it is told, in hundredths: 0.934 → 93, 0.0027 → 0.3. One that is not nothing never reads as nothing. */
export const hundredthsOf = (share: number): number =>
  share > 0 && share < 0.01 ? Math.max(0.1, Math.round(share * 1000) / 10) : Math.round(share * 100);
