import { describe, expect, test } from 'vitest';
import { playlist } from '../../../lib/fingerprints/playlist';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, postsAt, sharedTexts } from './evidence';

const posts = (n: number) => postsAt(Array.from({ length: n }, (_, i) => i * 600));
/** Mates that posted the texts in these orders. */
const told = (own: number, orders: readonly (readonly number[])[]) =>
  playlist.examine(
    evidence({
      account: { id: '1' },
      posts: posts(own),
      shared: sharedTexts(own),
      flock: flockOf(members(orders.length, (i) => ({ order: orders[i]!.map((n) => `t${n}`) }))),
    }),
  );

describe('matches', () => {
  test.each([
    ['five texts in the same order as another', 5, [[1, 2, 3, 4, 5]]],
    [
      'three texts, three others',
      3,
      [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    [
      'texts of the list left out',
      6,
      [
        [1, 3, 4, 6],
        [2, 3, 5, 6],
      ],
    ],
    ['one out of place among many', 6, [...Array(6).fill([1, 2, 3, 4, 5, 6]), [2, 1, 3, 4, 5, 6]]],
  ])('%s', (_what, own, orders) => {
    const finding = told(own, orders);
    expect(finding).toMatchObject({ outcome: 'match', family: 'text' });
    expect(sentenceOf(finding)).toContain(`of ${finding.n} pairs`);
    expect(sentenceOf(finding)).toContain(`${orders.length} other account`);
  });
});

describe('does not match', () => {
  test.each([
    ['reversed', 5, [[5, 4, 3, 2, 1]]],
    [
      'each in an order of its own',
      5,
      [
        [3, 1, 5, 2, 4],
        [2, 5, 1, 4, 3],
        [4, 3, 2, 1, 5],
      ],
    ],
    [
      'half of them in order',
      4,
      [
        [1, 2, 3, 4],
        [4, 3, 2, 1],
        [1, 2, 3, 4],
        [4, 3, 2, 1],
      ],
    ],
  ])('%s', (_what, own, orders) => {
    expect(told(own, orders).outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test.each([
    [
      'two shared texts',
      2,
      [
        [1, 2],
        [1, 2],
      ],
    ],
    [
      'fewer than eight pairs',
      3,
      [
        [1, 2, 3],
        [1, 2, 3],
      ],
    ],
    [
      'mates that share two of them',
      5,
      [
        [1, 2],
        [4, 5],
        [2, 3],
        [1, 5],
      ],
    ],
  ])('%s', (_what, own, orders) => {
    expect(told(own, orders).outcome).toBe('not-enough-seen');
  });
  test('no flock', () => {
    expect(playlist.examine(evidence({ posts: posts(5), shared: sharedTexts(5) })).outcome).toBe('not-enough-seen');
  });
  test('itself in the sample is no other account', () => {
    const flock = flockOf(members(1, () => ({ order: ['t1', 't2', 't3', 't4', 't5'] })));
    const alone = evidence({ account: { id: '100' }, posts: posts(5), shared: sharedTexts(5), flock });
    expect(playlist.examine(alone).outcome).toBe('not-enough-seen');
  });
});
