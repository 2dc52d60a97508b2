/** The worker is ended within every step of forgetting, retention and rebuild, again and again: they end as if it never had been. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { openChores } from '../../../lib/care/chores';
import { forget } from '../../../lib/care/forget';
import { startRetention } from '../../../lib/care/retention';
import { keyOf, type Log, type TableName } from '../../../lib/log';
import { startRebuild } from '../../../lib/rebuild';
import { defaultSettings } from '../../../lib/settings';
import { diesAt, letDie } from '../store/dying';
import { DAY_MS, idOf } from '../story';
import { openWorld } from '../world';
import { freshIndexed, removeDatabases, reopened } from './fresh-logs';
import { rowsOf } from './standing';

letDie();
afterEach(removeDatabases);

const LATER_MS = DAY_MS + 40 * 86_400_000;
const old = ['ann', 'bob', 'cyd', 'dov', 'eve', 'fay'].flatMap((one, i) => [
  `@${one} joined 2016-02-1${i}`,
  ...['bread', 'milk', 'fish'].map((text, k) => `@${one}: ${text} at 12:0${i}:1${k * 2} via TweetDeck`),
]);
const late = [
  '@bob: soup at 13:00',
  '@gus: rice at 13:10',
  '@gus replies to @ann: tea at 13:20',
  '@cyd: bread at 13:30',
];

async function filled(): Promise<ReturnType<typeof freshIndexed>> {
  const disk = freshIndexed();
  const world = openWorld(disk.log);
  await world.see(old.join('\n'), { atMs: DAY_MS });
  await world.see(late.join('\n'), { atMs: LATER_MS });
  await disk.log.shelves.labels.put([
    { id: 'l', accountId: idOf('dov'), value: 'spam', note: '', coder: 'c', atMs: LATER_MS },
  ]);
  return disk;
}

async function everything(log: Log) {
  const names = Object.keys(keyOf) as TableName[];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await rowsOf(log, name)])));
}

const jobs: Readonly<Record<string, (log: Log) => Promise<void>>> = {
  forgetting: (log) => forget(log, idOf('ann'), 'a secret of the test'),
  retention: (log) => startRetention(log, { cutoffMs: LATER_MS - 86_400_000, atMs: LATER_MS }),
  rebuild: (log) => log.atomically(startRebuild),
};

test.each(Object.keys(jobs))(
  '%s',
  async (name) => {
    const start = jobs[name]!;
    const whole = await filled();
    await start(whole.log);
    const chore = openChores(whole.log, defaultSettings);
    while (await chore());
    await openWorld(whole.log).settle();

    const killed = await filled();
    let [db, log] = [killed.db, killed.log];
    let [kills, steps] = [0, 0];
    /** Once at its first request, at its second, and so on in longer strides, until it comes through. */
    async function through(work: (log: Log) => Promise<unknown>): Promise<void> {
      for (let at = 1; await diesAt(at, () => work(log)); at += 1 + (at >> 2)) {
        kills++;
        ({ db, log } = reopened(db));
      }
    }
    await through(start);
    for (let goesOn = true; goesOn; steps++) {
      await through(async (now) => {
        goesOn = await openChores(now, defaultSettings)();
      });
    }
    await openWorld(log).settle();
    expect(kills).toBeGreaterThan(50);
    expect(steps).toBeGreaterThan(4);
    expect(await everything(log)).toEqual(await everything(whole.log));
  },
  120_000,
);
