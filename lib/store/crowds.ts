/**
 * All accounts, in two tables. Who comes by has a record alone. An archive brings accounts by the ten thousand, and each record costs the
 * browser a tenth of a millisecond and more, whatever it carries: those that come in together stand together, as a crowd. What changes of one
 * of them later goes into a record of its own, which holds from then on; where half of a crowd changes at once (its flock is judged),
 * the crowd is written anew.
 */
import Dexie from 'dexie';
import type { KnownDisk } from './known-disk';
import { type Mark, markEntry, marksOf, placeInFlock } from './packing';
import type { LastUsed, RowCache } from './row-cache';
import type { Rows } from './rows';
import type { CrowdRecord, PersonRecord } from './schema';

const LAST = Dexie.maxKey;
/** Accounts of a crowd at most. */
const CROWD = 12;
/** New accounts that are worth crowds. Only an import brings as many, and it knows by itself where they stand. */
const MANY = 100;
/** Records read at a time. */
const READ = 1000;
/** Behind every id. */
const LAST_ID = '\uffff';
/** Crowds looked through for one handle: nearly always there is one. */
const HOLDERS = 100;

export interface People {
  get(ids: readonly string[]): Promise<readonly (PersonRecord | undefined)[]>;
  /** The record as it stands, of one that `get` was asked for before. */
  now(id: string): PersonRecord | undefined;
  /** Of one that `get` was asked for before. */
  put(id: string, row: PersonRecord): void;
  remove(ids: readonly string[]): Promise<void>;
  /** Makes another of each, or nothing, a part of them at a time. */
  changeAll(into: (row: PersonRecord) => PersonRecord | undefined): Promise<void>;
  /** The next ones after this id, in order of id. */
  scan(after: string, limit: number): Promise<readonly PersonRecord[]>;
  /** How many there are, or how many with this mark. */
  count(mark?: Mark): Promise<number>;
  /** The next ids of a flock. */
  inFlock(flockId: string, after: string, limit: number): Promise<readonly string[]>;
  withHandle(keys: readonly string[]): Promise<readonly PersonRecord[]>;
  /** Sends what was put on its way. */
  flush(): void;
  isChanged(): boolean;
  publish(passing: boolean): void;
}

/** Where a row stands that has no record alone, and how it is counted there. */
interface Standing {
  readonly crowd: string;
  readonly marks: readonly Mark[];
}
const standings = new WeakMap<PersonRecord, Standing>();

const byId = (a: PersonRecord, b: PersonRecord) => (a.id < b.id ? -1 : 1);
const inFlocks = (a: PersonRecord, b: PersonRecord) => {
  const [x, y] = [a.evidence?.flock ?? '', b.evidence?.flock ?? ''];
  return x === y ? byId(a, b) : x < y ? -1 : 1;
};
const isPerson = (row: PersonRecord | undefined): row is PersonRecord => row !== undefined;

export interface Tables {
  readonly alone: Rows<PersonRecord>;
  readonly crowds: Rows<CrowdRecord>;
  /** What is true of the disk. */
  readonly cache: () => RowCache | undefined;
  readonly knows: KnownDisk | undefined;
}

export function openPeople({ alone, crowds, cache, knows }: Tables): People {
  const known = new Map<string, PersonRecord | undefined>();
  /** Those that stand nowhere yet. */
  const absent = new Set<string>();
  const changed = new Set<string>();
  let areCrowds: boolean | undefined;
  let emptied = false;
  const held = (): LastUsed<PersonRecord | undefined> | undefined => (emptied ? undefined : cache()?.held.people);
  const crowdInMind = (id: string) => knows?.crowdOf(id);

  async function hasCrowds(): Promise<boolean> {
    areCrowds ??= cache()?.areCrowds ?? (await crowds.table.toCollection().limit(1).primaryKeys()).length > 0;
    return areCrowds;
  }
  function learn(id: string, row: PersonRecord | undefined): void {
    if (known.has(id)) return;
    known.set(id, row);
    if (row === undefined) absent.add(id);
  }
  async function keysOfCrowds(ids: readonly string[]): Promise<readonly (string | undefined)[]> {
    if (knows) return ids.map(crowdInMind);
    flush();
    return (await hasCrowds()) ? crowds.keysOf('ids', ids) : [];
  }
  const crowdsAt = async (keys: readonly (string | undefined)[]) =>
    (await crowds.get([...new Set(keys.flatMap((key) => key ?? []))])).filter((crowd) => crowd !== undefined);
  function membersOf(crowd: CrowdRecord): readonly PersonRecord[] {
    for (const person of crowd.people) {
      if (!standings.has(person)) standings.set(person, { crowd: crowd.key, marks: marksOf(person) });
    }
    return crowd.people;
  }

  async function find(ids: readonly string[]): Promise<void> {
    const asked = ids.filter((id) => crowdInMind(id) === undefined);
    const found = await alone.get(asked);
    for (const [i, id] of asked.entries()) if (found[i]) learn(id, found[i]);
    const left = ids.filter((id) => !known.has(id));
    if (left.length === 0) return;
    const members = (await crowdsAt(await keysOfCrowds(left))).flatMap(membersOf);
    const byKey = new Map(members.map((person) => [person.id, person]));
    for (const id of left) learn(id, byKey.get(id));
  }
  async function get(ids: readonly string[]): Promise<readonly (PersonRecord | undefined)[]> {
    const missing = new Set<string>();
    for (const id of ids) {
      if (known.has(id)) continue;
      if (held()?.has(id)) learn(id, held()?.use(id));
      else if (knows && !knows.mayHold('people', id)) learn(id, undefined);
      else missing.add(id);
    }
    if (missing.size > 0) await find([...missing]);
    return ids.map((id) => known.get(id));
  }

  /** Those that change in a crowd: with it, or each into a record of its own. */
  function sendFrom(key: string, rows: readonly PersonRecord[]): void {
    const crowd = crowds.now(key);
    if (crowd && rows.length * 2 >= crowd.people.length) {
      const byKey = new Map(rows.map((row) => [row.id, row]));
      for (const row of rows) standings.set(row, { crowd: key, marks: marksOf(row) });
      crowds.put(key, { key, people: crowd.people.map((person) => byKey.get(person.id) ?? person) });
      return;
    }
    for (const row of rows) {
      const own = { ...row, supersedes: standings.get(row)!.marks };
      known.set(row.id, own);
      alone.put(row.id, own);
    }
  }
  function sendNew(rows: readonly PersonRecord[]): void {
    if (!knows || rows.length < MANY) {
      for (const row of rows) alone.put(row.id, row);
      return;
    }
    const sorted = rows.toSorted(inFlocks);
    for (let at = 0; at < sorted.length; at += CROWD) {
      // Of its own: who leaves the crowd and comes anew into another must not bring the key along.
      const crowd = { key: crypto.randomUUID(), people: sorted.slice(at, at + CROWD) };
      crowds.put(crowd.key, crowd);
      membersOf(crowd);
    }
    areCrowds = true;
  }
  function flush(): void {
    const fresh: PersonRecord[] = [];
    const byCrowd = new Map<string, PersonRecord[]>();
    for (const id of changed) {
      const row = known.get(id)!;
      const standing = standings.get(row);
      if (standing) byCrowd.set(standing.crowd, [...(byCrowd.get(standing.crowd) ?? []), row]);
      else if (absent.has(id)) fresh.push(row);
      else alone.put(id, row);
      absent.delete(id);
    }
    changed.clear();
    for (const [key, rows] of byCrowd) sendFrom(key, rows);
    sendNew(fresh);
    alone.flush();
    crowds.flush();
  }

  /** Accounts that stand in crowds alone, out of those in these crowds that fit, in order of id. */
  async function standingIn(keys: readonly string[], fits: (row: PersonRecord) => boolean, limit: number) {
    const members = (await crowdsAt(keys)).flatMap(membersOf).filter(fits).toSorted(byId).slice(0, limit);
    const rows = (await get(members.map(({ id }) => id))).filter(isPerson);
    return {
      last: members.length < limit ? undefined : members.at(-1)?.id,
      rows: rows.filter((row) => standings.has(row)),
    };
  }

  return {
    get,
    flush,
    now: (id) => known.get(id),
    put(id, row) {
      const before = known.get(id);
      const standing = before && standings.get(before);
      if (standing) standings.set(row, standing);
      known.set(id, row);
      changed.add(id);
    },
    async remove(ids) {
      await get(ids);
      flush();
      const rows = ids.map((id) => known.get(id)).filter(isPerson);
      // Also of those whose record alone holds now no trace stays. The index tells where: what is kept in mind knows of what holds.
      const leaving = rows.filter((row) => row.supersedes || standings.has(row)).map(({ id }) => id);
      const keys = leaving.length === 0 ? [] : await crowds.keysOf('ids', leaving);
      const gone = new Set(ids);
      for (const { key, people } of await crowdsAt(keys)) {
        const left = people.filter(({ id }) => !gone.has(id));
        if (left.length > 0) crowds.put(key, { key, people: left });
        else crowds.remove([key]);
      }
      alone.remove(rows.filter((row) => !standings.has(row)).map(({ id }) => id));
      for (const id of ids) {
        known.set(id, undefined);
        absent.add(id);
      }
    },
    async changeAll(into) {
      flush();
      for (let after: string | undefined = ''; after !== undefined; ) {
        const keys: string[] = await crowds.table
          .where(':id')
          .above(after)
          .limit(READ / CROWD)
          .primaryKeys();
        for (const { key, people } of await crowdsAt(keys)) {
          const own = await alone.get(people.map(({ id }) => id));
          for (const row of own) {
            if (!row) continue;
            const { supersedes: _gone, ...rest } = row;
            alone.put(row.id, rest);
          }
          const left = people.flatMap((row, i) => (own[i] ? [] : (into(row) ?? [])));
          if (left.length > 0) crowds.put(key, { key, people: left });
          else crowds.remove([key]);
        }
        after = keys.at(-1);
      }
      alone.flush();
      for (let after: string | undefined = ''; after !== undefined; ) {
        const ids: string[] = await alone.table.where(':id').above(after).limit(READ).primaryKeys();
        for (const row of await alone.get(ids)) {
          const now = row && into(row);
          if (now) alone.put(now.id, now);
          else if (row) alone.remove([row.id]);
        }
        after = ids.at(-1);
      }
      known.clear();
      absent.clear();
      emptied = true;
    },
    async scan(after, limit) {
      flush();
      const own = await alone.read(alone.table.where(':id').above(after).limit(limit));
      if (!(await hasCrowds())) return own;
      const holders = await crowds.table.where('ids').above(after).limit(limit).primaryKeys();
      const members = (await crowdsAt(holders)).flatMap(membersOf).filter(({ id }) => id > after);
      // Whoever has a record alone is among `own`: as many as are asked for come before the last of both.
      const rows = new Map([...members.toSorted(byId).slice(0, limit), ...own].map((row) => [row.id, row]));
      return [...rows.values()].toSorted(byId).slice(0, limit);
    },
    async count(mark) {
      flush();
      const withMark = (one: string) => alone.table.where('marks').equals(one).count();
      const all = mark ? await withMark(mark) : await alone.table.count();
      if (!(await hasCrowds())) return all;
      const inCrowds = await (mark
        ? crowds.table.where('marks').between(markEntry(mark, ''), markEntry(mark, LAST_ID)).count()
        : crowds.table.where('ids').above('').count());
      return all + inCrowds - (await withMark(mark ? `superseded ${mark}` : 'superseded'));
    },
    async inFlock(flockId, after, limit) {
      flush();
      const range = alone.table.where('[flock+id]').between([flockId, after], [flockId, LAST], false, true);
      const own = await range.limit(limit).primaryKeys();
      if (!(await hasCrowds())) return own;
      const found: string[] = [];
      for (let last: string | undefined = after; last !== undefined && found.length < limit; ) {
        const from: string = last;
        const entries = crowds.table
          .where('flocks')
          .between(placeInFlock(flockId, from), placeInFlock(flockId, LAST_ID), false, true);
        const fits = (row: PersonRecord) => row.evidence?.flock === flockId && row.id > from;
        const some = await standingIn(await entries.limit(limit).primaryKeys(), fits, limit);
        found.push(...some.rows.map(({ id }) => id));
        last = some.last;
      }
      return [...new Set([...own, ...found])].toSorted().slice(0, limit);
    },
    async withHandle(keys) {
      flush();
      const own = await alone.read(alone.table.where('handleKey').anyOf(keys));
      for (const row of own) learn(row.id, row);
      if (!(await hasCrowds())) return own;
      const holders = await crowds.allKeysOf(
        'handles',
        keys.map((key) => IDBKeyRange.only(key)),
        HOLDERS,
      );
      const wanted = new Set(keys);
      const fits = ({ account }: PersonRecord) => account?.handleKey !== undefined && wanted.has(account.handleKey);
      const { rows } = await standingIn(holders.flat(), fits, Number.POSITIVE_INFINITY);
      return [...own, ...rows.filter(fits)];
    },
    isChanged: () => changed.size > 0,
    publish(passing) {
      const into = cache()?.held.people;
      if (emptied) into?.clear();
      if (into) for (const [id, row] of known) if (!passing || into.has(id)) into.hold(id, row);
      const now = cache();
      if (now && areCrowds !== undefined) now.areCrowds = areCrowds;
    },
  };
}
