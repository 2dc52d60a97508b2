import { describe, expect, test } from 'vitest';
import { campaignFamilies } from './campaigns';
import { recordingOf, toMinutes } from './recordings';
import type { VerdictLine } from './replay-captures';
import { difference, randomFor } from './tasks';

const one = campaignFamilies[0]!.draw(randomFor('recordings', 1, 0), 'quick');
const posts = one.pages[0]!.posts;

describe('readings', () => {
  test('the newest posts, newest first', () => {
    const { seen, captures } = recordingOf(one, { newest: 50 }, 1);
    expect(seen.map((post) => post.id)).toEqual(
      posts
        .slice(-50)
        .toReversed()
        .map((post) => post.id),
    );
    const bodies = [...captures()];
    expect(bodies.length).toBe(3);
    for (const { id } of seen) expect(bodies.some(({ body }) => body.includes(`tweet-${id}`))).toBe(true);
  });

  test('a sample is about as large as it should be, and the same for the same seed', () => {
    const ids = (seed: number) => recordingOf(one, { share: 0.5 }, seed).seen.map((post) => post.id);
    expect(ids(4).length / posts.length).toBeCloseTo(0.5, 1);
    expect(ids(4)).toEqual(ids(4));
    expect(ids(4)).not.toEqual(ids(5));
  });

  test('what is left out is in no response, and nothing else changes', () => {
    const text = (without: readonly ('client' | 'created')[]) =>
      [...recordingOf(one, { without }, 1).captures()].map(({ body }) => body).join('');
    expect(text([])).toContain('TweetDeck Web App');
    expect(text(['client'])).not.toContain('TweetDeck Web App');
    const years = (body: string) => new Set(body.match(/\+0000 20\d\d/g));
    // Posts are of one year, an advertisement brings two; all others are accounts'.
    expect(years(text([])).size).toBeGreaterThan(6);
    expect(years(text(['created'])).size).toBe(3);
  });

  test('shuffled responses are the same ones in another order', () => {
    const bodies = (shuffled: boolean) =>
      [...recordingOf(one, { shuffled }, 1).captures()].map((capture) => JSON.stringify(capture));
    expect(bodies(true)).not.toEqual(bodies(false));
    expect(bodies(true).toSorted()).toEqual(bodies(false).toSorted());
  });
});

test('times and ids are rounded to the minute, references follow', () => {
  const rounded = toMinutes(posts);
  expect(rounded.length).toBe(posts.length);
  expect(new Set(rounded.map((post) => post.id)).size).toBe(posts.length);
  expect(rounded.every((post) => post.createdAtMs % 60_000 === 0)).toBe(true);
  // 4,096 steps of the low bits a millisecond: a bumped id never leaves its minute.
  expect(rounded.every((post) => Number((BigInt(post.id) >> 22n) + 1288834974657n) === post.createdAtMs)).toBe(true);
  const ids = new Set(rounded.map((post) => post.id));
  expect(rounded.filter((post) => post.repostOf !== undefined && !ids.has(post.repostOf))).toEqual([]);
});

describe('comparing two sets of verdicts', () => {
  const line = (accountId: string, flock: string | null, level: VerdictLine['level'] = 'none'): VerdictLine => ({
    accountId,
    handle: null,
    level,
    fingerprints: [],
    flock,
  });
  const lines = [line('1', 'f'), line('2', 'f'), line('3', null)];

  test('the same in another order is the same', () => {
    expect(difference(lines, lines.toReversed())).toEqual({ accounts: 0, names: 0 });
  });
  test('another name of the same flock is told from another flock', () => {
    expect(difference(lines, [line('1', 'g'), line('2', 'g'), line('3', null)])).toEqual({ accounts: 0, names: 2 });
    expect(difference(lines, [line('1', 'f'), line('2', 'h'), line('3', null)]).accounts).toBe(1);
  });
  test('levels and missing lines count', () => {
    expect(difference(lines, [line('1', 'f', 'weak'), line('2', 'f')])).toEqual({ accounts: 2, names: 0 });
  });
});
