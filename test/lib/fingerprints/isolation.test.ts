import { describe, expect, test } from 'vitest';
import { isolation } from '../../../lib/fingerprints/isolation';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, postsAt, strangers } from './evidence';

const alone = postsAt([0, 600, 1200, 1800, 2400, 3000]);
const crowd = strangers(10, () => ({ posts: 10, social: 4 }));

test('matches: six posts to nobody', () => {
  const finding = isolation.examine(evidence({ posts: alone, others: crowd }));
  expect(finding).toMatchObject({ outcome: 'match', observed: 0, n: 6, baseline: 0.4 });
  expect(sentenceOf(finding)).toContain('0 of 6 posts');
  expect(sentenceOf(finding)).toContain('40 %');
});

describe('does not match', () => {
  test.each([
    ['a reply', { kind: 'reply' } as const],
    ['a repost', { kind: 'repost' } as const],
    ['a mention or a quote', { talks: true } as const],
  ])('%s', (_what, more) => {
    const posts = alone.map((post, i) => (i === 2 ? { ...post, ...more } : post));
    expect(isolation.examine(evidence({ posts, others: crowd }))).toMatchObject({
      outcome: 'no-match',
      observed: 1 / 6,
    });
  });
});

test('answers to oneself are talk with nobody', () => {
  expect(isolation.examine(evidence({ posts: postsAt([0, 5, 10, 15, 20], { kind: 'thread' }) })).outcome).toBe('match');
});

test('cannot tell: four posts; and without others no baseline is told', () => {
  expect(isolation.examine(evidence({ posts: alone.slice(2) })).outcome).toBe('not-enough-seen');
  expect(isolation.examine(evidence({ posts: alone })).baseline).toBeUndefined();
});
