/** Rows made anew from the raw ones are those that stood there before; captures go on meanwhile. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Log } from '../../lib/log';
import { continueRebuild, startRebuild } from '../../lib/rebuild';
import { defaultSettings } from '../../lib/settings';
import { memoryLog } from '../../lib/store/memory-log';
import { badges, card } from '../../lib/views';
import { pages } from './care/busy-pages';
import { freshIndexed, removeDatabases } from './care/fresh-logs';
import { standing } from './care/standing';
import { openWorld } from './world';

afterEach(removeDatabases);

const patience = { interruptAfterTimeLimit: 60_000 };

async function rebuildAll(log: Log): Promise<void> {
  await log.atomically(startRebuild);
  while (await continueRebuild(log, defaultSettings));
  await openWorld(log).settle();
}

describe('a rebuild', () => {
  test.each([
    ['in memory', () => memoryLog(), 40],
    ['in IndexedDB', () => freshIndexed().log, 6],
  ] as const)(
    'changes no verdict, flock or tally: %s',
    async (_where, open, numRuns) => {
      await fc.assert(
        fc.asyncProperty(pages, async (captures) => {
          const world = openWorld(open());
          for (const capture of captures) await world.take(capture);
          await world.settle();
          const before = await standing(world.log);
          await rebuildAll(world.log);
          expect(await standing(world.log)).toEqual(before);
        }),
        { numRuns, ...patience },
      );
    },
    120_000,
  );

  test('ends the same when captures come between its steps', async () => {
    const cases = pages.chain((captures) => fc.tuple(fc.constant(captures), fc.nat(captures.length), fc.nat(3)));
    await fc.assert(
      fc.asyncProperty(cases, async ([captures, first, stride]) => {
        const [live, rebuilt] = [openWorld(memoryLog()), openWorld(memoryLog())];
        for (const capture of captures) await live.take(capture);
        await live.settle();
        for (const capture of captures.slice(0, first)) await rebuilt.take(capture);
        await rebuilt.log.atomically(startRebuild);
        for (const capture of captures.slice(first)) {
          await rebuilt.take(capture);
          for (let step = 0; step < stride; step++) await continueRebuild(rebuilt.log, defaultSettings, 3);
        }
        while (await continueRebuild(rebuilt.log, defaultSettings, 3));
        await rebuilt.settle();
        expect(await standing(rebuilt.log)).toEqual(await standing(live.log));
      }),
      { numRuns: 50, ...patience },
    );
  }, 120_000);

  test('shows the badges of before until its own stand, and takes none away', async () => {
    const world = openWorld(memoryLog());
    const handles = ['a', 'b', 'c', 'd', 'e', 'f'];
    const lines = handles.flatMap((one, i) => [
      `@${one} joined 2016-02-1${i}`,
      ...['bread', 'milk', 'fish'].map((text, k) => `@${one}: ${text} at 12:0${i}:1${k * 2} via TweetDeck`),
    ]);
    await world.see(lines.join('\n'));
    const shown = async () => (await badges(world.log, handles, defaultSettings)).map(({ level }) => level);
    const before = await shown();
    expect(before).toContain('weak');
    await world.log.atomically(startRebuild);
    do {
      expect(await shown()).toEqual(before);
      expect(await card(world.log, 'a', defaultSettings)).toMatchObject({ level: before[0] });
    } while (await continueRebuild(world.log, defaultSettings, 2));
    expect(await shown()).toEqual(before);
  });
});
