import { unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Field } from '@/lib/formats/field';
import { CELL_CAP, CUT, xlsxFile } from '@/lib/formats/xlsx';
import { zipFile } from '@/lib/formats/zip';

const fields: readonly Field<string>[] = [{ name: 'text', type: 'text', about: '', value: (row) => row }];
async function* parts(rows: readonly string[]) {
  yield rows;
}
async function bytesOf(content: AsyncIterable<Uint8Array>) {
  const all: Uint8Array[] = [];
  for await (const part of content) all.push(part);
  return Buffer.concat(all);
}
const sheets = async (rows: readonly string[], maxRows?: number) =>
  readXlsx(await bytesOf(xlsxFile({ name: 'posts', fields }, parts(rows), maxRows)));

test('a text longer than a cell is cut and says so; half a sign is never left', async () => {
  const [sheet] = await sheets(['x'.repeat(40_000), '🌹'.repeat(20_000), 'y'.repeat(CELL_CAP)]);
  const [, [long] = [], [roses] = [], [whole] = []] = sheet!.data;
  expect(String(long)).toHaveLength(CELL_CAP);
  expect(String(long).endsWith(CUT)).toBe(true);
  expect(String(roses).isWellFormed()).toBe(true);
  expect(String(roses).endsWith(`🌹${CUT}`)).toBe(true);
  expect(whole).toBe('y'.repeat(CELL_CAP));
});

test('more rows than a sheet holds go on in the next, under the same names', async () => {
  const found = await sheets(['a', 'b', 'c', 'd', 'e'], 3);
  expect(found.map(({ sheet, data }) => [sheet, data.map(([cell]) => cell)])).toEqual([
    ['posts', ['text', 'a', 'b']],
    ['posts_2', ['text', 'c', 'd']],
    ['posts_3', ['text', 'e']],
  ]);
});

test('formulas are text, halves of signs are marked, line ends stay', async () => {
  const [sheet] = await sheets(['=1+1', 'a\ud83cb', 'one\ntwo', '\u0007bell']);
  expect(sheet!.data.slice(1).map(([cell]) => cell)).toEqual(['=1+1', 'a\ufffdb', 'one\ntwo', expect.anything()]);
});

test('a zip holds its files as they came, in parts of any size', async () => {
  async function* content(...texts: readonly (string | Uint8Array)[]) {
    yield* texts;
  }
  const bytes = await bytesOf(
    zipFile(
      [
        { name: 'مصر.txt', content: content('a', 'ع🌹', new Uint8Array([98])) },
        { name: 'empty.txt', content: content() },
      ],
      Date.UTC(2026, 0, 1),
    ),
  );
  const files = unzipSync(bytes);
  expect(Object.entries(files).map(([name, file]) => [name, Buffer.from(file).toString('utf8')])).toEqual([
    ['مصر.txt', 'aع🌹b'],
    ['empty.txt', ''],
  ]);
});
