/** Forgotten means: no trace, kept out, and the others as if it had never been there. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { continueForgetting, forget, forgettingCount } from '../../../lib/care/forget';
import { FORGOTTEN, withForgotten } from '../../../lib/care/forgotten';
import { keyOf, type Log, type TableName } from '../../../lib/log';
import type { Capture, Post } from '../../../lib/model';
import { continueRebuild } from '../../../lib/rebuild';
import { defaultSettings } from '../../../lib/settings';
import { memoryLog } from '../../../lib/store/memory-log';
import { idOf, type Story, story } from '../story';
import { captureOf, openWorld } from '../world';
import { pages } from './busy-pages';
import { freshIndexed, removeDatabases } from './fresh-logs';
import { rowsOf, standing } from './standing';

afterEach(removeDatabases);

const secret = 'a secret of the test';
const patience = { interruptAfterTimeLimit: 60_000 };

/** @returns whether the engine's rows were made anew. */
async function finish(log: Log, most = 5): Promise<boolean> {
  while (await continueForgetting(log, most));
  let anew = false;
  while (await continueRebuild(log, defaultSettings, most)) anew = true;
  await openWorld(log).settle();
  return anew;
}

async function seenIn(log: Log, captures: readonly Capture[]) {
  const world = openWorld(log);
  for (const capture of captures) await world.take(capture);
  await world.settle();
  return log;
}

/** A log that had heard before anything came that `handle` is to stay out. */
async function deafTo(handle: string): Promise<Log> {
  const log = memoryLog();
  const value = withForgotten(undefined, secret, idOf(handle), [handle]);
  await log.shelves.meta.put([{ key: FORGOTTEN, value }]);
  return log;
}

async function everything(log: Log): Promise<string> {
  const names = Object.keys(keyOf) as TableName[];
  return JSON.stringify(await Promise.all(names.map((name) => rowsOf(log, name))));
}

const postsIn = (captures: readonly Capture[]): readonly Post[] =>
  captures.flatMap(({ body }) => (JSON.parse(body) as Story).posts);

/** Ids of its posts in others' are told by the log that holds them, or by the answer that does: not by a later one alone. */
async function expectNoTrace(log: Log, captures: readonly Capture[], handle: string, ids = true) {
  const all = await everything(log);
  const posts = postsIn(captures);
  const own = posts.filter(({ authorId }) => authorId === idOf(handle));
  const elsewhere = new Set(posts.filter(({ authorId }) => authorId !== idOf(handle)).map(({ text }) => text));
  expect(all).not.toContain(idOf(handle));
  expect(all).not.toMatch(new RegExp(`\\b${handle}\\b`, 'i'));
  for (const { id, text } of own) {
    if (ids) expect(all).not.toContain(id);
    const words = text
      .replace(/^@\w+ /, '')
      .split(' ')
      .slice(0, 4)
      .join(' ');
    if (words !== '' && ![...elsewhere].some((other) => other.includes(words.slice(0, 8))))
      expect(all).not.toContain(words);
  }
}

describe('a forgotten account', () => {
  test.each([
    ['in memory', () => memoryLog() as Log, 40],
    ['in IndexedDB', () => freshIndexed().log, 6],
  ] as const)(
    'leaves no trace, and the others as in a log that never took it in: %s',
    async (_where, open, numRuns) => {
      await fc.assert(
        fc.asyncProperty(pages, async (captures) => {
          fc.pre(postsIn(captures).some(({ authorId }) => authorId === idOf('ann')));
          const log = await seenIn(open(), captures);
          await forget(log, idOf('ann'), secret);
          await finish(log);
          await expectNoTrace(log, captures, 'ann');
          expect(await standing(log)).toEqual(await standing(await seenIn(await deafTo('ann'), captures)));
          // And comes again.
          for (const { capturedAtMs, ...capture } of captures)
            await openWorld(log).take({ ...capture, capturedAtMs: capturedAtMs + 9_000_000 });
          await openWorld(log).settle();
          await expectNoTrace(log, captures, 'ann');
        }),
        { numRuns, ...patience },
      );
    },
    120_000,
  );

  test('is out at once, and stays out while captures come between the steps', async () => {
    const cases = pages.chain((captures) => fc.tuple(fc.constant(captures), fc.nat(captures.length)));
    await fc.assert(
      fc.asyncProperty(cases, async ([captures, first]) => {
        const log = await seenIn(memoryLog(), captures.slice(0, first));
        const known = (await log.accountByHandle(['ann']))[0] !== undefined;
        await forget(log, idOf('ann'), secret);
        expect(await log.accountByHandle(['ann'])).toEqual([undefined]);
        const world = openWorld(log);
        for (const capture of captures.slice(first)) {
          await world.take(capture);
          await continueForgetting(log, 4);
        }
        await finish(log);
        // Whose handle the log never heard is known by id alone.
        if (known) await expectNoTrace(log, captures, 'ann', false);
        else expect(await everything(log)).not.toContain(idOf('ann'));
      }),
      { numRuns: 40, ...patience },
    );
  }, 120_000);
});

describe('what is made anew', () => {
  const quiet = ['@ann: bread at 12:00', '@bob: milk at 12:10', '@cyd: fish at 12:20'];

  test('nothing, where it stood in no flock', async () => {
    const captures = [captureOf(quiet.join('\n'))];
    const log = await seenIn(memoryLog(), captures);
    await forget(log, idOf('ann'), secret);
    expect(await finish(log)).toBe(false);
    await expectNoTrace(log, captures, 'ann');
    expect(await standing(log)).toEqual(await standing(await seenIn(await deafTo('ann'), captures)));
  });

  test.each([
    ['where another posted its text', [...quiet, '@bob: bread at 12:30'], 'ann'],
    ['where its post is the newest of the page', quiet, 'cyd'],
  ] as const)('the engine’s rows, %s', async (_why, lines, handle) => {
    const captures = [captureOf(lines.join('\n'))];
    const log = await seenIn(memoryLog(), captures);
    await forget(log, idOf(handle), secret);
    expect(await finish(log)).toBe(true);
    expect(await standing(log)).toEqual(await standing(await seenIn(await deafTo(handle), captures)));
  });
});

describe('around a forgotten account', () => {
  test('labels, dismissals, lists of whom others follow, and its own pages go, or lose its name', async () => {
    const log = memoryLog();
    const world = openWorld(log);
    const told = story('@ann: bread at 12:00\n@bob: milk at 12:10\n@bob replies to @ann: fish at 12:20');
    await world.see(told);
    const [post] = told.posts;
    const label = { value: 'spam', coder: 'c', atMs: 1, note: 'like @ANN, not ann.example' };
    await log.shelves.labels.put([
      { ...label, id: 'own', accountId: idOf('ann') },
      { ...label, id: 'other', accountId: idOf('bob'), postId: post!.id },
    ]);
    await log.shelves.dismissals.put([{ accountId: idOf('ann'), dismissed: true, atMs: 1 }]);
    const [bob] = await log.shelves.evidence.get([idOf('bob')]);
    await log.shelves.evidence.put([{ ...bob!, follows: [idOf('ann'), '77'] }]);
    await log.shelves.sightings.put([
      {
        key: 's',
        how: 'loaded',
        pageKey: 'profile:ann',
        tab: 'none',
        atMs: 3,
        postIds: told.posts.map(({ id }) => id),
      },
      { key: 't', how: 'loaded', pageKey: `post:${post!.id}`, tab: 'none', atMs: 3, postIds: [told.posts[1]!.id] },
      { key: 'u', how: 'loaded', pageKey: 'search:from:ann bread', tab: 'top', atMs: 3, postIds: [post!.id] },
    ]);
    await forget(log, idOf('ann'), secret);
    expect(await forgettingCount(log)).toBe(1);
    await finish(log, 2);
    expect(await forgettingCount(log)).toBe(0);
    expect(await rowsOf(log, 'labels')).toEqual([
      { ...label, id: 'other', accountId: idOf('bob'), note: 'like @forgotten_account, not ann.example' },
    ]);
    expect(await rowsOf(log, 'dismissals')).toEqual([]);
    expect((await log.shelves.evidence.get([idOf('bob')]))[0]?.follows).toEqual(['77']);
    const sightings = new Map((await rowsOf(log, 'sightings')).map((one) => [one.key, one.pageKey]));
    expect([sightings.get('s'), sightings.get('t'), sightings.get('u')]).toEqual([
      'profile:forgotten_account',
      'post:0',
      undefined,
    ]);
  });

  test('a handle that another account holds now is that account’s', async () => {
    const log = memoryLog();
    const world = openWorld(log);
    await world.see('@ann: bread at 12:00');
    const holder = { id: '5', handle: 'ann' };
    await world.see({ accounts: [holder], posts: [] }, { atMs: Date.UTC(2026, 0, 1) });
    await forget(log, idOf('ann'), secret);
    await finish(log);
    await world.see({ accounts: [], posts: [{ ...story('@bob: "so says @ann" at 12:30').posts[0]! }] });
    const all = await everything(log);
    expect(all).toContain('so says @ann');
    expect(all).not.toContain(idOf('ann'));
    expect((await log.accountByHandle(['ann']))[0]?.id).toBe('5');
  });

  test('the list says neither who nor how many words it was given, and a damaged one lets nothing in', async () => {
    const value = withForgotten(undefined, secret, '123456', ['Ann']);
    expect(withForgotten(value, 'another secret, not used', '123456', ['ann'])).toEqual(value);
    expect(JSON.stringify(value)).not.toMatch(/123456|ann"/i);
    const log = memoryLog();
    await log.shelves.meta.put([{ key: FORGOTTEN, value: { ...value, accounts: ['ann'] } }]);
    await expect(openWorld(log).see('@bob: milk at 12:00')).rejects.toThrow(/damaged/);
    expect(await log.shelves.posts.count()).toBe(0);
  });
});
