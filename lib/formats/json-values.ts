/** JSON of whichever layout → its objects: one a line (NDJSON, JSONL), a list, or lists in an object. A broken line harms no other. */

import { FileTrouble } from './imported';
import { jsonItems } from './json-items';
import { textLines } from './text-lines';

export interface JsonValue {
  readonly line: number;
  readonly list?: string | undefined;
  /** `undefined`: no JSON, which JSON itself cannot say. */
  readonly value: unknown;
  readonly isTooLong: boolean;
}

function parsedOf(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    // Where files were glued together, a byte order mark stands within.
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    // Told by line number.
    return undefined;
  }
}

/** Lines of the beginning that are asked whether they are JSON by themselves. */
const LINES_ASKED = 5;

/** Is it one value a line? A list is not, and neither is an object that goes over many lines. */
export function isByLine(head: string): boolean {
  const lines = head.split(/\r\n|\n|\r/).map((line) => line.trim());
  if (lines.find(Boolean)?.startsWith('[')) return false;
  const whole = lines.filter(Boolean).slice(0, LINES_ASKED);
  return whole.some((line) => line.startsWith('{') && parsedOf(line) !== undefined) || whole.length < 2;
}

/** @throws {FileTrouble} `truncated`, for a list or an object that is not closed */
export async function* jsonValues(blocks: AsyncIterable<string>): AsyncGenerator<readonly JsonValue[]> {
  const source = blocks[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done) return;
  async function* all() {
    yield first.value as string;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  }
  if (isByLine(first.value)) {
    for await (const lines of textLines(all())) {
      yield lines.map(({ number, text }) => ({ line: number, value: parsedOf(text), isTooLong: text === undefined }));
    }
    return;
  }
  const items = jsonItems(all());
  for (let next = await items.next(); ; next = await items.next()) {
    if (next.done) {
      if (!next.value) throw new FileTrouble('truncated');
      return;
    }
    yield next.value.map(({ line, list, text }) => ({
      line,
      list,
      value: parsedOf(text),
      isTooLong: text === undefined,
    }));
  }
}
