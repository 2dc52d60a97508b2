/** Four of the log's shelves over one record an account. */
import type { Shelf, Tables } from '../log';
import type { PeopleQuestions } from './people-questions';
import type { PeopleRows } from './people-rows';
import type { PersonRecord } from './schema';

interface Parts {
  readonly account: Tables['accounts'];
  readonly evidence: Tables['evidence'];
  readonly verdict: Tables['verdicts'];
  readonly dismissal: Tables['dismissals'];
}

/** @param part the part of the record that this shelf holds. */
export function personShelf<Part extends keyof Parts>(
  people: PeopleRows & PeopleQuestions,
  part: Part,
): Shelf<Parts[Part]> {
  type Row = Parts[Part];
  const rowOf = (record: PersonRecord | undefined) => record?.[part] as Row | undefined;
  const idOf = (row: Row) => ('accountId' in row ? row.accountId : row.id);
  /** The record without this part; nothing where that was all of it. */
  function without({ [part]: _gone, ...rest }: PersonRecord): PersonRecord | undefined {
    const { account, evidence, verdict, dismissal } = rest as PersonRecord;
    return account || evidence || verdict || dismissal ? (rest as PersonRecord) : undefined;
  }
  async function remove(ids: readonly string[]): Promise<void> {
    await people.ready(ids);
    const gone: string[] = [];
    for (const id of new Set(ids)) {
      const record = people.now(id);
      if (!record?.[part]) continue;
      const left = without(record);
      if (left) people.put(left);
      else gone.push(id);
    }
    if (gone.length > 0) await people.remove(gone);
  }
  async function scan(after: string, limit: number): Promise<readonly Row[]> {
    const rows: Row[] = [];
    // Not every record has every part.
    for (let last = after; rows.length < limit; ) {
      const records = await people.scan(last, limit);
      rows.push(...records.flatMap((record) => rowOf(record) ?? []));
      const end = records.at(-1);
      if (end === undefined || records.length < limit) break;
      last = end.id;
    }
    return rows.slice(0, limit);
  }
  return {
    get: async (ids) => (await people.get(ids)).map(rowOf),
    async put(rows) {
      const ids = rows.map(idOf);
      await people.ready(ids);
      for (const [i, row] of rows.entries()) people.put({ id: ids[i]!, ...people.now(ids[i]!), [part]: row });
    },
    remove,
    clear: () => people.changeAll(without),
    scan,
    keys: async (after, limit) => (await scan(after, limit)).map(idOf),
    count: () => people.count(part),
  };
}
