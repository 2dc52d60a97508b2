import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { AccountMessage, BODY_CAP, TapMessage } from '../../lib/messages';

const ok = (message: unknown) => v.safeParse(TapMessage, message).success;

describe('what comes from the page’s world', () => {
  test.each([
    [{ kind: 'body', url: '/i/api/graphql/x/SearchTimeline', body: '{}' }],
    [{ kind: 'too-large', url: '/x', length: 50_000_000 }],
    [{ kind: 'unreadable', url: '/x' }],
  ])('%j is let through', (message) => {
    expect(ok(message)).toBe(true);
  });

  test.each([
    [null],
    ['body'],
    [[]],
    [{}],
    [{ kind: 'eval', url: '/x', body: '' }],
    [{ kind: 'body', url: '/x' }],
    [{ kind: 'body', url: 5, body: '' }],
    [{ kind: 'body', url: '/x', body: ['{}'] }],
    [{ kind: 'body', url: '/x', body: '{}', headers: {} }],
    [{ kind: 'too-large', url: '/x', length: -1 }],
    [{ kind: 'too-large', url: '/x', length: Number.NaN }],
    [{ kind: 'too-large', url: '/x', body: '{}' }],
    [{ kind: 'unreadable', url: 'x'.repeat(10_000) }],
  ])('%j is not', (message) => {
    expect(ok(message)).toBe(false);
  });

  test('nor a body beyond the cap', () => {
    expect(ok({ kind: 'body', url: '/x', body: 'x'.repeat(BODY_CAP) })).toBe(true);
    expect(ok({ kind: 'body', url: '/x', body: 'x'.repeat(BODY_CAP + 1) })).toBe(false);
  });
});

test.each([
  [{ accountId: '44196397' }, true],
  [{ accountId: '1&tab=x' }, false],
  [{ accountId: 'amal' }, false],
  [{ accountId: 44196397 }, false],
  [{ handle: 'amal' }, false],
  [{ accountId: '1', url: 'https://x.com/' }, false],
  [undefined, false],
])('an account’s page is opened by the id alone: %j', (message, isOk) => {
  expect(v.safeParse(AccountMessage, message).success).toBe(isOk);
});
