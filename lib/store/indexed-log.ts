/** The log in IndexedDB: the one the extension keeps. Each question from outside is a unit of work of its own. */
import type { Transaction } from 'dexie';
import { keyOf, type Log, type Shelf, type TableName } from '../log';
import { type KnownKeys, readKnownKeys } from './known-keys';
import { logOver } from './questions';
import { NO_STAMP, openRowCache } from './row-cache';
import type { LogDatabase, StampRecord } from './schema';
import { openSession, recordNames } from './session';

const tableNames = [...recordNames, 'stamps'];
/** The row whose value goes up with every unit of work, whoever does it. */
const STAMP = 'log';

async function stampOf(tx: Transaction): Promise<number> {
  const row: StampRecord | undefined = await tx.table('stamps').get(STAMP);
  return row?.value ?? 0;
}

/** @param isImport much comes in that is not there yet: what is there is kept in mind, as long as nobody else writes. */
export function indexedLog(db: LogDatabase, isImport = false): Log {
  const cache = openRowCache();
  let knows: KnownKeys | undefined;
  let isFirst = isImport;

  /** What is there and its stamp, of one moment. */
  async function readKeys(): Promise<void> {
    cache.clear();
    await db.transaction('r', tableNames, async (tx) => {
      cache.stamp = await stampOf(tx);
      knows = await readKnownKeys(db);
    });
  }

  async function writing<T>(work: (inside: Log) => Promise<T>, passing: boolean): Promise<T> {
    try {
      if (isFirst) await readKeys();
      isFirst = false;
      const { done, session, stamp } = await db.transaction('rw', tableNames, async (tx) => {
        const before = await stampOf(tx);
        if (cache.stamp !== before) {
          cache.clear();
          knows = undefined;
        }
        const session = openSession(tx, () => cache, knows);
        const done = await work(logOver(session));
        await session.flush();
        const stamp = before + (session.isChanged() ? 1 : 0);
        if (stamp !== before) await tx.table('stamps').put({ key: STAMP, value: stamp });
        return { done, session, stamp };
      });
      session.publish(passing);
      cache.stamp = stamp;
      return done;
    } catch (error) {
      // What was put in vain is nobody's.
      cache.clear();
      cache.stamp = NO_STAMP;
      knows = undefined;
      throw error;
    }
  }
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: the cache knows of finished work only. */
  const atomically: Log['atomically'] = (work, passing = false) => {
    const next = last.then(
      () => writing(work, passing),
      () => writing(work, passing),
    );
    last = next;
    return next;
  };
  const reading: Log['reading'] = (work) =>
    db.transaction('r', tableNames, async (tx) => {
      const stamp = await stampOf(tx);
      // Work that ends meanwhile makes the cache newer than this reading, which then asks the disk.
      const session = openSession(tx, () => (cache.stamp === stamp ? cache : undefined));
      const done = await work(logOver(session));
      await session.flush();
      return done;
    });

  const shelf = (name: TableName): Shelf<never> => {
    const within = (log: Log) => log.shelves[name] as unknown as Shelf<never>;
    return {
      get: (keys) => reading((log) => within(log).get(keys)),
      put: (rows) => atomically((log) => within(log).put(rows)),
      remove: (keys) => atomically((log) => within(log).remove(keys)),
      clear: () => atomically((log) => within(log).clear()),
      scan: (after, limit) => reading((log) => within(log).scan(after, limit)),
      keys: (after, limit) => reading((log) => within(log).keys(after, limit)),
      count: () => reading((log) => within(log).count()),
    };
  };
  const shelves = Object.fromEntries(Object.keys(keyOf).map((name) => [name, shelf(name as TableName)]));
  return {
    shelves: shelves as unknown as Log['shelves'],
    textsNear: (...asked) => reading((log) => log.textsNear(...asked)),
    textKeysInGroup: (root) => reading((log) => log.textKeysInGroup(root)),
    textsOf: (flockId) => reading((log) => log.textsOf(flockId)),
    authorsOf: (textKeys) => reading((log) => log.authorsOf(textKeys)),
    postsOf: (textKeys) => reading((log) => log.postsOf(textKeys)),
    membersOf: (...asked) => reading((log) => log.membersOf(...asked)),
    flocksAfter: (...asked) => reading((log) => log.flocksAfter(...asked)),
    pendingFlocks: (most) => reading((log) => log.pendingFlocks(most)),
    labelsOf: (...asked) => reading((log) => log.labelsOf(...asked)),
    accountByHandle: (handles) => reading((log) => log.accountByHandle(handles)),
    atomically,
    reading,
  };
}
