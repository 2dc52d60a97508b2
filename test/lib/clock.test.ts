import { expect, test } from 'vitest';
import { openBench, verdictOf } from '@/lib/judge';
import { judgeWaiting } from '@/lib/judge-waiting';
import { ingest } from '@/lib/pipeline';
import { defaultSettings } from '@/lib/settings';
import { site } from '@/lib/sites';
import { memoryLog } from '@/lib/store/memory-log';
import { openUnit } from '@/lib/unit';
import { captures, loadScenario } from '../scenarios/scenarios';

/** The log after the article's rows, five a response, received at the times that a clock showed. */
async function received(clock: (i: number) => number) {
  const log = memoryLog();
  for (const [i, one] of [...captures(loadScenario('seed-32'), { pageSize: 5 })].entries()) {
    const capture = { url: one.url, pageUrl: one.pageUrl, capturedAtMs: clock(i), body: one.body };
    expect(await ingest(capture, site, log, defaultSettings)).toMatchObject({ ok: true });
  }
  while (await judgeWaiting(log, defaultSettings));
  const bench = openBench(openUnit(log), defaultSettings);
  const ids = [...log.rows.evidence.keys()].toSorted();
  const levels = [];
  for (const id of ids) levels.push(`${id} ${(await verdictOf(bench, id))?.verdict.level}`);
  return { log, levels };
}

const YEAR = 365 * 86_400_000;
const NOW = Date.UTC(2026, 10, 23);

test.each<[string, (i: number) => number]>([
  ['goes back a year in the middle', (i) => (i < 3 ? NOW + i : NOW - YEAR + i)],
  ['goes back and forth', (i) => NOW + (i % 2 === 0 ? 1 : -1) * i * YEAR],
  ['stands still', () => NOW],
  ['shows 1970, and before', (i) => -i * 1000],
  ['shows a far future', (i) => 8.64e15 - i],
])('a clock that %s loses no post and changes no verdict', async (_what, clock) => {
  const steady = await received((i) => NOW + i * 1000);
  const jumping = await received(clock);
  expect([...jumping.log.rows.posts.keys()].toSorted()).toEqual([...steady.log.rows.posts.keys()].toSorted());
  expect(jumping.log.rows.posts.size).toBe(32);
  expect(jumping.levels).toEqual(steady.levels);
  for (const account of jumping.log.rows.accounts.values()) {
    expect(account.firstSeenMs).toBeLessThanOrEqual(account.lastSeenMs);
  }
});
