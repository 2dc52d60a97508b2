/** An import that stops anywhere goes on where it stopped, and ends as if it had not. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eraseAll } from '@/lib/care/erase';
import { fingerprintOf } from '@/lib/desk/fingerprint';
import {
  Erased,
  IMPORT_JOB,
  type ImportJob,
  importUnderWay,
  isSameFile,
  runImport,
  Superseded,
} from '@/lib/desk/run-import';
import type { Entry } from '@/lib/formats/imported';
import type { Log } from '@/lib/log';
import { defaultSettings } from '@/lib/settings';
import { type MemoryLog, memoryLog } from '@/lib/store/memory-log';
import { story } from '../story';
import { flocksIn } from '../world';

/** Nine accounts with twelve texts. */
const tell = (posts: number) =>
  story(
    Array.from(
      { length: posts },
      (_, i) => `@p${i % 9}: text${i % 4}~${i % 3} at ${10 + Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}:10`,
    ).join('\n'),
  );
const entriesOf = ({ accounts: all, posts }: ReturnType<typeof tell>): readonly Entry[] =>
  posts.flatMap((post, i): readonly Entry[] => {
    const accounts = all.filter(({ id }) => id === post.authorId);
    const good: Entry = {
      line: i,
      ok: true,
      item: { kind: 'seen', accounts, posts: [post], pages: ['hashtag:bread'], atMs: post.createdAtMs },
    };
    // Among them what is left out or passed by: the place in the file counts all.
    return i % 10 === 0
      ? [{ line: i, ok: false, reason: 'no-post' }, good]
      : i % 7 === 0
        ? [{ line: i, ok: 'passed-by' }, good]
        : [good];
  });
const told = tell(90);
const entries = entriesOf(told);
async function* file(size = 13, all = entries): AsyncGenerator<readonly Entry[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** A machine on which each unit of work takes so long that only a few posts fit. */
const slow = () => {
  let ms = 0;
  return () => (ms += 3000);
};
const run = (log: Log, cursor: number, goOn: () => void = () => undefined, from = file()) => {
  const job: ImportJob = { name: 'a.csv', size: 1, fingerprint: 'f', cursor, plan: {} };
  return runImport(from, { log, settings: defaultSettings, job, clock: slow(), report() {}, goOn });
};
const stateOf = ({ rows }: MemoryLog) => ({
  posts: [...rows.posts].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  accounts: [...rows.accounts].toSorted(([a], [b]) => (a < b ? -1 : 1)),
  levels: [...rows.verdicts.values()].map(({ accountId, level }) => `${accountId} ${level}`).toSorted(),
});

test('stopped at any step, taken up from what is kept', async () => {
  const whole = memoryLog();
  const result = await run(whole, 0);
  expect(result).toMatchObject({ newPosts: told.posts.length, leftOut: 9 });
  expect(await importUnderWay(whole)).toBeUndefined();
  expect(flocksIn(whole).length).toBeGreaterThan(0);

  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }), async (stops) => {
      const log = memoryLog();
      for (const after of stops) {
        let left = after;
        const stop = () => {
          if (left-- <= 0) throw new Error('killed');
        };
        const cursor = (await importUnderWay(log))?.cursor ?? 0;
        await run(log, cursor, stop).catch((error: Error) => expect(error.message).toBe('killed'));
      }
      await run(log, (await importUnderWay(log))?.cursor ?? 0);
      expect(stateOf(log)).toEqual(stateOf(whole));
      expect(flocksIn(log)).toEqual(flocksIn(whole));
    }),
    { numRuns: 20 },
  );
});

test('the log erased at any step of it stays empty: no chunk and no verdict comes after', async () => {
  const empty = memoryLog().rows;
  let steps = 0;
  const long = entriesOf(tell(1300));
  await run(memoryLog(), 0, () => void steps++, file(13, long));
  // A step for each chunk, and for each round of judging.
  expect(steps).toBeGreaterThan(3);
  for (let erased = 1; erased <= steps; erased++) {
    const log = memoryLog();
    let [step, after] = [0, 0];
    const atomically: Log['atomically'] = async (work) => {
      if (step === erased && after++ === 0) await eraseAll(log);
      return log.atomically(work);
    };
    const taken = run({ ...log, atomically }, 0, () => void step++, file(13, long));
    await expect(taken, `erased after step ${erased}`).rejects.toThrow(Erased);
    expect(after).toBeGreaterThan(0);
    expect(log.rows).toEqual(empty);
  }
});

test('erased before its first chunk, or before it goes on, or while another file comes in: it ends', async () => {
  const log = memoryLog();
  async function* erasedFirst(): AsyncGenerator<readonly Entry[]> {
    await eraseAll(log);
    yield* file();
  }
  await expect(run(log, 0, undefined, erasedFirst())).rejects.toThrow('erased meanwhile');
  await expect(run(log, 20)).rejects.toThrow(Erased);
  expect(log.rows).toEqual(memoryLog().rows);
  const other: ImportJob = { name: 'b.csv', size: 2, fingerprint: 'g', cursor: 3, plan: {} };
  await log.shelves.meta.put([{ key: IMPORT_JOB, value: other }]);
  await expect(run(log, 20)).rejects.toThrow(Superseded);
  expect(await importUnderWay(log)).toEqual(other);
  expect(log.rows.posts.size).toBe(0);
});

test('a file is the same by its size and its ends, whatever its name', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  const of = (name: string, size: number, last: Uint8Array) => ({
    name,
    size,
    fingerprint: fingerprintOf(size, bytes, last),
  });
  expect(isSameFile(of('a', 3, bytes), of('b', 3, bytes))).toBe(true);
  expect(isSameFile(of('a', 3, bytes), of('a', 4, bytes))).toBe(false);
  expect(isSameFile(of('a', 3, bytes), of('a', 3, new Uint8Array([1, 2, 4])))).toBe(false);
});

test('a row of meta that is none of ours is no import under way', async () => {
  const log = memoryLog();
  await log.shelves.meta.put([{ key: 'import-job', value: { cursor: 'all' } }]);
  expect(await importUnderWay(log)).toBeUndefined();
});

test('what cannot be stored is not passed over by the chunk that was on its way behind it', async () => {
  const many = story(
    Array.from(
      { length: 1500 },
      (_, i) => `@p${i}: own${i} at ${10 + Math.floor(i / 600)}:${String(Math.floor(i / 10) % 60).padStart(2, '0')}:10`,
    ).join('\n'),
  );
  const items = many.posts.map(
    (post, line): Entry => ({
      line,
      ok: true,
      item: {
        kind: 'seen',
        accounts: many.accounts.filter(({ id }) => id === post.authorId),
        posts: [post],
        pages: [],
        atMs: 1,
      },
    }),
  );
  async function* whole(): AsyncGenerator<readonly Entry[]> {
    yield items;
  }
  for (let broken = 0; broken < 4; broken++) {
    const log = memoryLog();
    let units = 0;
    const failing: Log = {
      ...log,
      atomically: (work) =>
        units++ === broken ? log.atomically(() => Promise.reject(new Error('the disk is full'))) : log.atomically(work),
    };
    await expect(run(failing, 0, undefined, whole())).rejects.toThrow('the disk is full');
    const cursor = (await importUnderWay(log))?.cursor ?? 0;
    expect(cursor).toBeLessThan(items.length);
    expect([...log.rows.posts.keys()].toSorted()).toEqual(
      many.posts
        .slice(0, cursor)
        .map(({ id }) => id)
        .toSorted(),
    );
    await run(log, cursor, undefined, whole());
    expect(log.rows.posts.size).toBe(items.length);
  }
});
