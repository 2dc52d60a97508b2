/** The columns follow the log and answer as the filter does, line by line. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askRows, type RowsTold } from '@/lib/desk/ask-rows';
import { choicesOf } from '@/lib/desk/choices';
import { openColumns } from '@/lib/desk/columns';
import { followLog } from '@/lib/desk/follow-log';
import { accountLinesOf, readLines } from '@/lib/desk/read-lines';
import { sortedRows } from '@/lib/desk/sorted-rows';
import type { Course } from '@/lib/desk/work';
import { asksPosts, type Filter, fitsAccountPart, fitsPostPart, matchesAccount, matchesPost } from '@/lib/filter';
import type { Label } from '@/lib/model';
import { defaultSettings } from '@/lib/settings';
import { type MemoryLog, memoryLog } from '@/lib/store/memory-log';
import { idOf, story } from '../story';
import { captureOf, openWorld } from '../world';

const quiet = () => undefined;
const course: Course<never> = { report: quiet, cancelled: false, goOn: quiet };

const told = [
  '@a joined 2016-02-10',
  ...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((one, i) => [
    `@${one}: bread at 12:0${i}:04 via TweetDeck`,
    `@${one}: milk at 12:0${i}:08 via TweetDeck`,
    `@${one}: fish${i % 2 === 0 ? '' : '~1'} at 12:0${i}:12 via TweetDeck`,
  ]),
  '@quiet: "A CAFÉ in the morning, with the الأهلي on" at 13:00 via Web',
  '@quiet reposts @a at 13:10',
  '@loud: "nothing at all" at 14:00',
];
const label = (handle: string, value: string, more: Partial<Label> = {}): Label => ({
  id: `label-${handle}-${value}`,
  accountId: idOf(handle),
  value,
  note: '',
  coder: '',
  atMs: 5,
  ...more,
});

async function filled(): Promise<MemoryLog> {
  const log = memoryLog();
  const world = openWorld(log);
  await world.see(told.join('\n'));
  await world.see('@loud: "and once more, elsewhere" at 15:00', { page: 'milk', atMs: 2e12 });
  await log.shelves.labels.put([
    label('a', 'spam', { note: 'the BREAD seller' }),
    label('b', 'spam', { atMs: 1 }),
    label('b', 'unsure', { atMs: 2 }),
    label('c', 'spam', { retractedAtMs: 9 }),
  ]);
  return log;
}

const open = async (log: MemoryLog) => {
  const columns = openColumns();
  const following = followLog(log, columns);
  await following.catchUp(quiet);
  return { columns, following };
};
const newest = { by: 'time', down: true };

/** Ids of the rows that fit, asked of the columns. */
const idsOf = (columns: ReturnType<typeof openColumns>, table: 'posts' | 'accounts', filter: Filter) =>
  Array.from(sortedRows(columns)(table, filter, newest), (row) => columns[table].ids[row]!).toSorted();

async function all<Line>(parts: AsyncIterable<readonly Line[]>): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const part of parts) lines.push(...part);
  return lines;
}

/** The same, asked of each line of the log. */
async function idsByLine(log: MemoryLog, filter: Filter) {
  const lines = readLines(log, defaultSettings);
  const accounts = await all(lines.accounts());
  const posts = await all(lines.posts());
  const authors = new Map(accounts.map((line) => [line.account.id, line]));
  const having = new Set(
    posts.filter((line) => asksPosts(filter) && fitsPostPart(filter, line)).map(({ post }) => post.authorId),
  );
  return {
    posts: posts
      .filter((line) => matchesPost(filter, line, (id) => fitsAccountPart(filter, authors.get(id))))
      .map(({ post }) => post.id),
    accounts: accounts
      .filter((line) => matchesAccount(filter, line, (id) => having.has(id)))
      .map((one) => one.account.id),
  };
}

const values: { readonly [Field in keyof Filter]-?: readonly NonNullable<Filter[Field]>[] } = {
  text: ['bread', 'cafe', 'الاهلي', '@quiet', '"in the morning"', '-cafe', idOf('a'), 'missing', 'nothing -more', '#'],
  hashtag: ['Bread', 'milk', 'none'],
  page: ['hashtag:bread', 'hashtag:milk', 'home'],
  fromMs: [Date.UTC(2016, 6, 26, 12, 3), Date.UTC(2016, 6, 26, 14)],
  toMs: [Date.UTC(2016, 6, 26, 12, 3), Date.UTC(2016, 6, 26, 14)],
  levels: [['strong', 'weak'], ['none'], ['not-enough-seen']],
  fingerprint: ['copied-text', 'burst-rhythm', 'odd'],
  label: ['any', 'none', 'spam', 'unsure'],
  client: ['TweetDeck', 'Web', 'odd'],
  lang: ['ar'],
  flock: ['odd'],
  account: [idOf('a'), idOf('quiet'), '404'],
};

describe('rows that fit', () => {
  test('are those whose lines fit, whatever is asked', async () => {
    const log = await filled();
    const { columns } = await open(log);
    const flock = [...columns.flocks.keys()];
    expect(flock).toHaveLength(1);
    const field = <Field extends keyof Filter>(name: Field) =>
      fc.constantFrom(...[...values[name], ...(name === 'flock' ? (flock as NonNullable<Filter[Field]>[]) : [])]);
    const filters = fc.record(
      Object.fromEntries((Object.keys(values) as (keyof Filter)[]).map((name) => [name, field(name)])),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Filter>;
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        const expected = await idsByLine(log, filter);
        expect(idsOf(columns, 'posts', filter)).toEqual(expected.posts.toSorted());
        expect(idsOf(columns, 'accounts', filter)).toEqual(expected.accounts.toSorted());
      }),
      { numRuns: 300 },
    );
    // Each is asked alone once, and finds something, so that the property is not true of nothing.
    for (const [name, all] of Object.entries({ ...values, flock })) {
      const found = all.map((value) => idsOf(columns, 'posts', { [name]: value }).length);
      if (name !== 'lang') expect(Math.max(...found), name).toBeGreaterThan(0);
    }
  });
});

describe('an order', () => {
  const asked = async (table: 'posts' | 'accounts', by: string, down: boolean) => {
    const log = await filled();
    const { columns } = await open(log);
    const ask = askRows(log, columns);
    return ask({ table, filter: {}, sort: { by, down }, from: 0, count: 100 }, course);
  };
  const handles = ({ cells }: RowsTold) => cells.map((cell) => ('handle' in cell ? cell.handle : undefined));

  test('by words and by numbers; the unknown comes last in either direction', async () => {
    expect(handles(await asked('accounts', 'handle', false))).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'loud', 'quiet']);
    expect(handles(await asked('accounts', 'handle', true))).toEqual(['quiet', 'loud', 'f', 'e', 'd', 'c', 'b', 'a']);
    for (const down of [true, false]) expect(handles(await asked('accounts', 'created', down))[0]).toBe('a');
    const times = (await asked('posts', 'time', true)).cells.map((cell) => ('atMs' in cell ? cell.atMs : 0));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const levels = (await asked('accounts', 'level', true)).cells.map((cell) => ('level' in cell ? cell.level : ''));
    expect(levels.slice(0, 6).every((level) => level === levels[0] && level !== 'none')).toBe(true);
    expect(levels.at(-1)).toBe('not-enough-seen');
  });

  test('only the rows in view are read', async () => {
    const log = await filled();
    const { columns } = await open(log);
    const some = await askRows(log, columns)({ table: 'posts', filter: {}, sort: newest, from: 2, count: 3 }, course);
    expect([some.total, some.from, some.cells.length]).toEqual([22, 2, 3]);
  });

  test('labels and flocks are tables too', async () => {
    const log = await filled();
    const { columns } = await open(log);
    const ask = (table: 'labels' | 'flocks', filter: Filter) =>
      askRows(log, columns)({ table, filter, sort: newest, from: 0, count: 9 }, course);
    const times = (await ask('labels', {})).cells.map((cell) =>
      'label' in cell && typeof cell.label === 'object' ? cell.label.atMs : 0,
    );
    expect(times).toEqual([5, 5, 2, 1]);
    expect((await ask('labels', { text: 'bread' })).cells.map(({ id }) => id)).toEqual(['label-a-spam']);
    expect((await ask('labels', { label: 'unsure' })).total).toBe(1);
    const [flock] = (await ask('flocks', {})).cells;
    expect(flock).toMatchObject({ accounts: 6, labelled: 2, clients: [['TweetDeck', 18]] });
    expect((await ask('flocks', { client: 'Web' })).total).toBe(0);
    expect((await ask('flocks', { text: '@a' })).total).toBe(1);
  });

  test('choices are told with how often they occur', async () => {
    const { columns } = await open(await filled());
    const { clients, pages, labels } = choicesOf(columns);
    expect(clients).toEqual([
      ['TweetDeck', 18],
      ['Web', 1],
    ]);
    expect(pages.map(([key]) => key)).toEqual(['hashtag:bread', 'hashtag:milk']);
    expect(labels).toEqual([
      ['spam', 1],
      ['unsure', 1],
    ]);
  });
});

describe('what is new', () => {
  /** All that the tables ask of the columns. */
  const shownBy = async (log: MemoryLog, columns: ReturnType<typeof openColumns>) => {
    const ask = askRows(log, columns);
    const rows = async (table: 'posts' | 'accounts' | 'labels' | 'flocks') =>
      (await ask({ table, filter: {}, sort: { by: 'handle', down: false }, from: 0, count: 500 }, course)).cells
        .map((cell) => JSON.stringify(cell, Object.keys(cell).toSorted()))
        .toSorted();
    return {
      posts: await rows('posts'),
      accounts: await rows('accounts'),
      labels: await rows('labels'),
      flocks: await rows('flocks'),
    };
  };

  test('comes in as it would have been read from the start, capture by capture', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(told.slice(1), { minLength: 12 }),
        fc.integer({ min: 2, max: 7 }),
        async (lines, step) => {
          const log = memoryLog();
          const world = openWorld(log);
          const { columns, following } = await open(log);
          for (let at = 0; at < lines.length; at += step) {
            await world.take(
              captureOf(story(lines.slice(at, at + step).join('\n')), { atMs: 1e12 + at, page: at % 2 ? 'x' : 'y' }),
            );
            if (at % 3 === 0) await world.settle();
            await following.catchUp(quiet);
            expect(await shownBy(log, columns)).toEqual(await shownBy(log, (await open(log)).columns));
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('also what came without a capture, what was changed by hand, and what is gone', async () => {
    const log = await filled();
    const { columns, following } = await open(log);
    const same = async () => expect(await shownBy(log, columns)).toEqual(await shownBy(log, (await open(log)).columns));
    const [row] = await log.shelves.posts.scan('', 1);
    await log.shelves.posts.put([{ ...row!, id: '1', authorId: idOf('stranger') }]);
    await following.catchUp(quiet);
    expect(columns.posts.rowOf.has('1')).toBe(true);
    await same();
    await log.shelves.dismissals.put([{ accountId: idOf('a'), dismissed: true, atMs: 1 }]);
    await log.shelves.labels.put([label('d', 'spam')]);
    await following.catchUp(quiet);
    expect(columns.lastLabels.get(idOf('d'))?.value).toBe('spam');
    expect(idsOf(columns, 'accounts', { label: 'spam' })).toContain(idOf('d'));
    await same();
    await log.shelves.posts.remove(['1', row!.id]);
    await log.shelves.accounts.remove([idOf('b')]);
    await following.catchUp(quiet);
    expect(idsOf(columns, 'posts', {})).not.toContain(row!.id);
    expect(idsOf(columns, 'accounts', {})).not.toContain(idOf('b'));
    for (const shelf of Object.values(log.shelves)) await shelf.clear();
    const left = await following.catchUp(quiet);
    expect(left).toMatchObject({ posts: 0, accounts: 0, labels: 0, flocks: 0 });
    await same();
  });

  test('an unchanged log changes no version; two who ask at once are told the same', async () => {
    const log = await filled();
    const { columns, following } = await open(log);
    const { version } = columns;
    const [one, other] = await Promise.all([following.catchUp(quiet), following.catchUp(quiet)]);
    expect(one).toEqual(other);
    expect(columns.version).toBe(version);
  });

  test('lines and columns tell the same flock', async () => {
    const log = await filled();
    const { columns } = await open(log);
    const accounts = await log.shelves.accounts.scan('', 100);
    const lines = await accountLinesOf(
      log,
      accounts.map(({ id }) => id),
      columns.lastLabels,
    );
    const byColumns = accounts.map(
      ({ id }) => columns.names.flocks.words[columns.accounts.flocks[columns.accounts.rowOf.get(id)!]!],
    );
    expect(lines.map(({ flock = '' }) => flock)).toEqual(byColumns);
  });
});
