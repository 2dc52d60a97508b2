import { expect, test } from 'vitest';
import { openPace } from '@/lib/desk/pace';
import { noCounters } from '@/lib/health';
import { memoryLog } from '@/lib/store/memory-log';

const bounds = { first: 100, least: 10, most: 1000 };

test('alone, units grow to what fits, twice at a time and to the bound', async () => {
  const pace = await openPace(memoryLog(), bounds);
  const sizes: number[] = [];
  for (let i = 0; i < 5; i++) {
    await pace.next(pace.size, pace.size / 10);
    sizes.push(pace.size);
  }
  expect(sizes).toEqual([200, 400, 800, 1000, 1000]);
  await pace.next(1000, 4000);
  expect(pace.size).toBe(100);
  await pace.next(100, 1e6);
  expect(pace.size).toBe(60);
});

test('beside somebody who scrolls they are small, until nobody does for a while', async () => {
  const log = memoryLog();
  const pace = await openPace(log, bounds);
  const unit = () => pace.next(pace.size, pace.size);
  await unit();
  expect(pace.size).toBe(200);
  await log.shelves.counters.put([{ key: 'health', ...noCounters, bodies: 1 }]);
  await unit();
  expect(pace.size).toBe(90);
  for (let i = 0; i < 19; i++) await unit();
  expect(pace.size).toBe(90);
  await log.shelves.counters.put([{ key: 'health', ...noCounters, bodies: 2 }]);
  await pace.next(90, 1e6);
  expect(pace.size).toBe(10);
  for (let i = 0; i < 20; i++) await unit();
  await unit();
  expect(pace.size).toBeGreaterThan(90);
});
