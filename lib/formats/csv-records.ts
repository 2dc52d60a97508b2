/**
 * CSV text → rows of cells with the line each begins on, in parts. The cells are Papaparse's work; here stands only what it does
 * not say of a stream: where a record ends, on which line it began, and what to do with a quote that is never closed.
 */
import Papa from 'papaparse';

export interface CsvRow {
  readonly line: number;
  /** `undefined`: a quote opens in it that nothing closes, or it is longer than any record. */
  readonly cells: readonly string[] | undefined;
}

/** A record longer than this, or of more lines, is a quote that was never closed: the line it began on is given up. */
const RECORD_CAP = 400_000;
const LINES_CAP = 2_000;
const TELLING = /["\r\n]/g;

interface RawRecord {
  readonly line: number;
  readonly text: string;
}

/** The delimiter that occurs most in the first line, outside quotes: comma, semicolon or tab. */
export function delimiterOf(head: string): string {
  const [line = ''] = head.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/, 1);
  const count = (char: string) => line.split(char).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0]!;
}

/** Finds the ends of records. A quote opens a cell only at its beginning, as RFC 4180 has it; `5" pipe` opens none. */
class Splitter {
  #text = '';
  #line: number;
  constructor(
    readonly delimiter: string,
    firstLine = 1,
  ) {
    this.#line = firstLine;
  }

  /** @param isLast nothing follows: what is left is a record, too */
  push(block: string, isLast: boolean): { readonly records: readonly RawRecord[]; readonly broken: readonly number[] } {
    this.#text += block;
    const [records, broken]: [RawRecord[], number[]] = [[], []];
    for (let start = 0; ; ) {
      const found = this.#recordFrom(start, isLast);
      if (found === 'more') {
        this.#text = this.#text.slice(start);
        return { records, broken };
      }
      const { end, next, lines, isBroken } = found;
      const text = this.#text.slice(start, end);
      if (isBroken) broken.push(this.#line);
      else if (text.trim() !== '') records.push({ line: this.#line, text });
      this.#line += lines;
      start = next;
      if (start >= this.#text.length) {
        this.#text = '';
        return { records, broken };
      }
    }
  }

  #recordFrom(start: number, isLast: boolean) {
    const text = this.#text;
    let [inQuote, lines] = [false, 0];
    let firstEnd: { readonly end: number; readonly next: number } | undefined;
    const isOpen = (index: number) => index === start || text.startsWith(this.delimiter, index - 1);
    TELLING.lastIndex = start;
    for (let found = TELLING.exec(text); found; found = TELLING.exec(text)) {
      const [char, index] = [found[0], found.index];
      if (char === '"') {
        if (!inQuote) inQuote = isOpen(index);
        else if (text[index + 1] === '"') TELLING.lastIndex = index + 2;
        else if (index + 1 === text.length && !isLast) return 'more';
        else inQuote = false;
        continue;
      }
      if (char === '\r' && index + 1 === text.length && !isLast) return 'more';
      const next = char === '\r' && text[index + 1] === '\n' ? index + 2 : index + 1;
      TELLING.lastIndex = next;
      lines++;
      firstEnd ??= { end: index, next };
      if (!inQuote) return { end: index, next, lines, isBroken: false };
      if (lines > LINES_CAP || index - start > RECORD_CAP) return { ...firstEnd, lines: 1, isBroken: true };
    }
    if (!isLast && text.length - start <= RECORD_CAP) return 'more';
    const whole = { end: text.length, next: text.length, lines: lines + 1, isBroken: inQuote || !isLast };
    if (!inQuote && isLast) return whole;
    return firstEnd ? { ...firstEnd, lines: 1, isBroken: true } : whole;
  }
}

const cellsOf = (text: string, delimiter: string): readonly (readonly string[])[] =>
  Papa.parse(text, { header: false, delimiter, newline: '\n' }).data;

const isSound = (text: string, delimiter: string): boolean =>
  Papa.parse(text, { header: false, delimiter, newline: '\n' }).errors.length === 0;

const FIRST_END = /\r\n|\n|\r/;

/**
 * A record over several lines that has another number of cells than the table, or quotes where none may be: a stray quote in its first
 * line has swallowed the others. That line is given up, and the others are read by themselves.
 */
function* withoutStray(row: CsvRow, text: string, delimiter: string, width: number): Generator<CsvRow> {
  const end = FIRST_END.exec(text);
  if (!end || (row.cells?.length === width && isSound(text, delimiter))) {
    yield row;
    return;
  }
  yield { line: row.line, cells: undefined };
  const rest = text.slice(end.index + end[0].length);
  const { records, broken } = new Splitter(delimiter, row.line + 1).push(rest, true);
  for (const line of broken) yield { line, cells: undefined };
  for (const one of records) {
    yield* withoutStray({ line: one.line, cells: cellsOf(one.text, delimiter)[0] }, one.text, delimiter, width);
  }
}

/** Rows of the table, the line of names the first among them. */
export async function* csvRows(blocks: AsyncIterable<string>): AsyncGenerator<readonly CsvRow[]> {
  let splitter: Splitter | undefined;
  let width = 0;
  const rowsOf = (block: string, isLast: boolean): readonly CsvRow[] => {
    splitter ??= new Splitter(delimiterOf(block));
    const { delimiter } = splitter;
    const { records, broken } = splitter.push(block, isLast);
    const all = cellsOf(records.map(({ text }) => text).join('\n'), delimiter);
    const rows = records.flatMap(({ line, text }, i) => {
      // A stray quote can make Papaparse see other records than we do: then each by itself.
      const cells = all.length === records.length ? all[i] : cellsOf(text, delimiter)[0];
      width ||= cells?.length ?? 0;
      return [...withoutStray({ line, cells }, text, delimiter, width)];
    });
    if (broken.length === 0) return rows;
    return [...rows, ...broken.map((line) => ({ line, cells: undefined }))].toSorted((a, b) => a.line - b.line);
  };
  for await (const block of blocks) {
    const rows = rowsOf(block, false);
    if (rows.length > 0) yield rows;
  }
  if (splitter) yield rowsOf('', true);
}
