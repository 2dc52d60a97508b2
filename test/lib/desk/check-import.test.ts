/** A file is checked as a whole before anything is stored: what is in it, what is wrong with it, line by line. */
import { describe, expect, test } from 'vitest';
import { checkImport } from '@/lib/desk/check-import';
import type { Preview } from '@/lib/desk/preview';
import { isRounded, roundedIds } from '@/lib/desk/rounded-ids';
import { runImport } from '@/lib/desk/run-import';
import type { ReadOptions } from '@/lib/formats/imported';
import { type FormatId, readFile } from '@/lib/formats/readers';
import type { Log } from '@/lib/log';
import { defaultSettings } from '@/lib/settings';
import { memoryLog } from '@/lib/store/memory-log';
import { seeded } from '../../scenarios/random';
import { decode, parts, utf8 } from '../formats/file';

const around = { decode, nowMs: Date.UTC(2026, 0, 1) };
type Bytes = () => AsyncIterable<Uint8Array>;

const read = (bytes: Bytes, format: FormatId, options: Partial<ReadOptions> = {}) =>
  readFile({ name: 'file.csv', head: utf8('id,'), bytes }, format, { encoding: 'auto', ...options }, around);

const check = (
  bytes: Bytes,
  format: FormatId,
  log: Log = memoryLog(),
  options: Partial<ReadOptions> = {},
): Promise<Preview> => checkImport(read(bytes, format, options), { log, format, report() {}, goOn() {} });

const checkText = (text: string, options: Partial<ReadOptions> = {}) =>
  check(() => parts(utf8(text)), 'table', memoryLog(), options);

const HEAD = 'id,author_id,created_at,text\n';
const idAt = (i: number) => String(757_961_743_000_000_123n + BigInt(i) * 4_194_304_123n);

describe('counts', () => {
  test('posts and accounts once each, dates, hashtags, what is not said', async () => {
    const preview = await checkText(
      `id,user_id,handle,text,source\n${idAt(0)},1,a,one #Bread,TweetDeck\n${idAt(1)},1,a,two #bread,\n${idAt(1)},1,a,two #bread,\n${idAt(2)},2,b,three #milk,\n`,
    );
    expect(preview).toMatchObject({
      posts: 3,
      accounts: 2,
      duplicates: 1,
      disagreeing: 0,
      withoutClient: 2,
      withoutCreatedAt: 2,
      withoutPage: 3,
      likelyPage: 'hashtag:bread',
      hashtags: [
        { tag: 'bread', posts: 2 },
        { tag: 'milk', posts: 1 },
      ],
      refused: 0,
    });
    expect(preview.fromMs).toBeLessThan(preview.toMs!);
  });

  test('copies that say something else are told; the first is kept', async () => {
    const text = `${HEAD}${idAt(0)},1,,first\n${idAt(0)},1,,second\n${idAt(0)},2,,first\n`;
    expect(await checkText(text)).toMatchObject({ posts: 1, duplicates: 2, disagreeing: 2 });
    const log = memoryLog();
    await runImport(
      read(() => parts(utf8(text)), 'table'),
      {
        log,
        settings: defaultSettings,
        job: { name: '', size: 0, fingerprint: '', cursor: 0, plan: {} },
        clock: () => 0,
        report() {},
        goOn() {},
      },
    );
    expect([...log.rows.posts.values()].map(({ text: words, authorId }) => [words, authorId])).toEqual([
      ['first', '1'],
    ]);
  });

  test('times of whole minutes, times without a zone, days and months that could be the other way round', async () => {
    const text = `handle,time,text\na,7/8/2016 10:15,one\na,7/8/2016 10:16,two\n`;
    const preview = await checkText(text);
    expect(preview).toMatchObject({ minuteTimes: true, remarks: { 'no-zone': 2, 'day-or-month': 2 } });
    const [first, other] = [
      await checkText(text, { zone: 'Asia/Riyadh' }),
      await checkText(text, { zone: 'UTC', dayFirst: true }),
    ];
    expect([first.fromMs, other.fromMs]).toEqual([Date.UTC(2016, 6, 8, 7, 15), Date.UTC(2016, 7, 7, 10, 15)]);
    expect(first.remarks['no-zone']).toBeUndefined();
    expect(other.remarks['day-or-month']).toBeUndefined();
  });

  test('dates before Twitter and in the future are refused, each by its line', async () => {
    const preview = await checkText(
      'handle,time,text\na,2001-01-01T00:00:00Z,x\na,2016-01-01T00:00:00Z,y\na,2040-01-01T00:00:00Z,z\n',
    );
    expect(preview).toMatchObject({ posts: 1, refused: 2, refusals: { 'impossible-time': 2 } });
    expect(preview.firstRefused.map(({ line }) => line)).toEqual([2, 4]);
  });

  test('what the log knows', async () => {
    const log = memoryLog();
    const account = { id: '1', firstSeenMs: 0, lastSeenMs: 0, handles: [], counts: [] };
    await log.shelves.accounts.put([account]);
    const preview = await check(() => parts(utf8(`${HEAD}${idAt(0)},1,,x\n${idAt(1)},2,,y\n`)), 'table', log);
    expect(preview).toMatchObject({ knownPosts: 0, knownAccounts: 1 });
  });
});

describe('rounded ids', () => {
  const random = seeded(7);
  const ids = Array.from({ length: 300 }, (_, i) =>
    String(757_961_743_000_000_123n + BigInt(i) * 4_194_304n * 977n + BigInt(random.int(0, 4095))),
  );
  const excel = ids.map((id) => `${id.slice(0, 15)}${'0'.repeat(id.length - 15)}`);
  const table = (list: readonly string[]) => `${HEAD}${list.map((id, i) => `${id},${i + 1},,text ${i}`).join('\n')}\n`;

  test('in a spreadsheet: all are refused, with the reason', async () => {
    expect(await checkText(table(excel))).toMatchObject({ blocked: 'rounded-ids' });
  });
  test('written as 7.58E+17', async () => {
    const preview = await checkText(table(ids.map((id) => `${id[0]}.${id.slice(1, 6)}E+17`)));
    expect(preview).toMatchObject({ blocked: 'rounded-ids', posts: 0, refusals: { 'rounded-id': 300 } });
  });
  test('by a script that makes numbers of them', async () => {
    const long = Array.from({ length: 200 }, (_, i) =>
      String(Number(1_800_000_000_000_000_123n + BigInt(i) * 4_194_304_999n)),
    );
    expect(await checkText(table(long))).toMatchObject({ blocked: 'rounded-ids' });
  });
  test('a few among many: those are refused, the rest goes in', async () => {
    const mixed = [...ids.slice(20), ...excel.slice(0, 20)];
    const preview = await checkText(table(mixed));
    expect(preview.blocked).toBeUndefined();
    expect(preview).toMatchObject({ refusals: { 'rounded-id': 20 }, roundedPosts: 15 });
    const log = memoryLog();
    const result = await runImport(
      read(() => parts(utf8(table(mixed))), 'table'),
      {
        log,
        settings: defaultSettings,
        job: { name: '', size: 0, fingerprint: '', cursor: 0, plan: {} },
        roundedPosts: preview.roundedPosts,
        clock: () => 0,
        report() {},
        goOn() {},
      },
    );
    expect(result).toMatchObject({ newPosts: 280, leftOut: 20 });
  });
  test('sound ids are let through, also where X counted none in their last bits', async () => {
    expect((await checkText(table(ids))).blocked).toBeUndefined();
    const even = roundedIds();
    for (let i = 0; i < 50_000; i++) even.add(String((176_000_000_000n + BigInt(i) * 977n) << 22n));
    expect(even.verdict()).toBeUndefined();
    expect(isRounded('757961743000000', 15)).toBe(false);
  });
});

describe('large files are never in memory as a whole', () => {
  test('one broken line in a million is named, and the rest is counted', async () => {
    const [BAD, LINES, PART] = [777_777, 1_000_000, 5_000];
    const good = '{"kind":"dismissal","accountId":"1","dismissed":true,"atMs":1}\n';
    async function* bytes() {
      for (let from = 0; from < LINES; from += PART) {
        const lines = Array.from({ length: PART }, (_, i) => (from + i === BAD ? `${good.slice(0, 30)}\n` : good));
        yield utf8(lines.join(''));
      }
    }
    const entries = readFile({ name: 'a', head: utf8(good), bytes }, 'flockmark', { encoding: 'auto' }, around);
    const preview = await checkImport(entries, { log: memoryLog(), format: 'flockmark', report() {}, goOn() {} });
    expect(preview).toMatchObject({
      dismissals: LINES - 1,
      refused: 1,
      firstRefused: [{ line: BAD + 1, reason: 'not-json' }],
    });
  });

  test('one broken row among many, in a table', async () => {
    const lines = Array.from({ length: 5_000 }, (_, i) =>
      i === 4_321 ? '"' : `${idAt(i)},${i % 50},,"text ""${i}"""`,
    );
    const preview = await checkText(`${HEAD}${lines.join('\n')}\n`);
    expect(preview).toMatchObject({ posts: 4_999, refused: 1, firstRefused: [{ line: 4_323, reason: 'not-csv' }] });
  });

  // Two gigabytes pass as well (36 s on a busy machine, 2026-11): what is held does not grow with the file.
  test('a file far larger than what is held of it', async () => {
    const line = `${JSON.stringify({ kind: 'flock', padding: 'x'.repeat(1_000_000) })}\n`;
    const part = utf8(line);
    const [SIZE, before] = [300e6, process.memoryUsage().rss];
    let peak = 0;
    async function* bytes() {
      yield utf8('{"kind":"dismissal","accountId":"1","dismissed":true,"atMs":1}\n');
      for (let size = 0; size < SIZE; size += part.length) {
        peak = Math.max(peak, process.memoryUsage().rss);
        yield part;
      }
    }
    const source = { name: 'file', head: part.subarray(0, 8), bytes };
    const entries = readFile(source, 'flockmark', { encoding: 'auto' }, around);
    const preview = await checkImport(entries, { log: memoryLog(), format: 'flockmark', report() {}, goOn() {} });
    expect(preview).toMatchObject({ dismissals: 1, refused: 0 });
    expect(peak - before).toBeLessThan(200e6);
  });

  test('a line without end is given up, not kept', async () => {
    async function* bytes() {
      for (let i = 0; i < 40; i++) yield utf8('x'.repeat(1_000_000));
      yield utf8('\n{"kind":"dismissal","accountId":"1","dismissed":true,"atMs":1}\n');
    }
    const source = { name: 'file', head: utf8('xxxx'), bytes };
    const entries = readFile(source, 'flockmark', { encoding: 'auto' }, around);
    const preview = await checkImport(entries, { log: memoryLog(), format: 'flockmark', report() {}, goOn() {} });
    expect(preview).toMatchObject({ dismissals: 1, firstRefused: [{ line: 1, reason: 'too-long' }] });
  });
});

test('cancelled between two parts, nothing more is read', async () => {
  let read = 0;
  async function* bytes() {
    yield utf8(HEAD);
    for (; read < 1000; read++) yield utf8(`${idAt(read)},1,,${'x'.repeat(300_000)}\n`);
  }
  const entries = readFile({ name: 'a.csv', head: utf8('id,a'), bytes }, 'table', { encoding: 'auto' }, around);
  const stop = () => {
    if (read > 3) throw new Error('stopped');
  };
  const checking = checkImport(entries, { log: memoryLog(), format: 'table', report() {}, goOn: stop });
  await expect(checking).rejects.toThrow('stopped');
  expect(read).toBeLessThan(20);
});
