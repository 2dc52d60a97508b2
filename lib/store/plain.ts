/** A shelf whose rows are the records of a table. */
import type { Shelf } from '../log';
import type { Rows } from './rows';
import { type PlainName, type Records, recordKeyOf } from './schema';

export function plainShelf<Name extends PlainName>(name: Name, rows: Rows<Records[Name]>): Shelf<Records[Name]> {
  const keyField = recordKeyOf[name] as string;
  return {
    get: (keys) => rows.get(keys),
    async put(more) {
      for (const row of more) rows.put((row as unknown as Record<string, string>)[keyField]!, row);
    },
    async remove(keys) {
      rows.remove(keys);
    },
    clear: () => rows.clear(),
    async scan(after, limit) {
      rows.flush();
      return rows.read(rows.table.where(':id').above(after).limit(limit));
    },
    async keys(after, limit) {
      rows.flush();
      return rows.table.where(':id').above(after).limit(limit).primaryKeys();
    },
    async count() {
      rows.flush();
      return rows.table.count();
    },
  };
}
