/** Tables in parts, and what one table has that another list has not. */
import type { Shelf } from '../log';

/** Rows read at a time: the first part is on the screen at once, and a question waits no longer than one part takes. */
export const FIRST_PART = 300;
export const PART = 2000;

/** Every row of a table, in parts. */
export async function* partsOf<Row>(
  next: (after: string, limit: number) => Promise<readonly Row[]>,
  key: (row: Row) => string,
): AsyncGenerator<readonly Row[]> {
  for (let [after, limit] = ['', FIRST_PART]; ; limit = PART) {
    const rows = await next(after, limit);
    if (rows.length > 0) yield rows;
    if (rows.length < limit) return;
    after = key(rows.at(-1)!);
  }
}

/** Every row of a table that is known to be small. */
export const allOf = async <Row>(shelf: Shelf<Row>, key: (row: Row) => string): Promise<readonly Row[]> => {
  const all: Row[] = [];
  for await (const rows of partsOf(shelf.scan, key)) all.push(...rows);
  return all;
};

/** Keys that the table has and one has not, and the other way round. @param have whether one has this key. */
export async function differences(
  shelf: Shelf<unknown>,
  have: (key: string) => boolean,
  all: Iterable<string>,
): Promise<readonly string[]> {
  const there = new Set<string>();
  for await (const keys of partsOf(shelf.keys, (key) => key)) for (const key of keys) there.add(key);
  return [...[...there].filter((key) => !have(key)), ...[...all].filter((key) => have(key) && !there.has(key))];
}
