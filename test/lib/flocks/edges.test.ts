/** Who is tied to whom, and by which posts: read off the log as a person would, pair by pair, and compared. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edge, tiesOf } from '../../../lib/flocks/edges';
import { defaultSettings } from '../../../lib/settings';
import type { MemoryLog } from '../../../lib/store/memory-log';
import { DAY_MS, idOf, story } from '../story';
import { captureOf, ids, seen } from '../world';

const NOON = DAY_MS + 12 * 3_600_000;
const number = (a: string, b: string) => a.length - b.length || (a < b ? -1 : 1);
const sorted = (pair: readonly string[]) => pair.toSorted(number);
const flockIds = (log: MemoryLog) => [...log.rows.flocks.values()].filter((one) => !one.into).map((one) => one.id);
const named = (edges: Iterable<Edge>) => [...edges].map(({ accounts }) => accounts.join(' ')).toSorted();

/** The only flock's ties. */
async function only(log: MemoryLog, strongest?: number) {
  const flocks = flockIds(log);
  expect(flocks).toHaveLength(1);
  return tiesOf(log, flocks[0]!, defaultSettings, strongest === undefined ? {} : { strongest });
}

describe('an edge', () => {
  test('is two accounts and the texts that both have posted, each with one post of either: who, what, when', async () => {
    const { log } = await seen(`
      @a: bread at 12:00:00
      @a: milk at 12:10:00
      @b: bread~1 at 12:00:06
      @b: milk at 12:09:00
      @b: salt at 12:30:00
    `);
    const [edge, ...more] = (await only(log)).edges();
    expect(more).toEqual([]);
    const [a, b] = sorted(ids('a', 'b')) as [string, string];
    const at = (one: string, secondsA: number, secondsB: number) =>
      NOON + 1000 * (one === idOf('a') ? secondsA : secondsB);
    expect(edge?.accounts).toEqual([a, b]);
    expect(edge?.ties.map((tie) => tie.posts.map((post) => post.atMs))).toEqual(
      [[at(a, 0, 6), at(b, 0, 6)], [at(a, 600, 540), at(b, 600, 540)]], // biome-ignore format: two posts a text
    );
    for (const { text, posts } of edge!.ties) {
      for (const [i, post] of posts.entries()) {
        const row = log.rows.posts.get(post.id)!;
        expect(row).toMatchObject({ authorId: edge!.accounts[i], createdAtMs: post.atMs });
        expect(log.rows.texts.get(row.textKey!)?.root).toBe(text);
      }
    }
  });

  test('of a text posted again and again names the two posts nearest in time', async () => {
    const { log } = await seen(`
      @a: bread at 01:00
      @a: bread at 05:00
      @a: bread at 09:00
      @b: bread at 02:30
      @b: bread at 09:02
      @b: bread at 23:00
      @a: milk at 10:00
      @b: milk at 11:00
    `);
    const [edge] = (await only(log)).edges();
    const hours = edge!.ties.map((tie) =>
      tie.posts.map((post) => (post.atMs - DAY_MS) / 3_600_000).toSorted((x, y) => x - y),
    );
    expect(hours).toEqual([
      [9, 9 + 2 / 60],
      [10, 11],
    ]);
  });

  test('one text in common makes none, also between two of one flock', async () => {
    const { log } = await seen(`
      @a: bread
      @a: milk
      @b: bread
      @b: milk
      @b: salt
      @b: fish
      @c: salt
      @c: fish
    `);
    const ties = await only(log);
    expect(ties.accounts).toEqual(sorted(ids('a', 'b', 'c')));
    expect(named(ties.edges())).toEqual([sorted(ids('a', 'b')).join(' '), sorted(ids('b', 'c')).join(' ')].toSorted());
    expect([ties.pairs, ...['a', 'b', 'c', 'nobody'].map((one) => ties.partners(idOf(one)))]).toEqual([2, 1, 2, 1, 0]);
    expect(ties.edgesOf(idOf('nobody'))).toEqual([]);
  });
});

test('two campaigns on one hashtag stay two flocks, and no edge leads from one to the other', async () => {
  const team = (name: string, texts: readonly string[]) =>
    Array.from({ length: 8 }, (_, i) => texts.map((text) => `@${name}${i}: ${text}`)).flat();
  const between = ['@x: bread', '@x: tea', '@x: "words that nobody but this one person has ever written here"'];
  const lines = [...team('red', ['bread', 'milk', 'fish']), ...team('blue', ['tea', 'rice', 'salt']), ...between];
  const { log, flocks } = await seen(lines.join('\n'));
  expect(flocks().map(({ accounts, texts }) => [accounts, texts])).toEqual([
    [8, 3],
    [8, 3],
  ]);
  const teams = ['red', 'blue'].map((name) => new Set(Array.from({ length: 8 }, (_, i) => idOf(`${name}${i}`))));
  for (const id of flockIds(log)) {
    const ties = await tiesOf(log, id, defaultSettings);
    const mine = teams.find((team) => team.has(ties.accounts[0]!))!;
    expect(ties.pairs).toBe(28);
    for (const { accounts, ties: shared } of ties.edges()) {
      expect(accounts.every((one) => mine.has(one))).toBe(true);
      expect(shared).toHaveLength(3);
    }
  }
});

/** Nine accounts, six texts: everything meets, and some stand in another flock or in none. */
const line = fc
  .record({
    by: fc.constantFrom(...'abcdefghi'),
    text: fc.constantFrom('bread', 'milk', 'fish', 'salt', 'tea', 'rice', 'rice~1'),
    at: fc.integer({ min: 0, max: 1439 }),
  })
  .map(
    ({ by, text, at }) =>
      `@${by}: ${text} at ${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
  );
const lines = fc.array(line, { minLength: 10, maxLength: 60 }).map((told) => told.join('\n'));

/** Texts that two members share, and how far apart their first posts stand: found by looking at every pair. */
function pairsOf(log: MemoryLog, flockId: string) {
  const members = [...log.rows.evidence.values()].filter((one) => one.flock === flockId).map((one) => one.id);
  const postsOf = (id: string) =>
    [...log.rows.posts.values()].flatMap((post) => {
      const root = log.rows.texts.get(post.textKey ?? '')?.root ?? '';
      return post.authorId === id && log.rows.texts.get(root)?.flock === flockId ? [{ ...post, root }] : [];
    });
  const first = (id: string) => Math.min(...postsOf(id).map((post) => post.createdAtMs));
  return members.flatMap((a) =>
    members.flatMap((b) => {
      const theirs = new Set(postsOf(b).map((post) => post.root));
      const shared = new Set(postsOf(a).flatMap(({ root }) => (theirs.has(root) ? [root] : [])));
      if (number(a, b) >= 0 || shared.size < 2) return [];
      return [{ a, b, shared: shared.size, apart: Math.abs(first(a) - first(b)) }];
    }),
  );
}

describe('all pairs', () => {
  test('are those that share two texts and more, each once, with every text they share', async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (told) => {
        const { log } = await seen(told);
        for (const id of flockIds(log)) {
          const ties = await tiesOf(log, id, defaultSettings, { strongest: Infinity });
          const expected = pairsOf(log, id);
          const edges = [...ties.edges()];
          const told = (pairs: readonly { a: string; b: string; shared: number }[]) =>
            pairs.map(({ a, b, shared }) => `${a} ${b} ${shared}`).toSorted();
          expect(told(edges.map(({ accounts: [a, b], ties: { length: shared } }) => ({ a, b, shared })))).toEqual(
            told(expected),
          );
          expect(ties.pairs).toBe(expected.length);
          for (const one of ties.accounts)
            expect(ties.partners(one)).toBe(expected.filter(({ a, b }) => a === one || b === one).length);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the strongest: no pair left out is stronger than those given of its accounts, and none is given that is not', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 4 }), async (told, strongest) => {
        const { log } = await seen(told);
        for (const id of flockIds(log)) {
          const ties = await tiesOf(log, id, defaultSettings, { strongest });
          const pairs = pairsOf(log, id).toSorted((x, y) => y.shared - x.shared || x.apart - y.apart);
          const given = named(ties.edges());
          expect(new Set(given).size).toBe(given.length);
          const [kept, wanted] = [new Set<string>(), new Set<string>()];
          for (const one of ties.accounts) {
            const own = pairs.filter(({ a, b }) => a === one || b === one);
            const least = own[strongest - 1] ?? own.at(-1);
            const chosen = ties.edgesOf(one);
            expect(chosen).toHaveLength(Math.min(strongest, own.length));
            for (const { accounts } of chosen) {
              const pair = own.find(({ a, b }) => accounts.every((side) => side === a || side === b))!;
              expect(accounts[0]).toBe(one);
              // Equals may stand for one another.
              const ahead = pair.shared - least!.shared;
              expect(ahead > 0 || (ahead === 0 && pair.apart <= least!.apart)).toBe(true);
              kept.add(sorted(accounts).join(' '));
            }
            for (const { a, b } of own) wanted.add(`${a} ${b}`);
          }
          expect(given).toEqual([...kept].toSorted());
          expect(given.every((pair) => wanted.has(pair))).toBe(true);
          expect(ties.pairs).toBe(wanted.size);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a large flock', () => {
  /** A pool of texts, each account with six of them in its own order; put as rows, as a long log holds them. */
  async function large(accounts: number, texts: number, each: number) {
    const { log } = await seen('@a: bread\n@b: bread\n@a: milk\n@b: milk');
    const [flock] = flockIds(log) as [string];
    const text = log.rows.texts.get(flock.slice(2))!;
    const [post] = story('@a: bread').posts;
    const names = Array.from({ length: texts }, (_, i) => `t${i}`);
    await log.shelves.texts.put(names.map((key) => ({ ...text, key, root: key, bands: [], flock })));
    for (let i = 0; i < accounts; i++) {
      const id = String(5_000_000 + i);
      await log.shelves.evidence.put([{ id, posts: [], pages: {}, flock }]);
      await log.shelves.posts.put(
        Array.from({ length: each }, (_, k) => ({
          ...post!,
          id: `${id}${k}`,
          authorId: id,
          createdAtMs: NOON + i * 8000 + k * 4000,
          textKey: names[(i * 7 + k * (texts > 10 ? 1 + (i % 5) : 1)) % texts]!,
          pages: [],
        })),
      );
    }
    return { log, flock };
  }

  test('1,711 accounts: each has its twenty strongest, and how many pairs stand behind them is told', async () => {
    const { log, flock } = await large(1711, 30, 6);
    const ties = await tiesOf(log, flock, defaultSettings);
    const degree = new Map<string, number>();
    let edges = 0;
    for (const { accounts, ties: shared } of ties.edges()) {
      edges++;
      expect(shared.length).toBeGreaterThanOrEqual(2);
      for (const one of accounts) degree.set(one, (degree.get(one) ?? 0) + 1);
    }
    expect(edges).toBeLessThanOrEqual(1711 * 20);
    expect(ties.pairs).toBeGreaterThan(10 * edges);
    expect(Math.min(...ties.accounts.slice(0, -2).map((id) => degree.get(id) ?? 0))).toBeGreaterThanOrEqual(20);
    expect(ties.partners('5000000')).toBeGreaterThan(100);
  });

  test('20,000 accounts with the same two texts, 200 million pairs: counted, and the first edges come at once', async () => {
    const { log, flock } = await large(20_000, 2, 2);
    const all = await tiesOf(log, flock, defaultSettings, { strongest: Infinity });
    expect(all.pairs).toBeGreaterThan(199_000_000);
    const [first] = all.edges();
    expect(first?.ties).toHaveLength(2);
    const few = await tiesOf(log, flock, defaultSettings, { strongest: 3 });
    // Those who began at nearly the same time: nobody is everybody's partner.
    const degree = new Map<string, number>();
    for (const { accounts } of few.edges()) for (const one of accounts) degree.set(one, (degree.get(one) ?? 0) + 1);
    expect(Math.max(...degree.values())).toBeLessThanOrEqual(12);
  });

  test('all at one moment: nobody is everybody’s partner either', async () => {
    const told = Array.from({ length: 60 }, (_, i) => `@m${i}: bread at 12:00:00\n@m${i}: milk at 12:00:00`);
    const { log } = await seen(told.join('\n'));
    const degree = new Map<string, number>();
    for (const { accounts } of (await only(log, 3)).edges())
      for (const one of accounts) degree.set(one, (degree.get(one) ?? 0) + 1);
    expect(Math.max(...degree.values())).toBeLessThanOrEqual(12);
  });
});

test('an account whose posts were taken out of the log is told with no partner, and breaks nothing', async () => {
  const { log, take } = await seen('@a: bread\n@b: bread\n@a: milk\n@b: milk');
  const [flock] = flockIds(log) as [string];
  await log.shelves.evidence.put([{ id: '77', posts: [], pages: {}, flock }]);
  const ties = await tiesOf(log, flock, defaultSettings);
  expect(ties.accounts).toContain('77');
  expect([ties.partners('77'), ties.edgesOf('77'), ties.pairs]).toEqual([0, [], 1]);
  await take(captureOf('@c: bread'));
});
