/** One contract, two logs: in IndexedDB and in memory the same questions get the same answers. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { FlockRow, TextRow } from '../../../lib/flocks/evidence';
import { type AccountRow, keyOf, type Log, type PostRow, type TableName } from '../../../lib/log';
import type { Label } from '../../../lib/model';
import { indexedLog } from '../../../lib/store/indexed-log';
import { memoryLog } from '../../../lib/store/memory-log';
import { type LogDatabase, openDatabase } from '../../../lib/store/schema';
import { captureOf, openWorld } from '../world';

let n = 0;
const opened: LogDatabase[] = [];
function freshIndexed(): { readonly log: Log; readonly db: LogDatabase } {
  const db = openDatabase(`test-${++n}`);
  opened.push(db);
  return { log: indexedLog(db), db };
}
afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

const id = fc.constantFrom('1', '2', '3', '10', '9', '11', '100');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const without = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Row]: Exclude<Row[Name], undefined>;
  };

const account = fc
  .record({ id, handleKey: maybe(fc.constantFrom('ann', 'bob', 'cyd')), lastSeenMs: fc.nat(5) })
  .map((row) => without({ ...row, firstSeenMs: 0, handles: [], counts: [] }) as AccountRow);
/** A post's text and author, and a text's bands, never change: they are made from its id. */
const post = id.map((key) => {
  const base = {
    id: key,
    authorId: String(Number(key) % 4),
    createdAtMs: Number(key),
    text: '',
    links: [],
    hashtags: [],
    mentions: [],
    pages: [],
  };
  return (Number(key) % 5 === 0 ? base : { ...base, textKey: `t${Number(key) % 3}` }) as PostRow;
});
const text = fc
  .record({
    key: fc.constantFrom('t0', 't1', 't2', 't3'),
    root: fc.constantFrom('t0', 't1'),
    flock: maybe(fc.constantFrom('f1', 'f2')),
  })
  .map((row) => {
    const number = Number(row.key.slice(1));
    return without({
      ...row,
      compact: row.key,
      bands: [number, number + 1, 7],
      accounts: 1,
      first: '1',
      size: 1,
    }) as TextRow;
  });
const evidence = fc
  .record({ id, flock: maybe(fc.constantFrom('f1', 'f2')) })
  .map((row) => without({ ...row, posts: [], pages: {} }));
const flock = fc
  .record({ id: fc.constantFrom('f1', 'f2', 'f3'), pending: fc.constantFrom<0 | 1>(0, 1) })
  .map((row): FlockRow => ({ ...row, accounts: 0, posts: 0, texts: 0, sample: [], signature: '' }));
const label = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    atMs: fc.nat(2),
    coder: fc.constantFrom('me', 'you'),
    retractedAtMs: maybe(fc.constant(9)),
  })
  // A label never moves to another account.
  .map((row) => without({ ...row, accountId: row.id < 'c' ? '1' : '10', value: 'spam', note: '' }) as Label);

const put = fc.oneof(
  fc.tuple(fc.constant('accounts' as const), fc.array(account, { maxLength: 4 })),
  fc.tuple(fc.constant('posts' as const), fc.array(post, { maxLength: 4 })),
  fc.tuple(fc.constant('texts' as const), fc.array(text, { maxLength: 4 })),
  fc.tuple(fc.constant('evidence' as const), fc.array(evidence, { maxLength: 4 })),
  fc.tuple(fc.constant('flocks' as const), fc.array(flock, { maxLength: 4 })),
  fc.tuple(fc.constant('labels' as const), fc.array(label, { maxLength: 4 })),
);
const removal = fc.tuple(
  fc.constantFrom(...(['accounts', 'posts', 'texts', 'evidence', 'flocks', 'labels'] as const)),
  fc.array(fc.oneof(id, fc.constantFrom('t0', 't1', 't2', 'f1', 'f2', 'a', 'c')), { maxLength: 3 }),
);

const byKey = <Row extends { key?: string; id?: string }>(rows: readonly Row[]) =>
  rows.toSorted((a, b) => ((a.key ?? a.id)! < (b.key ?? b.id)! ? -1 : 1));
const ids = ['1', '2', '3', '9', '10', '11', '100', 'none'];

/** Every question, with answers in an order that is promised or made. */
async function answersOf(log: Log) {
  return {
    rows: await Promise.all(
      (['accounts', 'posts', 'evidence', 'labels'] as const).map((name) =>
        log.shelves[name].get([...ids, 'a', 'b', 'c', 'd', '1']),
      ),
    ),
    scanned: await Promise.all(
      (['accounts', 'posts', 'texts', 'labels'] as const).flatMap((name) => [
        log.shelves[name].scan('', 3),
        log.shelves[name].scan('10', 9),
        log.shelves[name].keys('', 3),
        log.shelves[name].keys('10', 9),
      ]),
    ),
    keys: await Promise.all(
      (['accounts', 'posts', 'texts', 'labels'] as const).map((name) => log.shelves[name].keys('1', 3)),
    ),
    counts: await Promise.all((['accounts', 'posts', 'flocks'] as const).map((name) => log.shelves[name].count())),
    near: await Promise.all(
      [[0], [1, 2], [7], [7, 7, 1], [99], []].flatMap((bands) =>
        [1, 2, 9].map(async (most) => byKey(await log.textsNear(bands, most))),
      ),
    ),
    group: await Promise.all(['t0', 't1', 't3'].map(async (root) => (await log.textKeysInGroup(root)).toSorted())),
    pool: await Promise.all(['f1', 'f2', 'f9'].map(async (of) => byKey(await log.textsOf(of)))),
    authors: await Promise.all([['t0'], ['t1', 't2'], ['t1', 't1'], ['t9'], []].map((keys) => log.authorsOf(keys))),
    posted: await Promise.all(
      [['t0'], ['t1', 't2'], ['t1', 't1'], ['t9'], []].map(async (keys) => byKey(await log.postsOf(keys))),
    ),
    members: await Promise.all(
      [
        ['f1', '', 9],
        ['f1', '10', 9],
        ['f1', '', 2],
        ['f2', '2', 1],
        ['f9', '', 9],
      ].map(([of, after, limit]) => log.membersOf(String(of), String(after), Number(limit))),
    ),
    pending: byKey(await log.pendingFlocks(Infinity)),
    labels: await log.labelsOf(['1', '10', '2', '1']),
    ownLabels: await log.labelsOf(['1', '10', '2', '1'], 'me'),
    handles: await log.accountByHandle(['ANN', 'bob', 'nobody', 'Cyd', 'ann']),
  };
}

describe('both logs', () => {
  test('give the same answers after any puts and removals', async () => {
    const change = fc.oneof(
      { weight: 3, arbitrary: put.map((rows) => ({ rows })) },
      { weight: 1, arbitrary: removal.map((gone) => ({ gone })) },
      { weight: 1, arbitrary: removal.map(([emptied]) => ({ emptied })) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 14 }), async (changes) => {
        const [indexed, inMemory] = [freshIndexed().log, memoryLog()];
        for (const log of [indexed, inMemory]) {
          for (const change of changes) {
            if ('emptied' in change) await log.shelves[change.emptied].clear();
            else if ('gone' in change) await log.shelves[change.gone[0]].remove(change.gone[1]);
            else {
              const [name, rows] = change.rows;
              await (log.shelves[name].put as (rows: readonly unknown[]) => Promise<void>)(rows);
            }
          }
        }
        expect(await answersOf(inMemory)).toEqual(await answersOf(indexed));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('give the same answers inside a unit of work as outside', async () => {
    for (const log of [freshIndexed().log, memoryLog()]) {
      await log.shelves.accounts.put([
        { id: '1', handleKey: 'ann', firstSeenMs: 0, lastSeenMs: 0, handles: [], counts: [] },
      ]);
      const inside = await log.atomically(answersOf);
      expect(await log.reading(answersOf)).toEqual(inside);
      expect(await answersOf(log)).toEqual(inside);
    }
  });

  test('hold the same rows after the same captures, through the whole pipeline', async () => {
    const handles = ['a', 'b', 'c', 'd', 'e', 'f'];
    const lines = handles.flatMap((one, i) => [
      `@${one} joined 2016-02-1${i}`,
      ...['bread', 'milk', 'fish~1', 'fish'].map((told, k) => `@${one}: ${told} at 12:0${i}:1${k * 2} via TweetDeck`),
    ]);
    const [{ log: indexed }, inMemory] = [freshIndexed(), memoryLog()];
    for (const log of [indexed, inMemory]) {
      const world = openWorld(log);
      for (let at = 0; at < lines.length; at += 7)
        await world.take(captureOf(lines.slice(at, at + 7).join('\n'), { atMs: at }));
      await world.settle();
    }
    expect(inMemory.rows.verdicts.size).toBe(6);
    for (const name of Object.keys(keyOf) as TableName[]) {
      const sorted = (rows: readonly object[]) =>
        rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
      expect(sorted(await indexed.shelves[name].scan('', 1e6)), name).toEqual(
        sorted([...inMemory.rows[name].values()]),
      );
    }
  });
});

describe('in IndexedDB', () => {
  const dismissal = (accountId: string) => ({ accountId, dismissed: true, atMs: 0 });

  test('a unit of work is kept whole', async () => {
    const { log } = freshIndexed();
    await log.atomically(async (inside) => {
      await inside.shelves.dismissals.put([dismissal('1')]);
      await inside.shelves.dismissals.put([dismissal('2')]);
    });
    expect((await log.shelves.dismissals.get(['1', '2'])).map(Boolean)).toEqual([true, true]);
  });

  test('or rolled back whole, in every table, whatever was put before the error', async () => {
    const { log } = freshIndexed();
    await log.shelves.dismissals.put([{ ...dismissal('1'), atMs: 5 }]);
    const work = log.atomically(async (inside) => {
      await inside.shelves.dismissals.put([dismissal('1'), dismissal('2')]);
      await inside.shelves.links.put([{ key: 'a|b', accountId: '1' }]);
      expect(await inside.shelves.links.get(['a|b'])).toHaveLength(1);
      throw new Error('killed');
    });
    await expect(work).rejects.toThrow('killed');
    expect(await log.shelves.dismissals.get(['1', '2'])).toEqual([{ ...dismissal('1'), atMs: 5 }, undefined]);
    expect(await log.shelves.links.get(['a|b'])).toEqual([undefined]);
  });

  test('holds through hundreds of steps that ask nothing of the store', async () => {
    const { log } = freshIndexed();
    const work = log.atomically(async (inside) => {
      await inside.shelves.dismissals.put([dismissal('1')]);
      for (let i = 0; i < 500; i++) await Promise.resolve();
      await inside.shelves.dismissals.put([dismissal('2')]);
      throw new Error('killed');
    });
    await expect(work).rejects.toThrow('killed');
    expect(await log.shelves.dismissals.get(['1', '2'])).toEqual([undefined, undefined]);
  });

  test('a unit of work inside a unit of work is an error, and a reading writes nothing', async () => {
    const { log } = freshIndexed();
    await expect(log.atomically((inside) => inside.atomically(async () => 1))).rejects.toThrow(/inside a unit/);
    await expect(log.reading((inside) => inside.shelves.dismissals.put([dismissal('1')]))).rejects.toThrow();
    expect(await log.shelves.dismissals.get(['1'])).toEqual([undefined]);
  });

  test('what was put is there when the database is opened again', async () => {
    const { log, db } = freshIndexed();
    await log.atomically((inside) => inside.shelves.dismissals.put([dismissal('1')]));
    db.close();
    const again = openDatabase(db.name);
    opened.push(again);
    expect(await indexedLog(again).shelves.dismissals.get(['1'])).toEqual([dismissal('1')]);
  });

  test('finds posts among few and among many others in between', async () => {
    const { log } = freshIndexed();
    const none = { text: '', links: [], hashtags: [], mentions: [], pages: [] };
    const postAt = (n: number): PostRow => ({ ...none, id: String(1000 + n), authorId: '1', createdAtMs: n });
    const asked = ['1299', '1000', '1150', '999', '1000', '1301'];
    const found = async () => (await log.shelves.posts.get(asked)).map((post) => post?.id);
    expect(await found()).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    await log.shelves.posts.put([postAt(0), postAt(150)]);
    expect(await found()).toEqual([undefined, '1000', '1150', undefined, '1000', undefined]);
    await log.shelves.posts.put(Array.from({ length: 300 }, (_, n) => postAt(n)));
    expect(await found()).toEqual(['1299', '1000', '1150', undefined, '1000', undefined]);
  });
});
