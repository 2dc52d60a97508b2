import { describe, expect, test } from 'vitest';
import { offTopic } from '../../../lib/fingerprints/off-topic';
import { sentenceOf } from '../../../lib/sentences';
import { defaultSettings } from '../../../lib/settings';
import { evidence, flockOf, members, sharedTexts } from './evidence';

const { minPosts, minTexts } = defaultSettings.offTopic;
/** Posts of others: word 1 is everyday, words 2 to 4 are the topic, the rest their own. */
const talk = (n: number) => Array.from({ length: n }, (_, i) => [1, 2 + (i % 3), 100 + i]);
const told = (words: readonly (readonly number[])[], otherWords = talk(Math.max(30, minPosts))) =>
  offTopic.examine(
    evidence({
      flock: flockOf(members(5)),
      shared: sharedTexts(words.length).map((text, i) => ({ ...text, words: words[i]! })),
      otherWords,
    }),
  );
const far = (n: number) => Array.from({ length: n }, (_, i) => [1, 9000 + i, 9100 + i]);

test('matches: texts of everyday words and of another matter', () => {
  const finding = told(far(Math.max(3, minTexts)));
  expect(finding).toMatchObject({ outcome: 'match', observed: 0, baseline: 1, family: 'else' });
  expect(sentenceOf(finding)).toMatch(/^0 of \d+ shared texts/);
  expect(sentenceOf(finding)).toContain('100 %');
});

test('does not match: its texts are on the matter', () => {
  const on = far(Math.max(3, minTexts)).map((words) => [...words, 3]);
  expect(told(on)).toMatchObject({ outcome: 'no-match', observed: 1, postIds: [] });
});

describe('cannot tell', () => {
  test('few texts, or few posts of others', () => {
    expect(told(far(minTexts - 1)).outcome).toBe('not-enough-seen');
    expect(told(far(5), talk(minPosts - 1)).outcome).toBe('not-enough-seen');
  });
  test('the others talk of a hundred things', () => {
    const nothing = Array.from({ length: 60 }, (_, i) => [1, 100 + i, 300 + i]);
    expect(told(far(5), nothing).outcome).toBe('not-enough-seen');
  });
  test('no flock', () => {
    expect(offTopic.examine(evidence({ otherWords: talk(60) })).outcome).toBe('not-enough-seen');
  });
});
