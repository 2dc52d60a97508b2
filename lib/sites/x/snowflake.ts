/** The time inside an id. X's ids hold the millisecond at which they were made (Snowflake, since 4 November 2010). */

const EPOCH_MS = 1_288_834_974_657n;
const TIME_SHIFT = 22n;
/** The first id of this kind; smaller ones were counted one by one and tell no time. */
const FIRST = 29_700_859_247n;
/** 63 bits; a larger number is no id that X could have made. It stands for July 2080. */
const LAST = 9_223_372_036_854_775_807n;

/**
 * The moment at which an id was made, in milliseconds since 1970, UTC.
 * @param id digits only, as {@link idOf} lets through
 * @returns undefined for the ids of before November 2010 and for those that are too large
 */
export function snowflakeMs(id: string): number | undefined {
  const number = BigInt(id);
  if (number < FIRST || number > LAST) return undefined;
  return Number((number >> TIME_SHIFT) + EPOCH_MS);
}
