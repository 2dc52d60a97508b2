/** A file that a person chose, as the readers want it. */
import { ENDS_BYTES, fingerprintOf } from '@/lib/desk/fingerprint';
import { HEAD_BYTES } from '@/lib/formats/guess';
import type { Decode } from '@/lib/formats/imported';
import type { Source } from '@/lib/formats/readers';

/** Strict: what is not of the encoding is no text. The mark at the beginning is the readers' business. */
export const decode: Decode = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Not of this encoding: `undefined` says so.
    return undefined;
  }
};

const part = async (file: File, from: number, to: number) => new Uint8Array(await file.slice(from, to).arrayBuffer());

export const headOf = (file: File): Promise<Uint8Array> => part(file, 0, HEAD_BYTES);

export async function identityOf(file: File) {
  const [first, last] = [await part(file, 0, ENDS_BYTES), await part(file, file.size - ENDS_BYTES, file.size)];
  return { name: file.name, size: file.size, fingerprint: fingerprintOf(file.size, first, last) };
}

/** @param onRead told of every part's bytes */
export async function sourceOf(file: File, onRead: (bytes: number) => void): Promise<Source> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    const reader = file.stream().getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        onRead(next.value.length);
        yield next.value;
      }
    } finally {
      // Left early: the file's stream is let go.
      await reader.cancel();
    }
  }
  return { name: file.name, head: await part(file, 0, 8), bytes };
}
