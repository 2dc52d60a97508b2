/** What is read already goes through the same engine: the same rows, flocks and verdicts as live, however it is cut into chunks. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRows } from '../../lib/accounts';
import type { Imported } from '../../lib/formats/imported';
import { ingestParsed } from '../../lib/ingest-parsed';
import { openBench, verdictOf } from '../../lib/judge';
import { judgeWaiting } from '../../lib/judge-waiting';
import type { AccountRow } from '../../lib/log';
import { isMade, madeAccountId, madePostId } from '../../lib/made-ids';
import type { Post } from '../../lib/model';
import { defaultSettings } from '../../lib/settings';
import { type MemoryLog, memoryLog } from '../../lib/store/memory-log';
import { openUnit } from '../../lib/unit';
import { idOf, type Story, story } from './story';
import { captureOf, flocksIn, openWorld } from './world';

const settings = defaultSettings;
const AT_MS = Date.UTC(2016, 6, 27);

const handles = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const line = fc
  .record({
    by: fc.constantFrom(...handles),
    text: fc.nat(4),
    variant: fc.constantFrom(0, 0, 0, 1, 5),
    hour: fc.integer({ min: 10, max: 11 }),
    second: fc.integer({ min: 10, max: 26 }),
    client: fc.constantFrom('', ' via TweetDeck'),
  })
  .map(
    ({ by, text, variant, hour, second, client }) =>
      `@${by}: text${text}${variant ? `~${variant}` : ''} at ${hour}:00:${second}${client}`,
  );
const told = fc
  .array(line, { minLength: 15, maxLength: 45 })
  .map((lines) => story([...handles.map((one, i) => `@${one} joined 2014-0${i + 1}-11`), ...lines].join('\n')));

/** As a file has it: a post with its author a record. */
const itemsOf = ({ posts, accounts }: Story, pages: readonly string[] = ['hashtag:bread']): readonly Imported[] =>
  posts.map((post) => ({
    kind: 'seen',
    accounts: accounts.filter(({ id }) => id === post.authorId),
    posts: [post],
    pages,
    atMs: AT_MS,
  }));

async function imported(items: readonly Imported[], sizes: readonly number[], log = memoryLog()): Promise<MemoryLog> {
  for (let at = 0, n = 0; at < items.length; n++) {
    const size = sizes[n % sizes.length]!;
    await ingestParsed(items.slice(at, at + size), log, settings);
    at += size;
  }
  while (await judgeWaiting(log, settings, 3));
  return log;
}

const levelsIn = (log: MemoryLog) =>
  Object.fromEntries([...log.rows.verdicts.values()].map(({ accountId, level }) => [accountId, level]).toSorted());
/** Kept verdicts are what would be said now. */
async function stale(log: MemoryLog): Promise<readonly string[]> {
  const bench = openBench(openUnit(log), settings);
  const wrong: string[] = [];
  for (const { accountId, level } of log.rows.verdicts.values()) {
    if ((await verdictOf(bench, accountId))?.verdict.level !== level) wrong.push(accountId);
  }
  return wrong;
}

test('in any chunks: the flocks, the levels and the tallies of the live page', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(told, sizes, async (page, cut) => {
      const live = memoryLog();
      const world = openWorld(live);
      for (const post of page.posts) {
        await world.take(
          captureOf({ posts: [post], accounts: page.accounts.filter(({ id }) => id === post.authorId) }),
        );
      }
      await world.settle();
      const log = await imported(itemsOf(page), cut);
      expect(flocksIn(log)).toEqual(flocksIn(live));
      expect(levelsIn(log)).toEqual(levelsIn(live));
      expect(await stale(log)).toEqual([]);
      const tally = ({ rows }: MemoryLog) =>
        [...rows.pages.values()].map(({ key, posts, accounts, strong, weak }) => ({
          key,
          posts,
          accounts,
          strong,
          weak,
        }));
      expect(tally(log)).toEqual(tally(live));
      expect(log.rows.posts).toEqual(live.rows.posts);
    }),
    { numRuns: 25, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false },
  );
});

test('the same again changes no row', async () => {
  await fc.assert(
    fc.asyncProperty(told, async (page) => {
      const log = await imported(itemsOf(page), [7]);
      const before = structuredClone([...log.rows.posts, ...log.rows.accounts, ...log.rows.verdicts]);
      const flocks = flocksIn(log);
      await imported(itemsOf(page), [5], log);
      expect([...log.rows.posts, ...log.rows.accounts, ...log.rows.verdicts]).toEqual(before);
      expect(flocksIn(log)).toEqual(flocks);
    }),
    { numRuns: 10 },
  );
});

describe('what is stored stays', () => {
  const post = (more: Partial<Post> = {}): Post => ({
    id: '757961743000000123',
    authorId: '48',
    createdAtMs: 1_469_547_136_436,
    text: 'fresh bread for everybody who comes early',
    links: [],
    hashtags: [],
    mentions: [],
    ...more,
  });
  const seen = (more: Partial<Post> = {}, atMs = AT_MS): Imported => ({
    kind: 'seen',
    accounts: [{ id: '48', handle: 'baker', followers: 5 }],
    posts: [post(more)],
    pages: ['hashtag:bread'],
    atMs,
  });

  test('a copy fills what was unknown, and changes nothing that was known', async () => {
    const log = await imported([seen({ client: 'TweetDeck' })], [1]);
    await imported([seen({ client: 'Another', text: 'cut…', lang: 'en', hashtags: ['bread'] })], [1], log);
    const [row] = log.rows.posts.values();
    expect(row).toMatchObject({ text: post().text, client: 'TweetDeck', lang: 'en', hashtags: ['bread'] });
  });

  test('a client learned later is evidence like one known from the start', async () => {
    const late = await imported([seen()], [1]);
    await imported([seen({ client: 'TweetDeck' })], [1], late);
    const early = await imported([seen({ client: 'TweetDeck' })], [1]);
    expect([...late.rows.evidence.values()]).toEqual([...early.rows.evidence.values()]);
  });

  test('an older profile fills gaps only, a newer one holds', async () => {
    const log = await imported([seen({}, AT_MS)], [1]);
    const older: Imported = {
      kind: 'seen',
      accounts: [{ id: '48', handle: 'old_name', followers: 1, bio: 'I bake.' }],
      posts: [],
      pages: [],
      atMs: AT_MS - 9e9,
    };
    await imported([older], [1], log);
    expect(log.rows.accounts.get('48')).toMatchObject({
      handle: 'baker',
      followers: 5,
      bio: 'I bake.',
      lastSeenMs: AT_MS,
    });
  });

  test('labels and “never badge”: what is there stays, what is newer is taken', async () => {
    const label = { id: 'l', accountId: '48', value: 'spam', note: '', coder: 'A', atMs: 1 };
    const dismissal = (dismissed: boolean, atMs: number): Imported => ({
      kind: 'dismissal',
      dismissal: { accountId: '48', dismissed, atMs },
    });
    const log = await imported([{ kind: 'label', label }, dismissal(true, 5)], [1]);
    await imported(
      [{ kind: 'label', label: { ...label, note: 'other', retractedAtMs: 9 } }, dismissal(false, 4)],
      [1],
      log,
    );
    expect(log.rows.labels.get('l')).toEqual({ ...label, retractedAtMs: 9 });
    expect(log.rows.dismissals.get('48')?.dismissed).toBe(true);
    await imported([dismissal(false, 6)], [1], log);
    expect(log.rows.dismissals.get('48')?.dismissed).toBe(false);
  });

  test('how far the file is in, is kept with what is in or not at all', async () => {
    const log = memoryLog();
    await ingestParsed([seen()], log, settings, { key: 'import-job', value: 1 });
    expect(log.rows.meta.get('import-job')).toEqual({ key: 'import-job', value: 1 });
  });
});

describe('accounts known only by a handle', () => {
  const made = ({ posts, accounts }: Story): Story => ({
    accounts: accounts.map((one) => ({ ...one, id: madeAccountId(one.handle!) })),
    posts: posts.map((one) => {
      const authorId = madeAccountId(accounts.find(({ id }) => id === one.authorId)!.handle!);
      return { ...one, authorId, id: madePostId(authorId, one.createdAtMs, one.text) };
    }),
  });
  const page = story(`
    @ann: bread at 12:00:04
    @ann: milk at 12:00:08
    @bob: honey at 12:01:00
    @bob: salt at 12:01:04
  `);

  test('ids are of 20 digits, the same for any case, and sort by time', () => {
    expect(madeAccountId('Baker_One')).toBe(madeAccountId('baker_one'));
    expect(madeAccountId('baker_one')).toMatch(/^2\d{19}$/);
    fc.assert(
      fc.property(fc.nat(2e9), fc.nat(2e9), fc.string(), (a, b, text) => {
        const [first, second] = [madePostId('2', 1e12 + a * 1000, text), madePostId('2', 1e12 + b * 1000, text)];
        expect(first).toMatch(/^1\d{19}$/);
        expect(isMade(first)).toBe(true);
        if (a !== b) expect(first < second).toBe(a < b);
      }),
    );
    expect(isMade('9223372036854775807')).toBe(false);
  });

  test('the same people once by id and once by handle are not two accounts that post the same', async () => {
    const log = await imported([...itemsOf(page), ...itemsOf(made(page))], [3]);
    expect(flocksIn(log)).toEqual([]);
    expect([...log.rows.evidence.values()].map(({ near }) => near)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    // Two real accounts that do the same are a flock at once.
    const twins = story(`
      @ann: bread at 12:00:04
      @ann: milk at 12:00:08
      @bob: bread at 12:01:00
      @bob: milk at 12:01:04
    `);
    expect(flocksIn(await imported(itemsOf(twins), [3]))).toHaveLength(1);
    expect(flocksIn(await imported(itemsOf(made(twins)), [3]))).toHaveLength(1);
  });

  test('no handle on the page finds them', async () => {
    const log = await imported(itemsOf(made(page)), [3]);
    expect(await log.accountByHandle(['ann'])).toEqual([undefined]);
    await imported(itemsOf(page), [3], log);
    expect((await log.accountByHandle(['ann']))[0]?.id).toBe(idOf('ann'));
  });
});

describe('two rows of one account', () => {
  const handle = fc.constantFrom('ann', 'bea', undefined);
  const row = fc
    .record({ handle, followers: fc.option(fc.nat(9), { nil: undefined }), first: fc.nat(5), span: fc.nat(5) })
    .map(({ first, span, ...known }): AccountRow => {
      const there = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
      return { id: '1', ...there, firstSeenMs: first, lastSeenMs: first + span, handles: [], counts: [] };
    });

  test('merging is idempotent, and loses no handle', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const one = mergeRows(mergeRows(undefined, a), b);
        expect(mergeRows(one, b)).toEqual(one);
        expect(mergeRows(one, a)).toEqual(one);
        const names = [one.handle, ...one.handles.map((past) => past.handle)];
        for (const name of [a.handle, b.handle]) if (name !== undefined) expect(names).toContain(name);
        expect([one.firstSeenMs, one.lastSeenMs]).toEqual([
          Math.min(a.firstSeenMs, b.firstSeenMs),
          Math.max(a.lastSeenMs, b.lastSeenMs),
        ]);
      }),
    );
  });
});
