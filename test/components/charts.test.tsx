// @vitest-environment happy-dom
import fc from 'fast-check';
import { render } from 'preact';
import { expect, test } from 'vitest';
import { barsOf, CountChart, TimesChart } from '@/components/charts';
import { wordsOf } from './words-of';

const DAY = 86_400_000;

test('every time stands in one bar, and bars are few', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e13, max: 1e13 }), { minLength: 1, maxLength: 60 }), (times) => {
      const { bars, fromMs, unitMs } = barsOf(times);
      expect(bars.reduce((sum, n) => sum + n, 0)).toBe(times.length);
      expect(bars.length).toBeLessThanOrEqual(162);
      for (const [i, n] of bars.entries()) {
        const inside = times.filter((atMs) => atMs >= fromMs + i * unitMs && atMs < fromMs + (i + 1) * unitMs);
        expect(n).toBe(inside.length);
      }
    }),
  );
});

test.each([
  ['log_unitMinute', [0, 60_000]],
  ['log_unitHour', [0, DAY]],
  ['log_unitDay', [0, 60 * DAY]],
  ['log_unitMonth', [0, 3000 * DAY]],
] as const)('%s', (unit, times) => {
  expect(barsOf(times).unit).toBe(unit);
});

test('charts say in words what they show', () => {
  document.body.innerHTML = '<div id="app"></div>';
  const app = document.querySelector('#app') as HTMLElement;
  const words = wordsOf('en');
  render(
    <CountChart
      title="Followers"
      points={[
        { atMs: 0, value: 5 },
        { atMs: DAY, value: 1240 },
      ]}
      words={words}
    />,
    app,
  );
  const said = app.querySelector('[role=img]')?.getAttribute('aria-label');
  expect(said).toContain('from 5 to 1,240');
  expect(app.querySelectorAll('circle')).toHaveLength(2);
  render(<TimesChart timesMs={[0, 1000, 120_000, Number.NaN]} words={words} />, app);
  expect(app.querySelector('[role=img]')?.getAttribute('aria-label')).toMatch(/Posts per minute .* at most 2/);
  render(<TimesChart timesMs={[]} words={words} />, app);
  expect(app.querySelector('svg')).toBeNull();
});
