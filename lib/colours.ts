/** Which colours a label may have: its mark must stand out on every ground it lies on, light and dark. */

/** Grounds of X and of our own pages, as `components/tokens.css` has them. */
const GROUNDS = ['#ffffff', '#f7f9f9', '#000000', '#16181c'] as const;
/** WCAG 2.2, 1.4.11: marks beside a text. The text itself has the page's own colour. */
export const MIN_CONTRAST = 3;

/** Tell them apart by name and place as well: some look alike to some eyes. */
export const palette = [
  '#d13438',
  '#1a7f37',
  '#6b7785',
  '#2673c9',
  '#8e5bd0',
  '#0f8a8a',
  '#c2417f',
  '#a86c00',
  '#8a6d5a',
] as const;

/** Relative luminance, 0…1 (WCAG 2.2). @param colour `#rrggbb` */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1…21, whichever comes first. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The ground on which this colour stands out least, if that is too little. */
export function paleOn(colour: string): { readonly ground: 'light' | 'dark'; readonly contrast: number } | undefined {
  const [worst] = GROUNDS.map((ground) => ({ ground, ratio: contrast(colour, ground) })).toSorted(
    (a, b) => a.ratio - b.ratio,
  );
  if (worst === undefined || worst.ratio >= MIN_CONTRAST) return undefined;
  return { ground: luminance(worst.ground) > 0.5 ? 'light' : 'dark', contrast: worst.ratio };
}
