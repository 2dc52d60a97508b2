/**
 * NDJSON: one JSON object a line, UTF-8, `\n` after each. Lossless: the log's own rows, with `kind` naming the table: header,
 * project, account, post, sighting, label, dismissal, follows, finding, flock, edge. Their fields are in `whole-log.ts`.
 * Ids are strings, times are `…Ms` numbers, unknown fields are left out.
 */
import { kindOf, type LogFile, recordsOf } from './records';

/** @throws {TypeError} for a row that JSON cannot hold (a cycle, a bigint): the log has none */
export function ndjsonLines(kind: string, rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify({ kind, ...row })}\n`).join('');
}

/** The wanted tables, one after another. */
export async function* ndjsonFile({ header, project, lines, tables }: LogFile): AsyncGenerator<string> {
  yield ndjsonLines('header', [header]) + ndjsonLines('project', [project]);
  for (const name of tables) for await (const part of recordsOf(lines, name)) yield ndjsonLines(kindOf(name), part);
}
