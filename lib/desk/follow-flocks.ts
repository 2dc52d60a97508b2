/** Which account stands in which flock, brought up to the log. */
import type { FlockRow } from '../flocks/evidence';
import type { Log } from '../log';
import type { Columns } from './columns';
import { putFlock } from './fill-columns';
import { allOf, partsOf } from './parts';

const sameFlock = (a: FlockRow | undefined, b: FlockRow): boolean =>
  a !== undefined &&
  (['accounts', 'posts', 'texts', 'signature', 'pending', 'into'] as const).every((field) => a[field] === b[field]);

/** @returns reads the flocks; what it gives are the accounts of those that are not what they were. */
export function followFlocks(log: Log, columns: Columns): () => Promise<readonly string[]> {
  let flocks: ReadonlyMap<string, FlockRow> = new Map();

  async function membersOf(flockId: string): Promise<readonly string[]> {
    const all: string[] = [];
    const next = (after: string, limit: number) => log.membersOf(flockId, after, limit);
    for await (const ids of partsOf(next, (id) => id)) all.push(...ids);
    return all;
  }

  return async () => {
    const before = flocks;
    flocks = new Map((await allOf(log.shelves.flocks, ({ id }) => id)).map((row) => [row.id, row]));
    const moved: string[] = [];
    for (const row of flocks.values()) {
      if (sameFlock(before.get(row.id), row)) continue;
      const members = row.into === undefined ? await membersOf(row.id) : [];
      putFlock(columns, row.id, members);
      moved.push(...members);
    }
    for (const id of before.keys()) if (!flocks.has(id)) putFlock(columns, id, []);
    columns.flocks = new Map([...flocks].filter(([, { into }]) => into === undefined));
    return moved;
  };
}
