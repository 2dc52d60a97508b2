/**
 * JSON: one object with `header`, `project` and a list for each table (accounts, posts, sightings, labels, dismissals, follows,
 * findings, flocks, edges), in the log's own shapes: see `whole-log.ts`. Each record stands on a line of its own, so that a
 * file too large for `JSON.parse` can still be read line by line.
 */
import { type LogFile, recordsOf } from './records';

export async function* jsonFile({ header, project, lines, tables }: LogFile): AsyncGenerator<string> {
  yield `{"header":${JSON.stringify(header)},\n"project":${JSON.stringify(project)}`;
  for (const name of tables) {
    yield `,\n"${name}":[`;
    let first = true;
    for await (const part of recordsOf(lines, name)) {
      if (part.length === 0) continue;
      yield `${first ? '\n' : ',\n'}${part.map((record) => JSON.stringify(record)).join(',\n')}`;
      first = false;
    }
    yield '\n]';
  }
  yield '\n}\n';
}
