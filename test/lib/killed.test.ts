/**
 * The worker is ended at every request that it makes of IndexedDB, one after the other, and what it was doing is asked of it
 * again. Nothing may be left of the attempt; and in the end every row of every table is that of a worker nobody ended.
 */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { judgeWaiting, renewVerdicts } from '../../lib/judge-waiting';
import { keyOf, type Log, type TableName } from '../../lib/log';
import type { Capture } from '../../lib/model';
import { defaultSettings } from '../../lib/settings';
import { indexedLog } from '../../lib/store/indexed-log';
import { type LogDatabase, openDatabase } from '../../lib/store/schema';
import { diesAt, letDie, requestsOf } from './store/dying';
import { captureOf, openWorld } from './world';

letDie();

let n = 0;
const opened = new Set<LogDatabase>();
afterEach(async () => {
  for (const db of opened) await db.delete();
  opened.clear();
});

/** A log on a disk, and workers that come and go. */
function openDisk() {
  let db = openDatabase(`killed-${++n}`);
  opened.add(db);
  return {
    get log(): Log {
      return indexedLog(db);
    },
    /** The next worker: what the one before had in memory is gone. */
    restart() {
      db.close();
      opened.delete(db);
      db = openDatabase(db.name);
      opened.add(db);
    },
    async rows(): Promise<Readonly<Record<string, readonly unknown[]>>> {
      const { shelves } = indexedLog(db);
      const names = Object.keys(keyOf) as TableName[];
      return Object.fromEntries(
        await Promise.all(names.map(async (name) => [name, await shelves[name].scan('', Infinity)])),
      );
    },
  };
}
type Disk = ReturnType<typeof openDisk>;

const take = (capture: Capture) => (log: Log) => openWorld(log).take(capture);
const judge = (log: Log) => judgeWaiting(log, defaultSettings);
type Work = (log: Log) => Promise<unknown>;

const two = (i: number) => String(i).padStart(2, '0');
/** Two campaigns that a later text joins, a text that makes two texts one, a date learned late, and people. */
const CAPTURES: readonly Capture[] = [
  `@a joined 2016-02-10
   @a: bread at 12:00:04 via TweetDeck
   @a: milk at 12:00:08 via TweetDeck
   @b: bread at 12:00:20 via TweetDeck
   @b: milk at 12:00:24 via TweetDeck
   @z: "I only came here to say what I think of all this" at 12:10`,
  `@c: fish at 12:01:00 via TweetDeck
   @c: salt at 12:01:04 via TweetDeck
   @d: fish at 12:01:16 via TweetDeck
   @d: salt at 12:01:20 via TweetDeck
   @e: bread~4 at 12:40
   @e: milk at 12:50`,
  `@x: bread~2 at 13:00
   @a: fish at 13:00:04 via TweetDeck
   @a: salt at 13:00:08 via TweetDeck
   @b: salt at 13:00:20 via TweetDeck
   @b: fish at 13:00:24 via TweetDeck`,
  ['c', 'd', 'e', 'f']
    .map(
      (one, i) =>
        `@${one} joined 2016-02-0${i + 1}\n@${one}: bread at 13:4${i}:04 via TweetDeck\n@${one}: milk at 13:4${i}:08 via TweetDeck`,
    )
    .join('\n'),
  ['a', 'b', 'c', 'd', 'e', 'f']
    .map((one, i) =>
      ['tea', 'rice', 'dates']
        .map((text, k) => `@${one}: ${text} at 14:0${i}:${two(4 + 4 * k)} via TweetDeck`)
        .join('\n'),
    )
    .join('\n'),
].map((told, i) => captureOf(told, { atMs: i, page: i === 3 ? 'milk' : 'bread' }));

/** Asks for the same work until nothing ends it any more, ending it at each of its requests in turn. */
async function atEveryStep(disk: Disk, work: Work): Promise<number> {
  const before = await disk.rows();
  let deaths = 0;
  while (await diesAt(deaths + 1, () => work(disk.log))) {
    deaths++;
    if (deaths % 7 === 0) disk.restart();
    expect(await disk.rows(), `ended at request ${deaths}`).toEqual(before);
  }
  return deaths;
}

describe('ended at every request', () => {
  test('of every capture and of every round of judging: every row as if nothing had happened', async () => {
    const [disk, calm] = [openDisk(), openDisk()];
    for (const capture of CAPTURES) {
      const requests = await requestsOf(() => take(capture)(calm.log));
      expect(requests).toBeGreaterThan(30);
      expect(await atEveryStep(disk, take(capture))).toBe(requests);
      // Its receipt was lost: it comes once more.
      await take(capture)(disk.log);
      while (await judge(calm.log));
      for (let more = true; more; ) {
        await atEveryStep(disk, async (log) => {
          more = await judge(log);
        });
      }
      expect(await disk.rows()).toEqual(await calm.rows());
    }
    const { verdicts, pages, flocks, posts } = await disk.rows();
    expect(posts).toHaveLength(42);
    expect(verdicts).toHaveLength(6);
    expect(new Set((verdicts as { level: string }[]).map((one) => one.level))).toContain('strong');
    expect(pages).toHaveLength(2);
    expect((flocks as { into?: string }[]).some((one) => one.into !== undefined)).toBe(true);
  }, 120_000);

  test('of a large flock’s rounds, and of the renewal after an update', async () => {
    const many = Array.from(
      { length: 90 },
      (_, i) => `@m${i}: bread at 12:${two(i % 60)}:04\n@m${i}: milk at 12:${two(i % 60)}:09`,
    );
    const [disk, calm] = [openDisk(), openDisk()];
    const next = { ...defaultSettings, version: defaultSettings.version + 1 };
    for (const { log } of [disk, calm]) await take(captureOf(many.join('\n')))(log);
    while (await judge(calm.log));
    await renewVerdicts(calm.log, next);
    while (await judgeWaiting(calm.log, next));

    let rounds = 0;
    /** At some of its steps: rounds of forty accounts have hundreds, and look at forty accounts in one way. */
    const atSomeSteps = async (work: Work) => {
      const before = await disk.rows();
      for (let at = 1 + (rounds % 5); await diesAt(at, () => work(disk.log)); at += 23)
        expect(await disk.rows(), `ended at request ${at}`).toEqual(before);
      rounds++;
    };
    const round = (settings: typeof next) => async (): Promise<boolean> => {
      let more = false;
      await atSomeSteps(async (log) => {
        more = await judgeWaiting(log, settings, 40);
      });
      return more;
    };
    while (await round(defaultSettings)());
    // Started again wherever it was ended, as at every start of the worker: flocks marked once are marked.
    for (let at = 1; await diesAt(at, () => renewVerdicts(disk.log, next)); at++);
    while (await round(next)());
    expect(rounds).toBeGreaterThan(5);
    expect(await disk.rows()).toEqual(await calm.rows());
    const versions = ((await disk.rows()).verdicts as { settingsVersion: number }[]).map((one) => one.settingsVersion);
    expect(versions).toEqual(Array(90).fill(next.version));
  }, 120_000);
});

test('ended anywhere, captures in another order, old ones again, rounds of judging in between: the same in the end', async () => {
  /** What must not depend on the order: names of flocks may. */
  const outcome = async (disk: Disk) => {
    const rows = (await disk.rows()) as { [Name in TableName]: readonly never[] };
    const flocks = rows.flocks as readonly {
      id: string;
      into?: string;
      accounts: number;
      posts: number;
      texts: number;
    }[];
    return {
      levels: (rows.verdicts as readonly { accountId: string; level: string }[]).map(
        (one) => `${one.accountId} ${one.level}`,
      ),
      pages: (rows.pages as readonly Record<string, unknown>[]).map(({ key, posts, accounts, strong, weak }) => ({
        key,
        posts,
        accounts,
        strong,
        weak,
      })),
      flocks: flocks
        .filter((one) => !one.into)
        .map(({ accounts, posts, texts }) => `${accounts} ${posts} ${texts}`)
        .toSorted(),
      posts: (rows.posts as readonly { id: string }[]).map((post) => post.id),
    };
  };
  const calm = openDisk();
  for (const capture of CAPTURES) await take(capture)(calm.log);
  while (await judge(calm.log));
  const expected = await outcome(calm);

  const event = fc.record({
    capture: fc.nat(CAPTURES.length - 1),
    /** Where it is ended; 0 is nowhere. */
    dies: fc.oneof(
      { weight: 1, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 150 }) },
    ),
    rounds: fc.nat(2),
    roundDies: fc.nat(80),
  });
  const lives = fc.tuple(
    fc.array(event, { maxLength: 10 }),
    fc.shuffledSubarray([...CAPTURES.keys()], { minLength: CAPTURES.length }),
  );
  await fc.assert(
    fc.asyncProperty(lives, async ([events, order]) => {
      const disk = openDisk();
      for (const { capture, dies, rounds, roundDies } of events) {
        await diesAt(dies || Infinity, () => take(CAPTURES[capture]!)(disk.log));
        if (dies % 3 === 1) disk.restart();
        for (let i = 0; i < rounds; i++) await diesAt(roundDies || Infinity, () => judge(disk.log));
      }
      // What got no receipt is sent again.
      for (const i of order) await take(CAPTURES[i]!)(disk.log);
      while (await judge(disk.log));
      expect(await outcome(disk)).toEqual(expected);
    }),
    { numRuns: 40, interruptAfterTimeLimit: 20_000 },
  );
}, 120_000);
