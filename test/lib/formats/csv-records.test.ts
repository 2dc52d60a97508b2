import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type CsvRow, csvRows, delimiterOf } from '@/lib/formats/csv-records';

async function rowsOf(text: string, size = 1e6): Promise<readonly CsvRow[]> {
  async function* blocks() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const rows: CsvRow[] = [];
  for await (const some of csvRows(blocks())) rows.push(...some);
  return rows;
}

const cell = fc.oneof(fc.string(), fc.constantFrom('"', 'a,b', 'two\nlines', 'two\r\nlines', ' ', 'خبز؛ طازج', 'a"b'));
const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

test('any table comes back, wherever its text is cut and however its lines end', async () => {
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(table, ends, fc.integer({ min: 1, max: 30 }), async (rows, newline, size) => {
      const all = [['a', 'b', 'c'], ...rows];
      // A first block as long as the line of names, by which the delimiter is told.
      const text = Papa.unparse(all, { newline, quotes: true });
      const read = await rowsOf(text, Math.max(size, 12));
      expect(read.map(({ cells }) => cells)).toEqual(all);
    }),
  );
});

test.each([
  [
    'lines that quotes hold together count',
    'a,b\n1,"x\ny"\n2,z\n',
    [1, 2, 4],
    [
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'z'],
    ],
  ],
  [
    'empty lines count and are left out',
    'a,b\n\n\n1,x\n',
    [1, 4],
    [
      ['a', 'b'],
      ['1', 'x'],
    ],
  ],
  [
    'a quote inside a cell opens nothing',
    'a,b\n5" pipe,x\n2,y\n',
    [1, 2, 3],
    [
      ['a', 'b'],
      ['5" pipe', 'x'],
      ['2', 'y'],
    ],
  ],
  [
    'a quote that nothing closes costs its line',
    'a,b\n1,"x\n2,y\n3,z\n',
    [1, 2, 3, 4],
    [['a', 'b'], undefined, ['2', 'y'], ['3', 'z']],
  ],
  [
    'and so does one that the next line’s quotes close',
    'a,b\n1,"x\n2,"y"\n3,z\n',
    [1, 2, 3, 4],
    [['a', 'b'], undefined, ['2', 'y'], ['3', 'z']],
  ],
  ['two of them', 'a,b\n1,"x\n2,"y\n3,z\n', [1, 2, 3, 4], [['a', 'b'], undefined, undefined, ['3', 'z']]],
])('%s', async (_name, text, lines, cells) => {
  const rows = await rowsOf(text);
  expect(rows.map((row) => row.line)).toEqual(lines);
  expect(rows.map((row) => row.cells)).toEqual(cells);
});

test('the delimiter is told by the first line, quotes left out', () => {
  expect(['a;b;"c,d,e,f"\n1', 'a\tb\n', 'a,b;c,d\n', 'one'].map(delimiterOf)).toEqual([';', '\t', ',', ',']);
});
