import { describe, expect, test } from 'vitest';
import { judgeWaiting } from '../../lib/judge-waiting';
import { ingest } from '../../lib/pipeline';
import { defaultSettings } from '../../lib/settings';
import { memoryLog } from '../../lib/store/memory-log';
import { DAY_MS, idOf, story } from './story';
import { captureOf, openWorld, plainSite, seen } from './world';

const campaign = (n: number, more = '') =>
  Array.from({ length: n }, (_, i) => {
    const at = (set: number, k: number) => {
      const seconds = 7 + i * 13 + set * 1480 + k * 4;
      return `12:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
    };
    return ['bread', 'milk', 'fish', 'salt', 'tea', 'rice']
      .map((text, k) => `@one${i}: ${text} at ${at(Math.floor(k / 3), k % 3)} via TweetDeck`)
      .join('\n');
  }).join('\n') + more;
const dump = (log: ReturnType<typeof memoryLog>) =>
  structuredClone(Object.fromEntries(Object.entries(log.rows).map(([name, rows]) => [name, [...rows.values()]])));

describe('from a capture to verdicts', () => {
  test('six accounts with the same texts in the same bursts are strong; who has words of his own is not', async () => {
    const { log, level } = await seen(
      campaign(
        6,
        '\n@z: "I only came here to say what I think of it myself" at 15:00\n@z: own at 15:40\n@z: again at 16:00',
      ),
    );
    for (let i = 0; i < 6; i++) {
      expect(await level(`one${i}`)).toBe('strong');
      expect(log.rows.verdicts.get(idOf(`one${i}`))?.level).toBe('strong');
    }
    expect(await level('z')).toBe('none');
    expect([...log.rows.pages.values()][0]).toMatchObject({
      posts: 39,
      accounts: 7,
      strong: { accounts: 6, posts: 36 },
      weak: { accounts: 0, posts: 0 },
    });
    expect(log.rows.counters.get('health')).toMatchObject({ bodies: 1, posts: 39 });
    expect([...log.rows.sightings.values()]).toMatchObject([
      { how: 'loaded', pageKey: 'hashtag:bread', tab: 'latest' },
    ]);
    expect([...log.rows.sightings.values()][0]?.postIds).toHaveLength(39);
  });
});

describe('the same capture again', () => {
  test('changes no row of any table', async () => {
    const { log, take, settle } = await seen(campaign(6));
    const before = dump(log);
    const again = await take(captureOf(campaign(6)));
    await settle();
    expect(again).toEqual({ ok: true, posts: 36, newPosts: 0 });
    expect(dump(log)).toEqual(before);
  });

  test('the same posts at another time: a sighting more, and nothing else is new', async () => {
    const { log, take, settle } = await seen(campaign(6));
    const before = dump(log);
    await take(captureOf(campaign(6), { atMs: DAY_MS + 2 * 86_400_000 }));
    await settle();
    expect(log.rows.sightings.size).toBe(2);
    for (const name of ['posts', 'texts', 'links', 'flocks', 'pages', 'verdicts', 'evidence'] as const) {
      expect(dump(log)[name], name).toEqual(before[name]);
    }
  });
});

describe('bodies that cannot be read', () => {
  test('are counted and stop nothing', async () => {
    const log = memoryLog();
    const { take } = openWorld(log);
    expect(await take({ ...captureOf('@a: bread'), body: '{"posts": [' })).toEqual({ ok: false, reason: 'unread' });
    expect(await take(captureOf('@a: bread'))).toMatchObject({ ok: true, newPosts: 1 });
    expect(log.rows.counters.get('health')).toMatchObject({ bodies: 2, unreadBodies: 1, posts: 1 });
    expect(log.rows.sightings.size).toBe(1);
  });

  test('an address that the tap would not copy is not read', async () => {
    const log = memoryLog();
    const taken = await ingest({ ...captureOf('@a: bread'), url: 'unwanted' }, plainSite, log, defaultSettings);
    expect(taken.ok).toBe(false);
    expect([log.rows.posts.size, log.rows.accounts.size]).toEqual([0, 0]);
  });

  test('what the parser left out is counted', async () => {
    const log = memoryLog();
    const site = {
      ...plainSite,
      parse: () => ({
        ok: true as const,
        parsed: { ...story('@a: bread'), promoted: 2, protectedAccounts: 3, unread: 4 },
      }),
    };
    await ingest(captureOf(''), site, log, defaultSettings);
    expect(log.rows.counters.get('health')).toMatchObject({ promoted: 2, protectedAccounts: 3, unreadNodes: 4 });
  });

  test('a capture without posts leaves no sighting', async () => {
    const { log } = await seen({ posts: [], accounts: [{ id: '5', handle: 'a' }] });
    expect([log.rows.sightings.size, log.rows.accounts.size]).toEqual([0, 1]);
  });
});

describe('what is known grows', () => {
  test('a poorer copy of an account never erases a fuller one', async () => {
    const full = { id: idOf('a'), handle: 'a', name: 'A', createdAtMs: 5, followers: 7, bio: 'words' };
    const { log, take } = await seen({ posts: story('@a: bread').posts, accounts: [full] });
    await take(captureOf({ posts: [], accounts: [{ id: idOf('a') }] }, { atMs: DAY_MS + 9e8 }));
    expect(log.rows.accounts.get(idOf('a'))).toMatchObject(full);
  });

  test('a date of creation that comes later counts as if it had come at once', async () => {
    const { posts, accounts } = story(`@a joined 2016-02-10\n${'@a: bread\n@b: bread\n@a: milk\n@b: milk'}`);
    const at = (told: Parameters<typeof captureOf>[0], atMs: number) => captureOf(told, { atMs });
    const poor = accounts.map(({ id }) => ({ id }));
    for (const first of [
      { posts, accounts: poor },
      { posts, accounts: [] },
    ]) {
      const log = memoryLog();
      const world = openWorld(log);
      await world.take(at(first, DAY_MS));
      await world.take(at({ posts, accounts }, DAY_MS + 1));
      const [flock] = [...log.rows.flocks.values()];
      const day = Math.floor(Date.UTC(2016, 1, 10) / 86_400_000);
      expect(flock?.sample.find((one) => one.id === idOf('a'))?.createdDay).toBe(day);
      expect([...log.rows.pages.values()][0]?.sample.find((one) => one.id === idOf('a'))?.createdDay).toBe(day);
    }
  });

  test('a post on a second page is one post, counted on both', async () => {
    const { log, see } = await seen('@a: bread');
    await see('@a: bread', { page: 'milk' });
    expect([...log.rows.posts.values()].map((post) => post.pages)).toEqual([['hashtag:bread', 'hashtag:milk']]);
    expect([...log.rows.pages.values()].map((page) => [page.key, page.posts])).toEqual([
      ['hashtag:bread', 1],
      ['hashtag:milk', 1],
    ]);
    expect(log.rows.evidence.get(idOf('a'))).toMatchObject({ pages: { 'hashtag:bread': 1, 'hashtag:milk': 1 } });
    expect(log.rows.evidence.get(idOf('a'))?.posts).toHaveLength(1);
  });

  test('names that are no plain words are kept as they are', async () => {
    const name = '__proto__ <img src=x> \u202e\u0000';
    const { log } = await seen({ posts: [], accounts: [{ id: '5', handle: 'constructor', name }] });
    expect(log.rows.accounts.get('5')?.name).toBe(name);
  });
});

describe('flocks that wait', () => {
  test('are judged in rounds, until nobody waits', async () => {
    const log = memoryLog();
    const { take } = openWorld(log);
    const many = Array.from({ length: 450 }, (_, i) => `@m${i}: bread at 12:00:04\n@m${i}: milk at 12:00:08`);
    // Each capture holds some; those judged first were judged as a flock of few.
    for (let i = 0; i < many.length; i += 45) await take(captureOf(many.slice(i, i + 45).join('\n'), { atMs: i }));
    let rounds = 0;
    while (await judgeWaiting(log, defaultSettings)) rounds++;
    expect(rounds).toBeGreaterThanOrEqual(3);
    expect(rounds).toBeLessThan(30);
    expect([...log.rows.flocks.values()].every((flock) => flock.pending === 0)).toBe(true);
    expect(log.rows.verdicts.size).toBe(450);
    expect(new Set([...log.rows.verdicts.values()].map((one) => one.level)).size).toBe(1);
    expect(await judgeWaiting(log, defaultSettings)).toBe(false);
  });
});

test('50,000 posts of one account: what is kept stays bounded, and so does the time a post', async () => {
  const log = memoryLog();
  const { take } = openWorld(log);
  const [post] = story('@a: bread').posts;
  const batch = (n: number) => ({
    accounts: [],
    posts: Array.from({ length: 5000 }, (_, i) => ({
      ...post!,
      id: String(10_000_000 + n * 5000 + i),
      createdAtMs: DAY_MS + (n * 5000 + i) * 1000,
      text: i % 50 === 0 ? `one of few texts that come again and again ${i % 400}` : 'short',
    })),
  });
  const times: number[] = [];
  for (let n = 0; n < 10; n++) {
    const started = performance.now();
    await take(captureOf(batch(n), { atMs: n }));
    times.push(performance.now() - started);
  }
  expect(log.rows.posts.size).toBe(50_000);
  expect(log.rows.evidence.get(idOf('a'))?.posts).toHaveLength(128);
  expect([...log.rows.texts.values()].every((text) => text.accounts === 1)).toBe(true);
  expect([...log.rows.flocks.values()]).toEqual([]);
  // The last batch costs no more than several times what the first costs: nothing grows with the log.
  expect(Math.min(...times.slice(-3))).toBeLessThan(6 * Math.max(...times.slice(0, 3)));
}, 60_000);
