/**
 * The records of accounts within one unit of work. Who comes by has one alone; what an import takes in by the hundred stands in crowds
 * (`crowds.ts`). What is newest holds: a record alone before all crowds, for nothing of an account goes back into a crowd from there.
 */
import { openCrowdCare } from './crowd-care';
import type { Crowds } from './crowds';
import type { KnownDisk } from './known-disk';
import { openPeopleSums, type Part } from './people-sums';
import type { LastUsed } from './row-cache';
import type { Rows } from './rows';
import type { CrowdRecord, PersonRecord, SumsRecord } from './schema';

/** Accounts that are worth crowds. Only an import brings as many, and it knows by itself where they stand. */
const MANY = 100;
/** Records read at a time. */
const READ = 1000;

export interface PeopleRows {
  get(ids: readonly string[]): Promise<readonly (PersonRecord | undefined)[]>;
  /** Reads what must be known of these before they are put. */
  ready(ids: readonly string[]): Promise<void>;
  /** As it stands, of one that was asked for before. */
  now(id: string): PersonRecord | undefined;
  put(row: PersonRecord): void;
  remove(ids: readonly string[]): Promise<void>;
  /** Makes another of each, or nothing. */
  changeAll(into: (row: PersonRecord) => PersonRecord | undefined): Promise<void>;
  /** Drops what does not hold any more from the next crowds. @returns the last of them, or none when all are done */
  dropOlder(after: string): Promise<string | undefined>;
  /** How many have this part. */
  count(part: Part): Promise<number>;
  /** Sends what was put on its way. */
  flush(): void;
  isChanged(): boolean;
  /** Those that were put and not sent yet. */
  unsent(): readonly PersonRecord[];
  /** Hands what is known over, once it is sent for good, and lets go of it. @param passing only where something is held of it already */
  publish(passing: boolean): void;
}

/** By which handle a crowd is found, of each row that stands in one and has no record alone. */
const inCrowd = new WeakMap<PersonRecord, { readonly handle: string | undefined }>();

export interface PeopleTables {
  readonly alone: Rows<PersonRecord>;
  readonly crowdRows: Rows<CrowdRecord>;
  readonly crowds: Crowds;
  readonly sumRows: Rows<SumsRecord>;
  /** Records that are true of the disk. */
  readonly held: () => LastUsed<PersonRecord | undefined> | undefined;
  readonly knows: KnownDisk | undefined;
}

export function openPeopleRows({ alone, crowdRows, crowds, sumRows, held, knows }: PeopleTables): PeopleRows {
  const known = new Map<string, PersonRecord | undefined>();
  /** Those that stand nowhere yet. */
  const fresh = new Set<string>();
  const changed = new Set<string>();
  const care = openCrowdCare(alone, crowdRows, crowds);
  const sums = openPeopleSums(sumRows);
  let emptied = false;
  const cache = () => (emptied ? undefined : held());

  function learn(id: string, row: PersonRecord | undefined): void {
    if (known.has(id)) return;
    known.set(id, row);
    if (row === undefined) fresh.add(id);
  }
  async function find(ids: readonly string[]): Promise<void> {
    const asked = ids.filter((id) => !knows?.isTrue() || knows.crowdOf(id) === undefined);
    const found = await alone.get(asked);
    for (const [i, id] of asked.entries()) if (found[i]) learn(id, found[i]);
    const left = ids.filter((id) => !known.has(id));
    const rows = new Map((await crowds.everybodyIn(await crowds.keysOf(left))).map((row) => [row.id, row]));
    for (const id of left) {
      const row = rows.get(id);
      if (row && !inCrowd.has(row)) inCrowd.set(row, { handle: row.account?.handleKey });
      learn(id, row);
    }
  }
  async function get(ids: readonly string[]): Promise<readonly (PersonRecord | undefined)[]> {
    const missing = new Set<string>();
    for (const id of ids) {
      if (known.has(id)) continue;
      if (cache()?.has(id)) learn(id, cache()?.use(id));
      else if (knows && !knows.mayHold('people', id)) learn(id, undefined);
      else missing.add(id);
    }
    if (missing.size > 0) await find([...missing]);
    return ids.map((id) => known.get(id));
  }

  function set(id: string, row: PersonRecord | undefined): void {
    sums.note(known.get(id), row);
    known.set(id, row);
  }
  function put(row: PersonRecord): void {
    const before = known.get(row.id);
    const standing = before && inCrowd.get(before);
    if (standing) inCrowd.set(row, standing);
    set(row.id, row);
    changed.add(row.id);
  }
  function flush(): void {
    sums.send();
    const rows = [...changed].flatMap((id) => known.get(id) ?? []);
    changed.clear();
    const movable = knows ? rows.filter((row) => fresh.has(row.id) || inCrowd.has(row)) : [];
    const together = new Set(movable.length < MANY ? [] : movable);
    if (together.size > 0) crowds.add([...together], (row) => inCrowd.get(row)?.handle === row.account?.handleKey);
    for (const row of rows) {
      fresh.delete(row.id);
      if (together.has(row)) {
        inCrowd.set(row, { handle: row.account?.handleKey });
        continue;
      }
      inCrowd.delete(row);
      alone.put(row.id, row);
    }
    alone.flush();
    crowdRows.flush();
  }

  return {
    get,
    now: (id) => known.get(id),
    async ready(ids) {
      await get(ids);
      await sums.ready();
      await crowds.ready();
    },
    put,
    async remove(ids) {
      await get(ids);
      flush();
      await care.leave(ids);
      alone.remove(ids.filter((id) => known.get(id) && !inCrowd.has(known.get(id)!)));
      for (const id of ids) {
        set(id, undefined);
        fresh.add(id);
      }
    },
    async changeAll(into) {
      await sums.ready();
      flush();
      const change = (row: PersonRecord): PersonRecord | undefined => {
        known.set(row.id, row);
        set(row.id, into(row));
        return known.get(row.id);
      };
      await care.changeAll(change);
      for (let after: string | undefined = ''; after !== undefined; ) {
        const ids: string[] = await alone.table.where(':id').above(after).limit(READ).primaryKeys();
        for (const row of await alone.get(ids)) {
          const now = row && change(row);
          if (now) alone.put(now.id, now);
          else if (row) alone.remove([row.id]);
        }
        after = ids.at(-1);
      }
      sums.send();
      known.clear();
      fresh.clear();
      emptied = true;
    },
    dropOlder(after) {
      flush();
      return care.dropOlder(after);
    },
    async count(part) {
      flush();
      return sums.of(part);
    },
    flush,
    isChanged: () => changed.size > 0,
    unsent: () => [...changed].flatMap((id) => known.get(id) ?? []),
    publish(passing) {
      const into = held();
      if (emptied) into?.clear();
      for (const [id, row] of known) {
        if (!passing) into?.hold(id, row);
        // An import that has judged somebody is done with it.
        else if (knows) into?.drop(id);
        else if (into?.has(id)) into.hold(id, row);
      }
      known.clear();
      crowds.publish();
    },
  };
}
