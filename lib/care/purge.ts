/**
 * An import leaves older states of accounts on the disk, beside those that hold (`store/crowds.ts`). When something is to go, they must not
 * be what remains of it: they are dropped when all else is done, a step at a time, each a unit of work that may be the last.
 */
import type { Log } from '../log';

/** Key of the row in `meta`, for as long as there is something to do. */
export const PURGING = 'purging';

/** @param inside the unit of work that begins to take something out */
export const startPurge = (inside: Log): Promise<void> => inside.shelves.meta.put([{ key: PURGING, value: '' }]);

export const isPurging = async (log: Log): Promise<boolean> => (await log.shelves.meta.get([PURGING]))[0] !== undefined;

/** One step. @returns whether there was one to make */
export const continuePurge = (log: Log): Promise<boolean> =>
  log.atomically(async (inside) => {
    const { meta } = inside.shelves;
    const [row] = await meta.get([PURGING]);
    if (!row) return false;
    const after = await inside.dropOlder(String(row.value));
    if (after === undefined) await meta.remove([PURGING]);
    else await meta.put([{ key: PURGING, value: after }]);
    return true;
  }, true);
