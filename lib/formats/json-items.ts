/**
 * The objects of a JSON file, one after the other, without the file as a whole in memory: those of a list (`[{…}, {…}]`), or
 * those of the lists of an object (`{"accounts": [{…}], "posts": [{…}]}`), and the objects that stand in it directly.
 */
import { LINE_CAP } from './text-lines';

export interface JsonItem {
  /** Line on which it begins, from 1. */
  readonly line: number;
  /** Name of its list; `undefined` in a file that is a list. */
  readonly list: string | undefined;
  /** `undefined`: longer than any record. */
  readonly text: string | undefined;
}

const TELLING = /["{}[\]\n]/g;
const IN_STRING = /["\\\n]/g;

/** @returns by way of the last `done`: whether every bracket was closed. A file that is cut ends open. */
export async function* jsonItems(blocks: AsyncIterable<string>): AsyncGenerator<readonly JsonItem[], boolean> {
  let [text, from, at, depth, line, itemDepth, itemLine] = ['', -1, 0, 0, 1, -1, 0];
  let inString = false;
  let stringFrom = 0;
  let list: string | undefined;
  let isCut = false;
  let rootIsList = false;
  let begun = false;

  for await (const block of blocks) {
    const keepFrom = from >= 0 ? from : inString ? stringFrom : at;
    text = text.slice(keepFrom) + block;
    at -= keepFrom;
    stringFrom -= keepFrom;
    if (from >= 0) from = 0;
    const items: JsonItem[] = [];
    while (at < text.length) {
      const telling: RegExp = inString ? IN_STRING : TELLING;
      telling.lastIndex = at;
      const char: string | undefined = telling.exec(text)?.[0];
      if (char === undefined) {
        at = text.length;
        break;
      }
      const index = telling.lastIndex - 1;
      at = index + 1;
      if (char === '\n') line++;
      else if (char === '\\') {
        // The next unit belongs to it, in this block or the next.
        at = index + 2;
      } else if (inString) {
        inString = false;
        if (depth === 1 && !rootIsList) list = text.slice(stringFrom + 1, index);
      } else if (char === '"') {
        [inString, stringFrom] = [true, index];
      } else if (char === '{' || char === '[') {
        if (depth === 0) [rootIsList, begun] = [char === '[', true];
        depth++;
        const isItem = char === '{' && itemDepth < 0 && depth >= 2 && depth <= (rootIsList ? 2 : 3);
        if (isItem) [from, itemDepth, itemLine] = [index, depth, line];
      } else {
        if (depth === itemDepth) {
          items.push({
            line: itemLine,
            list: rootIsList ? undefined : list,
            text: isCut ? undefined : text.slice(from, at),
          });
          [from, itemDepth, isCut] = [-1, -1, false];
        }
        depth--;
      }
    }
    // A record without end is not kept while its end is looked for.
    if (from >= 0 && text.length - from > LINE_CAP) [from, isCut] = [text.length, true];
    if (items.length > 0) yield items;
  }
  return begun && depth === 0 && !inString;
}
