/**
 * CSV for spreadsheets and statistics: RFC 4180, CRLF, UTF-8 with a byte order mark (Excel reads Arabic only so).
 *
 * - Ids are quoted strings of digits. Import them as text: a spreadsheet that makes numbers of them rounds them at 2^53.
 * - Times are ISO 8601, UTC, with milliseconds. Lists are joined by a space (links, hashtags, mentions) or `; `.
 * - Unknown is an empty cell, never 0.
 * - A cell that a spreadsheet would take for a formula (it begins with `= + - @`, their full-width forms, tab or a line end)
 *   gets an apostrophe in front; so does a post that begins with a mention. So does a cell that begins with apostrophes and then
 *   such a sign: with `unguarded` every cell comes back as it was. NDJSON keeps texts exactly as they were.
 */
import Papa from 'papaparse';

export type Cell = string | number | boolean | undefined;

export interface Column<Row> {
  readonly name: string;
  readonly value: (row: Row) => Cell;
  /** Always quoted, as text. */
  readonly isText?: true;
}

export const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text of a cell without the apostrophe that this writer put in front. For Flockmark's own files only. */
export const unguarded = (cell: string): string => (/^''*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

const lines = (rows: readonly (readonly Cell[])[], quotes: readonly boolean[]): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map((cell) => cell ?? '')),
        { quotes, newline: '\r\n', header: false, escapeFormulae: FORMULA },
      )}\r\n`;

/** The mark and the line of names: the beginning of a file. */
export function csvHead<Row>(columns: readonly Column<Row>[]): string {
  return (
    BYTE_ORDER_MARK +
    lines(
      [columns.map(({ name }) => name)],
      columns.map(() => false),
    )
  );
}

/** One line a row, each with its line end; '' for no rows. Parts can be joined in any number. */
export function csvLines<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return lines(
    rows.map((row) => columns.map(({ value }) => value(row))),
    columns.map(({ isText }) => isText === true),
  );
}

/** @param atMs milliseconds since 1970, UTC; a time that no calendar has is unknown */
export const isoTime = (atMs: number | undefined): string | undefined =>
  atMs === undefined || !(Math.abs(atMs) <= 8.64e15) ? undefined : new Date(atMs).toISOString();
