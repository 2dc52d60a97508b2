/** Every format, by its fixtures: a folder in `test/fixtures/imports/` with the file, what must come of it, and a note. A new case needs no code. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guessFile } from '@/lib/formats/guess';
import { type Entry, FileTrouble, type ReadOptions } from '@/lib/formats/imported';
import { type FormatId, readFile } from '@/lib/formats/readers';
import { decode, parts, utf8 } from './file';

const root = new URL('../../fixtures/imports/', import.meta.url);
const around = { decode, nowMs: Date.UTC(2026, 0, 1) };
const auto: ReadOptions = { encoding: 'auto' };

async function entriesOf(
  name: string,
  bytes: Uint8Array,
  format: FormatId,
  { size, options = auto }: { readonly size?: number; readonly options?: ReadOptions } = {},
): Promise<readonly Entry[]> {
  const all: Entry[] = [];
  const source = { name, head: bytes.subarray(0, 8), bytes: () => parts(bytes, size) };
  for await (const some of readFile(source, format, options, around)) all.push(...some);
  return all;
}
const fixtures = readdirSync(root).map((name) => {
  const file = readdirSync(new URL(`${name}/`, root)).find((one) => one.startsWith('file.'))!;
  const bytes = new Uint8Array(readFileSync(new URL(`${name}/${file}`, root)));
  const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, root), 'utf8')) as {
    readonly format: FormatId;
    readonly entries: readonly Entry[];
  };
  return { name, file, bytes, expected };
});

test('there are fixtures of every kind', () => {
  expect(new Set(fixtures.map(({ expected }) => expected.format))).toEqual(
    new Set(['zeeschuimer', 'tags', 'twarc-v1', 'twarc-v2', 'web-exporter', 'table']),
  );
});

describe.each(fixtures)('$name', ({ file, bytes, expected }) => {
  test('is told by its beginning, and reads as expected', async () => {
    const guessed = await guessFile(file, bytes, auto, around);
    expect(guessed).toMatchObject({ ok: true, guess: { format: expected.format } });
    expect(await entriesOf(file, bytes, expected.format)).toEqual(expected.entries);
  });

  test('wherever the parts of the file are cut', async () => {
    const sizes = fc.integer({ min: 1, max: 400 });
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        expect(await entriesOf(file, bytes, expected.format, { size })).toEqual(expected.entries);
      }),
      { numRuns: 20 },
    );
  });

  test('packed by gzip or in a zip', async () => {
    const packed = [gzipSync(bytes), zipSync({ [file]: bytes })];
    for (const [i, one] of packed.entries()) {
      const of = i === 0 ? `${file}.gz` : 'archive.zip';
      expect(await guessFile(of, one, auto, around)).toMatchObject({ ok: true, guess: { format: expected.format } });
      expect(await entriesOf(of, one, expected.format, { size: 100 })).toEqual(expected.entries);
    }
  });

  test('cut short in its packing, it is refused', async () => {
    for (const [of, one] of [
      [`${file}.gz`, gzipSync(bytes)],
      ['archive.zip', zipSync({ [file]: bytes })],
    ] as const) {
      const reading = entriesOf(of, one.subarray(0, one.length - 30), expected.format, { size: 100 });
      await expect(reading, of).rejects.toThrow(FileTrouble);
      await expect(reading, of).rejects.toThrow(/truncated/);
    }
  });
});

describe.each(fixtures.filter(({ name }) => name !== 'table-glued'))('$name', ({ file, bytes, expected }) => {
  test('with every kind of line end, and as UTF-16', async () => {
    const text = new TextDecoder().decode(bytes);
    const plain = (entries: readonly Entry[]) =>
      JSON.stringify(entries).replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n');
    for (const end of ['\n', '\r\n', '\r']) {
      const other = utf8(text.replace(/\r\n|\n/g, end));
      // A list of JSON is read by its brackets; its line numbers count LF.
      if (end === '\r' && file.endsWith('.json')) continue;
      expect(plain(await entriesOf(file, other, expected.format)), JSON.stringify(end)).toBe(plain(expected.entries));
    }
    const units = new Uint8Array(Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`, 'utf16le'));
    expect(await entriesOf(file, units, expected.format, { size: 333 })).toEqual(expected.entries);
    const swapped = new Uint8Array(Buffer.from(units).swap16());
    expect(await entriesOf(file, swapped, expected.format, { size: 333 })).toEqual(expected.entries);
    expect(await guessFile(file, swapped, auto, around)).toMatchObject({ ok: true, guess: { encoding: 'utf-16be' } });
  });
});

describe('what is none of them', () => {
  test.each([
    ['an empty file', new Uint8Array(0), 'empty'],
    ['only a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf]), 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2]), 'binary'],
    ['prose', utf8('Dear all, here is the archive I promised\nYours'), 'unknown-format'],
    ['one word', utf8('hello'), 'unknown-format'],
    ['other JSON', utf8('{"type":"FeatureCollection","features":[]}'), 'unknown-format'],
    ['a list of numbers', utf8('[1, 2, 3]'), 'unknown-format'],
    ['a zip without its beginning', new Uint8Array([0x50, 0x4b, 3, 4, 20]), 'truncated'],
    ['a gzip of nothing', gzipSync(new Uint8Array(0)), 'truncated'],
  ] as const)('%s: %#', async (_name, bytes, reason) => {
    expect(await guessFile('file', bytes, auto, around)).toEqual({ ok: false, reason });
  });

  test('a table whose columns say neither who nor when', async () => {
    const reading = entriesOf('a.csv', utf8('a,b,text\n1,2,3\n'), 'table');
    await expect(reading).rejects.toThrow(/columns: a, b, text/);
  });

  test('a list that ends before its bracket', async () => {
    await expect(entriesOf('a.json', utf8('[\n{"id": "1"},\n{"id": "2"}'), 'web-exporter')).rejects.toThrow(
      /truncated/,
    );
  });

  test('any bytes at all: a result or a refusal, never another error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const guessed = await guessFile('file', bytes, auto, around);
        if (!guessed.ok) return;
        await entriesOf('file', bytes, guessed.guess.format).catch((error: unknown) =>
          expect(error).toBeInstanceOf(FileTrouble),
        );
      }),
    );
  });
});
