/**
 * The records of accounts within one unit of work. Who comes by has one alone; what an import takes in by the hundred stands in crowds
 * (`crowds.ts`). What is newest holds: a record alone before all crowds, for nothing of an account goes back into a crowd from there.
 */
import type { Crowds } from './crowds';
import type { KnownDisk } from './known-disk';
import type { LastUsed } from './row-cache';
import type { Rows } from './rows';
import type { CrowdRecord, PersonRecord, SumsRecord } from './schema';

/** Accounts that are worth crowds. Only an import brings as many, and it knows by itself where they stand. */
const MANY = 100;
/** Records read at a time. */
const READ = 1000;
/** Crowds that one account stands in: one, and one more for each chunk of an import that met it again. */
const VERSIONS = 1000;

const PARTS = ['account', 'evidence', 'verdict', 'dismissal'] as const;
export type Part = (typeof PARTS)[number];
const SUMS = 'people';
const NOBODY: SumsRecord = { key: SUMS, account: 0, evidence: 0, verdict: 0, dismissal: 0 };

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
  readonly sums: Rows<SumsRecord>;
  /** Records that are true of the disk. */
  readonly held: () => LastUsed<PersonRecord | undefined> | undefined;
  readonly knows: KnownDisk | undefined;
}

export function openPeopleRows({ alone, crowdRows, crowds, sums, held, knows }: PeopleTables): PeopleRows {
  const known = new Map<string, PersonRecord | undefined>();
  /** Those that stand nowhere yet. */
  const fresh = new Set<string>();
  const changed = new Set<string>();
  let more: Readonly<Record<Part, number>> = NOBODY;
  let emptied = false;
  const cache = () => (emptied ? undefined : held());

  function learn(id: string, row: PersonRecord | undefined): void {
    if (known.has(id)) return;
    known.set(id, row);
    if (row === undefined) fresh.add(id);
  }
  async function find(ids: readonly string[]): Promise<void> {
    const asked = ids.filter((id) => knows?.crowdOf(id) === undefined);
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
    const before = known.get(id);
    for (const part of PARTS) {
      const change = Number(row?.[part] !== undefined) - Number(before?.[part] !== undefined);
      if (change !== 0) more = { ...more, [part]: more[part] + change };
    }
    known.set(id, row);
  }
  function put(row: PersonRecord): void {
    const before = known.get(row.id);
    const standing = before && inCrowd.get(before);
    if (standing) inCrowd.set(row, standing);
    set(row.id, row);
    changed.add(row.id);
  }
  function sendSums(): void {
    if (PARTS.every((part) => more[part] === 0)) return;
    const now = sums.now(SUMS) ?? NOBODY;
    sums.put(SUMS, {
      key: SUMS,
      ...(Object.fromEntries(PARTS.map((part) => [part, now[part] + more[part]])) as typeof more),
    });
    more = NOBODY;
  }
  function flush(): void {
    sendSums();
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

  /** Takes these out of all the crowds they stand in. */
  async function leave(ids: readonly string[]): Promise<void> {
    if (!(await crowds.any())) return;
    const ranges = ids.map((id) => IDBKeyRange.only(id));
    const keys = new Set((await crowdRows.allKeysOf('ids', ranges, VERSIONS)).flat());
    const gone = new Set(ids);
    const left = (await crowds.everybodyIn([...keys])).filter(({ id }) => gone.has(id));
    for (const key of keys) {
      // As it is now: others may be leaving it at the same time.
      const crowd = crowdRows.now(key);
      if (crowd) putCrowd(crowd, (row) => (gone.has(row.id) ? undefined : row));
    }
    await crowds.forget(left);
  }
  const crowdsAfter = (key: string): Promise<readonly string[]> =>
    crowdRows.table
      .where(':id')
      .above(key)
      .limit(READ / 10)
      .primaryKeys();
  /** @returns whether anybody is left */
  function putCrowd({ key, people }: CrowdRecord, into: (row: PersonRecord) => PersonRecord | undefined): boolean {
    const left = people.flatMap((row) => into(row) ?? []);
    if (left.length > 0) crowdRows.put(key, { key, people: left });
    else crowdRows.remove([key]);
    return left.length > 0;
  }

  return {
    get,
    now: (id) => known.get(id),
    async ready(ids) {
      await get(ids);
      await sums.get([SUMS]);
      await crowds.ready();
    },
    put,
    async remove(ids) {
      await get(ids);
      flush();
      await leave(ids);
      alone.remove(ids.filter((id) => known.get(id) && !inCrowd.has(known.get(id)!)));
      for (const id of ids) {
        set(id, undefined);
        fresh.add(id);
      }
    },
    async changeAll(into) {
      await sums.get([SUMS]);
      flush();
      const change = (row: PersonRecord): PersonRecord | undefined => {
        known.set(row.id, row);
        set(row.id, into(row));
        return known.get(row.id);
      };
      const met = new Set<string>();
      let areLeft = false;
      // The newest first.
      for (let after: string | undefined = ''; after !== undefined; ) {
        const keys: readonly string[] = await crowdsAfter(after);
        for (const crowd of await crowdRows.get(keys)) {
          const ids = crowd?.people.map(({ id }) => id) ?? [];
          const own = new Set((await alone.get(ids)).flatMap((row) => row?.id ?? []));
          // Whoever stands alone, or in a newer crowd, holds from there.
          if (crowd && putCrowd(crowd, (row) => (own.has(row.id) || met.has(row.id) ? undefined : change(row))))
            areLeft = true;
          for (const id of ids) met.add(id);
        }
        after = keys.at(-1);
      }
      if (!areLeft) await crowds.forgetAll();
      for (let after: string | undefined = ''; after !== undefined; ) {
        const ids: string[] = await alone.table.where(':id').above(after).limit(READ).primaryKeys();
        for (const row of await alone.get(ids)) {
          const now = row && change(row);
          if (now) alone.put(now.id, now);
          else if (row) alone.remove([row.id]);
        }
        after = ids.at(-1);
      }
      sendSums();
      known.clear();
      fresh.clear();
      emptied = true;
    },
    async dropOlder(after) {
      flush();
      const keys = await crowdsAfter(after);
      for (const crowd of (await crowdRows.get(keys)).filter((one) => one !== undefined)) {
        const ids = crowd.people.map(({ id }) => id);
        const [own, newest] = [await alone.get(ids), await crowds.keysOf(ids)];
        const held = new Set(ids.filter((_, i) => own[i] === undefined && newest[i] === crowd.key));
        if (held.size < ids.length) putCrowd(crowd, (row) => (held.has(row.id) ? row : undefined));
      }
      return keys.at(-1);
    },
    async count(part) {
      flush();
      return (await sums.get([SUMS]))[0]?.[part] ?? 0;
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
