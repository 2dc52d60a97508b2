/** A table of the log read in parts, in order of key. */
import { keyOf, type Log, type TableName, type Tables } from '../log';

const PART = 1000;

/** All rows of a table in parts. */
export async function* scanned<Name extends TableName>(log: Log, name: Name): AsyncGenerator<readonly Tables[Name][]> {
  const keyOfRow = (row: Readonly<Record<string, string>>): string => row[keyOf[name]]!;
  for (let after = ''; ; ) {
    const rows = await log.shelves[name].scan(after, PART);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = keyOfRow(last as unknown as Readonly<Record<string, string>>);
  }
}

/** Handles by account; accounts that the log does not know are left out. */
export async function handlesOf(log: Log, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = await log.shelves.accounts.get([...new Set(ids)]);
  return new Map(accounts.flatMap((one) => (one?.handle === undefined ? [] : [[one.id, one.handle] as const])));
}
