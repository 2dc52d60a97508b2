import { describe, expect, test } from 'vitest';
import { wants } from '../../../../lib/sites/x/wants';

const id = 'Ab_-9';
const timeline = `/i/api/graphql/${id}/SearchTimeline`;

describe('timeline responses are copied', () => {
  test.each([
    timeline,
    `${timeline}?variables=%7B%22rawQuery%22%3A%22%23x%22%7D&features=%7B%7D`,
    `https://x.com${timeline}`,
    `https://x.com:443${timeline}?a=1`,
    `https://X.com${timeline}`,
    `https://twitter.com${timeline}#part`,
    `https://mobile.twitter.com${timeline}`,
    `https://www.x.com${timeline}`,
    `https://api.x.com/graphql/${id}/TweetDetail?x=1`,
    `https://api.twitter.com/graphql/${id}/UserTweets`,
    `/i/api/graphql/${id}/SomeOperationOfNextYear`,
    `/i/api/graphql/${id}/AboutAccountQuery`,
    `/i/api/graphql/${id}/UserPhotoTimeline`,
    `/i/api/graphql/${id}/LikedMediaTimeline`,
    // A word of the query says nothing about the operation.
    `${timeline}?variables=%7B%22rawQuery%22%3A%22dm%20inbox%22%7D`,
  ])('%s', (url) => {
    expect(wants(url)).toBe(true);
  });
});

describe('private conversations are never copied', () => {
  test.each([
    'DmAllSearchSlice',
    'DMMessageDeleteMutation',
    'useDMReactionMutationAddMutation',
    'dmInbox',
    'list_dm_events',
    'DirectMessages',
    'useSendMessageMutation',
    'GetInboxPageRequestQuery',
    'InboxTimeline',
    'GetConversationPageQuery',
    'ConversationTimeline',
    'GetInitialXChatPageQuery',
    'GetPublicKeys',
    'GrokConversationItemsByRestId',
    'UserDMs',
    'AudioSpaceDm',
  ])('%s', (operation) => {
    expect(wants(`/i/api/graphql/${id}/${operation}`)).toBe(false);
    expect(wants(`https://x.com/i/api/graphql/${id}/${operation}?variables=1`)).toBe(false);
    expect(wants(`https://api.x.com/graphql/${id}/${operation}`)).toBe(false);
  });

  test.each([
    '/i/api/1.1/dm/inbox_initial_state.json',
    'https://x.com/i/api/1.1/dm/user_updates.json',
    '/1.1/dm/x.json',
  ])('%s', (url) => {
    expect(wants(url)).toBe(false);
  });
});

describe('nothing else is copied', () => {
  test.each([
    '',
    '/',
    'https://x.com/home',
    '/i/api/2/notifications/all.json',
    '/i/api/1.1/jot/client_event.json',
    '/i/api/graphql/',
    `/i/api/graphql/${id}`,
    `/graphql/${id}/SearchTimeline`,
    `https://x.com/graphql/${id}/SearchTimeline`,
    `https://api.x.com/i/api/graphql/${id}/SearchTimeline`,
    `${timeline}/more`,
    `/i/api/graphql/../../1.1/dm/inbox.json`,
    `/i/api/graphql/${id}/Search%54imeline`,
    `http://x.com${timeline}`,
    `https://x.com:8443${timeline}`,
    `https://x.com.example.org${timeline}`,
    `https://notx.com${timeline}`,
    `https://someone@x.com${timeline}`,
    `https://example.org/?next=https://x.com${timeline}`,
    `/elsewhere?u=${timeline}`,
    `blob:https://x.com${timeline}`,
    `//example.org${timeline}`,
    `${timeline}\n`,
  ])('%j', (url) => {
    expect(wants(url)).toBe(false);
  });
});
