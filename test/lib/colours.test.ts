import { expect, test } from 'vitest';
import { defaultCodebook } from '@/lib/codebook';
import { contrast, paleOn, palette } from '@/lib/colours';

test('contrast as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#000000')).toBe(21);
  expect(contrast('#777777', '#777777')).toBe(1);
  // The grey that just misses 4.5 on white.
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each([...palette, ...defaultCodebook.labels.map(({ colour }) => colour)])('%s stands out everywhere', (colour) => {
  expect(paleOn(colour)).toBeUndefined();
});

test.each([
  ['#ffff00', 'light'],
  ['#f0f0f0', 'light'],
  ['#1a1a2e', 'dark'],
  ['#000080', 'dark'],
])('%s is too pale on %s ground, with the figure', (colour, ground) => {
  const pale = paleOn(colour);
  expect(pale?.ground).toBe(ground);
  expect(pale?.contrast).toBeLessThan(3);
});
