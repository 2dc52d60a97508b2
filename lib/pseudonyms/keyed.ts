/**
 * Pseudonyms: keyed hashes (HMAC-SHA-256, 64 bits of it). The same identifier has the same pseudonym throughout a project, whatever the
 * file and format; without the project's key, which never leaves the machine, nobody can tell or try out whose it is.
 *
 * They begin with a letter, so that nothing takes them for an id of X: `a…` an account, `p…` a post, `u_…` a handle.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export interface Keyed {
  readonly account: (id: string) => string;
  readonly post: (id: string) => string;
  /** Case and full-width forms make no other handle. */
  readonly handle: (handle: string) => string;
  readonly name: (name: string) => string;
  readonly link: (link: string) => string;
  readonly coder: (coder: string) => string;
  /** Digits in a text that may be an id, or a number to call. */
  readonly digits: (digits: string) => string;
  /** What the engine named by a hash of its own: texts, flocks, sightings, labels. */
  readonly key: (key: string) => string;
}

/** Length of a project's key, in bytes. */
export const KEY_BYTES = 32;
const HEX = 16;
/** Pseudonyms kept at hand: an account's id comes again with every post. */
const KEPT = 100_000;

/** @param key 32 random bytes of the project. @throws {RangeError} for a key of another length */
export function openKeyed(key: Uint8Array): Keyed {
  if (key.length !== KEY_BYTES) throw new RangeError(`a key has ${KEY_BYTES} bytes`);
  const begun = hmac.create(sha256, key);
  let known = new Map<string, string>();
  const of = (kind: string, prefix: string) => (value: string) => {
    const message = `${kind}\n${value}`;
    const before = known.get(message);
    if (before !== undefined) return before;
    const pseudonym = prefix + bytesToHex(begun.clone().update(utf8ToBytes(message)).digest()).slice(0, HEX);
    if (known.size >= KEPT) known = new Map();
    known.set(message, pseudonym);
    return pseudonym;
  };
  const [handle, name] = [of('handle', 'u_'), of('name', 'n_')];
  return {
    account: of('account', 'a'),
    post: of('post', 'p'),
    handle: (value) => handle(handleForm(value)),
    name: (value) => name(wordsOf(value).join(' ') || value),
    link: of('link', 'link_'),
    coder: of('coder', 'coder_'),
    digits: of('digits', 'd'),
    key: of('key', 'k'),
  };
}

/** Marks that are not seen and part nothing: directions, joiners, soft hyphen, variation selectors. */
export const UNSEEN = '\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufe00-\\ufe0f\\ufeff';
const unseen = new RegExp(`[${UNSEEN}]`, 'g');

/** The form under which handles are compared. */
export const handleForm = (handle: string): string => handle.replace(unseen, '').normalize('NFKC').toLowerCase();

/** The words of a name or text, in the form in which they are compared. */
export const wordsOf = (text: string): readonly string[] => handleForm(text).match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
