/** A table of the log read in parts, in order of key. */
import { keyOf, type Log, type TableName, type Tables } from '../log';

const PART = 1000;

/** All rows of a table in parts. The next part is read while one is worked on. */
export async function* scanned<Name extends TableName>(log: Log, name: Name): AsyncGenerator<readonly Tables[Name][]> {
  const keyOfRow = (row: Readonly<Record<string, string>>): string => row[keyOf[name]]!;
  for (let ahead = log.shelves[name].scan('', PART); ; ) {
    const rows = await ahead;
    const last = rows.at(-1);
    if (last === undefined) return;
    ahead = log.shelves[name].scan(keyOfRow(last as unknown as Readonly<Record<string, string>>), PART);
    // Whoever goes on hears of its failure; whoever stopped has no use for it.
    ahead.catch(() => undefined);
    yield rows;
  }
}

/** Handles by account; accounts that the log does not know are left out. */
export async function handlesOf(log: Log, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = await log.shelves.accounts.get([...new Set(ids)]);
  return new Map(accounts.flatMap((one) => (one?.handle === undefined ? [] : [[one.id, one.handle] as const])));
}

/** The handle of every account that has one: to read them in a row costs a third of asking for each. */
export async function allHandles(log: Log): Promise<ReadonlyMap<string, string>> {
  const handles = new Map<string, string>();
  for await (const accounts of scanned(log, 'accounts')) {
    for (const { id, handle } of accounts) if (handle !== undefined) handles.set(id, handle);
  }
  return handles;
}
