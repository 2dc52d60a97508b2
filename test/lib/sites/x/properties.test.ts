import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Account, Post } from '../../../../lib/model';
import type { ParseResult } from '../../../../lib/sites/site';
import { parse } from '../../../../lib/sites/x/parse';
import { mergePosts } from '../../../../lib/sites/x/posts';
import { mergeAccounts } from '../../../../lib/sites/x/users';

const root = path.join(import.meta.dirname, '../../../fixtures/x');
const bodies = readdirSync(root).map((name) => readFileSync(path.join(root, name, 'response.json'), 'utf8'));
const trees = bodies.flatMap((body): unknown[] => {
  try {
    return [JSON.parse(body)];
  } catch {
    return [];
  }
});
const anyTree = fc.constantFrom(...trees);
const runs = { numRuns: 150 };

/** What holds of every result, whatever came in. */
function isSound(result: ParseResult): void {
  if (!result.ok) return;
  const { accounts, posts, promoted, protectedAccounts, unread } = result.parsed;
  const accountIds = accounts.map(({ id }) => id);
  expect(new Set(accountIds).size).toBe(accountIds.length);
  expect(new Set(posts.map(({ id }) => id)).size).toBe(posts.length);
  for (const count of [promoted, protectedAccounts, unread]) expect(count).toBeGreaterThanOrEqual(0);
  for (const post of posts) {
    expect(post.id).toMatch(/^\d{1,20}$/);
    expect(accountIds).toContain(post.authorId);
    expect(Number.isSafeInteger(post.createdAtMs)).toBe(true);
    if (post.repostOf !== undefined) expect(post.text).toBe('');
  }
  for (const record of [...posts, ...accounts]) {
    for (const value of Object.values(record)) expect(value).not.toBeOneOf([undefined, null, Number.NaN]);
  }
}

/** The same value with the keys of all its objects in another order. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => ({ key, inner: shuffled(inner, random), at: random() }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, inner }) => [key, inner]));
}

/** The same value with some of what is inside replaced, removed or put elsewhere. */
function mutated(value: unknown, random: () => number, strange: unknown): unknown {
  const dice = random();
  if (dice < 0.01) return strange;
  if (Array.isArray(value)) return value.map((item) => mutated(item, random, strange));
  if (typeof value !== 'object' || value === null) return dice < 0.04 ? strange : value;
  const entries = Object.entries(value).filter(() => random() > 0.01);
  return Object.fromEntries(
    entries.map(([key, inner]) => [random() < 0.01 ? 'result' : key, mutated(inner, random, strange)]),
  );
}

const dice = fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }));
const rolling = (stream: fc.Stream<number>) => () => stream.next().value ?? 0;

describe('no input makes the parser throw', () => {
  test('any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => isSound(parse({ body }))),
      runs,
    );
  });

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (body) => isSound(parse({ body }))),
      runs,
    );
  });

  test('any JSON where a post or an account should stand', () => {
    const names = fc.constantFrom(
      '__typename',
      'rest_id',
      'legacy',
      'core',
      'full_text',
      'tweet',
      'source',
      '__proto__',
      'entities',
    );
    const words = fc.oneof(
      fc.constantFrom('Tweet', 'User', 'TweetWithVisibilityResults', '2095449302807347200'),
      fc.string(),
    );
    const node = fc.object({ key: names, values: [words, fc.double(), fc.constant(null), fc.boolean()], maxDepth: 4 });
    const place = fc.constantFrom('tweet_results', 'user_results', 'quoted_status_result', 'user');
    fc.assert(
      fc.property(node, place, (result, key) =>
        isSound(parse({ body: JSON.stringify({ data: { [key]: { result } } }) })),
      ),
      { numRuns: 500 },
    );
  });

  test('any fixture with parts replaced, removed or renamed', () => {
    fc.assert(
      fc.property(anyTree, dice, fc.jsonValue({ maxDepth: 2 }), (tree, stream, strange) =>
        isSound(parse({ body: JSON.stringify(mutated(tree, rolling(stream), strange)) })),
      ),
      { numRuns: 400 },
    );
  });

  test('any fixture cut anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.double({ min: 0, max: 1, noNaN: true }), (body, share) =>
        isSound(parse({ body: body.slice(0, Math.floor(body.length * share)) })),
      ),
      runs,
    );
  });
});

test('the order of keys changes nothing, not even the order of posts', () => {
  fc.assert(
    fc.property(anyTree, dice, (tree, stream) => {
      const plain = parse({ body: JSON.stringify(tree) });
      const other = parse({ body: JSON.stringify(shuffled(tree, rolling(stream))) });
      expect(JSON.stringify(other)).toBe(JSON.stringify(plain));
    }),
    { numRuns: 300 },
  );
});

test('the same answer twice over holds no more than once', () => {
  fc.assert(
    fc.property(anyTree, (tree) => {
      const once = parse({ body: JSON.stringify({ data: { a: tree } }) });
      const twice = parse({ body: JSON.stringify({ data: { a: tree, b: tree } }) });
      if (!once.ok || !twice.ok) return expect(twice.ok).toBe(once.ok);
      expect(twice.parsed.posts).toEqual(once.parsed.posts);
      expect(twice.parsed.accounts).toEqual(once.parsed.accounts);
      expect(twice.parsed.protectedAccounts).toBe(once.parsed.protectedAccounts);
    }),
    runs,
  );
});

describe('merging copies depends on no order and loses nothing', () => {
  const word = fc.constantFrom('', 'a', 'b', 'longer');
  const count = fc.nat(3);
  const account = fc.record(
    { id: fc.constant('7'), handle: fc.constantFrom('x', 'y'), bio: word, followers: count, createdAtMs: count },
    { requiredKeys: ['id'] },
  ) as fc.Arbitrary<Account>;
  const list = fc.uniqueArray(fc.constantFrom('p', 'q', 'r'), { maxLength: 2 });
  const post = fc.record(
    {
      id: fc.constant('9'),
      authorId: fc.constant('7'),
      createdAtMs: fc.constant(5),
      text: word,
      client: fc.constantFrom('one', 'two'),
      quoteOf: fc.constant('3'),
      links: list,
      hashtags: list,
      mentions: list,
    },
    { requiredKeys: ['id', 'authorId', 'createdAtMs', 'text', 'links', 'hashtags', 'mentions'] },
  ) as fc.Arbitrary<Post>;
  const shuffledPair = <T>(item: fc.Arbitrary<T>) =>
    fc
      .array(item, { minLength: 1, maxLength: 5 })
      .chain((copies) => fc.tuple(fc.constant(copies), fc.shuffledSubarray(copies, { minLength: copies.length })));

  test('accounts', () => {
    fc.assert(
      fc.property(shuffledPair(account), ([copies, other]) => {
        const merged = mergeAccounts(copies);
        expect(mergeAccounts(other)).toEqual(merged);
        expect(new Set(Object.keys(merged))).toEqual(new Set(copies.flatMap(Object.keys)));
        if (copies.some(({ bio }) => bio)) expect(merged.bio).not.toBe('');
      }),
    );
  });

  test('posts', () => {
    fc.assert(
      fc.property(shuffledPair(post), ([copies, other]) => {
        const merged = mergePosts(copies);
        expect(mergePosts(other)).toEqual(merged);
        expect(merged.text.length).toBe(Math.max(...copies.map(({ text }) => text.length)));
        expect(new Set(merged.hashtags)).toEqual(new Set(copies.flatMap(({ hashtags }) => hashtags)));
        expect(new Set(Object.keys(merged))).toEqual(new Set(copies.flatMap(Object.keys)));
      }),
    );
  });
});
