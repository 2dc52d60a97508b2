/** A table within one unit of work: each record is read once, and written once, when a question needs it there or at the end. */
import type { Collection, Table } from 'dexie';
import type { Packing } from './packing';
import { answersTo, ended } from './requests';
import type { LastUsed } from './row-cache';

export interface Rows<Row> {
  get(keys: readonly string[]): Promise<readonly (Row | undefined)[]>;
  /** As far as this unit of work has it. */
  now(key: string): Row | undefined;
  put(key: string, row: Row): void;
  remove(keys: readonly string[]): void;
  clear(): Promise<void>;
  /** Knows a record from elsewhere, without asking for it. */
  learn(key: string, row: Row): void;
  /** Sends what was put on its way: an index that is asked afterwards knows of it. */
  flush(): void;
  /** Resolves when all that was sent is written; rejects where it cannot be. */
  written(): Promise<void>;
  /** Whether anything was put, removed or cleared. */
  isChanged(): boolean;
  /** Hands what is known over, once it is sent for good, and lets go of it. @param passing only where something is held of it already. */
  publish(passing: boolean): void;
  /** Asked for keys and counts; what it holds may be packed. */
  readonly table: Table<unknown, string>;
  /** The records that a question to the table finds, as they stand on disk now. */
  read(question: Collection<unknown, string>): Promise<readonly Row[]>;
  /** The key of one record for each key of an index: questions that are asked by the dozen. */
  keysOf(index: string, keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** The keys of the first records of each range of an index. */
  allKeysOf(index: string, ranges: readonly IDBKeyRange[], most: number): Promise<readonly (readonly string[])[]>;
}

/** @param held records that are true of the disk, or `undefined` where nothing is known of it. */
export function openRows<Row>(
  table: Table<unknown, string>,
  store: () => IDBObjectStore,
  { pack, unpack }: Packing<Row, unknown>,
  held: () => LastUsed<Row | undefined> | undefined,
  /** Sure that there is no such record. */
  isAbsent: (key: string) => boolean = () => false,
  /** Told of each record that is put, and of `undefined` where some go. */
  note: (key: string, row: Row | undefined) => void = () => undefined,
): Rows<Row> {
  const known = new Map<string, Row | undefined>();
  const changed = new Set<string>();
  const writes: Promise<void>[] = [];
  let [emptied, sent] = [false, 0];
  const cache = () => (emptied ? undefined : held());
  return {
    table,
    async get(keys) {
      const missing = new Set<string>();
      for (const key of keys) {
        if (known.has(key)) continue;
        if (cache()?.has(key)) known.set(key, cache()?.use(key));
        else if (isAbsent(key)) known.set(key, undefined);
        else missing.add(key);
      }
      if (missing.size > 0) {
        const asked = [...missing];
        const from = store();
        const found: readonly unknown[] = await answersTo(asked.map((key) => from.get(key)));
        for (const [i, key] of asked.entries()) {
          // Asked for twice at once, and put since the first answer.
          if (!known.has(key)) known.set(key, found[i] === undefined ? undefined : unpack(found[i]));
        }
      }
      return keys.map((key) => known.get(key));
    },
    now: (key) => known.get(key),
    put(key, row) {
      note(key, row);
      known.set(key, row);
      changed.add(key);
    },
    remove(keys) {
      for (const key of keys) {
        note(key, undefined);
        known.set(key, undefined);
        changed.add(key);
      }
    },
    async clear() {
      emptied = true;
      note('', undefined);
      known.clear();
      changed.clear();
      await table.clear();
    },
    learn(key, row) {
      if (!known.has(key)) known.set(key, row);
    },
    flush() {
      if (changed.size === 0) return;
      sent += changed.size;
      const into = store();
      const requests = [...changed].map((key): IDBRequest => {
        const row = known.get(key);
        return row === undefined ? into.delete(key) : into.put(pack(row));
      });
      changed.clear();
      // Nobody waits for it here: the browser writes while the engine goes on, and answers what is asked later as if it had.
      const done = ended(requests);
      done.catch(() => undefined);
      writes.push(done);
    },
    async written() {
      await Promise.all(writes);
      writes.length = 0;
    },
    isChanged: () => emptied || sent > 0 || changed.size > 0,
    async keysOf(index, keys) {
      const from = store().index(index);
      return (await answersTo(keys.map((key) => from.getKey(key)))) as readonly (string | undefined)[];
    },
    async allKeysOf(index, ranges, most) {
      const from = store().index(index);
      return (await answersTo(ranges.map((range) => from.getAllKeys(range, most)))) as readonly string[][];
    },
    read: async (question) => (await question.toArray()).map(unpack),
    publish(passing) {
      if (emptied) held()?.clear();
      const into = held();
      if (into) for (const [key, row] of known) if (!passing || into.has(key)) into.hold(key, row);
      // While it is being written, the next unit of work needs the room.
      known.clear();
    },
  };
}
