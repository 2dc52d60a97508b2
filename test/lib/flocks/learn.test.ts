import { describe, expect, test } from 'vitest';
import { memoryLog } from '../../../lib/store/memory-log';
import { idOf, story } from '../story';
import { captureOf, openWorld, seen } from '../world';

describe('a page', () => {
  test('counts its posts and accounts, and knows its date', async () => {
    const { log } = await seen('@a: bread at 12:00\n@a: milk at 13:00\n@b: fish at 11:00');
    expect(log.rows.pages.get('hashtag:bread')).toMatchObject({
      posts: 3,
      accounts: 2,
      newestMs: Date.UTC(2016, 6, 26, 13),
    });
  });

  test('its sample knows of an account what is known of it, on whatever page it was learned', async () => {
    const parts = [
      ['@a: bread at 12:00:00', 'bread'],
      ['@a: milk at 12:00:05\n@a: fish at 12:00:10', 'milk'],
    ] as const;
    const samples = [];
    for (const order of [parts, parts.toReversed()]) {
      const log = memoryLog();
      const world = openWorld(log);
      for (const [told, page] of order) await world.take(captureOf(told, { page }));
      samples.push(
        [...log.rows.pages.values()]
          .map((page) => [page.key, page.sample[0]?.posts, page.sample[0]?.gaps.short])
          .toSorted(),
      );
    }
    expect(samples[0]).toEqual(samples[1]);
    expect(samples[0]).toEqual([
      ['hashtag:bread', 3, 2],
      ['hashtag:milk', 3, 2],
    ]);
  });
});

describe('what an account was seen doing', () => {
  test('each post with its kind, newest first', async () => {
    const { log } = await seen(`
      @a: bread at 12:00
      @a goes on: milk at 13:00
      @a replies to @b: fish at 14:00
      @a reposts @b at 15:00 via TweetDeck
    `);
    const { posts } = log.rows.evidence.get(idOf('a'))!;
    expect(posts.map((post) => post.kind)).toEqual(['repost', 'reply', 'thread', 'post']);
    expect(posts.map((post) => post.text !== undefined)).toEqual([false, true, true, true]);
  });

  test('the app of a repost is not counted: it says how one reads, not how one writes', async () => {
    const { log } = await seen('@a reposts @b at 15:00 via TweetDeck');
    expect(log.rows.evidence.get(idOf('a'))?.posts[0]).not.toHaveProperty('client');
  });

  test('an answer to somebody unknown is an answer all the same', async () => {
    const [post] = story('@a: bread').posts;
    const { log } = await seen({ posts: [{ ...post!, replyTo: { postId: '5' } }], accounts: [] });
    expect(log.rows.evidence.get(idOf('a'))?.posts[0]?.kind).toBe('reply');
  });
});
