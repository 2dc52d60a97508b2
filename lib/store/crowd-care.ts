/** What is taken out of crowds, which are else not changed: somebody who goes, a part of everybody, states that do not hold any more. */
import type { Crowds } from './crowds';
import type { Rows } from './rows';
import type { CrowdRecord, PersonRecord } from './schema';

/** Crowds read at a time. */
const READ = 100;
/** As many as there are. */
const ALL = 2 ** 32 - 1;

export interface CrowdCare {
  /** Takes these out of all the crowds they stand in. */
  leave(ids: readonly string[]): Promise<void>;
  /** Makes another of everybody who stands in a crowd alone, or nothing; what is older goes. */
  changeAll(into: (row: PersonRecord) => PersonRecord | undefined): Promise<void>;
  /** Drops what does not hold any more from the next crowds. @returns the last of them, or none when all are done */
  dropOlder(after: string): Promise<string | undefined>;
}

export function openCrowdCare(alone: Rows<PersonRecord>, rows: Rows<CrowdRecord>, crowds: Crowds): CrowdCare {
  const keysAfter = (key: string): Promise<readonly string[]> =>
    rows.table.where(':id').above(key).limit(READ).primaryKeys();
  const found = async (keys: readonly string[]) => (await rows.get(keys)).filter((crowd) => crowd !== undefined);
  const aloneOf = async (ids: readonly string[]) => new Set((await alone.get(ids)).flatMap((row) => row?.id ?? []));
  /** @returns whether anybody is left */
  function put({ key, people }: CrowdRecord, into: (row: PersonRecord) => PersonRecord | undefined): boolean {
    const left = people.flatMap((row) => into(row) ?? []);
    if (left.length > 0) rows.put(key, { key, people: left });
    else rows.remove([key]);
    return left.length > 0;
  }
  return {
    async leave(ids) {
      if (!(await crowds.any())) return;
      const ranges = ids.map((id) => IDBKeyRange.only(id));
      const keys = new Set((await rows.allKeysOf('ids', ranges, ALL)).flat());
      const gone = new Set(ids);
      const left = (await crowds.everybodyIn([...keys])).filter(({ id }) => gone.has(id));
      for (const key of keys) {
        // As it is now: others may be leaving it at the same time.
        const crowd = rows.now(key);
        if (crowd) put(crowd, (row) => (gone.has(row.id) ? undefined : row));
      }
      await crowds.forget(left);
    },
    async changeAll(into) {
      const met = new Set<string>();
      let areLeft = false;
      // The newest first.
      for (let after: string | undefined = ''; after !== undefined; ) {
        const keys = await keysAfter(after);
        for (const crowd of await found(keys)) {
          const ids = crowd.people.map(({ id }) => id);
          const own = await aloneOf(ids);
          // Whoever stands alone, or in a newer crowd, holds from there.
          if (put(crowd, (row) => (own.has(row.id) || met.has(row.id) ? undefined : into(row)))) areLeft = true;
          for (const id of ids) met.add(id);
        }
        after = keys.at(-1);
      }
      if (!areLeft) await crowds.forgetAll();
    },
    async dropOlder(after) {
      const keys = await keysAfter(after);
      for (const crowd of await found(keys)) {
        const ids = crowd.people.map(({ id }) => id);
        const [own, newest] = [await aloneOf(ids), await crowds.keysOf(ids)];
        const holding = new Set(ids.filter((id, i) => !own.has(id) && newest[i] === crowd.key));
        if (holding.size === ids.length) continue;
        const now = new Map((await crowds.everybodyIn(newest)).map((row) => [row.id, row]));
        const isFoundBy = ({ id, account }: PersonRecord) =>
          !own.has(id) && now.get(id)?.account?.handleKey === account?.handleKey;
        put(crowd, (row) => (holding.has(row.id) ? row : undefined));
        // A handle that leads to nobody's present state is a trace.
        await crowds.forget(crowd.people.filter((row) => !isFoundBy(row)));
      }
      return keys.at(-1);
    },
  };
}
