/** What the extension's own pages ask of the log's care, message by message. */
import { describe, expect, test } from 'vitest';
import { answers } from '../../lib/answers';
import { type DeskSettings, defaultDesk } from '../../lib/desk-settings';
import type { Imported } from '../../lib/formats/imported';
import { ingestParsed } from '../../lib/ingest-parsed';
import { defaultSettings } from '../../lib/settings';
import { site } from '../../lib/sites';
import { memoryLog } from '../../lib/store/memory-log';
import { DAY_MS, idOf, story } from './story';
import { captureOf, plainSite } from './world';

const DAY = 86_400_000;
const NOW = DAY_MS + 400 * DAY;

function background(more: Partial<DeskSettings> = {}) {
  let n = 0;
  const log = memoryLog();
  const answer = answers({
    log,
    site: { ...plainSite, pageOf: (url) => (url.startsWith('https:') ? site : plainSite).pageOf(url) },
    settings: defaultSettings,
    newId: () => `an id of the test, number ${++n}`,
    desk: async () => ({ ...defaultDesk, ...more }),
  });
  const quiet = async (atMs: number) => {
    while (await answer.workWaiting(atMs));
  };
  return { log, answer, quiet };
}
const bread = captureOf('@ann: bread at 12:00\n@bob: milk at 12:10', { atMs: DAY_MS });

describe('care', () => {
  test('forgets by handle, in any capitals, or by id; a handle nobody has is told', async () => {
    const { log, answer, quiet } = background();
    await answer.capture(bread);
    expect(await answer.forget({ handle: 'nobody' })).toBe('unknown');
    expect(await answer.forget({ handle: 'ANN' })).toBe('begun');
    expect(await answer.care()).toMatchObject({ posts: 2, accounts: 1, forgotten: 1, forgetting: 1 });
    expect(await answer.badges({ handles: ['ann', 'bob'] })).toMatchObject([{ handle: 'bob' }]);
    await quiet(NOW);
    expect(await answer.care()).toMatchObject({ posts: 1, accounts: 1, forgotten: 1, forgetting: 0 });
    expect(await answer.forget({ accountId: idOf('bob') })).toBe('begun');
    expect(await answer.forget({ accountId: idOf('bob') })).toBe('begun');
    await quiet(NOW);
    expect(await answer.care()).toMatchObject({ posts: 0, accounts: 0, sightings: 0, forgotten: 2, forgetting: 0 });
    expect(JSON.stringify([...log.rows.meta.values()])).not.toMatch(
      new RegExp(`${idOf('ann')}|${idOf('bob')}|ann|bob`),
    );
  });

  test('keeps no label of whom it forgot, not even one that waits', async () => {
    const { log, answer, quiet } = background();
    await answer.label({ handle: 'cyd', value: 'spam', atMs: NOW });
    await answer.label({ handle: 'ann', value: 'spam', atMs: NOW });
    await answer.capture(bread);
    await answer.forget({ handle: 'ann' });
    await quiet(NOW);
    await expect(answer.label({ handle: 'ann', value: 'spam', atMs: NOW })).rejects.toThrow(/forgotten/);
    expect(log.rows.labels.size).toBe(0);
    expect(JSON.stringify([...log.rows.meta.values()])).toContain('cyd');
    expect(JSON.stringify([...log.rows.meta.values()])).not.toContain('ann');
  });

  test('takes in nothing more of whom it forgets while the steps are under way: what is seen, said or brought in', async () => {
    for (let steps = 0; steps < 12; steps++) {
      const { log, answer, quiet } = background();
      await answer.capture(bread);
      const [own, other] = [...log.rows.posts.values()].toSorted((a) => (a.authorId === idOf('ann') ? -1 : 1));
      await answer.forget({ handle: 'ann' });
      for (let i = 0; i < steps; i++) await answer.workWaiting(NOW);
      const postIds = [own!.id, other!.id];
      await answer.seen({ pageUrl: 'https://x.com/hashtag/bread', atMs: NOW, postIds });
      await answer.seen({ pageUrl: `https://x.com/ann/status/${own!.id}`, atMs: NOW, postIds });
      await answer.dismiss({ handle: 'ann', dismissed: true, atMs: NOW });
      await expect(answer.label({ handle: 'ann', value: 'spam', postId: own!.id, atMs: NOW })).rejects.toThrow(
        /forgotten/,
      );
      const sighting = { key: 'brought', how: 'seen', pageKey: 'home', tab: 'none', atMs: 1, postIds } as const;
      await ingestParsed([{ kind: 'sighting', sighting }], log, defaultSettings);
      await quiet(NOW);
      expect(log.rows.sightings.get('brought')?.postIds).toEqual([other!.id]);
      const rows = Object.entries(log.rows).map(([name, table]) => [name, [...table.values()]]);
      expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${own!.id}|${idOf('ann')}|\\bann\\b`));
    }
  });

  test('does not say whose page it is, where others’ answers to its post come later without it', async () => {
    const { log, answer, quiet } = background();
    await answer.capture(bread);
    const own = [...log.rows.posts.values()].find(({ authorId }) => authorId === idOf('ann'))!.id;
    const page = `https://x.com/ann/status/${own}`;
    await answer.forget({ handle: 'ann' });
    await quiet(NOW);
    const told = story('@cyd: fish at 12:20');
    const posts = told.posts.map((post) => ({ ...post, conversationId: own }));
    await answer.capture(captureOf({ ...told, posts }, { page, atMs: NOW }));
    const items = posts.map(
      (post): Imported => ({
        kind: 'seen',
        accounts: [],
        posts: [{ ...post, id: `${post.id}1` }],
        pages: [`post:${own}`, `post:${post.id}`],
        atMs: NOW,
      }),
    );
    await ingestParsed(items, log, defaultSettings);
    const rows = JSON.stringify(Object.values(log.rows).map((table) => [...table.values()]));
    expect(rows).not.toContain(own);
    // Whose post is held is somebody else’s: their page keeps its name.
    expect(rows).toContain(`post:${posts[0]!.id}`);
    expect(log.rows.posts.size).toBe(3);
  });

  test('keeps no label that had waited, and whose account came by an archive and was forgotten', async () => {
    for (let steps = 0; steps < 12; steps++) {
      const { log, answer, quiet } = background();
      const told = story('@ann: bread at 12:00');
      await answer.label({ handle: 'ann', value: 'spam', postId: told.posts[0]!.id, atMs: NOW });
      await answer.capture(captureOf('@bob: milk at 12:10', { atMs: NOW }));
      await answer.label({ handle: 'bob', value: 'spam', atMs: NOW });
      const seen = { kind: 'seen', ...told, pages: ['hashtag:bread'], atMs: NOW } as const;
      await ingestParsed([seen], log, defaultSettings);
      await answer.forget({ accountId: idOf('ann') });
      for (let i = 0; i < steps; i++) await answer.workWaiting(NOW);
      await answer.capture(captureOf('@cyd: fish at 12:20', { atMs: NOW }));
      await quiet(NOW);
      expect([...log.rows.labels.values()].map(({ accountId }) => accountId)).toEqual([idOf('bob')]);
    }
  });

  test('deletes nothing by itself unless told to; then once a day', async () => {
    const off = background();
    await off.answer.capture(bread);
    await off.quiet(NOW);
    expect(await off.answer.care()).toMatchObject({ posts: 2, retaining: false });
    expect(await off.answer.previewRetention({ days: 30, atMs: NOW })).toEqual({ posts: 2, accounts: 2, sightings: 1 });

    const on = background({ retentionDays: 30 });
    await on.answer.capture(bread);
    await on.quiet(DAY_MS + 29 * DAY);
    expect(await on.answer.care()).toMatchObject({ posts: 2, lastRetention: { removed: { posts: 0 } } });
    await on.quiet(DAY_MS + 29.9 * DAY);
    expect((await on.answer.care()).lastRetention?.atMs).toBe(DAY_MS + 29 * DAY);
    await on.quiet(DAY_MS + 31 * DAY);
    expect(await on.answer.care()).toMatchObject({
      posts: 0,
      accounts: 0,
      sightings: 0,
      lastRetention: { atMs: DAY_MS + 31 * DAY, removed: { posts: 2, accounts: 2, sightings: 1 } },
    });
  });

  test('tells how far a rebuild is, and erases all, troubles included', async () => {
    const { log, answer, quiet } = background();
    await answer.capture(bread);
    await answer.rebuild();
    expect(await answer.care()).toMatchObject({ rebuild: { learned: 0 } });
    while ((await answer.care()).rebuild?.learned !== 2) await answer.workWaiting(NOW);
    await quiet(NOW);
    expect((await answer.care()).rebuild).toBeUndefined();
    await answer.capture({ no: 'capture' });
    await answer.eraseAll();
    expect(Object.values(log.rows).every((rows) => rows.size === 0)).toBe(true);
    expect(await answer.health()).toMatchObject({ state: 'idle', troubles: [], counters: { bodies: 0, rejected: 0 } });
    expect(await answer.capture(bread)).toEqual({ ok: true, posts: 2, newPosts: 2 });
  });

  test.each([
    ['forget', {}],
    ['forget', { accountId: 'ann' }],
    ['forget', { accountId: '1', handle: 'ann' }],
    ['previewRetention', { days: 0, atMs: NOW }],
    ['retain', { days: 1.5, atMs: NOW }],
    ['retain', { days: '30', atMs: NOW }],
  ] as const)('%s refuses %j', async (name, data) => {
    const { answer } = background();
    await answer.capture(bread);
    await expect(answer[name](data)).rejects.toThrow();
    expect(await answer.care()).toMatchObject({ posts: 2, forgotten: 0, retaining: false });
  });
});
