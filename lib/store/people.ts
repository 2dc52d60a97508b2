/** Four of the log's shelves over one record an account. */
import type { Shelf, Tables } from '../log';
import type { Mark } from './packing';
import type { Rows } from './rows';
import type { PersonRecord } from './schema';

interface Parts {
  readonly account: Tables['accounts'];
  readonly evidence: Tables['evidence'];
  readonly verdict: Tables['verdicts'];
  readonly dismissal: Tables['dismissals'];
}

/** Records read at a time. */
const READ = 1000;

/** @param part the part of the record that this shelf holds. */
export function personShelf<Part extends keyof Parts>(people: Rows<PersonRecord>, part: Part): Shelf<Parts[Part]> {
  type Row = Parts[Part];
  const rowOf = (record: PersonRecord | undefined) => record?.[part] as Row | undefined;
  const idOf = (row: Row) => ('accountId' in row ? row.accountId : row.id);
  async function remove(ids: readonly string[]): Promise<void> {
    const records = await people.get(ids);
    for (const [i, record] of records.entries()) {
      if (!record?.[part]) continue;
      const { [part]: _gone, ...rest } = record;
      if (Object.keys(rest).length > 1) people.put(ids[i]!, rest as PersonRecord);
      else people.remove([ids[i]!]);
    }
  }
  async function scan(after: string, limit: number): Promise<readonly Row[]> {
    people.flush();
    const rows: Row[] = [];
    // Not every record has every part.
    for (let last = after; rows.length < limit; ) {
      const records = await people.read(people.table.where(':id').above(last).limit(limit));
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
      await people.get(ids);
      for (const [i, row] of rows.entries()) {
        const [before] = await people.get([ids[i]!]);
        people.put(ids[i]!, { id: ids[i]!, ...before, [part]: row });
      }
    },
    remove,
    async clear() {
      people.flush();
      for (let after: string | undefined = ''; after !== undefined; ) {
        const ids: string[] = await people.table.where(':id').above(after).limit(READ).primaryKeys();
        await remove(ids);
        after = ids.at(-1);
      }
    },
    scan,
    keys: async (after, limit) => (await scan(after, limit)).map(idOf),
    async count() {
      people.flush();
      const marked = (mark: Mark) => people.table.where('marks').equals(mark).count();
      if (part === 'verdict' || part === 'dismissal') return marked(part);
      return (await people.table.count()) - (await marked(part === 'account' ? 'no account' : 'no evidence'));
    },
  };
}
