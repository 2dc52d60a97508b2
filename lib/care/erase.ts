/** Erases everything: each table is emptied, and the database stays, so that whoever has it open can go on. */
import { keyOf, type Log, type TableName } from '../log';

/** All or nothing. Jobs under way end with their rows in `meta`; whoever was to stay out is not known any more. */
export const eraseAll = (log: Log): Promise<void> =>
  log.atomically(async (inside) => {
    for (const name of Object.keys(keyOf) as TableName[]) await inside.shelves[name].clear();
  });
