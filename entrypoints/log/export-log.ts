/** A table of the log as a file of the reader's. */
import { type Column, csvHead, csvLines } from '@/lib/formats/csv';
import { csvColumns } from '@/lib/formats/field';
import { ndjsonLines } from '@/lib/formats/ndjson';
import { tables } from '@/lib/formats/tables';
import type { Log } from '@/lib/log';
import { accountLines, labelLines, postLines } from './read-log';

export type LogTable = 'accounts' | 'posts' | 'labels';
export type LogFormat = 'csv' | 'ndjson';

const types: { readonly [F in LogFormat]: string } = {
  csv: 'text/csv;charset=utf-8',
  ndjson: 'application/x-ndjson;charset=utf-8',
};

async function fileOf<Line extends object>(
  parts: AsyncGenerator<readonly Line[]>,
  columns: readonly Column<Line>[],
  kind: string,
  format: LogFormat,
): Promise<Blob> {
  const pieces = format === 'csv' ? [csvHead(columns)] : [];
  for await (const lines of parts) pieces.push(format === 'csv' ? csvLines(columns, lines) : ndjsonLines(kind, lines));
  return new Blob(pieces, { type: types[format] });
}

export function exportLog(log: Log, table: LogTable, format: LogFormat): Promise<Blob> {
  if (table === 'accounts') return fileOf(accountLines(log), csvColumns(tables.accounts.fields), 'account', format);
  if (table === 'posts') return fileOf(postLines(log), csvColumns(tables.posts.fields), 'post', format);
  return fileOf(labelLines(log), csvColumns(tables.labels.fields), 'label', format);
}

/** Hands the file to the browser's own download. @throws what the store throws */
export async function save(log: Log, table: LogTable, format: LogFormat): Promise<void> {
  const url = URL.createObjectURL(await exportLog(log, table, format));
  const link = document.createElement('a');
  link.href = url;
  link.download = `flockmark-${table}.${format}`;
  link.click();
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
