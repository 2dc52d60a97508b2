/** Files of every format, opened by other readers than our own, and held against the rows of the log. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Package } from 'datapackage';
import { unzipSync } from 'fflate';
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tables } from '@/lib/formats/tables';
import type { Log } from '@/lib/log';
import { ENGINE_VERSION } from '@/lib/verdict';
import { DAY_MS, idOf } from '../story';
import { hostileTexts, rowsIn, sampleLog, trapAccount, written } from './sample-log';

let log: Log;
let folder: string;
beforeAll(async () => {
  log = await sampleLog();
  folder = await mkdtemp(path.join(tmpdir(), 'flockmark-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const text = async (choice: Parameters<typeof written>[1]) => (await written(log, choice)).bytes.toString('utf8');
const byId = <Row extends { readonly id: string }>(rows: Iterable<Row>) =>
  [...rows].toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('CSV', () => {
  test.each(Object.keys(tables) as (keyof typeof tables)[])(
    '%s: papaparse reads every row, with the names of the table',
    async (name) => {
      const file = await written(log, { format: 'csv', tables: [name] });
      expect(file.name).toBe(`flockmark-${name}.csv`);
      const { data, errors, meta } = Papa.parse(file.bytes.toString('utf8').slice(1), {
        header: true,
        skipEmptyLines: true,
      });
      expect(errors).toEqual([]);
      expect(meta.fields).toEqual(tables[name].fields.map((field) => field.name));
      expect(data.length).toBeGreaterThan(0);
      expect(new Set(tables[name].key?.map((key) => meta.fields?.includes(key)))).toEqual(new Set([true]));
    },
  );

  test('posts hold every text as written, guarded', async () => {
    const { data } = Papa.parse((await text({ format: 'csv', tables: ['posts'] })).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    const texts = data.filter(({ author_id }) => author_id === '9223372036854775807').map((row) => row.text ?? '');
    expect(texts.map((one) => (/^'+[=@]/.test(one) ? one.slice(1) : one))).toEqual(hostileTexts);
    for (const one of texts) expect(one).not.toMatch(/^[=+\-@\t\r\n]/);
  });

  test('several tables are a zip of files', async () => {
    const file = await written(log, { format: 'csv', tables: ['labels', 'posts'] });
    expect([file.name, file.type]).toEqual(['flockmark.csv.zip', 'application/zip']);
    const files = unzipSync(file.bytes);
    expect(Object.keys(files)).toEqual(['posts.csv', 'labels.csv']);
    expect(Buffer.from(files['posts.csv']!).toString('utf8')).toBe(await text({ format: 'csv', tables: ['posts'] }));
  });
});

describe('Parquet, read by DuckDB', () => {
  async function ask(name: keyof typeof tables, sql: string) {
    const file = path.join(folder, `${name}.parquet`);
    await writeFile(file, (await written(log, { format: 'parquet', tables: [name] })).bytes);
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const result = await connection.runAndReadAll(sql.replace('?', `'${file}'`));
    connection.closeSync();
    return result.getRowObjectsJson();
  }

  test('types of the columns', async () => {
    const rows = await ask('posts', 'describe select * from ?');
    const types = Object.fromEntries(rows.map(({ column_name, column_type }) => [column_name, column_type]));
    expect(types).toMatchObject({
      id: 'VARCHAR',
      text: 'VARCHAR',
      created_at: 'TIMESTAMP WITH TIME ZONE',
      links: 'VARCHAR[]',
    });
    const accounts = await ask('accounts', 'describe select * from ?');
    expect(accounts).toContainEqual(expect.objectContaining({ column_name: 'followers', column_type: 'BIGINT' }));
    expect(accounts).toContainEqual(expect.objectContaining({ column_name: 'counts_history', column_type: 'JSON' }));
    expect(accounts).toContainEqual(expect.objectContaining({ column_name: 'verified', column_type: 'BOOLEAN' }));
  });

  test('every post, exactly', async () => {
    const rows = await ask('posts', 'select id, text, epoch_ms(created_at) ms, links, client from ? order by id');
    expect(rows).toEqual(
      byId(rowsIn(log).posts.values()).map((post) => ({
        id: post.id,
        text: post.text,
        ms: String(post.createdAtMs),
        links: post.links,
        client: post.client ?? null,
      })),
    );
  });

  test.each(Object.keys(tables) as (keyof typeof tables)[])('%s: every row', async (name) => {
    const [row] = await ask(name, 'select count(*) n from ?');
    const { data } = Papa.parse((await text({ format: 'csv', tables: [name] })).slice(1), {
      header: true,
      skipEmptyLines: true,
    });
    expect(row).toEqual({ n: String(data.length) });
  });
});

describe('XLSX, read by read-excel-file', () => {
  const read = async (name: keyof typeof tables) => {
    const [sheet] = await readXlsx((await written(log, { format: 'xlsx', tables: [name] })).bytes);
    const [head = [], ...rows] = sheet!.data;
    return rows.map((row) => Object.fromEntries(head.map((column, i) => [String(column), row[i] ?? null])));
  };

  test('ids are text, times are dates, counts are numbers, Arabic and emoji are whole', async () => {
    const posts = await read('posts');
    const trap = posts.filter(({ author_id }) => author_id === '9223372036854775807');
    expect(trap).toHaveLength(hostileTexts.length);
    expect(trap[4]).toMatchObject({ id: '750000000000000004', text: hostileTexts[4], hashtags: 'مصر Egypt' });
    expect(trap[4]?.created_at).toEqual(new Date(DAY_MS + 4 * 60_000 + 123));
    expect(trap[0]?.text).toBe(hostileTexts[0]);
    const account = (await read('accounts')).find(({ id }) => id === '9223372036854775807');
    expect(account).toMatchObject({
      followers: 7,
      posts: 3_000_000_000,
      name: '=1+1, "Trap" 🌹',
      verified: true,
      bio: null,
    });
  });
});

describe('data package', () => {
  async function opened(choice: Parameters<typeof written>[1] = {}) {
    const file = await written(log, { format: 'datapackage', ...choice });
    expect(file.name).toBe('flockmark.datapackage.zip');
    const home = await mkdtemp(path.join(folder, 'package-'));
    await mkdir(home, { recursive: true });
    for (const [name, bytes] of Object.entries(unzipSync(file.bytes))) await writeFile(path.join(home, name), bytes);
    return Package.load(path.join(home, 'datapackage.json'), { strict: true });
  }

  test('is valid, and every row fits its schema', async () => {
    const found = await opened();
    expect([found.valid, found.errors]).toEqual([true, []]);
    expect(found.resourceNames).toEqual(Object.keys(tables));
    for (const name of found.resourceNames) {
      const resource = found.getResource(name);
      const rows = await resource.read({ keyed: true });
      expect(rows.length, name).toBeGreaterThan(0);
      expect(found.descriptor.flockmark.coverage.tables[name]?.rows).toBe(rows.length);
    }
  });

  test('tells what it covers, and what is missing', async () => {
    const { descriptor } = await opened();
    const { header, project, coverage } = descriptor.flockmark;
    expect(header).toMatchObject({ format: 'flockmark-log', engine: ENGINE_VERSION, pseudonymised: false });
    expect(project).toMatchObject({ title: 'Bread', codebook: { labels: [] } });
    expect(coverage.pages).toEqual([
      expect.objectContaining({ page: 'hashtag:bread', posts: 12 }),
      { page: 'hashtag:مصر', posts: 8, from: '2016-07-26T00:00:00.123Z', to: '2016-07-26T00:07:00.123Z' },
    ]);
    expect(coverage.tables.posts?.unknown.lang).toBe(12);
    expect(coverage.tables.posts?.from).toBe('2016-07-26T00:00:00.123Z');
  });
});

describe('the flock network', () => {
  const ids = (...handles: readonly string[]) => handles.map(idOf);
  const check = (graph: Graph) => {
    expect(graph.nodes().toSorted()).toEqual(ids('ann', 'bob', 'cat', 'dan', 'eve').toSorted());
    expect(graph.size).toBe(10);
    const edge = graph.edges(idOf('ann'), idOf('bob'))[0]!;
    const posts = String(graph.getEdgeAttribute(edge, 'posts')).split('; ');
    expect(posts).toHaveLength(2);
    for (const pair of posts) {
      const authors = pair.split(' ').map((id) => rowsIn(log).posts.get(id)?.authorId);
      expect(authors.toSorted()).toEqual(ids('ann', 'bob').toSorted());
    }
    expect(graph.getEdgeAttribute(edge, 'weight')).toBe(2);
    expect(graph.getEdgeAttribute(edge, 'gap_s')).toBe(6);
    expect(graph.getNodeAttribute(idOf('ann'), 'label')).toBe('@ann');
    expect(graph.getNodeAttribute(idOf('ann'), 'coded')).toBe('spam');
  };

  test('GEXF, read by graphology', async () => {
    check(parseGexf(Graph, await text({ format: 'gexf' })));
  });
  test('GraphML, read by graphology', async () => {
    const file = await text({ format: 'graphml' });
    check(parseGraphml(Graph, file));
    expect(file).toContain('10 of 10 tied pairs');
  });
});

describe('CooRTweet', () => {
  const read = async (object: 'texts' | 'links' | 'hashtags' | 'reposts') =>
    Papa.parse((await text({ format: 'coortweet', object })).slice(1), { header: true, skipEmptyLines: true });

  test('texts: near-same ones are one object', async () => {
    const { data, meta } = await read('texts');
    expect(meta.fields).toEqual(['object_id', 'account_id', 'content_id', 'timestamp_share']);
    const bread = data.filter(({ timestamp_share }) => Number(timestamp_share) < DAY_MS / 1000 + 12 * 3600 + 20);
    const shared = bread.filter(({ account_id }) => account_id !== '9223372036854775807');
    expect(shared).toHaveLength(3);
    expect(new Set(shared.map(({ object_id }) => object_id)).size).toBe(1);
    expect(shared[0]?.timestamp_share).toBe(String(DAY_MS / 1000 + 12 * 3600 + 4));
  });
  test('links, hashtags, reposts', async () => {
    expect((await read('links')).data.map((row) => row.object_id)).toContain('https://x.com/ann/status/1');
    expect((await read('hashtags')).data.map((row) => row.object_id)).toEqual(['مصر', 'egypt']);
    const [repost, ...more] = (await read('reposts')).data;
    expect(more).toEqual([]);
    expect(rowsIn(log).posts.get(repost?.content_id ?? '')).toMatchObject({
      repostOf: repost?.object_id,
      authorId: idOf('fay'),
    });
  });
});

test('JSON: one object; each record stands on a line of its own', async () => {
  const file = await text({ format: 'json' });
  const whole = JSON.parse(file);
  expect(Object.keys(whole)).toEqual(['header', 'project', ...Object.keys(tables)]);
  expect(whole.posts).toHaveLength(rowsIn(log).posts.size);
  for (const line of file.trimEnd().split('\n').slice(1))
    expect(line).toMatch(/^(,?\{.*\},?|,?"\w+":(\[|\{.*\}),?|\],?|\}|"\w+":\[)$/);
  const [first] = whole.accounts;
  expect(file.split('\n')).toContain(`${JSON.stringify(first)},`);
});

test('the account keeps its history in every whole-log format', async () => {
  const { handleKey: _key, ...trap } = await trapAccount(log);
  const ndjson = (await text({ format: 'ndjson' }))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(ndjson).toContainEqual({ kind: 'account', ...trap });
  expect(JSON.parse(await text({ format: 'json' })).accounts).toContainEqual(trap);
});
