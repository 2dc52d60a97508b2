import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BYTE_ORDER_MARK, type Column, csvHead, csvLines, isoTime, unguarded } from '@/lib/formats/csv';

interface Row {
  readonly id: string;
  readonly text: string | undefined;
  readonly n: number | undefined;
}
const columns: readonly Column<Row>[] = [
  { name: 'id', value: ({ id }) => id, isText: true },
  { name: 'text', value: ({ text }) => text },
  { name: 'n', value: ({ n }) => n },
];

/** RFC 4180, read by the book, so that the writer is not its own judge. */
function readCsv(file: string): readonly (readonly string[])[] {
  const records: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < file.length; i += 1) {
    const char = file[i];
    if (quoted) {
      if (char === '"' && file[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"') quoted = true;
    else if (char === ',' || (char === '\r' && file[i + 1] === '\n')) {
      records.at(-1)?.push(cell);
      cell = '';
      if (char === '\r') {
        records.push([]);
        i += 1;
      }
    } else cell += char;
  }
  return records.slice(0, -1);
}

test('a head with byte order mark, then lines that each end in CRLF', () => {
  expect(csvHead(columns)).toBe(`${BYTE_ORDER_MARK}id,text,n\r\n`);
  expect(csvLines(columns, [{ id: '1852311426666537322', text: 'سلام', n: 0 }])).toBe(
    '"1852311426666537322",سلام,0\r\n',
  );
  expect(csvLines(columns, [])).toBe('');
});

test('unknown is empty, zero is zero', () => {
  expect(csvLines(columns, [{ id: '1', text: undefined, n: undefined }])).toBe('"1",,\r\n');
});

test('quotes, commas and line ends inside a cell', () => {
  expect(csvLines(columns, [{ id: '1', text: 'he said "no",\r\nthen left', n: 1 }])).toBe(
    '"1","he said ""no"",\r\nthen left",1\r\n',
  );
});

test.each(['=1+1', '+49', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '@a_mention first'])(
  'what a spreadsheet would run is defused: %j',
  (text) => {
    const [[, cell] = []] = readCsv(csvLines(columns, [{ id: '1', text, n: -5 }]));
    expect(cell).toBe(`'${text}`);
  },
);

test('a negative number stays a number', () => {
  expect(csvLines(columns, [{ id: '1', text: 'a', n: -5 }])).toBe('"1",a,-5\r\n');
});

test.each(["'=1", "''@a", "'", "'quoted'", '=', "it's"])('an apostrophe of the author stays: %j', (text) => {
  const [[, cell = ''] = []] = readCsv(csvLines(columns, [{ id: '1', text, n: 1 }]));
  expect(unguarded(cell)).toBe(text);
});

test('any text comes back, once the apostrophe of a defused cell is taken off', () => {
  const start = fc.constantFrom('', "'", "''", '=', "'=", "''-", '＠', "'\t");
  const text = fc.tuple(start, fc.string({ unit: 'binary' })).map((parts) => parts.join(''));
  const row = fc.record({ id: fc.stringMatching(/^\d{1,20}$/), text, n: fc.integer() });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const read = readCsv(csvLines(columns, rows));
      expect(read).toHaveLength(rows.length);
      for (const [i, { id, text, n }] of rows.entries()) {
        expect(read[i]?.[0]).toBe(id);
        expect(unguarded(read[i]?.[1] ?? '')).toBe(text);
        expect(read[i]?.[2]).toBe(String(n));
      }
    }),
  );
});

test('times are ISO in UTC; a time outside the calendar is unknown', () => {
  expect(isoTime(1469527200123)).toBe('2016-07-26T10:00:00.123Z');
  expect([isoTime(undefined), isoTime(Number.NaN), isoTime(1e17)]).toEqual([undefined, undefined, undefined]);
});
