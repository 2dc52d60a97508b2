/** Nobody can be told from a pseudonymised file: no identifier of the log stands in it, in any format, in any disguise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExportChoice, formats, shareObjects } from '@/lib/desk/export-choice';
import { tableNames } from '@/lib/formats/tables';
import type { Log } from '@/lib/log';
import type { Account, Post } from '@/lib/model';
import { memoryLog } from '@/lib/store/memory-log';
import { DAY_MS, textNamed } from '../story';
import { openWorld } from '../world';
import { contentsOf, plainForm } from './contents';
import { rowsIn, sampleLog, written } from './sample-log';

const KEY = Uint8Array.from({ length: 32 }, (_, i) => i * 7);

/** Every file that can be made of a log. */
const everyChoice: readonly Partial<ExportChoice>[] = formats.flatMap((format): readonly Partial<ExportChoice>[] =>
  format === 'coortweet' ? shareObjects.map((object) => ({ format, object })) : [{ format }],
);

/** All that names somebody in the log. */
function identifiersOf(log: Log): readonly string[] {
  const { accounts, posts, labels } = rowsIn(log);
  return [
    ...[...accounts.values()].flatMap((one) => [
      one.id,
      one.handle,
      one.name,
      one.avatarUrl,
      one.bannerUrl,
      one.website,
      ...one.handles.map(({ handle }) => handle),
    ]),
    ...[...posts.values()].flatMap((one) => [
      one.id,
      one.authorId,
      one.conversationId,
      one.quoteOf,
      one.repostOf,
      one.replyTo?.accountId,
      one.replyTo?.postId,
      ...one.links,
      ...one.mentions,
      one.textKey,
    ]),
    ...[...labels.values()].flatMap((one) => [one.id, one.coder]),
  ].filter((one): one is string => one !== undefined && one !== '');
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** How people write a handle. */
const guises: readonly ((handle: string) => string)[] = [
  (handle) => `@${handle}`,
  (handle) => `.@${handle.toUpperCase()}!`,
  (handle) => `＠${handle}`,
  (handle) => `＠${fullWidth(handle)}`,
  (handle) => `@\u200f${handle}\u200f`,
  (handle) => `@\u2067${handle.slice(0, 3)}\u200e${handle.slice(3)}\u2069`,
  (handle) => `قال${handle}اليوم`,
  (handle) => `(${handle})`,
  (handle) => `#${handle}`,
  (handle) => `https://x.com/${handle}/status/1`,
  (handle) => `x.com/${handle}`,
  (handle) => `${handle}@mail.example`,
  (handle) => `from:${handle.toLowerCase()}`,
];

const letters = (signs: string) =>
  fc.array(fc.constantFrom(...signs), { minLength: 4, maxLength: 7 }).map((all) => all.join(''));
const word = fc.oneof(
  letters('ghijklmnopqrstuvwxyz'),
  letters('ابتثجحخدذرزسشصضطظعغفقكلمنهوي'),
  letters('çğıöşüéßłžāō'),
);
const han = letters('田中太郎山川花子木林石水');
const name = fc.oneof(
  fc.tuple(word, word).map((words) => words.join(' ')),
  word,
  han,
  fc.tuple(word, word).map((words) => `🌹 ${words.join('  ')} ★`),
);
const handle = fc.stringMatching(/^[g-zG-Z][A-Za-z0-9_]{6,13}$/);
// Not so near to ten millions: a probability of 0.9999999 is nobody's id.
const id = fc
  .oneof(fc.bigInt({ min: 2_345_678n, max: 9_876_543n }), fc.bigInt({ min: 10n ** 17n, max: 2n ** 63n }))
  .map(String);

/** A log of people who talk of each other in every way. */
const logs = fc
  .record({
    people: fc.uniqueArray(fc.record({ id, handle, name, earlier: handle }), {
      minLength: 3,
      maxLength: 5,
      selector: (one) => one.id,
    }),
    postIds: fc.uniqueArray(id, { minLength: 24, maxLength: 24 }),
    stranger: handle,
    slug: fc.stringMatching(/^[g-z]{8}$/),
    coder: name,
  })
  .chain((drawn) =>
    fc
      .record({
        guise: fc.array(fc.nat(guises.length - 1), { minLength: 24, maxLength: 24 }),
        of: fc.array(fc.nat(drawn.people.length - 1), { minLength: 24, maxLength: 24 }),
      })
      .map((order) => ({ ...drawn, ...order })),
  );
type Drawn = typeof logs extends fc.Arbitrary<infer Made> ? Made : never;

async function logOf({ people, postIds, stranger, slug, coder, guise, of }: Drawn): Promise<Log> {
  const link = `https://${slug}.example/~${people[0]!.handle}?id=${people[1]!.id}`;
  const accounts = people.map((one, i): Account => {
    const other = people[(i + 1) % people.length]!;
    return {
      id: one.id,
      handle: one.earlier,
      name: one.name,
      bio: `${guises[guise[i]!]!(other.handle)} ${other.name}; ${other.id}`,
      avatarUrl: `https://pbs.example/${one.id}/${slug}.jpg`,
      bannerUrl: `https://pbs.example/banners/${one.id}`,
      location: `near ${other.name}`,
      website: `${link}&n=${i}`,
    };
  });
  const posts = postIds.map((postId, i): Post => {
    const author = people[i % people.length]!;
    const other = people[of[i]!]!;
    const said = [guises[guise[i]!]!(other.handle), other.name, `@${stranger}`, other.id, postIds[(i + 1) % 24], link];
    return {
      id: postId,
      authorId: author.id,
      createdAtMs: DAY_MS + i * 4000,
      // Two texts that all share make a flock.
      text: i < 2 * people.length ? `${textNamed(i < people.length ? 'bread' : 'milk')} ${said[1]}` : said.join(' '),
      client: i === 20 ? `app of ${other.handle}` : 'TweetDeck',
      conversationId: postIds[(i + 2) % 24]!,
      ...(i === 21 ? { replyTo: { postId: postIds[0]!, accountId: other.id }, quoteOf: postIds[3]! } : {}),
      ...(i === 22 ? { repostOf: postIds[1]!, text: '' } : {}),
      links: [link],
      hashtags: [other.handle, 'bread'],
      mentions: [other.handle, stranger],
    };
  });
  const log = memoryLog();
  const world = openWorld(log);
  await world.see({ accounts, posts });
  const renamed = people.map(({ id: one, handle: now }) => ({ id: one, handle: now }));
  await world.see({ accounts: renamed, posts: [] }, { atMs: DAY_MS + 9e8, page: `${people[0]!.handle}` });
  await log.shelves.labels.put([
    {
      id: `l-${people[0]!.id}`,
      accountId: people[0]!.id,
      value: 'ring',
      note: `${people[1]!.name} is ${guises[guise[0]!]!(people[1]!.handle)}, see ${postIds[2]}`,
      coder,
      atMs: DAY_MS,
      postId: postIds[0]!,
    },
  ]);
  await log.shelves.dismissals.put([{ accountId: people[0]!.id, dismissed: true, atMs: DAY_MS }]);
  await log.shelves.sightings.put([
    {
      key: 'k1',
      how: 'seen',
      pageKey: `profile:${people[0]!.handle.toLowerCase()}`,
      tab: 'none',
      atMs: DAY_MS,
      postIds: [postIds[0]!],
    },
    {
      key: 'k2',
      how: 'seen',
      pageKey: `search:from:${people[0]!.handle.toLowerCase()} ${people[1]!.name.toLowerCase()}`,
      tab: 'latest',
      atMs: DAY_MS,
      postIds: [postIds[0]!],
    },
    { key: 'k3', how: 'seen', pageKey: `post:${postIds[0]}`, tab: 'none', atMs: DAY_MS, postIds: [postIds[0]!] },
  ]);
  const [evidence] = await log.shelves.evidence.get([people[0]!.id]);
  await log.shelves.evidence.put([{ ...evidence!, follows: people.map((one) => one.id) }]);
  return log;
}

/** Those of the identifiers that the file says. */
async function leaks(log: Log, choice: Parameters<typeof written>[1]): Promise<readonly string[]> {
  const file = await written(log, { tables: tableNames, ...choice, pseudonymised: true }, KEY);
  const said = plainForm(await contentsOf(file.name, file.bytes));
  return [...new Set(identifiersOf(log))].filter((one) => said.includes(plainForm(one)));
}

describe.each(everyChoice)('%o', (choice) => {
  test('names nobody of any log', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.boolean(), async (drawn, texts) => {
        expect(await leaks(await logOf(drawn), { ...choice, texts })).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

test('a finding tells its figures and keeps silent: what it says may name an app, a host, a hashtag', async () => {
  const log = await sampleLog();
  const findingsOf = async (pseudonymised: boolean) => {
    const file = await written(log, { tables: ['findings'], format: 'ndjson', pseudonymised }, KEY);
    const records = new TextDecoder().decode(file.bytes).trim().split('\n');
    return records.map((one) => JSON.parse(one)).filter((one) => one.kind === 'finding');
  };
  const [named, silent] = [await findingsOf(false), await findingsOf(true)];
  expect(named.length).toBeGreaterThan(10);
  expect(silent).toHaveLength(named.length);
  for (const one of named) expect(one.sentence).toMatch(/\.$/);
  for (const one of silent) expect(one.sentence).toBe('');
  for (const one of [...named, ...silent]) expect(one).not.toHaveProperty('said');
});

test('a file with names would be caught: the search sees them', async () => {
  const log = await sampleLog();
  for (const format of ['csv', 'xlsx', 'parquet', 'datapackage'] as const) {
    const file = await written(log, { tables: tableNames, format });
    const said = plainForm(await contentsOf(file.name, file.bytes));
    for (const one of ['trap_setter2', '9223372036854775807', '750000000000000004'])
      expect(said, format).toContain(one);
  }
});
