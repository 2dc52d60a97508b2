/** The background and the log's page write to one log, each with a memory of its own: neither may act on what the other changed. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { indexedLog } from '../../../lib/store/indexed-log';
import { LastUsed } from '../../../lib/store/row-cache';
import { openDatabase } from '../../../lib/store/schema';
import { captureOf, openWorld } from '../world';

const NAME = 'two-connections';
const opened: Dexie[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) db.close();
  await Dexie.delete(NAME);
});
function connection() {
  const db = openDatabase(NAME);
  opened.push(db);
  return indexedLog(db);
}

test('what one wrote the other sees, also where it had read it before', async () => {
  const [a, b] = [connection(), connection()];
  const counted = (n: number) => [{ key: 'one|two', accountId: String(n) }];
  await a.shelves.links.put(counted(1));
  expect(await b.shelves.links.get(['one|two', 'none'])).toEqual([counted(1)[0], undefined]);
  for (let n = 2; n < 6; n++) {
    const [writer, reader] = n % 2 === 0 ? [b, a] : [a, b];
    await writer.shelves.links.put(counted(n));
    expect(await reader.shelves.links.get(['one|two'])).toEqual(counted(n));
    expect(await reader.atomically((log) => log.shelves.links.get(['one|two']))).toEqual(counted(n));
  }
  await a.shelves.links.remove(['one|two']);
  expect(await b.atomically((log) => log.shelves.links.get(['one|two']))).toEqual([undefined]);
  await b.shelves.links.put(counted(9));
  await a.shelves.links.clear();
  expect(await b.atomically((log) => log.shelves.links.get(['one|two']))).toEqual([undefined]);
});

test('captures that come by turns over both end like captures over one', async () => {
  const captures = Array.from({ length: 8 }, (_, i) =>
    captureOf(
      ['a', 'b', 'c', 'd']
        .map((one, k) => `@${one}: ${['bread', 'milk', 'fish', 'salt', 'tea'][(i + k) % 5]} at 1${i}:0${k}:04`)
        .join('\n'),
      { atMs: i },
    ),
  );
  const [a, b] = [connection(), connection()];
  await Promise.all(captures.map((capture, i) => openWorld(i % 2 === 0 ? a : b).take(capture)));
  const db = openDatabase(`${NAME}-alone`);
  const alone = indexedLog(db);
  for (const capture of captures) await openWorld(alone).take(capture);
  for (const name of ['verdicts', 'pages', 'posts', 'accounts'] as const) {
    const rows = async (log: typeof alone) => (await log.shelves[name].scan('', Infinity)).length;
    expect(await rows(a), name).toBe(await rows(alone));
    expect(await rows(b), name).toBe(await rows(alone));
  }
  expect(await a.shelves.pages.scan('', 9)).toEqual(await alone.shelves.pages.scan('', 9));
  await db.delete();
});

test('work that fails leaves nothing behind in memory either', async () => {
  const log = connection();
  await log.shelves.links.put([{ key: 'k', accountId: '1' }]);
  const work = log.atomically(async (inside) => {
    await inside.shelves.links.put([{ key: 'k', accountId: '2' }]);
    throw new Error('killed');
  });
  await expect(work).rejects.toThrow('killed');
  expect(await log.atomically((inside) => inside.shelves.links.get(['k']))).toEqual([{ key: 'k', accountId: '1' }]);
});

test('a round through all rows changes what is held of them, and holds no more of them', async () => {
  const log = connection();
  const row = (key: string, accountId: string) => ({ key, accountId });
  await log.shelves.links.put([row('held', '1')]);
  await log.atomically((inside) => inside.shelves.links.put([row('held', '2'), row('passing', '2')]), true);
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  const read = (key: string) => log.atomically(async ({ shelves }) => (await shelves.links.get([key]))[0]);
  expect(await read('held')).toEqual(row('held', '2'));
  expect(await read('passing')).toEqual(row('passing', '2'));
  const keys = asked.mock.calls
    .filter((_, i) => (asked.mock.contexts[i] as IDBObjectStore).name === 'links')
    .map(([key]) => key);
  asked.mockRestore();
  expect(keys).toEqual(['passing']);
});

test('the records used last are held, as many as there is room for', () => {
  const held = new LastUsed<number | undefined>(2);
  held.hold('a', 1);
  held.hold('b', undefined);
  expect(held.use('a')).toBe(1);
  held.hold('c', 3);
  expect([held.has('a'), held.has('b'), held.has('c')]).toEqual([true, false, true]);
});
