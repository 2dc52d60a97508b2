/** Questions that indexes answer of accounts, whether they stand alone or in crowds. What a crowd tells may be old: what holds is looked at. */
import Dexie from 'dexie';
import type { Crowds } from './crowds';
import type { KnownMembers } from './known-members';
import { flockEntry } from './packing';
import type { PeopleRows } from './people-rows';
import type { Rows } from './rows';
import type { CrowdRecord, PersonRecord } from './schema';

const LAST = Dexie.maxKey;
/** Behind every id. */
const LAST_ID = '\uffff';

const byId = (a: PersonRecord, b: PersonRecord) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const isPerson = (row: PersonRecord | undefined): row is PersonRecord => row !== undefined;

export interface PeopleQuestions {
  /** The next ones after this id, in order of id. */
  scan(after: string, limit: number): Promise<readonly PersonRecord[]>;
  /** The next ids of a flock. */
  inFlock(flockId: string, after: string, limit: number): Promise<readonly string[]>;
  withHandle(keys: readonly string[]): Promise<readonly PersonRecord[]>;
}

/** Rows looked at together to see who stands in a flock. */
const LOOKED_AT = 200;

interface Tables {
  readonly people: PeopleRows;
  readonly alone: Rows<PersonRecord>;
  readonly crowdRows: Rows<CrowdRecord>;
  readonly crowds: Crowds;
  /** Where somebody keeps the members of all flocks in mind. */
  readonly inMind: () => KnownMembers | undefined;
}

export function peopleQuestions({ people, alone, crowdRows, crowds, inMind }: Tables): PeopleQuestions {
  /**
   * The next rows that an index of crowds names, each version of one account a row of its own.
   * @param holders keys of crowds, one for each entry of the index: the first of them.
   * @returns `until`: the id up to which these are all, where there are more
   */
  async function fromCrowds(holders: readonly string[], fits: (row: PersonRecord) => boolean, limit: number) {
    const rows = (await crowds.everybodyIn(holders)).filter(fits).toSorted(byId);
    const until = holders.length < limit ? undefined : rows[limit - 1]?.id;
    return until === undefined ? { rows } : { rows: rows.filter(({ id }) => id <= until), until };
  }
  return {
    async scan(after, limit) {
      people.flush();
      const found: PersonRecord[] = [];
      for (let last: string | undefined = after; last !== undefined && found.length < limit; ) {
        const from: string = last;
        const own = await alone.read(alone.table.where(':id').above(from).limit(limit));
        if (!(await crowds.any())) return own;
        const holders = await crowdRows.table.where('ids').above(from).limit(limit).primaryKeys();
        const { rows, until } = await fromCrowds(holders, (row) => row.id > from, limit);
        const ends = [own.length < limit ? undefined : own.at(-1)!.id, until].flatMap((id) => id ?? []).toSorted();
        last = ends[0];
        const end = last ?? LAST_ID;
        const byKey = new Map([...rows, ...own].map((row) => [row.id, row]));
        found.push(...[...byKey.values()].filter((row) => row.id <= end).toSorted(byId));
      }
      return found.slice(0, limit);
    },
    async inFlock(flockId, after, limit) {
      const isIn = (row: PersonRecord) => row.evidence?.flock === flockId;
      const members = inMind()?.of(flockId);
      if (members) {
        const mayBe = [
          ...members,
          ...people
            .unsent()
            .filter(isIn)
            .map(({ id }) => id),
        ];
        const ids = [...new Set(mayBe)].filter((id) => id > after).toSorted();
        const found: string[] = [];
        for (let at = 0; at < ids.length && found.length < limit; at += LOOKED_AT) {
          const rows = await people.get(ids.slice(at, at + LOOKED_AT));
          found.push(
            ...rows
              .filter(isPerson)
              .filter(isIn)
              .map(({ id }) => id),
          );
        }
        return found.slice(0, limit);
      }
      people.flush();
      const range = alone.table.where('[flock+id]').between([flockId, after], [flockId, LAST], false, true);
      const own = await range.limit(limit).primaryKeys();
      if (!(await crowds.any())) return own;
      const found = new Set(own);
      const isEnough = () => found.size >= own.length + limit;
      for (let last: string | undefined = after; last !== undefined && !isEnough(); ) {
        const from: string = last;
        const entries = crowdRows.table
          .where('flocks')
          .between(flockEntry(flockId, from), flockEntry(flockId, LAST_ID), false, true);
        const holders = await entries.limit(limit).primaryKeys();
        const { rows, until } = await fromCrowds(holders, (row) => isIn(row) && row.id > from, limit);
        const now = await people.get([...new Set(rows.map(({ id }) => id))]);
        for (const { id } of now.filter(isPerson).filter(isIn)) found.add(id);
        last = until;
      }
      return [...found].toSorted().slice(0, limit);
    },
    async withHandle(keys) {
      people.flush();
      const own = await alone.read(alone.table.where('handleKey').anyOf(keys));
      if (!(await crowds.any())) return own;
      const wanted = new Set<string | undefined>(keys);
      const fits = ({ account }: PersonRecord) => account !== undefined && wanted.has(account.handleKey);
      const ids = new Set(await crowds.withHandle(keys));
      for (const { id } of own) ids.delete(id);
      return [...own, ...(await people.get([...ids])).filter(isPerson).filter(fits)];
    },
  };
}
