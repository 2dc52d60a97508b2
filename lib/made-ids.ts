/**
 * Ids for what a file names without one. X's ids have 63 bits, 19 digits at most; ours have 20, so the two can never be taken for
 * each other. They are made of the content alone: the same row gets the same id in every file, on every machine.
 *
 * An account known only by its handle stays apart from the one that X knows by its id. Handles change hands, so it is found by
 * no handle (no badge on the page is drawn from it), and its texts are never tied to those of accounts with an id: the same
 * person, once in a file and once on the page, would look like two accounts that post the same.
 */
import type { AccountId, PostId } from './model';
import { hash32 } from './text/hash';

const DIGITS = 20;

export const isMade = (id: string): boolean => id.length === DIGITS;

const digits = (value: number, length: number): string => String(value % 10 ** length).padStart(length, '0');

/** @param handle in any case, without `@` */
export function madeAccountId(handle: string): AccountId {
  const key = handle.toLowerCase();
  return `2${digits(hash32(key, 0x51ed270b), 9)}${digits(hash32(key, 0x2545f491), 10)}`;
}

/**
 * Sorts by time, as X's ids do.
 * @param atMs 2001 to 2286, milliseconds
 */
export function madePostId(authorId: AccountId, atMs: number, text: string): PostId {
  return `1${digits(Math.floor(atMs / 1000), 10)}${digits(hash32([authorId, atMs, text].join(' '), 0x3c6ef372), 9)}`;
}
