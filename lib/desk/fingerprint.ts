/** Is it the same file? Told by its size and the hash of its first and last bytes: a name can change, and a large file is not read twice. */
import { hashKey } from '../text/hash';

/** Bytes of either end. */
export const ENDS_BYTES = 16_384;

const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

export const fingerprintOf = (size: number, first: Uint8Array, last: Uint8Array): string =>
  hashKey(`${size} ${lettersOf(first)} ${lettersOf(last)}`);
