import { expect, test } from 'vitest';
import { compact } from '../../lib/text/fold';
import { jaccard, shingles } from '../../lib/text/near';
import { idOf, story, textNamed } from './story';

const similarity = (a: string, b: string) => jaccard(shingles(compact(textNamed(a))), shingles(compact(textNamed(b))));

test('texts of different names are different, and variants as near as their number says', () => {
  expect(similarity('bread', 'milk')).toBeLessThan(0.05);
  expect(similarity('bread', 'bread~1')).toBeGreaterThan(0.8);
  expect(similarity('bread~1', 'bread~2')).toBeGreaterThan(0.8);
  expect(similarity('bread', 'bread~2')).toBeGreaterThan(0.6);
  expect(similarity('bread', 'bread~4')).toBeLessThan(0.6);
  expect(similarity('bread~2', 'bread~4')).toBeGreaterThan(0.6);
});

test('a line is a post', () => {
  const { posts, accounts } = story(`
    @a joined 2016-02-10
    @a: bread at 12:00:04 via Tweet Deck
    @a goes on: milk at 12:00:08
    @b replies to @a: "thank you" at 13:00
    @b reposts @a
  `);
  expect(accounts).toEqual([
    { id: idOf('a'), handle: 'a', createdAtMs: Date.UTC(2016, 1, 10, 10) },
    { id: idOf('b'), handle: 'b' },
  ]);
  expect(posts.map((post) => new Date(post.createdAtMs).toISOString().slice(11, 19))).toEqual([
    '12:00:04',
    '12:00:08',
    '13:00:00',
    '13:10:00',
  ]);
  expect(posts[0]).toMatchObject({ authorId: idOf('a'), client: 'Tweet Deck', text: textNamed('bread') });
  expect(posts[1]).toMatchObject({ replyTo: { accountId: idOf('a') } });
  expect(posts[2]).toMatchObject({ text: 'thank you', replyTo: { accountId: idOf('a') } });
  expect(posts[3]).toMatchObject({ text: '', repostOf: expect.stringMatching(/^\d+$/) });
});

test('a line that says nothing is an error', () => {
  expect(() => story('a says bread')).toThrow('a says bread');
});
