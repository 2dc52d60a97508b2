/** A table as a CSV file; see `csv.ts` for what its cells look like. */
import { csvHead, csvLines } from './csv';
import { csvColumns, type ListStyle, type Table } from './field';
import type { Parts } from './tables';

export async function* csvFile<Row>(
  { fields }: Pick<Table<Row>, 'fields'>,
  parts: Parts<Row>,
  lists?: ListStyle,
): AsyncGenerator<string> {
  const columns = csvColumns(fields, lists);
  yield csvHead(columns);
  for await (const rows of parts) if (rows.length > 0) yield csvLines(columns, rows);
}
