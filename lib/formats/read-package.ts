/** Flockmark's data package, read back: who wrote it from `header.ndjson`, which stands first in the zip, then its tables row by row. */
import { csvRows } from './csv-records';
import { kindOfFile, recordOfRow } from './datapackage-rows';
import { type Entry, FileTrouble } from './imported';
import { jsonValues } from './json-values';
import { readOfWholeLog } from './read-whole-log';
import { headerOf } from './table';
import type { ListKind } from './whole-log';

/** The first file in the zip: see `datapackage.ts`. */
export const PACKAGE_HEADER = 'header.ndjson';

async function* rowsOf(blocks: AsyncIterable<string>, kind: ListKind): AsyncGenerator<readonly Entry[]> {
  let header: readonly string[] | undefined;
  for await (const rows of csvRows(blocks)) {
    const entries: Entry[] = [];
    for (const { line, cells } of rows) {
      if (!header) header = headerOf(cells ?? []);
      else if (cells?.length !== header.length) entries.push({ line, ok: false, reason: 'not-csv' });
      else {
        const named = Object.fromEntries(header.map((name, i) => [name, cells[i]]));
        entries.push(readOfWholeLog(recordOfRow(kind, named), line));
      }
    }
    yield entries;
  }
}

/** Reads the members of a package one by one. `end` says whether it was one. */
export function openPackage() {
  let isDescribed = false;
  return {
    async *read(name: string, blocks: AsyncIterable<string>): AsyncGenerator<readonly Entry[]> {
      const kind = kindOfFile(name);
      if (name === PACKAGE_HEADER) {
        for await (const values of jsonValues(blocks)) {
          const entries = values.map(({ value, line }) => readOfWholeLog(value, line));
          isDescribed ||= entries.some((entry) => entry.ok === true && entry.item.kind === 'header');
          yield entries;
        }
      } else if (kind) yield* rowsOf(blocks, kind);
    },
    /** @throws {FileTrouble} `unknown-format` */
    end(): void {
      if (!isDescribed) throw new FileTrouble('unknown-format', PACKAGE_HEADER);
    },
  };
}
