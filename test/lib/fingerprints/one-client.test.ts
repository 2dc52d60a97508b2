import { describe, expect, test } from 'vitest';
import { oneClient } from '../../../lib/fingerprints/one-client';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, postsAt, strangers } from './evidence';

const phones = ['Twitter for iPhone', 'Twitter for Android', 'Twitter Web App'];
const crowd = strangers(30, (i) => ({ client: phones[i % 3]! }));
const own = (client: string | undefined, n = 4) => postsAt([0, 600, 1200, 1800].slice(0, n), client ? { client } : {});
const desk = (n: number, client = 'TweetDeck') => flockOf(members(n, () => ({ client })));

describe('matches', () => {
  test.each([
    ['all from TweetDeck', desk(10), crowd],
    ['19 of 20, one strays', flockOf(members(20, (i) => ({ client: i === 3 ? phones[0]! : 'TweetDeck' }))), crowd],
    [
      'a fifth of the others as well',
      desk(40),
      strangers(30, (i) => ({ client: i < 6 ? 'TweetDeck' : phones[i % 3]! })),
    ],
  ])('%s', (_what, flock, others) => {
    const finding = oneClient.examine(evidence({ posts: own('TweetDeck'), flock, others }));
    expect(finding).toMatchObject({ outcome: 'match', n: flock.sample.length });
    expect(sentenceOf(finding)).toContain('Posts from TweetDeck');
    expect(sentenceOf(finding)).toContain(
      `${Math.round(finding.observed! * 100)} % of ${flock.sample.length} accounts`,
    );
    expect(sentenceOf(finding)).toContain(`of the other accounts here, ${Math.round(finding.baseline! * 100)} %`);
    expect(finding.postIds).toHaveLength(3);
    expect(finding.against).toBeUndefined();
  });
});

describe('does not match', () => {
  test.each([
    [
      'a common app, whoever uses it',
      desk(40, 'Twitter for iPhone'),
      strangers(30, () => ({ client: 'TweetDeck' })),
      'Twitter for iPhone',
    ],
    [
      'one in ten of the flock strays',
      flockOf(members(20, (i) => ({ client: i < 2 ? phones[0]! : 'TweetDeck' }))),
      crowd,
      'TweetDeck',
    ],
    [
      'an app of many here',
      desk(40),
      strangers(30, (i) => ({ client: i < 7 ? 'TweetDeck' : phones[0]! })),
      'TweetDeck',
    ],
    [
      'accounts that each use two apps',
      flockOf(members(20, () => ({ client: 'TweetDeck', clientShare: 0.6 }))),
      crowd,
      'TweetDeck',
    ],
  ])('%s', (_what, flock, others, client) => {
    const finding = oneClient.examine(evidence({ posts: own(client), flock, others }));
    expect(finding).toMatchObject({ outcome: 'no-match', postIds: [] });
    expect(finding.against).toBeUndefined();
  });

  test('another app than its flock: that speaks for the account', () => {
    const finding = oneClient.examine(evidence({ posts: own(phones[0]), flock: desk(20), others: crowd }));
    expect(finding).toMatchObject({ outcome: 'no-match', against: true });
    expect(sentenceOf(finding)).toContain('another app than its group (TweetDeck)');
  });
});

describe('cannot tell', () => {
  test.each([
    ['nine accounts of the flock', desk(9), crowd, 'TweetDeck'],
    ['nine of the others', desk(20), crowd.slice(0, 9), 'TweetDeck'],
    ['apps that the site did not say', flockOf(members(40)), crowd, 'TweetDeck'],
    ["others' apps that the site did not say", desk(20), strangers(30), 'TweetDeck'],
    ['its own app not said', desk(20), crowd, undefined],
  ])('%s', (_what, flock, others, client) => {
    expect(oneClient.examine(evidence({ posts: own(client), flock, others })).outcome).toBe('not-enough-seen');
  });
  test('no flock', () => {
    expect(oneClient.examine(evidence({ posts: own('TweetDeck') })).outcome).toBe('not-enough-seen');
  });
});
