/** Who was forgotten does not come back by an archive or a backup either. */
import { expect, test } from 'vitest';
import { FORGOTTEN, withForgotten } from '../../../lib/care/forgotten';
import type { Imported } from '../../../lib/formats/imported';
import { ingestParsed } from '../../../lib/ingest-parsed';
import { keyOf, type TableName } from '../../../lib/log';
import { continueRebuild, startRebuild } from '../../../lib/rebuild';
import { defaultSettings } from '../../../lib/settings';
import { memoryLog } from '../../../lib/store/memory-log';
import { DAY_MS, idOf, story } from '../story';
import { openWorld } from '../world';
import { rowsOf, standing } from './standing';

const told = story(
  '@ann: bread at 12:00\n@bob: milk at 12:10\n@bob replies to @ann: fish at 12:20\n@cyd: milk at 12:30',
);
const [annPost, bobPost, answer] = told.posts;
const row = { firstSeenMs: DAY_MS, lastSeenMs: DAY_MS, handles: [], counts: [] };
const label = { value: 'spam', coder: 'c', atMs: DAY_MS, note: 'see @ann' };

const items: readonly Imported[] = [
  ...told.accounts.map((account): Imported => ({ kind: 'account', account: { ...row, ...account, bio: 'of @Ann' } })),
  { kind: 'seen', accounts: told.accounts, posts: told.posts, pages: ['hashtag:bread', 'profile:ann'], atMs: DAY_MS },
  {
    kind: 'sighting',
    sighting: {
      key: 's',
      how: 'seen',
      pageKey: 'hashtag:bread',
      tab: 'top',
      atMs: DAY_MS,
      postIds: [annPost!.id, bobPost!.id],
    },
  },
  {
    kind: 'sighting',
    sighting: { key: 't', how: 'seen', pageKey: 'hashtag:bread', tab: 'top', atMs: DAY_MS, postIds: [annPost!.id] },
  },
  { kind: 'label', label: { ...label, id: 'l', accountId: idOf('ann') } },
  { kind: 'label', label: { ...label, id: 'm', accountId: idOf('bob') } },
  { kind: 'dismissal', dismissal: { accountId: idOf('ann'), dismissed: true, atMs: DAY_MS } },
  { kind: 'follows', follows: { accountId: idOf('ann'), accountIds: ['7'] } },
  { kind: 'follows', follows: { accountId: idOf('bob'), accountIds: ['7', idOf('ann')] } },
];

test('of every kind of record, what is theirs stays out, and what names them loses the name', async () => {
  const log = memoryLog();
  const value = withForgotten(undefined, 'a secret of the test', idOf('ann'), ['ann']);
  await log.shelves.meta.put([{ key: FORGOTTEN, value }]);
  await ingestParsed(items, log, defaultSettings);
  await openWorld(log).settle();
  const names = Object.keys(keyOf) as TableName[];
  const all = JSON.stringify(await Promise.all(names.map((name) => rowsOf(log, name))));
  expect(all).not.toMatch(/\bann\b/i);
  expect(all).not.toContain(idOf('ann'));
  expect(all).not.toContain(annPost!.id);
  expect((await rowsOf(log, 'accounts')).map(({ id }) => id).toSorted()).toEqual([idOf('bob'), idOf('cyd')].toSorted());
  expect((await log.shelves.posts.get([answer!.id]))[0]).toMatchObject({
    replyTo: {},
    pages: ['hashtag:bread', 'profile:forgotten_account'],
  });
  expect((await rowsOf(log, 'sightings')).map(({ key, postIds }) => [key, postIds])).toEqual([['s', [bobPost!.id]]]);
  expect((await rowsOf(log, 'labels')).map(({ id, note }) => [id, note])).toEqual([['m', 'see @forgotten_account']]);
  expect(await log.shelves.dismissals.count()).toBe(0);
  expect((await log.shelves.evidence.get([idOf('bob')]))[0]?.follows).toEqual(['7']);
});

test.each([0, 1, 2, 3, 4])('an archive that comes at step %i of a rebuild is learned once', async (steps) => {
  const [calm, busy] = [memoryLog(), memoryLog()];
  for (const log of [calm, busy]) await openWorld(log).see('@dov: milk at 12:05\n@dov: bread at 12:40');
  await busy.atomically(startRebuild);
  for (let step = 0; step < steps; step++) await continueRebuild(busy, defaultSettings, 1);
  for (const log of [calm, busy]) await ingestParsed(items, log, defaultSettings);
  while (await continueRebuild(busy, defaultSettings, 1));
  for (const log of [calm, busy]) await openWorld(log).settle();
  expect(await standing(busy)).toEqual(await standing(calm));
});
