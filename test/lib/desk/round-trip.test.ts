/** What a file holds is what the log held: every record of every format that carries the whole log, field by field. */

import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { kindOfFile, recordOfRow } from '@/lib/formats/datapackage-rows';
import { accountRecord, type ListKind, listOf, postRecord, records } from '@/lib/formats/whole-log';
import type { AccountRow, Log, PostRow } from '@/lib/log';
import { memoryLog } from '@/lib/store/memory-log';
import { rowsIn, sampleLog, written } from './sample-log';

type Held = Readonly<Record<string, readonly object[]>>;
const byText = (rows: readonly object[]) => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** What the log holds, as records: the rows without what the engine finds again. */
function heldBy(log: Log): Held {
  const { accounts, posts, sightings, labels, dismissals, evidence } = rowsIn(log);
  return {
    accounts: [...accounts.values()].map(accountRecord),
    posts: [...posts.values()].map(postRecord),
    sightings: [...sightings.values()],
    labels: [...labels.values()],
    dismissals: [...dismissals.values()],
    follows: [...evidence.values()].flatMap(({ id, follows }) =>
      follows ? [{ accountId: id, accountIds: follows }] : [],
    ),
  };
}

/** Each record checked as a reader checks it. */
const checked = (kind: ListKind, record: object): object => {
  const { success, output, issues } = v.safeParse(records[kind], record);
  if (!success) throw new Error(`${kind}: ${v.flatten<(typeof records)[ListKind]>(issues).nested}`);
  return output;
};

const readers: Readonly<Record<string, (log: Log) => Promise<Held>>> = {
  async ndjson(log) {
    const lines = (await written(log, { format: 'ndjson' })).bytes.toString('utf8').trimEnd().split('\n');
    const all = lines.map((line) => JSON.parse(line) as { readonly kind: ListKind });
    const of = (kind: ListKind) => all.filter((one) => one.kind === kind).map((one) => checked(kind, one));
    return Object.fromEntries(Object.entries(listOf).map(([kind, list]) => [list, of(kind as ListKind)]));
  },
  async json(log) {
    const all = JSON.parse((await written(log, { format: 'json' })).bytes.toString('utf8'));
    return Object.fromEntries(
      Object.entries(listOf).map(([kind, list]) => [
        list,
        all[list].map((record: object) => checked(kind as ListKind, record)),
      ]),
    );
  },
  async datapackage(log) {
    const held: Record<string, object[]> = {};
    for (const [name, bytes] of Object.entries(unzipSync((await written(log, { format: 'datapackage' })).bytes))) {
      const kind = kindOfFile(name);
      if (!kind) continue;
      const { data } = Papa.parse(Buffer.from(bytes).toString('utf8'), { header: true, skipEmptyLines: true });
      held[listOf[kind]] = data.map((cells) => checked(kind, recordOfRow(kind, cells)));
    }
    return held;
  },
};

describe.each(Object.keys(readers))('%s', (format) => {
  test('holds every record of the log', async () => {
    const log = await sampleLog();
    const [read, held] = [await readers[format]!(log), heldBy(log)];
    for (const list of Object.keys(held)) expect(byText(read[list]!), list).toEqual(byText(held[list]!));
  });

  test('holds any row that the log can have', async () => {
    const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
    const atMs = fc.integer({ min: 0, max: 4_102_444_800_000 });
    const lead = fc.constantFrom('', '=', "'", "'=", '@', ' ', '\t', '\r\n', 'ع', '"');
    const text = fc.tuple(lead, fc.string({ unit: 'binary' })).map(([a, b]) => (a + b).replace(/\p{Surrogate}/gu, ''));
    const texts = fc.array(text, { maxLength: 3 });
    const optional = { requiredKeys: ['id', 'firstSeenMs', 'lastSeenMs', 'handles', 'counts'] as const };
    const account = fc.record(
      {
        id,
        handle: text,
        name: text,
        createdAtMs: atMs,
        followers: fc.nat(),
        bio: text,
        bannerUrl: text,
        verified: fc.boolean(),
        firstSeenMs: atMs,
        lastSeenMs: atMs,
        handles: fc.array(fc.record({ handle: text, untilMs: atMs }), { maxLength: 2 }),
        counts: fc.array(fc.record({ atMs, followers: fc.nat() }, { requiredKeys: ['atMs'] }), { maxLength: 2 }),
      },
      { requiredKeys: [...optional.requiredKeys] },
    );
    const post = fc.record(
      {
        id,
        authorId: id,
        createdAtMs: atMs,
        text,
        lang: text,
        client: text,
        conversationId: id,
        replyTo: fc.oneof(
          fc.record({ postId: id }),
          fc.record({ accountId: id }),
          fc.record({ postId: id, accountId: id }),
        ),
        repostOf: id,
        links: texts,
        hashtags: texts,
        mentions: texts,
        pages: texts,
      },
      { requiredKeys: ['id', 'authorId', 'createdAtMs', 'text', 'links', 'hashtags', 'mentions', 'pages'] },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(account, { maxLength: 3 }),
        fc.array(post, { maxLength: 3 }),
        async (accounts, posts) => {
          const log = memoryLog();
          await log.shelves.accounts.put(accounts as AccountRow[]);
          await log.shelves.posts.put(posts as PostRow[]);
          const [read, held] = [await readers[format]!(log), heldBy(log)];
          for (const list of ['accounts', 'posts']) expect(byText(read[list]!)).toEqual(byText(held[list]!));
        },
      ),
      { numRuns: 60 },
    );
  });
});
