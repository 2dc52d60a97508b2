/** A log that tells how many rows were read of it, and lets whoever waits stop between two parts. */
import type { Log, Shelf, TableName } from '../log';

/** @param onRows told after each part; what it throws stops the reading */
export function watchedLog(log: Log, onRows: (rows: number) => void): Log {
  const watched = <Row>(shelf: Shelf<Row>): Shelf<Row> => ({
    ...shelf,
    async scan(after, limit) {
      const rows = await shelf.scan(after, limit);
      onRows(rows.length);
      return rows;
    },
  });
  const shelves = Object.fromEntries(
    (Object.keys(log.shelves) as TableName[]).map((name) => [name, watched(log.shelves[name] as Shelf<unknown>)]),
  ) as unknown as Log['shelves'];
  return { ...log, shelves };
}

/** Rows that reading these tables takes, one for each time it is read. */
export async function rowsOf(log: Log, passes: readonly TableName[]): Promise<number> {
  const counts = new Map<TableName, number>();
  for (const name of new Set(passes)) counts.set(name, await log.shelves[name].count());
  return passes.reduce((sum, name) => sum + counts.get(name)!, 0);
}
