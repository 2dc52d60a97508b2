/** Text → lines with their numbers: LF, CRLF and CR alike, wherever the parts of the text are cut. */

export interface TextLine {
  /** From 1. */
  readonly number: number;
  /** `undefined`: longer than any record. */
  readonly text: string | undefined;
}

/** UTF-16 units; X's longest answers are of this size, a record is a part of one. */
export const LINE_CAP = 8_000_000;
const END = /\r\n|\n|\r/g;

/** Empty lines are counted and left out. */
export async function* textLines(blocks: AsyncIterable<string>): AsyncGenerator<readonly TextLine[]> {
  let number = 0;
  let left = '';
  let isCut = false;
  const lineOf = (text: string): TextLine[] => {
    number++;
    const tooLong = isCut || text.length > LINE_CAP;
    isCut = false;
    return tooLong ? [{ number, text: undefined }] : text.trim() === '' ? [] : [{ number, text }];
  };
  for await (const block of blocks) {
    const text = left + block;
    const lines: TextLine[] = [];
    let from = 0;
    END.lastIndex = 0;
    for (let end = END.exec(text); end; end = END.exec(text)) {
      // A CR at the very end may be half of a CRLF.
      if (end[0] === '\r' && end.index === text.length - 1) break;
      lines.push(...lineOf(text.slice(from, end.index)));
      from = END.lastIndex;
    }
    left = text.slice(from);
    if (left.length > LINE_CAP) [left, isCut] = [left.endsWith('\r') ? '\r' : '', true];
    if (lines.length > 0) yield lines;
  }
  const last = left.endsWith('\r') ? left.slice(0, -1) : left;
  if (last !== '' || isCut) yield lineOf(last);
}
