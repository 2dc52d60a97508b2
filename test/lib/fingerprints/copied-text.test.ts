import { describe, expect, test } from 'vitest';
import { copiedText } from '../../../lib/fingerprints/copied-text';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, postsAt, sharedTexts } from './evidence';

const posts = postsAt([0, 600, 1200, 1800], { text: 'k' });
const flock = (n: number) => flockOf(members(n));
const told = (known: Parameters<typeof evidence>[0]) => copiedText.examine(evidence({ posts, ...known }));

describe('matches', () => {
  test.each([
    ['two texts, three accounts', 2, 3],
    ['three texts, many accounts', 3, 1711],
  ])('%s', (_what, texts, accounts) => {
    const finding = told({ shared: sharedTexts(texts), flock: flockOf(members(3), { accounts }) });
    expect(finding).toMatchObject({ outcome: 'match', observed: texts, n: accounts, threshold: 2, scope: 'own' });
    expect(finding.postIds).toHaveLength(texts);
    expect(sentenceOf(finding)).toContain(`${texts} texts`);
    expect(sentenceOf(finding)).toContain(`${(accounts - 1).toLocaleString('en')} other accounts`);
  });
});

describe('does not match', () => {
  test.each([
    ['nothing shared', 0, undefined],
    ['one shared text, however many share it', 1, flock(50)],
    ['two texts, two accounts', 2, flock(2)],
  ])('%s', (_what, texts, of) => {
    const finding = told({ shared: sharedTexts(texts), flock: of });
    expect(finding).toMatchObject({ outcome: 'no-match', postIds: [] });
    // What is said of accounts must be true of the flock that there is.
    if (of?.accounts === 2) expect(sentenceOf(finding)).not.toMatch(/stand in a pool of texts that 3 accounts/);
  });
});

describe('cannot tell', () => {
  test.each([
    ['no posts', []],
    ['one post', postsAt([0], { text: 'k' })],
    ['posts too short to compare', postsAt([0, 600, 1200])],
    ['reposts', postsAt([0, 600, 1200], { kind: 'repost' })],
  ])('%s', (_what, few) => {
    expect(told({ posts: few, shared: sharedTexts(2), flock: flock(9) })).toMatchObject({ outcome: 'not-enough-seen' });
  });
});
