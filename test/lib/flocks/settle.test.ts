import { describe, expect, test } from 'vitest';
import { ids, seen } from '../world';

const twelve = Array.from({ length: 12 }, (_, i) => `@one${i}`);

describe('what ties accounts', () => {
  test('one shared text never does, however many share it', async () => {
    const { flocks, log } = await seen(twelve.map((one) => `${one}: bread`).join('\n'));
    expect(flocks()).toEqual([]);
    expect([...log.rows.texts.values()].map((text) => text.accounts)).toEqual([12]);
  });

  test('two shared texts do', async () => {
    const { flocks } = await seen(`
      @a: bread
      @b: bread
      @a: milk
      @b: milk
      @c: bread
    `);
    expect(flocks()).toEqual([{ members: ids('a', 'b'), accounts: 2, posts: 4, texts: 2 }]);
  });

  test('near-same texts are one text', async () => {
    const once = await seen(`
      @a: bread
      @b: bread~1
      @a: bread~2
      @b: bread
    `);
    expect(once.flocks()).toEqual([]);
    const twice = await seen(`
      @a: bread
      @b: bread~1
      @a: milk~1
      @b: milk
    `);
    expect(twice.flocks()).toEqual([{ members: ids('a', 'b'), accounts: 2, posts: 4, texts: 2 }]);
  });

  test('repeating oneself does not', async () => {
    const { flocks } = await seen(`
      @a: bread at 12:00:04
      @a: milk at 12:00:08
      @a: bread at 13:00:04
      @a: milk at 13:00:08
    `);
    expect(flocks()).toEqual([]);
  });

  test.each([
    ['reposts', ['@a reposts @c', '@b reposts @c', '@a reposts @d', '@b reposts @d']],
    ['reposts by hand', ['@a: "RT @c Q"', '@b: "RT @c Q"', '@a: "RT @d W"', '@b: "RT @d W"']],
    [
      'texts under thirty letters',
      ['@a: "good morning"', '@b: "good morning"', '@a: "good night"', '@b: "good night"'],
    ],
    ['hashtags and addresses', ['@a: "#Q"', '@b: "#Q"', '@a: "https://Q.example/"', '@b: "https://Q.example/"']],
    ['emoji and flags', ['@a: "🇸🇦🌴E"', '@b: "🇸🇦🌴E"', '@a: "🇪🇬E"', '@b: "🇪🇬E"']],
  ])('%s do not', async (_what, lines) => {
    const long = lines.map((line) =>
      line.replace('Q', 'x'.repeat(60)).replace('W', 'wordy'.repeat(12)).replace('E', '🌹'.repeat(40)),
    );
    const { flocks } = await seen(long.join('\n'));
    expect(flocks()).toEqual([]);
  });

  test('thirty letters are compared, twenty-nine are not', async () => {
    const pair = (letters: number) =>
      ['abc', 'xyz'].flatMap((start) => {
        const words = `${start}${'defghijklmnopqrstuvw0123456789ABCDE'.slice(0, letters - 3)}`;
        return [`@a: "${words}"`, `@b: "${words.split('').join(' ')}"`];
      });
    expect((await seen(pair(29).join('\n'))).flocks()).toEqual([]);
    expect((await seen(pair(40).join('\n'))).flocks()).toEqual([]);
  });
});

describe('what ties pools of texts', () => {
  const twoPools = `
    @a: bread
    @b: bread
    @a: milk
    @b: milk
    @c: fish
    @d: fish
    @c: salt
    @d: salt
  `;

  test('nothing: two campaigns stay two', async () => {
    const { flocks } = await seen(twoPools);
    const members = flocks().map((flock) => flock.members);
    expect(members).toHaveLength(2);
    expect(members).toContainEqual(ids('a', 'b'));
    expect(members).toContainEqual(ids('c', 'd'));
  });

  test('one text of each, posted by one account: still two', async () => {
    const { flocks } = await seen(`${twoPools}
      @e: bread
      @e: fish
    `);
    expect(flocks().map((flock) => flock.accounts)).toEqual([2, 2]);
  });

  test('one text of each, posted by two accounts: one flock', async () => {
    const { flocks } = await seen(`${twoPools}
      @e: bread
      @e: fish
      @f: fish
      @f: bread
    `);
    expect(flocks()).toEqual([{ members: ids('a', 'b', 'c', 'd', 'e', 'f'), accounts: 6, posts: 12, texts: 4 }]);
  });

  test('two texts of each, posted by one account: one flock', async () => {
    const { flocks } = await seen(`${twoPools}
      @e: bread
      @e: fish
      @e: milk
      @e: salt
    `);
    expect(flocks()).toEqual([{ members: ids('a', 'b', 'c', 'd', 'e'), accounts: 5, posts: 12, texts: 4 }]);
  });

  test('one text of each in one burst: one flock', async () => {
    const { flocks } = await seen(`${twoPools}
      @e: bread at 20:00:04
      @e: fish at 20:00:08
    `);
    expect(flocks()).toEqual([{ members: ids('a', 'b', 'c', 'd', 'e'), accounts: 5, posts: 10, texts: 4 }]);
  });

  test.each([
    ['eleven seconds apart', '@e: bread at 20:00:04', '@e: fish at 20:00:15'],
    ['in the same second', '@e: bread at 20:00:04', '@e: fish at 20:00:04'],
    ['in a thread', '@e: bread at 20:00:04', '@e goes on: fish at 20:00:08'],
  ])('one text of each, %s: still two', async (_how, one, other) => {
    const { flocks } = await seen(`${twoPools}\n${one}\n${other}`);
    expect(flocks().map((flock) => flock.accounts)).toEqual([2, 2]);
  });

  test('a burst holds for all that is said in it, not only for neighbours', async () => {
    const { flocks } = await seen(`${twoPools}
      @e: bread at 20:00:02
      @e: "words of my own that nobody else has ever written anywhere" at 20:00:05
      @e: fish at 20:00:08
    `);
    expect(flocks()).toHaveLength(1);
  });

  test('a text that makes two texts one, arriving last, ties what stood apart', async () => {
    const apart = `
      @a: bread
      @b: bread
      @a: milk
      @b: milk
      @c: bread~4
      @d: bread~4
      @c: milk
    `;
    const before = await seen(apart);
    expect(before.flocks()).toEqual([{ members: ids('a', 'b'), accounts: 2, posts: 4, texts: 2 }]);
    await before.see('@x: bread~2 at 23:00');
    expect(before.flocks()).toEqual([{ members: ids('a', 'b', 'c'), accounts: 3, posts: 6, texts: 2 }]);
  });

  test('the same the other way round: the group without a flock is the larger one', async () => {
    const apart = `
      @a: bread
      @b: bread
      @a: milk
      @b: milk
      @c: bread~5
      @d: bread~5
      @d: bread~6
      @d: bread~7
      @c: milk
    `;
    const before = await seen(apart);
    await before.see('@x: bread~3 at 23:00');
    await before.see('@x: bread~1 at 23:10');
    expect(before.flocks()).toEqual([{ members: ids('a', 'b', 'c'), accounts: 3, posts: 6, texts: 2 }]);
  });
});

describe('counts', () => {
  test('a post seen twice, in two captures and on two pages, counts once', async () => {
    const told = `
      @a: bread
      @b: bread
      @a: milk
      @b: milk
    `;
    const { see, flocks, log } = await seen(told);
    const before = flocks();
    await see(told, { page: 'milk', atMs: 5 });
    await see(told, { atMs: 6 });
    expect(flocks()).toEqual(before);
    expect([...log.rows.texts.values()].map((text) => text.accounts)).toEqual([2, 2]);
    expect([...log.rows.pages.values()].map(({ posts, accounts }) => [posts, accounts])).toEqual([
      [4, 2],
      [4, 2],
    ]);
  });

  test('a post that stands twice in one capture counts once', async () => {
    const { posts, accounts } = (await import('../story')).story('@a: bread\n@b: milk');
    const { log } = await seen({ posts: [...posts, ...posts], accounts });
    expect([...log.rows.evidence.values()].map((one) => one.posts.length)).toEqual([1, 1]);
    expect([...log.rows.pages.values()].map((page) => [page.posts, page.accounts])).toEqual([[2, 2]]);
  });

  test('all at one moment: two shared texts tie, nothing breaks', async () => {
    const lines = twelve.flatMap((one) => [`${one}: bread at 12:00:00`, `${one}: milk at 12:00:00`]);
    const { flocks } = await seen(lines.join('\n'));
    expect(flocks()).toEqual([{ members: ids(...twelve), accounts: 12, posts: 24, texts: 2 }]);
  });

  test('more than the kept posts of one account: the newest are kept, its flock stays', async () => {
    const many = Array.from(
      { length: 200 },
      (_, i) => `@a: own${i} at ${String(13 + Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`,
    );
    const { log, flocks, see } = await seen(
      `${many.join('\n')}\n@a: bread at 20:00\n@b: bread at 20:01\n@a: milk at 20:02\n@b: milk at 20:03`,
    );
    const [a] = [...log.rows.evidence.values()].toSorted((x, y) => y.posts.length - x.posts.length);
    expect(a?.posts).toHaveLength(128);
    const times = a!.posts.map((post) => post.atMs);
    expect(times).toEqual(times.toSorted((x, y) => y - x));
    expect(flocks().map((flock) => flock.accounts)).toEqual([2]);
    // Older posts, seen later, push nothing newer out.
    await see(Array.from({ length: 50 }, (_, i) => `@a: old${i} at 01:${String(i).padStart(2, '0')}`).join('\n'));
    expect(Math.min(...log.rows.evidence.get(a!.id)!.posts.map((post) => post.atMs))).toBe(Math.min(...times));
    expect(flocks().map((flock) => [flock.accounts, flock.posts])).toEqual([[2, 4]]);
  });

  test('an account that repeats an old text of its own is no second account', async () => {
    const filler = Array.from({ length: 140 }, (_, i) => `@a: own${i}`);
    const { log } = await seen(
      [
        '@a: bread at 00:01',
        ...filler.map(
          (line, i) =>
            `${line} at ${String(1 + Math.floor(i / 60)).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`,
        ),
        '@a: bread at 23:00',
      ].join('\n'),
    );
    expect(Math.max(...[...log.rows.texts.values()].map((text) => text.accounts))).toBe(1);
  });
});
