/** Who said what, of posts that an import has brought, is told as by an index: whoever asks, after whatever came between. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eraseAll } from '@/lib/care/erase';
import type { Log, PostRow } from '@/lib/log';
import { memoryLog } from '@/lib/store/memory-log';
import type { LogDatabase } from '@/lib/store/schema';
import { openConnections, settle } from './connections';
import { diesAt, letDie } from './dying';

letDie();
const { connect, anew } = openConnections('sayings');

/** More than an import leaves to the index. */
const MANY = 1100;
const POSTS = 1300;
const TEXTS = 150;
const textKeyOf = (i: number) => `t${i % TEXTS}.x`;
const idOf = (i: number) => String(1000 + (i % POSTS));
const postOf = (i: number, at = 0): PostRow => ({
  id: idOf(i),
  authorId: String(7000 + (i % 37)),
  createdAtMs: i,
  ...(i % 9 === 0 ? {} : { textKey: textKeyOf(i * 7) }),
  text: `words of ${i}`,
  links: [],
  hashtags: [],
  mentions: [],
  pages: [`seen:${at}`],
});
const postsFrom = (from: number, count: number, at: number) =>
  Array.from({ length: count }, (_, i) => postOf((from + i) % POSTS, at));
/** What is there already keeps its text. */
const takeIn = (log: Log, from: number, count: number, at: number) =>
  log.atomically(async ({ shelves }) => {
    const posts = postsFrom(from, count, at);
    const before = await shelves.posts.get(posts.map(({ id }) => id));
    await shelves.posts.put(posts.map((post, i) => (before[i] ? { ...before[i], pages: post.pages } : post)));
  });
/** The engine is made anew, and some texts have other keys: no import does that. */
const makeAnew = (log: Log, from: number, at: number) =>
  log.atomically(async ({ shelves }) => {
    const rows = await shelves.posts.get(postsFrom(from, 30, at).map(({ id }) => id));
    const texts = rows.flatMap((row) => (row?.textKey === undefined ? [] : { ...row, textKey: `${row.textKey}${at}` }));
    await shelves.posts.put(texts);
  });

const allTexts = Array.from({ length: TEXTS }, (_, i) => textKeyOf(i));
async function answersOf(log: Log): Promise<unknown> {
  const answers: unknown[] = [await log.authorsOf(allTexts), await log.shelves.posts.scan('', POSTS)];
  const inOrder = (posts: Awaited<ReturnType<Log['postsOf']>>) => posts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (let i = 0; i < TEXTS; i += 4) {
    const key = textKeyOf(i);
    answers.push(await log.authorsOf([key]), inOrder(await log.postsOf([key])));
    answers.push(await log.atomically((inside) => inside.authorsOf([key, textKeyOf(i + 1)])));
  }
  return answers;
}

const step = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('take in', 'few') },
    { weight: 2, arbitrary: fc.constantFrom('remove', 'make anew', 'restart') },
    { weight: 1, arbitrary: fc.constantFrom('clear') },
  ),
  from: fc.nat(POSTS - 1),
});

describe('who said what', () => {
  test('is told as by the log in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        anew();
        const inMemory = memoryLog();
        let [importing, other] = [connect(true), connect(false)];
        for (const [i, { what, from }] of steps.entries()) {
          if (what === 'restart') {
            [importing, other] = [connect(true), connect(false)];
            continue;
          }
          if (what === 'take in') await settle(importing.log);
          const ofImport = what === 'take in' || (what !== 'make anew' && from % 2 === 1);
          for (const log of [ofImport ? importing.log : other.log, inMemory]) {
            if (what === 'take in') await takeIn(log, from, MANY, i);
            else if (what === 'make anew') await makeAnew(log, from, i);
            else if (what === 'few') await takeIn(log, from, 9, i);
            else if (what === 'clear') await log.shelves.posts.clear();
            else await log.shelves.posts.remove(postsFrom(from, 60, i).map(({ id }) => id));
          }
        }
        const expected = await answersOf(inMemory);
        for (const { log } of [importing, other, connect(false), connect(true)])
          expect(await answersOf(log)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test('is all there or nothing of it, when an import is ended at any request', async () => {
    let { log } = connect(true);
    await settle(log);
    await takeIn(log, 0, MANY, 2);
    const without = await answersOf(connect(false).log);
    for (let at = 1; ; at++) {
      log = connect(true).log;
      await settle(log);
      if (!(await diesAt(at, () => takeIn(log, 60, MANY, 3)))) break;
      if (at % 5 === 0) expect(await answersOf(connect(false).log)).toEqual(without);
    }
    const inMemory = memoryLog();
    await takeIn(inMemory, 0, MANY, 2);
    await takeIn(inMemory, 60, MANY, 3);
    expect(await answersOf(connect(false).log)).toEqual(await answersOf(inMemory));
  }, 60_000);
});

const indexed = async (db: LogDatabase) => db.bundles.orderBy('said').count();

test('an import leaves the index alone, and so does who sees its posts again; who changes their texts brings them there', async () => {
  const { log, db } = connect(true);
  await settle(log);
  await takeIn(log, 0, MANY, 2);
  expect(await indexed(db)).toBe(0);
  // Sixty-four texts to a record.
  expect(await db.sayings.count()).toBe(3);
  const before = await db.sayings.toArray();
  for (const again of [connect(false).log, connect(true).log]) await takeIn(again, 3, 200, 9);
  expect((await log.shelves.posts.get([idOf(3)]))[0]?.pages).toEqual(['seen:9']);
  expect(await indexed(db)).toBe(0);
  expect(await db.sayings.toArray()).toEqual(before);
  await makeAnew(connect(false).log, 3, 9);
  expect(await indexed(db)).toBeGreaterThan(30);
  expect(await db.sayings.toArray()).not.toEqual(before);
});

test('few posts, or few among many that are there, are left to the index', async () => {
  const { log, db } = connect(true);
  await settle(log);
  await takeIn(log, 0, 300, 2);
  await takeIn(log, 0, MANY, 3);
  expect(await db.sayings.count()).toBe(0);
  expect(await indexed(db)).toBeGreaterThan(200);
});

test('of posts that are removed nothing is told, and of none after all is erased', async () => {
  const { log, db } = connect(true);
  await settle(log);
  await takeIn(log, 0, MANY, 2);
  const everything = async () => {
    const records = (await db.sayings.toArray()) as { json: Uint8Array; texts: string[] }[];
    return records.map(({ texts, json }) => texts.join() + new TextDecoder().decode(json)).join();
  };
  const [gone, stays] = [postOf(1), postOf(100)];
  expect(await everything()).toContain(gone.authorId);
  const ofGone = Array.from({ length: POSTS }, (_, i) => postOf(i)).filter((post) => post.authorId === gone.authorId);
  await connect(false).log.shelves.posts.remove(ofGone.map(({ id }) => id));
  expect(await everything()).not.toContain(`"${gone.authorId}"`);
  expect(await connect(false).log.authorsOf(allTexts)).not.toContain(gone.authorId);
  expect(await connect(false).log.authorsOf(allTexts)).toContain(stays.authorId);
  await eraseAll(connect(false).log);
  expect(await db.sayings.count()).toBe(0);
});
