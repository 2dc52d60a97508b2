/** The formats that can be read, and how a file becomes entries. To add one: a file of its own beside this, and a line here. */

import { type Decode, type Entry, FileTrouble, type ReadOptions } from './imported';
import { type JsonValue, jsonValues } from './json-values';
import { openPackage } from './read-package';
import { isOfWholeLog, readOfWholeLog } from './read-whole-log';
import { columnsOf, readTable } from './table';
import { isOfTags, tagsColumns } from './tags';
import { type TextBlock, textBlocks } from './text-blocks';
import { isTweetOfV1, readTweetOfV1 } from './twarc-v1';
import { isOfV2, readOfV2 } from './twarc-v2';
import { containerOf, unpack } from './unpack';
import { isOfWebExporter, readOfWebExporter } from './web-exporter';
import { isOfZeeschuimer, readOfZeeschuimer } from './zeeschuimer';

export const formatIds = [
  'flockmark',
  'package',
  'zeeschuimer',
  'tags',
  'twarc-v1',
  'twarc-v2',
  'web-exporter',
  'table',
] as const;
export type FormatId = (typeof formatIds)[number];

interface JsonFormat {
  readonly id: FormatId;
  /** Is this one of its objects? Asked of the first in a file. */
  readonly is: (value: unknown, list?: string) => boolean;
  readonly read: (value: unknown, line: number, options: ReadOptions, nowMs: number, list?: string) => Entry;
}

/** In the order in which they are asked. */
export const jsonFormats: readonly JsonFormat[] = [
  { id: 'flockmark', is: isOfWholeLog, read: (value, line, _options, _now, list) => readOfWholeLog(value, line, list) },
  { id: 'zeeschuimer', is: isOfZeeschuimer, read: readOfZeeschuimer },
  { id: 'web-exporter', is: isOfWebExporter, read: readOfWebExporter },
  { id: 'twarc-v1', is: isTweetOfV1, read: readTweetOfV1 },
  { id: 'twarc-v2', is: isOfV2, read: readOfV2 },
];

/** TAGS is a table of known columns. */
export const tableFormatOf = (header: readonly string[]): FormatId => (isOfTags(header) ? 'tags' : 'table');

/** Columns of a table as they will be read: what a person chose, what the tool is known to mean, or a guess. */
export const readColumns = (format: FormatId, header: readonly string[], options: ReadOptions) =>
  columnsOf(header, format === 'tags' && !options.columns ? { ...options, columns: tagsColumns(header) } : options);

export interface Source {
  readonly name: string;
  /** The first bytes, four at least. */
  readonly head: Uint8Array;
  readonly bytes: () => AsyncIterable<Uint8Array>;
}
export interface Around {
  readonly decode: Decode;
  readonly nowMs: number;
}

const entryOf = (format: JsonFormat, json: JsonValue, options: ReadOptions, nowMs: number): Entry => {
  const { line, value, list, isTooLong } = json;
  if (isTooLong) return { line, ok: false, reason: 'too-long' };
  if (value === undefined) return { line, ok: false, reason: 'not-json' };
  return format.read(value, line, options, nowMs, list);
};

/**
 * All entries of a file, in parts. Pure reading: nothing is stored.
 * @throws {FileTrouble}
 */
export async function* readFile(
  source: Source,
  format: FormatId,
  options: ReadOptions,
  { decode, nowMs }: Around,
): AsyncGenerator<readonly Entry[]> {
  const isZip = containerOf(source.head) === 'zip';
  const pack = openPackage();
  let [read, refused]: [boolean, FileTrouble | undefined] = [false, undefined];
  for await (const member of unpack(source.name, source.head, source.bytes())) {
    let others = 0;
    async function* texts(blocks: AsyncIterable<TextBlock>): AsyncGenerator<string> {
      for await (const { text, otherLines } of blocks) {
        others += otherLines;
        yield text;
      }
    }
    const blocks = texts(textBlocks(member.bytes, decode, options.encoding));
    const json = jsonFormats.find(({ id }) => id === format);
    if (json) {
      for await (const values of jsonValues(blocks)) yield values.map((value) => entryOf(json, value, options, nowMs));
    } else if (format === 'package') {
      yield* pack.read(member.name, blocks);
    } else if (!isZip || /\.(csv|tsv|txt)$/i.test(member.name)) {
      const columns = (header: readonly string[]) => readColumns(format, header, options);
      try {
        yield* readTable(blocks, columns, options, nowMs);
        read = true;
      } catch (error) {
        // A zip of tables holds others beside that of the posts.
        if (!isZip || !(error instanceof FileTrouble)) throw error;
        refused = error;
      }
    }
    if (others > 0)
      yield Array.from({ length: others }, () => ({ line: 0, ok: 'passed-by', remarks: ['other-encoding'] }) as const);
  }
  if (format === 'package') pack.end();
  if (refused && !read) throw refused;
}

export { FileTrouble };
