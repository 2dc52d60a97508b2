/** A part of the log is that part, whatever the format: posts and accounts as the tables show them, and what belongs to them. */
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { choiceQuery, formats, readChoice, usualTables } from '@/lib/desk/export-choice';
import type { Filter } from '@/lib/filter';
import { tableNames } from '@/lib/formats/tables';
import { DAY_MS, idOf } from '../story';
import { rowsIn, sampleLog, written } from './sample-log';

const TRAP = '9223372036854775807';

async function rows(table: (typeof tableNames)[number], filter: Filter, tables = [table]) {
  const log = await sampleLog();
  const file = await written(log, { format: 'ndjson', tables, filter });
  const all = file.bytes
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const kind =
    { posts: 'post', accounts: 'account', findings: 'finding', edges: 'edge' }[table as string] ?? table.slice(0, -1);
  return { log, name: file.name, header: all[0], rows: all.filter((one) => one.kind === kind) };
}

describe('filters', () => {
  test('by page', async () => {
    const { rows: posts, log, name, header } = await rows('posts', { page: 'hashtag:مصر' });
    expect(posts.map(({ id }) => id)).toEqual(
      [...rowsIn(log).posts.values()]
        .filter(({ pages }) => pages.includes('hashtag:مصر'))
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(name).toBe('flockmark-posts-part.ndjson');
    expect(header.filter).toContain('page=');
  });

  test('accounts that posted there', async () => {
    const { rows: accounts } = await rows('accounts', { page: 'hashtag:مصر' });
    expect(accounts.map(({ id }) => id)).toEqual([TRAP]);
  });

  test('by words: accounts that fit; with posts, their authors too', async () => {
    const filter = { text: 'spaces around' };
    expect((await rows('accounts', filter)).rows).toEqual([]);
    expect((await rows('accounts', filter, ['accounts', 'posts'])).rows.map(({ id }) => id)).toEqual([TRAP]);
  });

  test('what belongs to an account left out is left out', async () => {
    const filter = { account: TRAP };
    for (const table of ['findings', 'edges', 'dismissals', 'follows', 'flocks'] as const) {
      const { rows: left } = await rows(table, filter);
      for (const row of left) expect(row.accountId, table).toBe(TRAP);
    }
    expect((await rows('labels', filter)).rows.map(({ id }) => id)).toEqual(['label-3']);
    const { rows: sightings } = await rows('sightings', filter);
    expect(sightings).toHaveLength(1);
  });

  test('by time and label', async () => {
    const { rows: posts } = await rows('posts', { fromMs: DAY_MS, toMs: DAY_MS + 120_000 });
    expect(posts).toHaveLength(2);
    const { rows: spam } = await rows('accounts', { label: 'spam' });
    expect(spam.map(({ id }) => id)).toEqual([idOf('ann')]);
  });
});

test('nothing that fits is a file with its head alone', async () => {
  const log = await sampleLog();
  for (const format of formats) {
    const file = await written(log, { format, tables: ['posts'], filter: { text: 'nobody wrote this' } });
    expect(file.bytes.length, format).toBeGreaterThanOrEqual(format === '4cat' ? 0 : 20);
  }
  const csv = await written(log, { format: 'csv', tables: ['posts'], filter: { text: 'nobody wrote this' } });
  expect(Papa.parse(csv.bytes.toString('utf8'), { header: true, skipEmptyLines: true }).data).toEqual([]);
});

test('without texts: none in any table, links and hashtags stay', async () => {
  const log = await sampleLog();
  const file = (await written(log, { format: 'json', texts: false })).bytes.toString('utf8');
  const { posts, accounts, labels, edges } = JSON.parse(file);
  expect(new Set(posts.map(({ text }: { text: string }) => text))).toEqual(new Set(['']));
  for (const one of accounts) expect(Object.keys(one)).not.toEqual(expect.arrayContaining(['bio']));
  expect(new Set(labels.map(({ note }: { note: string }) => note))).toEqual(new Set(['']));
  for (const edge of edges) for (const tie of edge.ties) expect(tie).not.toHaveProperty('excerpt');
  expect(posts.flatMap(({ hashtags }: { hashtags: string[] }) => hashtags)).toContain('مصر');
});

test('a choice stands in the address and is read back', () => {
  for (const format of formats) {
    for (const tables of [usualTables(format), ['labels', 'posts'] as const]) {
      const chosen = {
        format,
        tables: tableNames.filter((name) => (tables as readonly string[]).includes(name)),
        object: 'links',
        pseudonymised: true,
        texts: false,
        whole: true,
      } as const;
      const read = readChoice(choiceQuery(chosen), { text: 'x' });
      expect(read).toMatchObject({ format, pseudonymised: true, texts: false, whole: true, filter: {} });
      if (format === 'coortweet') expect(read.object).toBe('links');
      if (format === 'csv' || format === 'json') expect(read.tables).toEqual(chosen.tables);
    }
  }
  expect(readChoice('format=nonsense&tables=posts,nonsense&texts=2', {})).toMatchObject({
    format: 'csv',
    tables: ['posts'],
    texts: true,
    pseudonymised: false,
  });
});
