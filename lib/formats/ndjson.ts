/**
 * NDJSON: one JSON object a line, UTF-8, `\n` after each. Lossless: the log's own rows, with `kind` naming the table.
 * Ids are strings, times are `…Ms` numbers, unknown fields are left out.
 */

/** @throws {TypeError} for a row that JSON cannot hold (a cycle, a bigint): the log has none */
export function ndjsonLines(kind: string, rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify({ kind, ...row })}\n`).join('');
}
