/**
 * A zip of files that are written one after another while their contents come in: no file stands in memory as a whole. The
 * names are UTF-8; files of more than 4 GB are refused, for not every reader knows how to open them.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
  /** Path inside the zip. */
  readonly name: string;
  readonly content: AsyncIterable<string | Uint8Array>;
}

/** The largest a file or the zip may be: the form that every reader knows has 32 bits for it. */
export const ZIP_CAP = 0xffff_fff0;

const EARLIEST_MS = Date.UTC(1980, 0, 2);
const LATEST_MS = Date.UTC(2099, 11, 30);

/**
 * @param atMs the time that the files inside bear
 * @throws {RangeError} beyond 4 GB
 */
export async function* zipFile(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  atMs: number,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let [size, trouble] = [0, undefined as Error | undefined];
  const zip = new Zip((error, chunk) => {
    if (error) trouble = error;
    else ready.push(chunk);
  });
  function* taken() {
    if (trouble) throw trouble;
    for (const chunk of ready) size += chunk.length;
    if (size > ZIP_CAP) throw new RangeError('a zip cannot hold more than 4 GB');
    yield* ready;
    ready = [];
  }
  for await (const { name, content } of entries) {
    const file = new ZipDeflate(name, { level: 6 });
    // A zip knows the years from 1980 to 2099 only.
    file.mtime = Math.min(Math.max(atMs, EARLIEST_MS), LATEST_MS);
    let length = 0;
    zip.add(file);
    for await (const part of content) {
      const bytes = typeof part === 'string' ? strToU8(part) : part;
      length += bytes.length;
      if (length > ZIP_CAP) throw new RangeError('a file in a zip cannot be larger than 4 GB');
      file.push(bytes);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
