/** Accounts with what the columns need of their other rows. */
import type { AccountRow, Log } from '../log';
import type { AccountParts } from './fill-columns';

/** The verdict stands in the same record as the account: one unit of work reads it once. */
export const partsOfAccounts = (
  log: Log,
  read: (shelves: Log['shelves']) => Promise<readonly (AccountRow | undefined)[]>,
): Promise<readonly AccountParts[]> =>
  log.reading(async ({ shelves }) => {
    const rows = (await read(shelves)).filter((row) => row !== undefined);
    const verdicts = await shelves.verdicts.get(rows.map(({ id }) => id));
    return rows.map((account, i) => ({ account, verdict: verdicts[i] }));
  });
