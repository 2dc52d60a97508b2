/** What is old goes, as was told before; what was labelled or seen lately stays, and is judged as if the rest had never been. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { openChores } from '../../../lib/care/chores';
import { eraseAll } from '../../../lib/care/erase';
import { forget } from '../../../lib/care/forget';
import { previewRetention } from '../../../lib/care/old-rows';
import { lastRetention, startRetention } from '../../../lib/care/retention';
import { keyOf, type Log, type TableName } from '../../../lib/log';
import type { Capture } from '../../../lib/model';
import { defaultSettings } from '../../../lib/settings';
import { memoryLog } from '../../../lib/store/memory-log';
import { DAY_MS, idOf, type Story } from '../story';
import { captureOf, openWorld } from '../world';
import { pages } from './busy-pages';
import { freshIndexed, removeDatabases } from './fresh-logs';
import { rowsOf, standing } from './standing';

afterEach(removeDatabases);

const DAY = 86_400_000;
const LATER_MS = DAY_MS + 40 * DAY;
const cutoffMs = LATER_MS - DAY;
const label = (id: string, accountId: string) => ({
  id,
  accountId,
  value: 'spam',
  note: '',
  coder: 'c',
  atMs: LATER_MS,
});
const open = { memory: (): Log => memoryLog(), indexed: () => freshIndexed().log };

async function finish(log: Log, meanwhile?: () => Promise<unknown>): Promise<void> {
  const chore = openChores(log, defaultSettings);
  while (await chore()) await meanwhile?.();
  await openWorld(log).settle();
}
const run = (log: Log) => startRetention(log, { cutoffMs, atMs: LATER_MS });

async function seen(log: Log, captures: readonly Capture[]): Promise<Log> {
  for (const capture of captures) await openWorld(log).take(capture);
  await openWorld(log).settle();
  return log;
}
const later = (capture: Capture): Capture => ({ ...capture, capturedAtMs: LATER_MS });
const postsIn = ({ body }: Capture) => (JSON.parse(body) as Story).posts;

describe.each(Object.keys(open) as (keyof typeof open)[])('retention, %s', (where) => {
  test('takes what it said it would: posts, sightings and accounts neither seen since nor labelled', async () => {
    const log = open[where]();
    const [first, second] = [
      captureOf('@ann: bread at 12:00\n@bob: milk at 12:10\n@cyd: fish at 12:20\n@dov: tea at 12:30', { atMs: DAY_MS }),
      captureOf('@bob: milk at 12:10\n@eve: rice at 13:00', { atMs: LATER_MS }),
    ];
    // Bob's first post has the number of its line in its id: the same post again, seen later.
    const again = {
      ...second,
      body: JSON.stringify({ ...JSON.parse(second.body), posts: [postsIn(first)[1], postsIn(second)[1]] }),
    };
    await seen(log, [first, again]);
    await log.shelves.labels.put([label('l', idOf('cyd'))]);
    await log.shelves.dismissals.put([{ accountId: idOf('dov'), dismissed: true, atMs: DAY_MS }]);

    const would = await previewRetention(log, cutoffMs);
    expect(would).toEqual({ posts: 2, accounts: 2, sightings: 0 });
    expect(await log.shelves.posts.count()).toBe(5);
    await run(log);
    await finish(log);
    expect((await rowsOf(log, 'posts')).map(({ authorId }) => authorId).toSorted()).toEqual(
      ['bob', 'cyd', 'eve'].map(idOf).toSorted(),
    );
    expect((await rowsOf(log, 'accounts')).map(({ handle }) => handle).toSorted()).toEqual(['bob', 'cyd', 'eve']);
    // The old sighting keeps the labelled account's post alone.
    expect((await rowsOf(log, 'sightings')).map(({ postIds }) => postIds.length).toSorted()).toEqual([1, 2]);
    expect(await lastRetention(log)).toEqual({ atMs: LATER_MS, cutoffMs, removed: would });
    // A decision, and no record of what anybody did.
    expect(await log.shelves.dismissals.count()).toBe(1);
    expect(await previewRetention(log, cutoffMs)).toEqual({ posts: 0, accounts: 0, sightings: 0 });
  });

  test('leaves the rest as in a log that never saw the old', async () => {
    await fc.assert(
      fc.asyncProperty(pages, fc.nat(10), async (captures, from) => {
        const log = await seen(open[where](), [...captures.slice(0, from), ...captures.slice(from).map(later)]);
        const would = await previewRetention(log, cutoffMs);
        await run(log);
        await finish(log);
        const kept = new Set((await rowsOf(log, 'posts')).map(({ id }) => id));
        const lately = new Set(captures.slice(from).flatMap((capture) => postsIn(capture).map(({ id }) => id)));
        expect(kept).toEqual(lately);
        expect((await lastRetention(log))?.removed).toEqual(would);
        if (would.posts === 0) return;
        // Pages stay told of a post that was seen on another one before.
        const fresh = open[where]();
        for (const row of await rowsOf(log, 'posts'))
          for (const key of row.pages) {
            const { pages: _pages, textKey: _key, ...post } = row;
            const accounts = captures.flatMap(({ body }) => (JSON.parse(body) as Story).accounts);
            const author = accounts.filter(({ id }) => id === post.authorId).slice(0, 1);
            await openWorld(fresh).take(
              captureOf({ posts: [post], accounts: author }, { page: key.slice('hashtag:'.length), atMs: LATER_MS }),
            );
          }
        await openWorld(fresh).settle();
        expect(await standing(log)).toEqual(await standing(fresh));
      }),
      { numRuns: where === 'memory' ? 30 : 4, interruptAfterTimeLimit: 40_000 },
    );
  }, 90_000);

  test('a post that comes by again while it runs stays', async () => {
    const log = open[where]();
    const first = captureOf('@ann: bread at 12:00\n@bob: milk at 12:10', { atMs: DAY_MS });
    await seen(log, [first]);
    await run(log);
    let isFirst = true;
    await finish(log, async () => {
      if (isFirst) await openWorld(log).take(later(first));
      isFirst = false;
    });
    expect(await log.shelves.accounts.count()).toBe(2);
    expect((await rowsOf(log, 'sightings')).at(-1)?.atMs).toBe(LATER_MS);
    await previewRetention(log, cutoffMs).then((would) => expect(would.posts).toBe(0));
  });

  test('erasing empties every table, ends what is under way, and the next capture begins anew', async () => {
    const log = open[where]();
    const capture = captureOf('@ann: bread at 12:00\n@bob: bread at 12:10\n@ann: milk at 12:20\n@bob: milk at 12:30');
    await seen(log, [capture]);
    await log.shelves.labels.put([label('l', idOf('ann'))]);
    await forget(log, idOf('bob'), 'a secret of the test');
    await run(log);
    await eraseAll(log);
    const names = Object.keys(keyOf) as TableName[];
    for (const name of names) expect(await rowsOf(log, name), name).toEqual([]);
    expect(await log.accountByHandle(['ann'])).toEqual([undefined]);
    await finish(log);
    for (const name of names) expect(await log.shelves[name].count(), name).toBe(0);
    await seen(log, [capture]);
    expect(await standing(log)).toEqual(await standing(await seen(open[where](), [capture])));
  });
});
