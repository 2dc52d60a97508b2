import { describe, expect, test } from 'vitest';
import { closedPool } from '../../../lib/fingerprints/closed-pool';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, sharedTexts } from './evidence';

const told = (posts: number, texts: number) =>
  closedPool.examine(evidence({ flock: flockOf(members(12), { posts, texts }), shared: sharedTexts(2) }));

describe('matches', () => {
  test.each([
    ["the article's pool", 10_673, 30],
    ['one text in ten posts, from fifty', 50, 5],
  ])('%s', (_what, posts, texts) => {
    const finding = told(posts, texts);
    expect(finding).toMatchObject({
      outcome: 'match',
      observed: texts / posts,
      n: posts,
      threshold: 0.1,
      scope: 'flock',
    });
    expect(finding.postIds).toEqual(['1', '2']);
    expect(sentenceOf(finding)).toContain(`${posts.toLocaleString('en')} posts with ${texts} distinct texts`);
  });
});

test('does not match: people who agree, each in words of their own', () => {
  expect(told(50, 6)).toMatchObject({ outcome: 'no-match', observed: 0.12, postIds: [] });
});

describe('cannot tell', () => {
  test('fewer than fifty posts', () => {
    expect(told(49, 1)).toMatchObject({ outcome: 'not-enough-seen', n: 49 });
  });
  test('no flock', () => {
    expect(closedPool.examine(evidence()).outcome).toBe('not-enough-seen');
  });
});

test('says the same as copied texts in another way: of the same family', () => {
  expect(closedPool.family).toBe('text');
});
