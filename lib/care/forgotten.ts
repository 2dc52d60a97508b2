/**
 * The accounts that are to stay out of the log, without saying which they are: keyed hashes of their ids and handles. The key
 * stands beside them, so they hide nobody from who has this database and an account in mind; they only keep no list of names.
 * Hashing is synchronous: anything else would end the transaction it happens in.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as v from 'valibot';
import type { Log } from '../log';
import { madeAccountId } from '../made-ids';
import type { AccountId, PostId } from '../model';

/** Key of the row in `meta`. */
export const FORGOTTEN = 'forgotten';

const Hashes = v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));
const ForgottenValue = v.object({
  key: v.pipe(v.string(), v.minLength(16)),
  accounts: Hashes,
  /** The same accounts, as an archive names them that knows handles alone. */
  made: Hashes,
  handles: Hashes,
});
export type ForgottenValue = v.InferOutput<typeof ForgottenValue>;

/** Whoever is to leave no trace, as far as a word of the log can tell. */
export interface Them {
  readonly account: (id: AccountId) => boolean;
  /** With or without capitals. */
  readonly handle: (handle: string) => boolean;
  readonly post: (id: PostId) => boolean;
}

const hashOf = (key: string, word: string): string => bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(word)));
const accountWord = (id: AccountId): string => `account ${id}`;
const handleWord = (handle: string): string => `handle ${handle.toLowerCase()}`;

/** @throws where the row is not as it was written: who must stay out is not known then, so nothing may come in. */
function read(value: unknown): ForgottenValue {
  const read = v.safeParse(ForgottenValue, value);
  if (!read.success)
    throw new Error('The list of forgotten accounts is damaged; nothing is stored until it is erased.');
  return read.output;
}

/**
 * Opens the list for as long as a unit of work. @param value of the row in `meta`
 * @returns `undefined` where nobody was ever forgotten.
 */
export function openForgotten(value: unknown): Them | undefined {
  if (value === undefined) return undefined;
  const { key, accounts, made, handles } = read(value);
  const among = (list: readonly string[], word: (name: string) => string) => {
    const hashes = new Set(list);
    const known = new Map<string, boolean>();
    return (name: string): boolean => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const is = hashes.has(hashOf(key, word(name)));
      known.set(name, is);
      return is;
    };
  };
  return { account: among([...accounts, ...made], accountWord), handle: among(handles, handleWord), post: () => false };
}

/**
 * The list with one account more. @param secret chance, at least 16 characters: the key, where there is no list yet.
 * @returns the new value of the row.
 */
export function withForgotten(
  value: unknown,
  secret: string,
  id: AccountId,
  handles: readonly string[],
): ForgottenValue {
  const before = value === undefined ? { key: secret, accounts: [], made: [], handles: [] } : read(value);
  const joined = (list: readonly string[], words: readonly string[]) => [
    ...new Set([...list, ...words.map((word) => hashOf(before.key, word))]),
  ];
  return {
    key: before.key,
    accounts: joined(before.accounts, [accountWord(id)]),
    made: joined(before.made, handles.map(madeAccountId).map(accountWord)),
    handles: joined(before.handles, handles.map(handleWord)),
  };
}

/** How many accounts are to stay out. */
export async function forgottenCount(log: Log): Promise<number> {
  const [row] = await log.shelves.meta.get([FORGOTTEN]);
  return row === undefined ? 0 : read(row.value).accounts.length;
}
