import { expect, test } from 'vitest';
import { openPace, othersIn } from '@/lib/desk/pace';
import { noCounters } from '@/lib/health';
import { memoryLog } from '@/lib/store/memory-log';

const bounds = { first: 100, least: 10, most: 1000 };

test('alone, units grow to what fits, twice at a time and to the bound', async () => {
  const pace = await openPace(memoryLog(), bounds);
  const sizes: number[] = [];
  for (let i = 0; i < 5; i++) {
    pace.next(pace.size, pace.size / 10, undefined);
    sizes.push(pace.size);
  }
  expect(sizes).toEqual([200, 400, 800, 1000, 1000]);
  pace.next(1000, 10_000, undefined);
  expect(pace.size).toBe(100);
  pace.next(100, 1e6, undefined);
  expect(pace.size).toBe(60);
});

test('beside somebody who scrolls they are small, until nobody does for a while', async () => {
  const log = memoryLog();
  const pace = await openPace(log, bounds);
  const unit = async () => pace.next(pace.size, pace.size, await othersIn(log));
  await unit();
  expect(pace.size).toBe(200);
  await log.shelves.counters.put([{ key: 'health', ...noCounters, bodies: 1 }]);
  await unit();
  expect(pace.size).toBe(30);
  for (let ms = 0; ms < 29_000; ms += 30) await unit();
  expect(pace.size).toBe(30);
  await log.shelves.counters.put([{ key: 'health', ...noCounters, bodies: 2 }]);
  pace.next(30, 1e6, await othersIn(log));
  expect(pace.size).toBe(10);
  for (let ms = 0; ms < 31_000; ms += pace.size) await unit();
  expect(pace.size).toBeGreaterThan(30);
});
