/** What a file seems to be, by its first bytes: format, encoding, and the columns of a table with a few rows to look at. */
import { type CsvRow, csvRows } from './csv-records';
import { type Encoding, type FileReason, FileTrouble, type ReadOptions } from './imported';
import { type JsonValue, jsonValues } from './json-values';
import { PACKAGE_HEADER } from './read-package';
import { type Around, type FormatId, jsonFormats, readColumns, tableFormatOf } from './readers';
import { headerOf } from './table';
import { legacyOf, markOf } from './text-blocks';
import { containerOf, unpack } from './unpack';

/** Bytes of the beginning that are enough for a guess. */
export const HEAD_BYTES = 262_144;
const ROWS_SHOWN = 5;

export interface Guess {
  readonly format: FormatId;
  readonly encoding: Encoding;
  /** Of a table: names of its columns, what each is taken for, and its first rows. */
  readonly table?: {
    readonly header: readonly string[];
    readonly columns: Readonly<Record<string, string>>;
    readonly rows: readonly (readonly string[])[];
  };
}
export type Guessed =
  | { readonly ok: true; readonly guess: Guess }
  | { readonly ok: false; readonly reason: FileReason };

const no = (reason: FileReason): Guessed => ({ ok: false, reason });

async function* one<Part>(part: Part): AsyncGenerator<Part> {
  yield part;
}

/** The beginning of the first member that holds anything; a container that is cut there, as it must be, is no trouble yet. */
async function beginningOf(name: string, head: Uint8Array): Promise<Uint8Array | 'none' | 'package' | FileTrouble> {
  try {
    for await (const member of unpack(name, head, one(head))) {
      if (member.name === PACKAGE_HEADER && containerOf(head) === 'zip') return 'package';
      for await (const part of member.bytes) if (part.length > 0) return part;
    }
  } catch (error) {
    if (error instanceof FileTrouble) return error;
    throw error;
  }
  return 'none';
}

const isText = (bytes: Uint8Array): boolean => markOf(bytes) !== undefined || !bytes.subarray(0, 4096).includes(0);

async function firstValue(text: string): Promise<JsonValue | undefined> {
  try {
    for await (const values of jsonValues(one(text))) {
      const whole = values.find(({ value }) => value !== undefined);
      if (whole) return whole;
    }
  } catch (error) {
    // A list that goes on behind the beginning.
    if (!(error instanceof FileTrouble)) throw error;
  }
  return undefined;
}

async function guessTable(text: string, encoding: Encoding, options: ReadOptions): Promise<Guessed> {
  const all: CsvRow[] = [];
  for await (const part of csvRows(one(text))) all.push(...part);
  const [first, ...rows] = all;
  const header = headerOf(first?.cells ?? []);
  const format = tableFormatOf(header);
  const columns = readColumns(format, header, options);
  const isEven = rows.length > 0 && rows.every(({ cells }) => cells?.length === header.length);
  // Prose has commas, too, but not as many in each line.
  if (header.length < 2 || (Object.keys(columns).length === 0 && !isEven)) return no('unknown-format');
  const shown = rows.slice(0, ROWS_SHOWN).map(({ cells }) => cells ?? []);
  return {
    ok: true,
    guess: { format, encoding, table: { header, columns, rows: shown } },
  };
}

/** @param head the first `HEAD_BYTES` of the file, or all of it */
export async function guessFile(
  name: string,
  head: Uint8Array,
  options: ReadOptions,
  { decode }: Around,
): Promise<Guessed> {
  if (head.length === 0) return no('empty');
  const beginning = await beginningOf(name, head);
  if (beginning instanceof FileTrouble) return no(beginning.reason);
  if (beginning === 'none') return no(containerOf(head) === 'plain' ? 'empty' : 'truncated');
  if (beginning === 'package') return { ok: true, guess: { format: 'package', encoding: 'utf-8' } };
  if (!isText(beginning)) return no('binary');
  const { encoding, text } = textOf(beginning, options, decode);
  if (text.trim() === '') return no('empty');
  if (/^\s*[{[]/.test(text)) {
    const first = await firstValue(text);
    const format = jsonFormats.find(({ is }) => first !== undefined && is(first.value, first.list));
    return format ? { ok: true, guess: { format: format.id, encoding } } : no('unknown-format');
  }
  return guessTable(text, encoding, options);
}

function textOf(bytes: Uint8Array, { encoding: chosen }: ReadOptions, decode: Around['decode']) {
  const mark = markOf(bytes);
  const body = bytes.subarray(mark?.length ?? 0);
  // Up to the last whole line, for the beginning may end within a letter.
  const whole = body.subarray(
    0,
    body.length < HEAD_BYTES / 2 ? body.length : body.lastIndexOf(0x0a) + 1 || body.length,
  );
  const encoding = mark?.encoding ?? (chosen === 'auto' ? 'utf-8' : chosen);
  const text = decode(whole, encoding);
  if (text !== undefined) return { encoding, text };
  const legacy = legacyOf(whole);
  return { encoding: legacy, text: decode(whole, legacy) ?? '' };
}
