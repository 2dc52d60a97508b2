import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../components/tokens.css'), 'utf8');
const themes = css.split(':host([data-theme="dark"])');

const tokensOf = (block: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    [...(block ?? '').matchAll(/--([\w-]+):\s*(#[\da-f]{6})/g)].map(([, name, color]) => [name ?? '', color ?? '']),
  );

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const texts = [
  ['text', 'ground'],
  ['text', 'raised'],
  ['quiet', 'ground'],
  ['quiet', 'raised'],
  ['accent', 'ground'],
  ['accent', 'accent-ground'],
  ['on-accent', 'accent-strong'],
  ['ground', 'text'],
] as const;

for (const [i, theme] of ['light', 'dark'].entries()) {
  const tokens = tokensOf(themes[i]);
  test.each(texts)(`${theme}: %s on %s is readable (AA, 4.5)`, (front, back) => {
    expect(contrast(tokens.get(front) ?? '', tokens.get(back) ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  test(`${theme}: the focus ring stands out (AA, 3)`, () => {
    expect(contrast(tokens.get('accent-strong') ?? '', tokens.get('ground') ?? '')).toBeGreaterThanOrEqual(3);
  });
}
