/** In an import the next unit of work begins while the last is being written: whatever happens to that one, nothing is built upon what is not there. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import type { Log } from '../../../lib/log';
import { indexedLog } from '../../../lib/store/indexed-log';
import { openDatabase } from '../../../lib/store/schema';
import { diesAt, letDie } from './dying';

letDie();
const NAME = 'ahead';
const opened: Dexie[] = [];
afterEach(async () => {
  for (const db of opened.splice(0)) db.close();
  await Dexie.delete(NAME);
});
function connect(isImport: boolean): Log {
  const db = openDatabase(NAME, 'relaxed');
  opened.push(db);
  return indexedLog(db, isImport);
}

const linkIn = async (log: Log, key: string) => (await log.shelves.links.get([key]))[0]?.accountId;
const put = (log: Log, key: string, accountId: string) => log.shelves.links.put([{ key, accountId }]);
/** Writes under the name what it finds under another. */
const follow = (key: string, before: string) => async (inside: Log) => {
  const found = await linkIn(inside, before);
  await put(inside, key, `${found}>${key}`);
};

test('three units, one after another, each upon the last', async () => {
  const log = connect(true);
  await put(log, 'a', 'a');
  const units = [follow('b', 'a'), follow('c', 'b'), follow('d', 'c')];
  await Promise.all(units.map((unit) => log.atomically(unit)));
  expect(await linkIn(connect(false), 'd')).toBe('a>b>c>d');
});

test('the second begins before the first is written', async () => {
  const log = connect(true);
  await put(log, 'a', 'a');
  const told: string[] = [];
  const first = log.atomically(follow('b', 'a')).then(() => told.push('first on disk'));
  const second = log.atomically(async (inside) => {
    told.push('second begins');
    await follow('c', 'b')(inside);
  });
  await Promise.all([first, second]);
  expect(told).toEqual(['second begins', 'first on disk']);
});

test('ended at any request: what is acknowledged is there, and nobody has built upon what is not', async () => {
  let ends = 0;
  for (let at = 1; at < 60; at++) {
    const log = connect(true);
    await put(log, 'a', 'a');
    const settled: PromiseSettledResult<void>[] = [];
    const died = await diesAt(at, async () => {
      const units = [follow('b', 'a'), follow('c', 'b'), follow('d', 'c')];
      settled.push(...(await Promise.allSettled(units.map((unit) => log.atomically(unit)))));
      const failed = settled.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    });
    const reader = connect(false);
    const there = await Promise.all(['a', 'b', 'c', 'd'].map((key) => linkIn(reader, key)));
    for (const [i, key] of ['b', 'c', 'd'].entries()) {
      expect(there[i + 1] !== undefined, `${key}, ended at ${at}`).toBe(settled[i]?.status === 'fulfilled');
      if (there[i + 1] !== undefined) expect(there[i + 1]).toBe(`${there[i]}>${key}`);
    }
    ends += died ? 1 : 0;
    for (const db of opened.splice(0)) db.close();
    await Dexie.delete(NAME);
    if (!died) break;
  }
  expect(ends).toBeGreaterThan(6);
});

test('work that made no sense of half of one state and half of another is done again, not told as an error', async () => {
  const [log, other] = [connect(true), connect(false)];
  const both = (inside: Log, value: string) =>
    inside.shelves.links.put(['a', 'b'].map((key) => ({ key, accountId: value })));
  await log.atomically((inside) => both(inside, '0'));
  await linkIn(log, 'a');
  await other.atomically((inside) => both(inside, '1'));
  const seen: string[] = [];
  await log.atomically(async (inside) => {
    // One of the two stands in memory as the last unit left it, as only one of a table might.
    seen.push(String(await linkIn(inside, 'a')));
    if (seen.at(-1) === '0') throw new Error('no sense');
    await put(inside, 'c', 'done');
  });
  expect(seen).toEqual(['0', '1']);
  expect(await linkIn(connect(false), 'c')).toBe('done');
});

test('what another connection writes meanwhile is seen, not written over', async () => {
  const [log, other] = [connect(true), connect(false)];
  await put(log, 'a', '0');
  const more = (inside: Log) => linkIn(inside, 'a').then((n) => put(inside, 'a', String(Number(n) + 1)));
  const all: Promise<unknown>[] = [];
  for (let i = 0; i < 20; i++) {
    all.push(log.atomically(more));
    if (i % 3 === 0) all.push(other.atomically(more));
    if (i % 5 === 0) await all.at(-1);
  }
  await Promise.all(all);
  expect(await linkIn(connect(false), 'a')).toBe('27');
});

test('who goes on from the end of a unit of work reads, and writes, in another', async () => {
  for (const isImport of [false, true]) {
    const log = connect(isImport);
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let [read, written]: Promise<unknown>[] = [];
    await log.atomically(async (inside) => {
      await put(inside, 'a', 'a');
      // Begun inside, so that Dexie takes what follows for a part of it.
      read = ended.then(() => linkIn(log, 'a'));
      written = ended.then(() => put(log, 'b', 'b'));
    });
    end();
    expect(await read).toBe('a');
    await written;
    expect(await linkIn(log, 'b')).toBe('b');
  }
});
