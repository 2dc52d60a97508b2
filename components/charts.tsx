/** Two small charts as SVG: a line of counts over time, and bars of how often. Each says in words what it shows. */
import type { WordKey, Words } from './words';

const WIDTH = 320;
const HEIGHT = 64;
const MINUTE = 60_000;

export interface Point {
  readonly atMs: number;
  readonly value: number;
}

interface CountChartProps {
  readonly title: string;
  /** Oldest first, one at least. */
  readonly points: readonly Point[];
  readonly words: Words;
}

/** Left is earlier in either direction of writing, as on X's own charts. */
export function CountChart({ title, points, words }: CountChartProps) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = ({ atMs }: Point) =>
    last.atMs === first.atMs ? WIDTH / 2 : ((atMs - first.atMs) / (last.atMs - first.atMs)) * WIDTH;
  const y = ({ value }: Point) => (high === low ? HEIGHT / 2 : HEIGHT - ((value - low) / (high - low)) * HEIGHT);
  const at = points.map((point) => `${x(point).toFixed(1)},${y(point).toFixed(1)}`);
  const said = words.say(
    'log_countsChart',
    title,
    words.number(first.value),
    words.number(last.value),
    words.date(first.atMs),
    words.date(last.atMs),
  );
  return (
    <figure class="chart">
      <figcaption>
        {title} <strong>{words.number(last.value)}</strong>
      </figcaption>
      <svg viewBox={`-4 -4 ${WIDTH + 8} ${HEIGHT + 8}`} role="img" aria-label={said}>
        <polyline points={at.join(' ')} fill="none" stroke="currentColor" stroke-width="1.5" />
        {at.map((point) => {
          const [cx, cy] = point.split(',');
          return <circle key={point} cx={cx} cy={cy} r="2.5" fill="currentColor" />;
        })}
      </svg>
      <p class="range" dir="ltr" aria-hidden="true">
        <span dir={words.dir}>{words.date(first.atMs)}</span>
        <span dir={words.dir}>{words.date(last.atMs)}</span>
      </p>
    </figure>
  );
}

const units: readonly (readonly [WordKey, number])[] = [
  ['log_unitMinute', MINUTE],
  ['log_unitHour', 60 * MINUTE],
  ['log_unitDay', 24 * 60 * MINUTE],
  ['log_unitMonth', 30 * 24 * 60 * MINUTE],
];
/** Bars that are still told apart. */
const MOST_BARS = 160;

/** How many times in each unit, from the first to the last; the smallest unit that gives few enough bars. */
export function barsOf(timesMs: readonly number[]): {
  readonly unit: WordKey;
  readonly unitMs: number;
  readonly fromMs: number;
  readonly bars: readonly number[];
} {
  const [first, last] = [Math.min(...timesMs), Math.max(...timesMs)];
  const [unit, unitMs] = units.find(([, ms]) => (last - first) / ms < MOST_BARS) ?? units.at(-1)!;
  const width = unitMs * Math.max(1, Math.ceil((last - first) / unitMs / MOST_BARS));
  const fromMs = Math.floor(first / width) * width;
  const bars = Array.from({ length: Math.floor((last - fromMs) / width) + 1 }, () => 0);
  for (const atMs of timesMs) {
    const bar = Math.floor((atMs - fromMs) / width);
    bars[bar] = bars[bar]! + 1;
  }
  return { unit, unitMs: width, fromMs, bars };
}

export function TimesChart({ timesMs, words }: { readonly timesMs: readonly number[]; readonly words: Words }) {
  const sound = timesMs.filter((atMs) => Math.abs(atMs) <= 8.64e15);
  if (sound.length === 0) return null;
  const { unit, bars, fromMs, unitMs } = barsOf(sound);
  const most = Math.max(...bars);
  const step = WIDTH / bars.length;
  const [first, last] = [words.time(Math.min(...sound)), words.time(Math.max(...sound))];
  return (
    <figure class="chart wide-chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.say('log_timesChart', words.say(unit), first, last, words.number(most))}
      >
        {bars.map((n, i) => {
          const height = (n / most) * HEIGHT;
          return n === 0 ? null : (
            <rect
              key={fromMs + i * unitMs}
              x={i * step}
              y={HEIGHT - height}
              width={Math.max(step * 0.85, 0.8)}
              height={height}
              fill="currentColor"
            />
          );
        })}
      </svg>
      <p class="range" dir="ltr" aria-hidden="true">
        <span dir={words.dir}>{first}</span>
        <span dir={words.dir}>{last}</span>
      </p>
    </figure>
  );
}
