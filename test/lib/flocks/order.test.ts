/** The same posts give the same flocks, counts and verdicts, whatever the order, the captures, the pages and the repeats. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBench, verdictOf } from '../../../lib/judge';
import { defaultSettings } from '../../../lib/settings';
import { type MemoryLog, memoryLog } from '../../../lib/store/memory-log';
import { openUnit } from '../../../lib/unit';
import { type Story, story } from '../story';
import { captureOf, flocksIn, openWorld } from '../world';

const handles = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const two = (n: number) => String(n).padStart(2, '0');

/** Few accounts, few texts, variants that touch one another, moments close together: everything meets. */
const line = (texts: number) =>
  fc
    .record({
      by: fc.constantFrom(...handles),
      text: fc.nat(texts).map((n) => `text${n}`),
      variant: fc.constantFrom(0, 0, 0, 1, 2, 3, 4, 5),
      hour: fc.integer({ min: 10, max: 11 }),
      second: fc.nat(16),
      how: fc.constantFrom('', '', '', '', '', ' goes on'),
      client: fc.constantFrom('', ' via TweetDeck', ' via Twitter for iPhone'),
    })
    .map(
      ({ by, text, variant, hour, second, how, client }) =>
        `@${by}${how}: ${text}${variant ? `~${variant}` : ''} at ${hour}:00:${two(second)}${client}`,
    );
const lines = fc.integer({ min: 3, max: 20 }).chain((n) => fc.array(line(n), { minLength: 15, maxLength: 45 }));
const page = lines.map((told) => {
  const joined = handles.map((one, i) => `@${one} joined 2014-0${i + 1}-11`);
  return story([...joined, ...told].join('\n'));
});

/** One way in which a page can come: captures of one to many posts in any order, some posts again and again. */
const way = (told: Story) =>
  fc.array(fc.tuple(fc.nat(told.posts.length - 1), fc.nat(6)), { maxLength: 30 }).chain((repeats) =>
    fc
      .tuple(
        fc.shuffledSubarray([...told.posts.keys()], { minLength: told.posts.length }),
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
      )
      .map(([order, sizes]) => {
        const captures: Story[] = [];
        for (let at = 0, n = 0; at < order.length; n++) {
          const size = sizes[n % sizes.length]!;
          const again = repeats.filter(([, capture]) => capture === n).map(([post]) => post);
          const posts = [...order.slice(at, at + size), ...again].map((i) => told.posts[i]!);
          captures.push({
            posts,
            accounts: told.accounts.filter(({ id }) => posts.some((one) => one.authorId === id)),
          });
          at += size;
        }
        return captures;
      }),
  );

/** On a busy machine as many cases as a minute allows; a failure is made smaller for as long, then told as it stands. */
const patience = { interruptAfterTimeLimit: 60_000 };

async function seenAs(captures: readonly Story[]): Promise<MemoryLog> {
  const log = memoryLog();
  const world = openWorld(log);
  for (const told of captures) await world.take(captureOf(told));
  await world.settle();
  return log;
}

/** All that must not depend on the order. Names of flocks and of roots may: they are found by their members. */
async function outcome(log: MemoryLog) {
  const groups = new Map<string, { texts: string[]; accounts: number }>();
  for (const { key, root } of log.rows.texts.values()) {
    const group = groups.get(root) ?? { texts: [], accounts: log.rows.texts.get(root)!.accounts };
    group.texts.push(key);
    groups.set(root, group);
  }
  const bench = openBench(openUnit(log), defaultSettings);
  const levels: Record<string, unknown> = {};
  for (const id of [...log.rows.evidence.keys()].toSorted()) {
    const verdict = (await verdictOf(bench, id))?.verdict;
    levels[id] = [verdict?.level, verdict?.findings.map((one) => [one.fingerprint, one.outcome, one.observed, one.n])];
  }
  return {
    flocks: flocksIn(log),
    groups: [...groups.values()]
      .map(({ texts, accounts }) => ({ texts: texts.toSorted(), accounts }))
      .toSorted((a, b) => (a.texts[0]! < b.texts[0]! ? -1 : 1)),
    pages: [...log.rows.pages.values()].map(({ key, posts, accounts, newestMs }) => ({
      key,
      posts,
      accounts,
      newestMs,
    })),
    levels,
  };
}

describe('the order of posts does not matter', () => {
  test('one capture of all, or many in any order with repeats: the same flocks, counts and levels', async () => {
    const ways = page.chain((told) => fc.tuple(fc.constant(told), way(told)));
    await fc.assert(
      fc.asyncProperty(ways, async ([told, captures]) => {
        expect(await outcome(await seenAs(captures))).toEqual(await outcome(await seenAs([told])));
      }),
      { numRuns: 150, ...patience },
    );
  }, 120_000);

  test('what is kept of a verdict is what would be said now, and what a page counts are its verdicts', async () => {
    const ways = page.chain(way);
    await fc.assert(
      fc.asyncProperty(ways, async (captures) => {
        const log = await seenAs(captures);
        const bench = openBench(openUnit(log), defaultSettings);
        for (const [id, kept] of log.rows.verdicts)
          expect((await verdictOf(bench, id))?.verdict.level).toBe(kept.level);
        for (const row of log.rows.pages.values()) {
          for (const level of ['strong', 'weak'] as const) {
            const badged = [...log.rows.evidence.values()].filter(
              ({ id }) => log.rows.verdicts.get(id)?.level === level,
            );
            const counts = badged.flatMap(({ pages }) => pages[row.key] ?? []);
            expect(row[level]).toEqual({ accounts: counts.length, posts: counts.reduce((sum, n) => sum + n, 0) });
          }
        }
      }),
      { numRuns: 50, ...patience },
    );
  }, 120_000);

  test("a flock's counts are those of its members' posts, and its pool's texts", async () => {
    await fc.assert(
      fc.asyncProperty(page.chain(way), async (captures) => {
        const log = await seenAs(captures);
        for (const [id, row] of log.rows.flocks) {
          if (row.into !== undefined) continue;
          const members = [...log.rows.evidence.values()].filter((one) => one.flock === id);
          const roots = [...log.rows.texts.values()].filter((text) => text.flock === id);
          const pool = new Set(roots.map((root) => root.key));
          const inPool = members
            .flatMap((one) => one.posts)
            .filter(({ text }) => pool.has(log.rows.texts.get(text ?? '')?.root ?? ''));
          expect(row).toMatchObject({ accounts: members.length, posts: inPool.length, texts: roots.length });
          expect(row.sample.map((one) => one.id).toSorted()).toEqual(members.map((one) => one.id).toSorted());
          for (const root of roots) expect(root.root).toBe(root.key);
        }
      }),
      { numRuns: 100, ...patience },
    );
  }, 120_000);
});
