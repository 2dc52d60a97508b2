/**
 * Keys of records that a unit of work adds and no later one replaces. The newest comes first, for an index tells the first one: of a later unit
 * of work, or made later in the same.
 */
const [UNITS, MADE] = [1e15 - 1, 1e6 - 1];

/** @param stamp of the log before the unit of work (`row-cache.ts`) @param number how many it has added to the table before */
export const keyAt = (stamp: number, number: number): string =>
  `${String(UNITS - stamp).padStart(15, '0')} ${String(MADE - number).padStart(6, '0')}`;
