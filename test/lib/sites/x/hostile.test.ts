import { describe, expect, test } from 'vitest';
import { BODY_CAP } from '../../../../lib/messages';
import type { Parsed } from '../../../../lib/sites/site';
import { parse } from '../../../../lib/sites/x/parse';
import { NODE_CAP } from '../../../../lib/sites/x/walk';

const id = '2095449302807347200';
const user = { __typename: 'User', rest_id: '77', core: { screen_name: 'made_up', name: 'Made Up' } };
const post = (more: object = {}, legacy: object = {}) => ({
  __typename: 'Tweet',
  rest_id: id,
  core: { user_results: { result: user } },
  legacy: { full_text: 'hello', ...legacy },
  ...more,
});
const around = (...results: unknown[]) => ({
  data: { list: results.map((result) => ({ tweet_results: { result } })) },
});
const parsed = (value: unknown): Parsed => {
  const result = parse({ body: typeof value === 'string' ? value : JSON.stringify(value) });
  if (!result.ok) throw new Error(result.reason);
  return result.parsed;
};
const reason = (body: unknown) => {
  const result = parse({ body: body as string });
  return result.ok ? 'ok' : result.reason;
};

describe('bodies that are no answer', () => {
  test.each([
    ['nothing', '', 'not-json'],
    ['words', '<!doctype html><title>Over capacity</title>', 'not-json'],
    ['a cut answer', JSON.stringify(around(post())).slice(0, -9), 'not-json'],
    ['a number', '17', 'not-a-timeline'],
    ['null', 'null', 'not-a-timeline'],
    ['a word', '"data"', 'not-a-timeline'],
    ['a list', JSON.stringify([around(post())]), 'not-a-timeline'],
    ['an empty object', '{}', 'not-a-timeline'],
    ['data that is a list', '{"data":[]}', 'not-a-timeline'],
    ['an error', '{"errors":[{"code":29}],"data":{"user":{}}}', 'error-body'],
    ['no string at all', undefined, 'not-json'],
    ['one above the cap', ' '.repeat(BODY_CAP + 1), 'too-large'],
  ])('%s', (_, body, why) => {
    expect(reason(body)).toBe(why);
  });

  test('no errors in a list of errors is no error', () => {
    expect(parsed({ errors: [], data: {} }).posts).toEqual([]);
  });
});

describe('nesting', () => {
  test('100,000 lists in one another do no harm', () => {
    const body = `{"data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(['ok', 'not-json']).toContain(reason(body));
  });

  test('100,000 objects in one another do no harm, and what stands beside them is read', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const body = `{"data":{"deep":${deep},"list":${JSON.stringify(around(post()))}}}`;
    const result = parse({ body });
    if (result.ok) {
      expect(result.parsed.posts.map((p) => p.id)).toEqual([id]);
      expect(result.parsed.unread).toBe(1);
    } else {
      expect(result.reason).toBe('not-json');
    }
  });

  test('5,000 posts that quote one another are cut off, not overflown', () => {
    let body = JSON.stringify(post());
    for (let i = 0; i < 5_000; i += 1) {
      const outer = JSON.stringify(post({ rest_id: String(BigInt(id) + BigInt(i)) }));
      body = `${outer.slice(0, -1)},"quoted_status_result":{"result":${body}}}`;
      if (i % 500 === 499) expect(parsed(`{"data":{"tweetResult":{"result":${body}}}}`).unread).toBe(1);
    }
  }, 20_000);
});

describe('size', () => {
  test('a list of a million nulls around a post', () => {
    expect(
      parsed({ data: { list: [...Array(1_000_000).fill(null), { tweet_results: { result: post() } }] } }).posts,
    ).toHaveLength(1);
  });

  test('more objects than the cap: what was reached is kept, the rest counts as unread', () => {
    const found = parsed({ data: { a: around(post()), b: Array.from({ length: NODE_CAP }, () => ({})) } });
    expect(found.posts).toHaveLength(1);
    expect(found.unread).toBe(1);
  });

  test('a name of 10,000 characters and a text of a million are cut, never within a character', () => {
    const result = { ...user, core: { screen_name: 'made_up', name: `x${'🌴'.repeat(5_000)}` } };
    const found = parsed(
      around(post({ core: { user_results: { result } } }, { full_text: `x${'🌴'.repeat(500_000)}` })),
    );
    expect(found.accounts[0]?.name).toBe(`x${'🌴'.repeat(99)}`);
    expect(found.posts[0]?.text).toBe(`x${'🌴'.repeat(14_999)}`);
  });

  test('a source of a million open brackets takes no time', () => {
    const found = parsed(around(post({ source: '<'.repeat(1_000_000) })));
    expect(found.posts[0]?.client).toBe('<'.repeat(200));
  });

  test('a post with 100,000 tags keeps some of them', () => {
    const hashtags = Array.from({ length: 100_000 }, (_, n) => ({ text: `tag${n}` }));
    expect(parsed(around(post({}, { entities: { hashtags } }))).posts[0]?.hashtags).toHaveLength(500);
  });
});

describe('names that mean something to the language', () => {
  test('__proto__ as a key changes nothing, anywhere', () => {
    const body = JSON.stringify(around(post())).replaceAll(
      '"rest_id"',
      '"__proto__":{"rest_id":"1","protected":true},"rest_id"',
    );
    const found = parsed(body);
    expect(found.posts.map((p) => p.id)).toEqual([id]);
    expect(found.accounts.map((a) => a.id)).toEqual(['77']);
    expect(({} as Record<string, unknown>).rest_id).toBeUndefined();
  });

  test('a post that inherits its id has none', () => {
    const body = JSON.stringify(around(post())).replace(`"rest_id":"${id}"`, `"__proto__":{"rest_id":"${id}"}`);
    const found = parsed(body);
    expect(found.posts).toEqual([]);
    expect(found.unread).toBe(1);
  });

  test('ids and tags named like methods', () => {
    const found = parsed(
      around(post({}, { entities: { hashtags: [{ text: 'constructor' }, { text: '__proto__' }] } })),
    );
    expect(found.posts[0]?.hashtags).toEqual(['constructor', '__proto__']);
  });
});

test('each unreadable post counts once and stops nothing', () => {
  const bad = [
    post({ rest_id: 12 }),
    post({ rest_id: 'abc' }),
    post({ rest_id: '' }),
    post({ rest_id: '1234567890123456789012' }),
    post({ core: {} }),
    post({}, { full_text: 5 }),
    { __typename: 'Tweet' },
    { __typename: 'TweetOfTheFuture' },
  ];
  const found = parsed(around(...bad, post()));
  expect(found.unread).toBe(bad.length);
  expect(found.posts).toHaveLength(1);
});

test('every author is among the accounts, and none is there twice', () => {
  const found = parsed(
    around(post(), post({ rest_id: '2095449302807347201' }), post({ core: {} }, { user_id_str: '78' })),
  );
  const ids = found.accounts.map((a) => a.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { authorId } of found.posts) expect(ids).toContain(authorId);
});
