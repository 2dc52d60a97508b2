/** When a campaign's accounts were made. Milliseconds since 1970, UTC, oldest first. */
import type { Random } from '../scenarios/random';
import { DAY_MS, type Stage } from './stage';

const withinDay = (random: Random, dayMs: number) => Math.floor((dayMs + random.next() * DAY_MS) / 1_000) * 1_000;

const midnight = (atMs: number) => Math.floor(atMs / DAY_MS) * DAY_MS;

/** One to three runs of consecutive days, the last some weeks to a year before the page. */
export function runsOfDays({ random, fromMs }: Stage, count: number): number[] {
  const runs = random.int(1, 3);
  const shares = Array.from({ length: runs }, () => 0.5 + random.next());
  const sum = shares.reduce((a, b) => a + b, 0);
  let end = midnight(fromMs) - random.int(40, 330) * DAY_MS;
  const days: number[] = [];
  for (const share of shares) {
    const length = random.int(4, 24);
    const size = Math.ceil((count * share) / sum);
    for (let i = 0; i < size; i++) days.push(end - random.int(0, length - 1) * DAY_MS);
    end -= random.int(120, 420) * DAY_MS;
  }
  return days
    .slice(0, count)
    .map((day) => withinDay(random, day))
    .sort((a, b) => a - b);
}

/** Made in one sitting a day, on many days that do not touch, over about two years. */
export function singleDays({ random, fromMs }: Stage, count: number, aDay: readonly [number, number]): number[] {
  const births: number[] = [];
  let day = midnight(fromMs) - random.int(35, 60) * DAY_MS;
  while (births.length < count) {
    const batch = Math.min(random.int(...aDay), count - births.length);
    const start = day + random.int(6, 20) * 3_600_000;
    for (let i = 0; i < batch; i++) births.push(start + i * random.int(90, 400) * 1_000);
    day -= random.int(5, 40) * DAY_MS;
  }
  return births.sort((a, b) => a - b);
}
