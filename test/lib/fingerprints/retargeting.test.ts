import { describe, expect, test } from 'vitest';
import { retargeting } from '../../../lib/fingerprints/retargeting';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, postsAt, sharedTexts } from './evidence';

const told = (tags: readonly (readonly string[] | undefined)[], shared = tags.length) =>
  retargeting.examine(
    evidence({
      shared: sharedTexts(shared),
      posts: tags.flatMap((own, i) => postsAt([i * 600], { id: String(i + 1), ...(own ? { tags: own } : {}) })),
    }),
  );

describe('matches', () => {
  test.each([
    ['two hashtags', [['egypt'], ['egypt'], ['iran']], 2],
    ['three', [['a', 'b'], ['c'], ['d']], 3],
  ])('%s', (_what, tags, observed) => {
    const finding = told(tags);
    expect(finding).toMatchObject({ outcome: 'match', observed, threshold: 2, family: 'else' });
    expect(sentenceOf(finding)).toContain(`${observed} unrelated hashtags`);
    expect(sentenceOf(finding)).toContain(`#\u2068${tags[0]![0]}\u2069`);
  });
});

describe('does not match', () => {
  test.each([
    ['one hashtag', [['egypt'], ['egypt'], ['egypt']]],
    ['the same few together', [['a', 'b'], ['b', 'c'], ['a']]],
  ])('%s', (_what, tags) => {
    expect(told(tags)).toMatchObject({ outcome: 'no-match', postIds: [] });
  });
});

describe('cannot tell', () => {
  test.each([
    ['two shared texts', [['a'], ['b']], 2],
    ['its texts are its own', [['a'], ['b'], ['c']], 0],
    ['no hashtags seen', [undefined, undefined, undefined], 3],
  ])('%s', (_what, tags, shared) => {
    expect(told(tags, shared).outcome).toBe('not-enough-seen');
  });
});
