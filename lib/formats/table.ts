/** A table of posts, one a row, from a CSV of whatever columns a person, or their names, can say. */

import { guessColumns, missingFields } from './columns';
import { csvRows } from './csv-records';
import { type Entry, FileTrouble, type ReadOptions } from './imported';
import { type Field, fields, type Row, readRow } from './row-fields';

/** Has a column a field that we know? What comes from the page or a message may name anything. */
const isField = (name: string): name is Field => fields.some((field) => field === name);

/** Column → field, of a file's own header; unknown columns and fields are left out. */
export function columnsOf(header: readonly string[], options: ReadOptions): Readonly<Record<string, Field>> {
  if (!options.columns) return guessColumns(header);
  const chosen = Object.entries(options.columns).filter(([column, field]) => header.includes(column) && isField(field));
  return Object.fromEntries(chosen) as Readonly<Record<string, Field>>;
}

/** The line of names: without the space that people leave around them. */
export const headerOf = (cells: readonly string[]): readonly string[] => cells.map((cell) => cell.trim());

/**
 * @throws {FileTrouble} `columns`, where text, author or time have no column
 */
export async function* readTable(
  blocks: AsyncIterable<string>,
  columnsFor: (header: readonly string[]) => Readonly<Record<string, Field>>,
  options: ReadOptions,
  nowMs: number,
): AsyncGenerator<readonly Entry[]> {
  let places: readonly (Field | undefined)[] | undefined;
  let width = 0;
  for await (const rows of csvRows(blocks)) {
    const entries: Entry[] = [];
    for (const { line, cells } of rows) {
      if (!places) {
        const header = headerOf(cells ?? []);
        const columns = columnsFor(header);
        if (missingFields(columns).length > 0) throw new FileTrouble('columns', header.join(', ').slice(0, 300));
        places = header.map((name) => columns[name]);
        width = header.length;
        continue;
      }
      if (!cells || cells.length < width / 2) {
        entries.push({ line, ok: false, reason: 'not-csv' });
        continue;
      }
      const row: { [Name in Field]?: string } = {};
      for (const [i, field] of places.entries()) {
        // An empty cell tells nothing; an empty text is a post of pictures.
        if (field !== undefined && (cells[i] || field === 'text')) row[field] = cells[i] ?? '';
      }
      entries.push(readRow(row as Row, line, options, nowMs));
    }
    if (entries.length > 0) yield entries;
  }
}
