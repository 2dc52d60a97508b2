/** The log in IndexedDB: the one the extension keeps. Each question from outside is a unit of work of its own. */
import Dexie, { type Transaction } from 'dexie';
import { keyOf, type Log, type Shelf, type TableName } from '../log';
import { type KnownDisk, readKnownDisk } from './known-disk';
import { logOver } from './questions';
import { answerTo, plainStore } from './requests';
import { NO_STAMP, openRowCache } from './row-cache';
import type { LogDatabase, StampRecord } from './schema';
import { openSession, recordNames } from './session';

const tableNames = [...recordNames, 'stamps'];
/** The row whose value goes up with every unit of work, whoever does it. */
const STAMP = 'log';

/** Bundles read in the time of a unit of work beside somebody who scrolls. */
const BUNDLES_A_UNIT = 50;
const LEAST_PATIENCE = 4;

/** The disk is not as the work was begun upon. */
class Overtaken extends Error {}

async function stampOf(tx: Transaction): Promise<number> {
  const row = await answerTo<StampRecord | undefined>(plainStore(tx, 'stamps').get(STAMP));
  return row?.value ?? 0;
}

/** @param isImport much comes in that is not there yet: what is there is kept in mind, as long as nobody else writes. */
export function indexedLog(db: LogDatabase, isImport = false): Log {
  const cache = openRowCache(isImport);
  let knows: KnownDisk | undefined;
  /**
   * A transaction of its own. Whoever asks may go on from the end of another, and Dexie would then take this one for a part of that: “Transaction
   * has already completed”.
   */
  const begun = <T>(mode: 'r' | 'rw', work: (tx: Transaction) => Promise<T>): Promise<T> =>
    Dexie.ignoreTransaction(() => db.transaction(mode, tableNames, work) as unknown as Promise<T>);
  /** Units of work until the keys are worth reading; and how many that is when somebody else has written. */
  let [rest, patience] = [0, 0];

  /** What is there and its stamp, of one moment. The more there is, the longer nobody else must have written. */
  async function readKeys(): Promise<void> {
    cache.clear();
    await begun('r', async (tx) => {
      cache.stamp = await stampOf(tx);
      // By hand, as in `session.ts`: a binding that is lost on the way asks another transaction, and this one ends meanwhile.
      const bundles = await tx.table('bundles').count();
      knows = await readKnownDisk(tx, bundles);
      patience = knows ? LEAST_PATIENCE + Math.round(bundles / BUNDLES_A_UNIT) : Number.POSITIVE_INFINITY;
    });
  }

  /** What is known is of no disk any more: what was put in vain is nobody's. */
  function forgetAll(): void {
    cache.clear();
    cache.stamp = NO_STAMP;
    knows = undefined;
    rest = patience;
  }

  interface Turn<T> {
    readonly work: (inside: Log) => Promise<T>;
    readonly passing: boolean;
    /** It begins while the last is still being written, and takes what that has put from memory. */
    readonly isAhead: boolean;
    /** To be called when the next may begin; at the latest when this has ended it does. */
    readonly letNext: () => void;
  }

  /** One transaction. @throws Overtaken where the disk is not as it was begun upon: nothing was written then. */
  async function once<T>({ work, passing, isAhead, letNext }: Turn<T>): Promise<T> {
    const written = begun('rw', async (tx) => {
      const onDisk = stampOf(tx);
      // Where the transaction ends first, its own error is told.
      onDisk.catch(() => undefined);
      if (!isAhead && (await onDisk) !== cache.stamp) {
        forgetAll();
        cache.stamp = await onDisk;
      }
      const before = cache.stamp;
      const agree = async () => {
        if ((await onDisk) !== before) throw new Overtaken();
      };
      const session = openSession(tx, () => cache, knows);
      const done = await work(logOver(session)).catch(async (error) => {
        // What was half of one state and half of another made no sense; it is no error of the work's.
        await agree();
        throw error;
      });
      session.send();
      const stamp = before + (session.isChanged() ? 1 : 0);
      if (stamp !== before) plainStore(tx, 'stamps').put({ key: STAMP, value: stamp });
      await agree();
      const hand = () => {
        session.publish(passing);
        cache.stamp = stamp;
      };
      if (isAhead) {
        hand();
        letNext();
      }
      await session.written();
      if (knows?.isTrue() === false) knows = undefined;
      return { done, hand };
    });
    const { done, hand } = await written;
    if (!isAhead) hand();
    return done;
  }

  let [turn, last]: [Promise<unknown>, Promise<unknown>] = [Promise.resolve(), Promise.resolve()];
  /** One after another; in an import the next begins while the last is being written: the engine's work beside the browser's. */
  const atomically: Log['atomically'] = (work, passing = false) => {
    const [mine, previous] = [turn, last];
    let letNext = () => {};
    turn = new Promise<void>((resolve) => {
      letNext = resolve;
    });
    const tryOnce = (isAhead: boolean) =>
      once({ work, passing, isAhead, letNext }).catch((error) => {
        forgetAll();
        throw error;
      });
    const run = async () => {
      await mine;
      if (isImport && !knows && rest-- <= 0) await readKeys();
      return tryOnce(isImport && cache.stamp !== NO_STAMP).catch(async (error) => {
        if (!(error instanceof Overtaken)) throw error;
        // Somebody else has written; or the last could not be, and what was built upon it falls with it.
        await previous;
        return tryOnce(false);
      });
    };
    const done = run().finally(letNext);
    last = done;
    done.catch(() => undefined);
    return done;
  };
  const reading: Log['reading'] = (work) =>
    begun('r', async (tx) => {
      const stamp = await stampOf(tx);
      // Work that ends meanwhile makes the cache newer than this reading, which then asks the disk.
      const session = openSession(tx, () => (cache.stamp === stamp ? cache : undefined));
      const done = await work(logOver(session));
      // Whoever puts all the same is told so.
      session.send();
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
    pendingFlocks: (...asked) => reading((log) => log.pendingFlocks(...asked)),
    labelsOf: (...asked) => reading((log) => log.labelsOf(...asked)),
    accountByHandle: (handles) => reading((log) => log.accountByHandle(handles)),
    tidy: () => atomically((log) => log.tidy(), true),
    dropOlder: (after) => atomically((log) => log.dropOlder(after), true),
    atomically,
    reading,
  };
}
