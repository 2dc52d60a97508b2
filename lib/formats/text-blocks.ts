/**
 * Bytes → text, in blocks that end at a line's end. UTF-8 unless a byte order mark says UTF-16 or a person chose otherwise.
 * Lines that are no UTF-8, in a file that else is, are read as the Windows encoding they look like: archives get glued together.
 */
import { joined } from './bytes';
import type { Decode, Encoding } from './imported';

/** A block is cut here where no line ends. */
const BLOCK_CAP = 4_000_000;
/** Smaller parts are put together first. */
const BLOCK_MIN = 262_144;
const LF = 0x0a;
const CR = 0x0d;

export interface TextBlock {
  readonly text: string;
  /** Lines that were in another encoding. */
  readonly otherLines: number;
}

/** What a byte order mark says, and its length. */
export function markOf(bytes: Uint8Array): { readonly encoding: Encoding; readonly length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/**
 * Which one-byte encoding do these bytes look like? Arabic words are runs of high bytes, Western accents stand among ASCII letters.
 */
export function legacyOf(bytes: Uint8Array): Encoding {
  let [high, inRun] = [0, 0];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    high++;
    if ((bytes[i - 1] ?? 0) >= 0x80 || (bytes[i + 1] ?? 0) >= 0x80) inRun++;
  }
  return high > 0 && inRun / high > 0.6 ? 'windows-1256' : 'windows-1252';
}

/** Where to cut: behind the last line's end, or, in a long line, between two characters. -1: wait for more. */
function cutOf(bytes: Uint8Array, encoding: Encoding): number {
  const wide = encoding.startsWith('utf-16');
  const low = encoding === 'utf-16be' ? 1 : 0;
  const step = wide ? 2 : 1;
  const end = wide ? bytes.length - (bytes.length % 2) : bytes.length;
  for (let i = end - step; i >= 0; i -= step) {
    const unit = wide && bytes[i + 1 - low] !== 0 ? -1 : bytes[i + low];
    if (unit === LF || (unit === CR && i + step < end)) return i + step;
  }
  if (bytes.length < BLOCK_CAP) return -1;
  if (wide) {
    const first = (bytes[end - 1 - low] ?? 0) & 0xfc;
    return first === 0xd8 ? end - 2 : end;
  }
  let back = end;
  while (end - back < 3 && (bytes[back - 1]! & 0xc0) === 0x80) back--;
  return bytes[back - 1]! >= 0xc0 ? back - 1 : end;
}

/** Line by line, those that are UTF-8 as such and the others as what they look like. */
function mixed(bytes: Uint8Array, decode: Decode): TextBlock {
  const parts: string[] = [];
  let otherLines = 0;
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LF, from);
    const to = end === -1 ? bytes.length : end + 1;
    const line = bytes.subarray(from, to);
    const text = decode(line, 'utf-8');
    if (text === undefined) otherLines++;
    parts.push(text ?? decode(line, legacyOf(line)) ?? '');
    from = to;
  }
  return { text: parts.join(''), otherLines };
}

/** @throws what the bytes' source throws */
export async function* textBlocks(
  bytes: AsyncIterable<Uint8Array>,
  decode: Decode,
  chosen: Encoding | 'auto',
): AsyncGenerator<TextBlock> {
  let encoding: Encoding | undefined;
  let [parts, length]: [Uint8Array[], number] = [[], 0];
  const keep = (part: Uint8Array): void => {
    [parts, length] = [[part], part.length];
  };
  const read = (part: Uint8Array): TextBlock => {
    const text = decode(part, encoding!);
    return text === undefined ? mixed(part, decode) : { text, otherLines: 0 };
  };
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length < (encoding === undefined ? 3 : BLOCK_MIN)) continue;
    let left = joined(parts);
    if (encoding === undefined) {
      const mark = markOf(left);
      encoding = mark?.encoding ?? (chosen === 'auto' ? 'utf-8' : chosen);
      left = left.subarray(mark?.length ?? 0);
    }
    const cut = left.length < BLOCK_MIN ? -1 : cutOf(left, encoding);
    if (cut > 0) yield read(left.subarray(0, cut));
    keep(cut > 0 ? left.slice(cut) : left);
  }
  encoding ??= 'utf-8';
  if (length > 0) yield read(joined(parts));
}
