/**
 * A file as the members in it: those of a zip, the one of a gzip, or itself. Streams; a member's bytes are there to be read once, in order, before
 * the next member. A cut or damaged container throws where it shows, so a whole pass over a file proves it.
 */
import { Gunzip, Unzip, UnzipInflate } from 'fflate';
import { joined } from './bytes';
import { FileTrouble } from './imported';

export interface Member {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}
export type Container = 'zip' | 'gzip' | 'plain';

export const containerOf = (head: Uint8Array): Container =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)
    ? 'zip'
    : head[0] === 0x1f && head[1] === 0x8b
      ? 'gzip'
      : 'plain';

const damaged = (error: unknown): FileTrouble => {
  const message = error instanceof Error ? error.message : String(error);
  return new FileTrouble(/unexpected EOF/i.test(message) ? 'truncated' : 'damaged', message);
};

async function* ungzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let length = 0;
  const gunzip = new Gunzip((part) => {
    length += part.length;
    if (part.length > 0) ready.push(part);
  });
  // Several in one file are one after the other.
  gunzip.onmember = () => {
    length = 0;
  };
  const push = (part: Uint8Array, isLast: boolean) => {
    try {
      gunzip.push(part, isLast);
    } catch (error) {
      throw damaged(error);
    }
  };
  // One part behind, for the last has to be pushed as the last.
  let waiting: Uint8Array = new Uint8Array(0);
  let tail: Uint8Array = waiting;
  for await (const part of bytes) {
    if (waiting.length > 0) push(waiting, false);
    waiting = part;
    tail = part.length >= 4 ? part.slice(-4) : joined([tail, part]).slice(-4);
    yield* ready;
    ready = [];
  }
  if (waiting.length > 0) push(waiting, true);
  yield* ready;
  // A gzip ends with its length; the library does not look at it.
  const told = tail.length < 4 ? -1 : new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (told !== length % 2 ** 32) throw new FileTrouble('truncated');
}

/** Signature of the record that ends a zip, in its last 64 kB. */
const END = [0x50, 0x4b, 5, 6] as const;
const TAIL = 66_000;

function hasEnd(tail: Uint8Array): boolean {
  for (let i = tail.length - 22; i >= 0; i--) if (END.every((byte, k) => tail[i + k] === byte)) return true;
  return false;
}

type Event = { readonly open: string } | { readonly part: Uint8Array } | { readonly close: true };

async function* unzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const source = bytes[Symbol.asyncIterator]();
  const events: Event[] = [];
  let failed: FileTrouble | undefined;
  let tail: Uint8Array = new Uint8Array(0);
  const opened = new Unzip((file) => {
    events.push({ open: file.name });
    file.ondata = (error, part, isFinal) => {
      if (error) failed ??= damaged(error);
      else if (part.length > 0) events.push({ part });
      if (isFinal) events.push({ close: true });
    };
    file.start();
  });
  opened.register(UnzipInflate);

  /** The next thing that happens; `undefined` at the end. */
  async function next(): Promise<Event | undefined> {
    while (events.length === 0) {
      const { done, value } = await source.next();
      if (done) return undefined;
      try {
        opened.push(value);
      } catch (error) {
        throw damaged(error);
      }
      if (failed) throw failed;
      tail = joined([tail, value]).slice(-TAIL);
    }
    return events.shift();
  }

  async function* partsOf(): AsyncGenerator<Uint8Array> {
    for (let event = await next(); event && !('close' in event); event = await next())
      if ('part' in event) yield event.part;
  }

  for (let event = await next(); event; event = await next()) {
    if (!('open' in event)) continue;
    const parts = partsOf();
    yield { name: event.open, bytes: parts };
    // What was not read of it is passed over.
    for await (const _rest of parts);
  }
  if (!hasEnd(tail)) throw new FileTrouble('truncated');
}

/** @param head the first bytes of the file, four at least */
export async function* unpack(
  name: string,
  head: Uint8Array,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Member> {
  const container = containerOf(head);
  if (container === 'zip') yield* unzip(bytes);
  else if (container === 'gzip') yield { name: name.replace(/\.gz$/i, ''), bytes: ungzip(bytes) };
  else yield { name, bytes };
}
