/** The log as an import opens it: what it keeps in mind is what the disk holds, also of an earlier session and beside another connection. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { Imported } from '@/lib/formats/imported';
import { ingestParsed } from '@/lib/ingest-parsed';
import { judgeWaiting } from '@/lib/judge-waiting';
import type { Log } from '@/lib/log';
import { defaultSettings } from '@/lib/settings';
import { indexedLog } from '@/lib/store/indexed-log';
import { memoryLog } from '@/lib/store/memory-log';
import { openDatabase } from '@/lib/store/schema';
import { story, textNamed } from '../story';

const databases: ReturnType<typeof openDatabase>[] = [];
const connect = (isImport: boolean): Log => {
  const db = openDatabase('known-keys');
  databases.push(db);
  return indexedLog(db, isImport);
};
afterEach(async () => {
  for (const db of databases) db.close();
  await databases.splice(0)[0]?.delete();
});

/** Twenty accounts; every third text is near another account's. */
const told = story(
  Array.from({ length: 120 }, (_, i) => {
    const text = i % 3 === 0 ? `shared${(i / 3) % 7}~${i % 2}` : `own${i}`;
    return `@p${i % 20}: ${text} at 1${Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}:00`;
  }).join('\n'),
);
const items: readonly Imported[] = told.posts.map((post) => ({
  kind: 'seen',
  accounts: told.accounts.filter(({ id }) => id === post.authorId),
  posts: [post],
  pages: ['hashtag:bread'],
  atMs: 1,
}));

const take = async (log: Log, from: number, to: number) => {
  for (let at = from; at < to; at += 10) await ingestParsed(items.slice(at, at + 10), log, defaultSettings);
};
async function stateOf(log: Log) {
  while (await judgeWaiting(log, defaultSettings));
  const [page] = await log.shelves.pages.get(['hashtag:bread']);
  const flocks = (await log.flocksAfter('', 1e6)).filter(({ into }) => into === undefined);
  return {
    page: page && { accounts: page.accounts, posts: page.posts, strong: page.strong, weak: page.weak },
    flocks: flocks.map(({ accounts, posts, texts }) => [accounts, posts, texts]).toSorted(),
    texts: (await log.shelves.texts.scan('', 1e6)).map(({ key, accounts }) => [key, accounts]),
    posts: await log.shelves.posts.count(),
    levels: (await log.shelves.verdicts.scan('', 1e6)).map(({ accountId, level }) => [accountId, level]),
  };
}
async function expected() {
  const log = memoryLog();
  await take(log, 0, items.length);
  return stateOf(log);
}

test('the story has what the test is about: near texts, a flock', async () => {
  const { flocks, texts } = await expected();
  expect(flocks.length).toBeGreaterThan(0);
  expect(texts.length).toBeGreaterThan(70);
  expect(textNamed('shared1')).not.toBe(textNamed('shared1~1'));
});

test('in one session', async () => {
  const log = connect(true);
  await take(log, 0, items.length);
  expect(await stateOf(log)).toEqual(await expected());
});

test('begun in one, ended in the next, with a repeat', async () => {
  await take(connect(true), 0, 60);
  const log = connect(true);
  await take(log, 40, items.length);
  expect(await stateOf(log)).toEqual(await expected());
});

test('while another connection writes, by turns', async () => {
  const [importing, other] = [connect(true), connect(false)];
  for (let at = 0; at < items.length; at += 20) {
    await take(importing, at, at + 10);
    if (at % 40 === 0) await take(other, at + 10, at + 20);
    else await take(importing, at + 10, at + 20);
  }
  expect(await stateOf(importing)).toEqual(await expected());
});
