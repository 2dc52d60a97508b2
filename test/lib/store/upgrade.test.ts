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

/** The tables as version 4 had them: each text with a record of its own, each person with the names of its parts. */
async function writeVersion4(rows: ReturnType<typeof memoryLog>['rows']): Promise<void> {
  const db = new Dexie(NAME);
  db.version(4).stores({
    people: 'id, handleKey, [flock+id], parts',
    bundles: 'key, *ids, *said, *authors',
    wordings: 'key, *bands',
    groups: 'key, root, flock',
    sightings: 'key, [pageKey+atMs]',
    links: 'key',
    flocks: 'id, pending',
    pages: 'key',
    labels: 'id, [accountId+atMs]',
    counters: 'key',
    meta: 'key',
    stamps: 'key',
  });
  const plain = ['sightings', 'links', 'labels', 'counters', 'meta'] as const;
  for (const name of plain) await db.table(name).bulkPut([...rows[name].values()]);
  for (const row of rows.flocks.values())
    await db.table('flocks').put({ id: row.id, pending: row.pending, json: JSON.stringify(row) });
  for (const row of rows.pages.values()) await db.table('pages').put({ key: row.key, json: JSON.stringify(row) });
  for (const { compact, bands, words, ...group } of rows.texts.values()) {
    await db.table('wordings').put({ key: group.key, compact, bands, words });
    await db.table('groups').put(group);
  }
  const posts = [...rows.posts.values()];
  for (let at = 0; at < posts.length; at += 7) {
    const some = posts.slice(at, at + 7);
    await db.table('bundles').put({
      key: some[0]!.id,
      ids: some.map(({ id }) => id),
      said: some.map(({ textKey, authorId }) => `${textKey} ${authorId}`),
      authors: some.map(({ authorId }) => authorId),
      posts: some,
    });
  }
  const kept = { account: rows.accounts, evidence: rows.evidence, verdict: rows.verdicts, dismissal: rows.dismissals };
  const ids = new Set(Object.values(kept).flatMap((table) => [...table.keys()]));
  for (const id of ids) {
    const parts = Object.entries(kept).flatMap(([part, table]) => (table.has(id) ? [[part, table.get(id)]] : []));
    const { handleKey } = rows.accounts.get(id) ?? {};
    const { flock } = rows.evidence.get(id) ?? {};
    await db.table('people').put({
      id,
      ...(handleKey === undefined ? {} : { handleKey }),
      ...(flock === undefined ? {} : { flock }),
      parts: parts.map(([part]) => part).join(' '),
      json: JSON.stringify({ id, ...Object.fromEntries(parts) }),
    });
  }
  db.close();
}

test.each([
  [2, writeVersion2],
  [4, writeVersion4],
] as const)('every row of version %i is there, and the log goes on from it', async (_version, write) => {
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
  await write(inMemory.rows);

  const db = openDatabase(NAME);
  const log = indexedLog(db);
  expect(inMemory.rows.verdicts.size).toBe(60);
  const same = async () => {
    for (const name of names)
      expect(await log.shelves[name].scan('', Infinity), name).toEqual(await inMemory.shelves[name].scan('', Infinity));
  };
  await same();
  for (const name of ['accounts', 'evidence', 'verdicts', 'dismissals', 'posts', 'texts'] as const)
    expect(await log.shelves[name].count(), name).toBe(inMemory.rows[name].size);
  for (const one of [log, inMemory]) await openWorld(one).take(captureOf(told(30), { atMs: 2 }));
  await same();
  db.close();
});
