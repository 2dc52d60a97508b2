/** A file for the readers: bytes in parts, and the platform's decoder, as the log page's worker hands them over. */
import type { Decode } from '../../../lib/formats/imported';

export const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** The same bytes, cut anywhere. */
export async function* parts(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
