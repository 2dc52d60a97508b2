import { describe, expect, test } from 'vitest';
import { answers } from '../../lib/answers';
import { defaultDesk } from '../../lib/desk-settings';
import type { HealthReport } from '../../lib/health';
import type { Log } from '../../lib/log';
import { BODY_CAP } from '../../lib/messages';
import { inEnglish } from '../../lib/sentences';
import { defaultSettings } from '../../lib/settings';
import { type MemoryLog, memoryLog } from '../../lib/store/memory-log';
import { idOf, story } from './story';
import { captureOf, plainSite } from './world';

function background(log: Log = memoryLog(), more: Partial<Parameters<typeof answers>[0]> = {}) {
  let n = 0;
  return answers({
    log,
    site: plainSite,
    settings: defaultSettings,
    newId: () => `label-${++n}`,
    desk: async () => ({ ...defaultDesk, coder: 'Ann' }),
    ...more,
  });
}

/** A log that fails at every write while something is wrong with it. */
function failing(inner: MemoryLog) {
  const state: { error: Error | undefined; writes: number } = { error: undefined, writes: 0 };
  const shelves = Object.fromEntries(
    Object.entries(inner.shelves).map(([name, shelf]) => [
      name,
      {
        get: shelf.get,
        put: async (rows: never) => {
          if (state.error) throw state.error;
          state.writes++;
          await (shelf.put as (rows: never) => Promise<void>)(rows);
        },
      },
    ]),
  ) as unknown as Log['shelves'];
  const log: Log = { ...inner, shelves, atomically: (work) => work(log), reading: (work) => work(log) };
  return { log, state };
}
const inWords = ({ troubles, ...report }: HealthReport) => ({ ...report, troubles: troubles.map(inEnglish) });
const quota = () => new DOMException('The quota has been exceeded.', 'QuotaExceededError');
/** As Dexie hands it on: wrapped. */
const wrapped = () => Object.assign(new Error('AbortError: …'), { name: 'AbortError', inner: quota() });

const bread = captureOf('@a: bread\n@b: bread');

describe('a capture', () => {
  test('gets a receipt once it is stored, and the same again', async () => {
    const log = memoryLog();
    const { capture, health } = background(log);
    expect(await capture(bread)).toEqual({ ok: true, posts: 2, newPosts: 2 });
    expect(log.rows.posts.size).toBe(2);
    expect(await capture(bread)).toEqual({ ok: true, posts: 2, newPosts: 0 });
    expect(await health()).toMatchObject({ state: 'working', troubles: [], counters: { bodies: 1, posts: 2 } });
  });

  test('that cannot be read gets one as well: nothing will come of it, so no further try', async () => {
    const { capture, health } = background();
    expect(await capture({ ...bread, body: 'not JSON' })).toEqual({ ok: false, reason: 'unread', retry: false });
    expect(inWords(await health()).troubles).toEqual([expect.stringMatching(/1 response could not be read/)]);
  });

  test('many at once are taken one after another', async () => {
    const log = memoryLog();
    const { capture } = background(log);
    const all = Array.from({ length: 20 }, (_, i) => capture(captureOf(`@a: bread at 12:00:${10 + i}`, { atMs: i })));
    expect((await Promise.all(all)).every((receipt) => receipt.ok)).toBe(true);
    expect(log.rows.posts.size).toBe(20);
    expect([...log.rows.pages.values()][0]?.posts).toBe(20);
  });
});

describe('messages of a wrong form', () => {
  const long = 'x'.repeat(9000);
  const forged: readonly (readonly [string, unknown])[] = [
    ['nothing', undefined],
    ['null', null],
    ['a string', 'capture'],
    ['a list', []],
    ['an empty object', {}],
    ['a body that is no string', { ...bread, body: { toString: 'x' } }],
    ['a body beyond the cap', { ...bread, body: 'x'.repeat(BODY_CAP + 1) }],
    ['a time that is none', { ...bread, capturedAtMs: Number.NaN }],
    ['an endless time', { ...bread, capturedAtMs: Number.POSITIVE_INFINITY }],
    ['a time in words', { ...bread, capturedAtMs: '2016-07-26' }],
    ['an address without end', { ...bread, url: long }],
    ['a page’s address without end', { ...bread, pageUrl: long }],
    ['a field more', { ...bread, headers: { cookie: '1' } }],
    ['a prototype', JSON.parse('{"__proto__":{"url":"x"},"body":"{}"}')],
  ];
  test.each(forged)('capture: %s is refused, counted, and nothing is stored', async (_what, message) => {
    const log = memoryLog();
    const { capture, health } = background(log);
    expect(await capture(message)).toEqual({ ok: false, reason: 'malformed', retry: false });
    expect((await health()).counters).toMatchObject({ rejected: 1, bodies: 0 });
    expect(log.rows.posts.size + log.rows.accounts.size + log.rows.sightings.size).toBe(0);
  });

  const handle = 'spam1';
  const seen = { pageUrl: 'bread', atMs: 5, postIds: ['1'] };
  const observed = {
    pageUrl: 'b',
    atMs: 5,
    tooLarge: 0,
    unreadable: 0,
    undelivered: 0,
    rejected: 0,
    articles: 0,
    anchors: 0,
  };
  const table: readonly (readonly [
    'badges' | 'card' | 'summary' | 'seen' | 'label' | 'dismiss' | 'observed',
    unknown,
  ])[] = [
    ['badges', { handles: handle }],
    ['badges', { handles: ['<img src=x>'] }],
    ['badges', { handles: Array(501).fill(handle) }],
    ['badges', { handles: [5] }],
    ['card', {}],
    ['card', { handle: '' }],
    ['card', { handle: 'a'.repeat(21) }],
    ['card', { handle, more: 1 }],
    ['summary', {}],
    ['summary', { pageUrl: long }],
    ['seen', { ...seen, postIds: ['1e5'] }],
    ['seen', { ...seen, postIds: ['-1'] }],
    ['seen', { ...seen, postIds: Array(501).fill('1') }],
    ['seen', { ...seen, atMs: Number.NaN }],
    ['label', { handle, value: 'bot', atMs: 5 }],
    ['label', { handle, value: 'spam', atMs: 5, note: 'x'.repeat(10_001) }],
    ['label', { handle, value: 'spam', atMs: 5, coder: 'somebody else' }],
    ['label', { handle, value: 'spam' }],
    ['dismiss', { handle, dismissed: 'yes', atMs: 5 }],
    ['dismiss', { handle, dismissed: true }],
    ['observed', { ...observed, articles: -1 }],
    ['observed', { ...observed, rejected: 1.5 }],
    ['observed', { ...observed, errors: 1 }],
    ['observed', { ...observed, tooLarge: undefined }],
  ];
  test.each(table)('%s: %j is refused and writes nothing', async (name, message) => {
    const log = memoryLog();
    const { [name]: answer, capture } = background(log);
    await capture(bread);
    const before = structuredClone(log.rows);
    await expect((async (): Promise<unknown> => answer(message))()).rejects.toThrow();
    expect(log.rows).toEqual(before);
  });
});

describe('a full disk', () => {
  test.each([
    ['as the browser says it', quota],
    ['as the store wraps it', wrapped],
  ])(
    '%s: said in the receipt and in words, to be tried again; nothing that was stored is lost',
    async (_how, error) => {
      const inner = memoryLog();
      const { log, state } = failing(inner);
      const { capture, health } = background(log);
      await capture(bread);
      const stored = structuredClone(inner.rows);

      state.error = error();
      const milk = captureOf('@a: milk at 15:00\n@c: fish', { atMs: 9 });
      expect(await capture(milk)).toEqual({ ok: false, reason: 'disk-full', retry: true });
      expect(inner.rows).toEqual(stored);
      expect(inWords(await health())).toMatchObject({
        state: 'trouble',
        troubles: [expect.stringMatching(/^The disk is full/)],
      });

      // There is space again: the same capture is taken, and the trouble is over, for good.
      state.error = undefined;
      expect(await capture(milk)).toEqual({ ok: true, posts: 2, newPosts: 2 });
      expect(inner.rows.posts.size).toBe(4);
      expect(await health()).toMatchObject({ state: 'working', troubles: [] });
      await background(log).observed({
        pageUrl: 'b',
        atMs: 1,
        tooLarge: 0,
        unreadable: 0,
        undelivered: 0,
        rejected: 0,
        articles: 3,
        anchors: 3,
      });
      expect((await background(log).health()).troubles).toEqual([]);
    },
  );

  test('where only the capture found no room, the word of it on disk is taken back as well', async () => {
    const inner = memoryLog();
    let full = true;
    const posts: Log['shelves']['posts'] = {
      ...inner.shelves.posts,
      put: async (rows) => {
        if (full) throw quota();
        await inner.shelves.posts.put(rows);
      },
    };
    const log: Log = { ...inner, shelves: { ...inner.shelves, posts }, atomically: (work) => work(log) };
    const { capture } = background(log);
    await capture(bread);
    expect(inWords(await background(log).health()).troubles).toEqual([expect.stringMatching(/^The disk is full/)]);
    full = false;
    expect(await capture(bread)).toMatchObject({ ok: true });
    expect((await background(log).health()).troubles).toEqual([]);
  });

  test('what could not be counted meanwhile is counted afterwards, once', async () => {
    const { log, state } = failing(memoryLog());
    const { capture, health } = background(log);
    state.error = quota();
    await capture({ nonsense: 1 });
    await capture({ nonsense: 2 });
    await capture(bread);
    expect((await health()).counters).toMatchObject({ rejected: 2, diskFull: 1 });
    state.error = undefined;
    await capture({ nonsense: 3 });
    expect((await health()).counters.rejected).toBe(3);
    expect((await background(log).health()).counters.rejected).toBe(3);
  });

  test('labels and dismissals that are not stored are not said to be', async () => {
    const { log, state } = failing(memoryLog());
    const { capture, label, dismiss } = background(log);
    await capture(bread);
    state.error = quota();
    await expect(label({ handle: 'a', value: 'spam', atMs: 5 })).rejects.toThrow();
    await expect(dismiss({ handle: 'a', dismissed: true, atMs: 5 })).rejects.toThrow();
    state.error = undefined;
    expect(await label({ handle: 'a', value: 'spam', atMs: 5 })).toMatchObject({ accountId: idOf('a') });
  });
});

describe('an error nobody expected', () => {
  test('is counted with its words, and the next capture is taken', async () => {
    let breaks = true;
    const site = {
      ...plainSite,
      parse: (capture: Parameters<typeof plainSite.parse>[0]) => {
        if (breaks) throw new TypeError('x is not a function');
        return plainSite.parse(capture);
      },
    };
    const { capture, health } = background(memoryLog(), { site });
    expect(await capture(bread)).toMatchObject({ ok: false, retry: false });
    expect(inWords(await health()).troubles).toEqual(['1 unexpected error; the last: TypeError: x is not a function']);
    breaks = false;
    expect(await capture(bread)).toMatchObject({ ok: true });
  });

  test.each(['AbortError', 'DatabaseClosedError', 'InvalidStateError', 'UnknownError'])(
    '%s passes: worth another try',
    async (name) => {
      const { log, state } = failing(memoryLog());
      const { capture } = background(log);
      state.error = Object.assign(new Error('gone'), { name });
      expect(await capture(bread)).toMatchObject({ ok: false, retry: true });
      state.error = undefined;
      expect(await capture(bread)).toMatchObject({ ok: true, newPosts: 2 });
    },
  );
});

describe('what a person says', () => {
  test('a label is kept with time, coder and post', async () => {
    const log = memoryLog();
    const { capture, label } = background(log);
    await capture(bread);
    const kept = await label({ handle: 'A', value: 'unsure', note: 'looks odd', atMs: 77, postId: '123' });
    expect(kept).toEqual({
      id: 'label-1',
      accountId: idOf('a'),
      value: 'unsure',
      note: 'looks odd',
      coder: 'Ann',
      atMs: 77,
      postId: '123',
    });
    expect([...log.rows.labels.values()]).toEqual([kept]);
    await label({ handle: 'a', value: 'spam', atMs: 78 });
    expect(log.rows.labels.size).toBe(2);
  });

  test('of an account that the log does not know, nothing is kept as a row', async () => {
    const log = memoryLog();
    const { label, dismiss } = background(log);
    expect(await label({ handle: 'nobody', value: 'spam', atMs: 5 })).not.toHaveProperty('accountId');
    await dismiss({ handle: 'nobody', dismissed: true, atMs: 5 });
    expect(log.rows.labels.size + log.rows.dismissals.size).toBe(0);
  });

  test('a dismissal is for good, and can be taken back', async () => {
    const log = memoryLog();
    const { capture, dismiss, badges } = background(log);
    await capture(bread);
    await dismiss({ handle: 'a', dismissed: true, atMs: 5 });
    expect(await background(log).badges({ handles: ['a'] })).toMatchObject([{ dismissed: true }]);
    await dismiss({ handle: 'a', dismissed: false, atMs: 6 });
    expect(await badges({ handles: ['a'] })).toMatchObject([{ dismissed: false }]);
  });
});

describe('what was really seen', () => {
  test('is a sighting of known posts only, and the same again is the same', async () => {
    const log = memoryLog();
    const { capture, seen } = background(log);
    await capture(bread);
    const [post] = story('@a: bread').posts;
    for (let i = 0; i < 2; i++) await seen({ pageUrl: 'bread', atMs: 5, postIds: [post!.id, '999'] });
    const rows = [...log.rows.sightings.values()].filter((one) => one.how === 'seen');
    expect(rows).toMatchObject([{ pageKey: 'hashtag:bread', atMs: 5, postIds: [post!.id] }]);
    await seen({ pageUrl: 'bread', atMs: 6, postIds: ['999'] });
    expect(log.rows.sightings.size).toBe(2);
  });
});

test('what the page’s side counted is added up, and the anchors are those of now', async () => {
  const { observed, health } = background();
  const counts = {
    pageUrl: 'b',
    atMs: 5,
    tooLarge: 1,
    unreadable: 0,
    undelivered: 2,
    rejected: 0,
    articles: 9,
    anchors: 9,
  };
  await observed(counts);
  await observed({ ...counts, articles: 4, anchors: 0 });
  expect(await health()).toMatchObject({
    state: 'trouble',
    counters: { tooLarge: 2, undelivered: 4, articles: 4, anchors: 0 },
  });
});

test('accounts that wait are judged, and a store that fails then is counted', async () => {
  const { log, state } = failing(memoryLog());
  const { capture, workWaiting, health } = background(log);
  const many = Array.from({ length: 30 }, (_, i) => `@m${i}: bread\n@m${i}: milk`);
  for (const [i, told] of many.entries()) await capture(captureOf(told, { atMs: i }));
  state.error = new Error('gone');
  expect(await workWaiting(0)).toBe(false);
  state.error = undefined;
  expect((await health()).counters).toMatchObject({ errors: 1 });
  let rounds = 0;
  while (await workWaiting(0)) rounds++;
  expect(rounds).toBeGreaterThan(0);
});
