import { describe, expect, test } from 'vitest';
import { site } from '@/lib/sites';
import { followingOwner } from '@/lib/sites/x/follows';

const url = (operation: string, variables: object) =>
  `https://x.com/i/api/graphql/aB3/${operation}?variables=${encodeURIComponent(JSON.stringify(variables))}`;

describe('whose following list an answer is a part of', () => {
  test('the owner that the address names', () => {
    expect(followingOwner(url('Following', { userId: '77', count: 20 }))).toBe('77');
  });
  test.each(['Followers', 'FollowersYouKnow', 'BlueVerifiedFollowers', 'SearchTimeline'])('not %s', (operation) => {
    expect(followingOwner(url(operation, { userId: '77' }))).toBeUndefined();
  });
  test('an address that cannot be decoded, or names nobody', () => {
    expect(followingOwner('https://x.com/i/api/graphql/aB3/Following?variables=%E0%A4%A')).toBeUndefined();
    expect(followingOwner(url('Following', { userId: 'me' }))).toBeUndefined();
  });
  test('the accounts of the answer are followed by its owner', () => {
    const user = (id: string) => ({
      content: {
        itemContent: { user_results: { result: { __typename: 'User', rest_id: id, core: { screen_name: `a${id}` } } } },
      },
    });
    const body = JSON.stringify({
      data: {
        user: {
          result: {
            timeline: {
              timeline: { instructions: [{ type: 'TimelineAddEntries', entries: [user('5'), user('6'), user('77')] }] },
            },
          },
        },
      },
    });
    const result = site.parse({
      url: url('Following', { userId: '77' }),
      pageUrl: 'https://x.com/a77/following',
      capturedAtMs: 0,
      body,
    });
    expect(result.ok && result.parsed.follows).toEqual({ accountId: '77', accountIds: ['5', '6'] });
  });
});
