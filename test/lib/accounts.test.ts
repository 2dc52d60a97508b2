import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { handleKey, mergeAccount } from '../../lib/accounts';
import type { AccountRow } from '../../lib/log';
import type { Account } from '../../lib/model';

const DAY = 86_400_000;
const merged = (...seen: readonly (readonly [Partial<Account>, number])[]): AccountRow => {
  let row: AccountRow | undefined;
  for (const [account, atMs] of seen) row = mergeAccount(row, { id: '5', ...account }, atMs);
  return row!;
};

describe('by field', () => {
  test('what is absent erases nothing; what is there wins, the newer over the older', () => {
    const row = merged([{ handle: 'a', bio: 'old', followers: 5 }, 1 * DAY], [{ bio: 'new' }, 2 * DAY], [{}, 3 * DAY]);
    expect(row).toMatchObject({
      id: '5',
      handle: 'a',
      bio: 'new',
      followers: 5,
      firstSeenMs: DAY,
      lastSeenMs: 3 * DAY,
    });
  });

  test('a field that holds undefined is absent', () => {
    const poor = { id: '5', bio: undefined } as unknown as Account;
    const row = mergeAccount(merged([{ bio: 'words' }, DAY]), poor, 2 * DAY);
    expect(row.bio).toBe('words');
  });

  test('an older copy, arriving late, fills only what was unknown', () => {
    const row = merged([{ bio: 'new', handle: 'b' }, 2 * DAY], [{ bio: 'old', handle: 'a', location: 'Cairo' }, DAY]);
    expect(row).toMatchObject({ bio: 'new', handle: 'b', location: 'Cairo', firstSeenMs: DAY, lastSeenMs: 2 * DAY });
    expect(row.handles).toEqual([]);
  });

  test('nothing, 0, and false are values: a bio that was emptied is empty', () => {
    const row = merged(
      [{ bio: 'words', followers: 5, verified: true }, DAY],
      [{ bio: '', followers: 0, verified: false }, 2 * DAY],
    );
    expect(row).toMatchObject({ bio: '', followers: 0, verified: false });
  });
});

describe('handles', () => {
  test('a changed handle is remembered with the time until which it was seen', () => {
    const row = merged(
      [{ handle: 'first' }, 1],
      [{ handle: 'second' }, 2],
      [{ handle: 'second' }, 3],
      [{ handle: 'third' }, 4],
    );
    expect(row.handles).toEqual([
      { handle: 'first', untilMs: 2 },
      { handle: 'second', untilMs: 4 },
    ]);
    expect(row.handleKey).toBe('third');
  });
  test('are found whatever the case of their letters', () => {
    expect(handleKey('NEWS_1')).toBe(handleKey('news_1'));
    expect(merged([{ handle: 'AbC' }, 1]).handleKey).toBe('abc');
  });
  test('an account without handle has no key, and gets one later', () => {
    expect(merged([{}, 1])).not.toHaveProperty('handleKey');
    expect(merged([{}, 1], [{ handle: 'A' }, 2]).handleKey).toBe('a');
  });
});

describe('counts over time', () => {
  test('are kept once a day, in order, only those that were told', () => {
    const row = merged(
      [{ followers: 1, posts: 10 }, 0],
      [{ followers: 2 }, DAY / 2],
      [{ followers: 3 }, DAY],
      [{ bio: 'x' }, 2 * DAY],
      [{ posts: 5 }, 3 * DAY],
    );
    expect(row.counts).toEqual([
      { atMs: 0, followers: 1, posts: 10 },
      { atMs: DAY, followers: 3 },
      { atMs: 3 * DAY, posts: 5 },
    ]);
  });
  test('of late copies stand where they belong', () => {
    expect(merged([{ posts: 2 }, 5 * DAY], [{ posts: 1 }, 2 * DAY]).counts.map((one) => one.posts)).toEqual([1, 2]);
  });
  test('stay few over years', () => {
    const years = Array.from({ length: 900 }, (_, i) => [{ posts: i }, i * DAY] as const);
    const { counts } = merged(...years);
    expect(counts).toHaveLength(400);
    expect(counts.at(-1)?.posts).toBe(899);
  });
});

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const copy = fc
  .record({
    handle: some(fc.constantFrom('a', 'B', 'c')),
    bio: some(fc.constantFrom('', 'x', 'y')),
    posts: some(fc.nat(9)),
  })
  .map(
    (fields) =>
      Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Account>,
  );
const copies = fc.uniqueArray(
  fc.tuple(
    copy,
    fc.integer({ min: 0, max: 20 }).map((n) => n * (DAY / 2)),
  ),
  {
    selector: ([, atMs]) => atMs,
    minLength: 1,
    maxLength: 8,
  },
);

test('the same copy again changes nothing', () => {
  fc.assert(
    fc.property(copies, (seen) => {
      const row = merged(...seen);
      const [account, atMs] = seen.at(-1)!;
      expect(mergeAccount(row, { id: '5', ...account }, atMs)).toEqual(row);
    }),
  );
});

test('in order of time, each field holds what was told of it last', () => {
  fc.assert(
    fc.property(copies, (seen) => {
      const inOrder = seen.toSorted((a, b) => a[1] - b[1]);
      const row = merged(...inOrder);
      for (const field of ['handle', 'bio', 'posts'] as const) {
        expect(row[field]).toBe(inOrder.findLast(([account]) => account[field] !== undefined)?.[0][field]);
      }
    }),
  );
});
