/** What an import notes of bands on pages is found as what an index tells: whoever asks, after whatever came between, and wherever it was ended. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eraseAll } from '@/lib/care/erase';
import type { TextRow } from '@/lib/flocks/evidence';
import type { Imported } from '@/lib/formats/imported';
import { ingestParsed } from '@/lib/ingest-parsed';
import { judgeWaiting } from '@/lib/judge-waiting';
import type { Log } from '@/lib/log';
import { defaultSettings } from '@/lib/settings';
import type { BandPage } from '@/lib/store/band-pages';
import { memoryLog } from '@/lib/store/memory-log';
import type { LogDatabase } from '@/lib/store/schema';
import { story } from '../story';
import { captureOf, flocksIn, openWorld } from '../world';
import { openConnections, settle } from './connections';
import { diesAt, letDie } from './dying';

letDie();
const { connect, anew } = openConnections('bands');

/** More than an import leaves to the index. */
const MANY = 120;
const BAND = 2 ** 32;
/** Three bands of eighty each, made of a text's number. */
const bandOf = (row: number, i: number) => row * BAND + ((i * 2654435761) % BAND);
const bandsOf = (i: number) => [bandOf(0, i % 80), bandOf(1, (i * 7 + 1) % 80), bandOf(2, (i * i) % 80)];
const textOf = (i: number): TextRow => ({
  key: `t${String(i).padStart(4, '0')}`,
  compact: `words of ${i}`,
  bands: bandsOf(i),
  root: `t${String(i).padStart(4, '0')}`,
  accounts: 1,
  first: '1',
  size: 1,
});
const textsFrom = (from: number, count = MANY) => Array.from({ length: count }, (_, i) => textOf(from + i));
const answersOf = async (log: Log) => {
  const answers: (readonly string[])[] = [];
  for (let i = 0; i < 81; i += 3) {
    for (const most of [1, 3, 64])
      answers.push((await log.textsNear([bandOf(i % 3, i), bandOf(1, i)], most)).map(({ key }) => key).toSorted());
  }
  return answers;
};
const tidied = async (log: Log) => {
  let steps = 0;
  while (await log.tidy()) steps++;
  return steps;
};
const stored = async (db: LogDatabase) => (await db.bands.toArray()) as BandPage[];

describe('questions for near texts', () => {
  test('have the answers of the log in memory', async () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('import', 'few', 'tidy', 'a step of it') },
      { weight: 1, arbitrary: fc.constantFrom('remove', 'clear', 'restart') },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
        anew();
        const inMemory = memoryLog();
        let [importing, other] = [connect(true), connect(false)];
        let next = 0;
        for (const [i, what] of steps.entries()) {
          const count = what === 'few' ? 5 : MANY;
          const logs = [i % 3 === 2 ? other.log : importing.log, inMemory];
          if (what === 'restart') [importing, other] = [connect(true), connect(false)];
          else if (what === 'tidy') await tidied(other.log);
          else if (what === 'a step of it') await importing.log.tidy();
          else if (what === 'clear') for (const log of logs) await log.shelves.texts.clear();
          else if (what === 'remove') {
            const keys = textsFrom(Math.max(0, next - 130), 40).map(({ key }) => key);
            for (const log of logs) await log.shelves.texts.remove(keys);
          } else {
            await settle(importing.log);
            for (const log of [importing.log, inMemory]) await log.shelves.texts.put(textsFrom(next, count));
            next += count;
          }
        }
        const expected = await answersOf(inMemory);
        for (const { log } of [importing, other, connect(false), connect(true)])
          expect(await answersOf(log)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  test('also while what an import has noted is put in order, ended at any request', async () => {
    const importing = connect(true);
    for (let i = 0; i < 5; i++) await importing.log.shelves.texts.put(textsFrom(i * MANY));
    const expected = await answersOf(importing.log);
    let { log, db } = connect(false);
    expect((await stored(db)).length).toBe(5);
    let steps = 0;
    const step = async () => {
      steps += (await log.tidy()) ? 1 : 0;
    };
    for (let round = 0; round < 4; round++) {
      for (let at = 1; await diesAt(at, step); at++) {
        ({ log, db } = connect(false));
        if (at % 5 === 0) expect(await answersOf(log)).toEqual(expected);
      }
      expect(await answersOf(log)).toEqual(expected);
    }
    expect(steps).toBe(2);
    expect(await log.tidy()).toBe(false);
    // One run, and nothing of those that it was made of.
    const names = new Set((await stored(db)).map(({ key }) => key.split(' ')[0]));
    expect([...names]).toEqual(['5']);
  }, 60_000);
});

test('texts that are removed stand on no page, and after all is erased there is none', async () => {
  const { log, db } = connect(true);
  for (let i = 0; i < 3; i++) await log.shelves.texts.put(textsFrom(i * MANY));
  // Begun, and not ended: the pages of the run that is being made know of them, too.
  await log.tidy();
  const gone = textsFrom(100, 40).map(({ key }) => key);
  await log.shelves.texts.remove(gone);
  const keys = async () => (await stored(db)).flatMap((page) => page.keys);
  expect((await keys()).filter((key) => gone.includes(key.replace('@', '')))).toEqual([]);
  expect(await tidied(log)).toBe(1);
  const left = textsFrom(0, 3 * MANY).flatMap(({ key }) => (gone.includes(key) ? [] : key));
  expect([...new Set(await keys())].filter((key) => !key.startsWith('@')).toSorted()).toEqual(left);
  // An index tells on which sheet the neighbours of those that went are, pages of the others; whoever asks finds all.
  const found = await connect(false).log.shelves.texts.get(textsFrom(0, 3 * MANY).map(({ key }) => key));
  expect(found.flatMap((row) => row?.key ?? [])).toEqual(left);
  await eraseAll(log);
  expect(await stored(db)).toEqual([]);
  expect(await db.runs.toArray()).toEqual([]);
});

test('a later import is put together with those before, a much larger one is left as it is', async () => {
  const { log, db } = connect(true);
  const runs = async () => ((await db.runs.toArray())[0] as { runs: { pages: number }[] }).runs.length;
  for (let i = 0; i < 4; i++) await log.shelves.texts.put(textsFrom(i * MANY));
  await tidied(log);
  expect(await runs()).toBe(1);
  for (let i = 4; i < 12; i++) await log.shelves.texts.put(textsFrom(i * MANY));
  await tidied(log);
  expect(await runs()).toBe(1);
  for (const from of [2000, 2200]) await log.shelves.texts.put(textsFrom(from));
  await tidied(log);
  expect(await runs()).toBe(2);
  expect(await tidied(log)).toBe(0);
});

test('a capture finds its texts near those of an archive, whether all is in order or not', async () => {
  const lines = Array.from(
    { length: 150 },
    (_, i) => `@p${i % 25}: archived${i} at 1${Math.floor(i / 60)}:${i % 60 < 10 ? 0 : ''}${i % 60}:00`,
  );
  const { accounts, posts } = story(lines.join('\n'));
  const items: readonly Imported[] = [{ kind: 'seen', accounts, posts, pages: ['hashtag:bread'], atMs: 1 }];
  const capture = captureOf(
    ['x', 'y', 'z']
      .flatMap((by, k) => [2, 9, 70].map((i, j) => `@${by}: archived${i}~2 at 15:0${k}:${10 + j * 4}`))
      .join('\n'),
    { atMs: 9 },
  );
  const inMemory = memoryLog();
  await ingestParsed(items, inMemory, defaultSettings);
  await openWorld(inMemory).take(capture);
  while (await judgeWaiting(inMemory, defaultSettings));
  expect(flocksIn(inMemory).length).toBeGreaterThan(0);
  for (const isTidy of [false, true]) {
    anew();
    const importing = connect(true);
    await ingestParsed(items, importing.log, defaultSettings);
    expect(await stored(importing.db)).toHaveLength(2);
    if (isTidy) await tidied(importing.log);
    const { log } = connect(false);
    await openWorld(log).take(capture);
    while (await judgeWaiting(log, defaultSettings));
    const flocks = (await log.flocksAfter('', 1e6)).filter(({ into }) => into === undefined);
    const figures = ({ accounts, posts, texts }: (typeof flocks)[number]) => [accounts, posts, texts];
    expect(flocks.map(figures)).toEqual(
      [...inMemory.rows.flocks.values()].filter(({ into }) => into === undefined).map(figures),
    );
  }
});
