/** A log of an earlier version, opened by this one: everything that was in it is in it. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { keyOf, type TableName } from '../../../lib/log';
import { indexedLog } from '../../../lib/store/indexed-log';
import { memoryLog } from '../../../lib/store/memory-log';
import { openDatabase } from '../../../lib/store/schema';
import { captureOf, openWorld } from '../world';

const NAME = 'upgraded';
const names = Object.keys(keyOf) as TableName[];
afterEach(() => Dexie.delete(NAME));

/** The tables as version 2 had them. */
async function writeVersion2(rows: ReturnType<typeof memoryLog>['rows']): Promise<void> {
  const db = new Dexie(NAME);
  db.version(2).stores({
    accounts: 'id, handleKey',
    posts: 'id, authorId, textKey',
    sightings: 'key, [pageKey+atMs]',
    evidence: 'id, [flock+id]',
    texts: 'key, *bands, root, flock',
    links: 'key',
    flocks: 'id, pending',
    pages: 'key',
    verdicts: 'accountId, level',
    dismissals: 'accountId',
    labels: 'id, [accountId+atMs]',
    counters: 'key',
    meta: 'key',
  });
  for (const name of names) await db.table(name).bulkPut([...rows[name].values()]);
  db.close();
}

test('every row of version 2 is there, and the log goes on from it', async () => {
  const inMemory = memoryLog();
  const told = (from: number) =>
    Array.from({ length: 60 }, (_, i) =>
      ['bread', 'milk', `fish~${i % 3}`]
        .map((text, k) => `@u${from + i}: ${text} at 12:${String(i).padStart(2, '0')}:1${k * 4} via TweetDeck`)
        .join('\n'),
    ).join('\n');
  await openWorld(inMemory).take(captureOf(told(0), { atMs: 1 }));
  await inMemory.shelves.dismissals.put([
    { accountId: '7', dismissed: true, atMs: 3 },
    { accountId: [...inMemory.rows.accounts.keys()][0]!, dismissed: true, atMs: 4 },
  ]);
  await inMemory.shelves.meta.put([{ key: 'project', value: { title: 'A' } }]);
  await writeVersion2(inMemory.rows);

  const db = openDatabase(NAME);
  const log = indexedLog(db);
  expect(inMemory.rows.verdicts.size).toBe(60);
  const same = async () => {
    for (const name of names)
      expect(await log.shelves[name].scan('', Infinity), name).toEqual(await inMemory.shelves[name].scan('', Infinity));
  };
  await same();
  for (const one of [log, inMemory]) await openWorld(one).take(captureOf(told(30), { atMs: 2 }));
  await same();
  db.close();
});
