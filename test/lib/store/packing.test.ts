/** What stands on disk is what was put there: every field, of records of today and of before. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountEvidence, FlockRow, GapCounts, MemberTraits, PageRow, SeenPost } from '@/lib/flocks/evidence';
import type { AccountRow, PostRow } from '@/lib/log';
import type { Finding, Verdict } from '@/lib/model';
import { packings } from '@/lib/store/packing';
import type { PersonRecord } from '@/lib/store/schema';

/** An arbitrary for each field there is: a new one that nobody packs is missed here, before it is on a disk. */
type Fields<Row> = { readonly [Name in keyof Required<Row>]: fc.Arbitrary<Required<Row>[Name]> };
const rowOf = <Row>(fields: Fields<Row>, requiredKeys: readonly (keyof Row)[]): fc.Arbitrary<Row> =>
  fc.record(fields as never, { requiredKeys: requiredKeys as never }) as unknown as fc.Arbitrary<Row>;

// Words that recur, as they do; empty ones, ones of digits alone and ones with spaces and quotes among them.
const word = fc.oneof(
  fc.constantFrom('', '0', 'سلام', 'a b', '"', 'TweetDeck', '__proto__'),
  fc.string({ unit: 'grapheme' }),
);
const words = fc.array(word, { maxLength: 3 });
const id = fc.nat({ max: 40 }).map((n) => String(1000 + n));
const ids = fc.array(id, { maxLength: 4 });
const figure = fc.oneof(fc.constantFrom(0, 1, 0.25, 4.1e-100), fc.nat());
const sum = fc.oneof(
  fc.nat(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
);
const count = fc.nat();
const yes = fc.constant(true as const);
const counts = fc.dictionary(
  word.filter((key) => key !== '__proto__'),
  count,
  { maxKeys: 3 },
);

const account = rowOf<AccountRow>(
  {
    id,
    handle: word,
    name: word,
    createdAtMs: count,
    followers: count,
    following: count,
    posts: count,
    media: count,
    likes: count,
    bio: word,
    avatarUrl: word,
    defaultAvatar: fc.boolean(),
    bannerUrl: word,
    location: word,
    website: word,
    verified: fc.boolean(),
    basedIn: word,
    firstSeenMs: count,
    lastSeenMs: count,
    handleKey: word,
    handles: fc.array(fc.record({ handle: word, untilMs: count }), { maxLength: 2 }),
    counts: fc.array(fc.record({ atMs: count, followers: count }), { maxLength: 2 }),
  },
  ['id', 'firstSeenMs', 'lastSeenMs', 'handles', 'counts'],
);
const seenPost = rowOf<SeenPost>(
  {
    id,
    atMs: count,
    text: word,
    client: word,
    kind: fc.constantFrom('post', 'reply', 'thread', 'repost'),
    domain: word,
    talks: yes,
    tags: words,
  },
  ['id', 'atMs', 'kind'],
);
const evidence = rowOf<AccountEvidence>(
  {
    id,
    posts: fc.uniqueArray(seenPost, { maxLength: 5, selector: (post) => post.id }),
    pages: counts,
    follows: ids,
    flock: word,
    near: word,
    flockPosts: count,
    tallied: fc.record({ level: fc.constantFrom('strong', 'weak'), pages: counts }),
  },
  ['id', 'posts', 'pages'],
);
const finding = rowOf<Finding>(
  {
    fingerprint: fc.constantFrom('copied-text', 'burst-rhythm'),
    version: count,
    family: fc.constantFrom('text', 'cadence', 'dates', 'else'),
    outcome: fc.constantFrom('match', 'no-match', 'not-enough-seen'),
    scope: fc.constantFrom('own', 'flock'),
    observed: figure,
    threshold: figure,
    n: figure,
    baseline: figure,
    p: figure,
    said: fc.oneof(
      fc.record({ key: fc.constant('copied-text/match' as const), texts: count, others: count }),
      fc.constant({ key: 'closed-pool/none' as const }),
    ),
    sentence: word,
    against: yes,
    postIds: ids,
  },
  ['fingerprint', 'version', 'family', 'outcome', 'scope', 'postIds'],
);
const verdict = rowOf<Verdict>(
  {
    accountId: fc.oneof(id, fc.constant('')),
    level: fc.constantFrom('strong', 'weak', 'none', 'not-enough-seen'),
    findings: fc.array(finding, { maxLength: 4 }),
    flockId: word,
    flockSize: count,
    counterEvidence: words,
    unknowns: words,
    engineVersion: count,
    settingsVersion: count,
  },
  ['accountId', 'level', 'findings', 'counterEvidence', 'engineVersion', 'settingsVersion'],
);
const person = fc
  .record(
    { id, account, evidence, verdict, dismissal: fc.record({ accountId: id, dismissed: fc.boolean(), atMs: count }) },
    { requiredKeys: ['id'] },
  )
  .map((row): PersonRecord => ({ ...row, ...(row.evidence && { evidence: { ...row.evidence, id: row.id } }) }));

const gaps = rowOf<GapCounts>({ n: count, short: count, between: count, sum, squares: sum, coarse: fc.boolean() }, [
  'n',
  'short',
  'between',
  'sum',
  'squares',
  'coarse',
]);
const traits = rowOf<MemberTraits>(
  {
    id,
    hash: count,
    createdDay: count,
    clientPosts: count,
    client: word,
    clientShare: figure,
    gaps,
    posts: count,
    linkPosts: count,
    domain: word,
    domainShare: figure,
    social: count,
    bursts: fc.array(count, { maxLength: 2 }),
    order: words,
    profile: fc.record({ followers: count, bio: word, shape: word, automated: yes }, { requiredKeys: [] }),
    page: word,
    flock: word,
  },
  ['id', 'hash', 'clientPosts', 'gaps', 'posts'],
);
const flock = rowOf<FlockRow>(
  {
    id,
    into: word,
    accounts: count,
    posts: count,
    texts: count,
    sample: fc.array(traits, { maxLength: 4 }),
    turns: fc.array(fc.record({ id, atMs: count, accountId: id, handle: word }), { maxLength: 3 }),
    signature: word,
    pending: fc.constantFrom(0, 1),
    cursor: word,
  },
  ['id', 'accounts', 'posts', 'texts', 'sample', 'signature', 'pending'],
);
const tally = fc.record({ accounts: count, posts: count });
const worded = fc.record(
  { hash: count, accountId: id, flock: word, words: fc.array(count, { maxLength: 3 }) },
  { requiredKeys: ['hash', 'accountId', 'words'] },
);
const page = rowOf<PageRow>(
  {
    key: word,
    posts: count,
    accounts: count,
    strong: tally,
    weak: tally,
    sample: fc.array(traits, { maxLength: 4 }),
    words: fc.array(worded, { maxLength: 3 }) as fc.Arbitrary<NonNullable<PageRow['words']>>,
    newestMs: count,
  },
  ['key', 'posts', 'accounts', 'strong', 'weak', 'sample', 'newestMs'],
);
const post = rowOf<PostRow>(
  {
    id,
    authorId: id,
    createdAtMs: count,
    text: word,
    lang: word,
    client: word,
    conversationId: id,
    replyTo: fc.record({ postId: id, accountId: id }, { requiredKeys: [] }) as fc.Arbitrary<
      NonNullable<PostRow['replyTo']>
    >,
    quoteOf: id,
    repostOf: id,
    links: words,
    hashtags: words,
    mentions: words,
    textKey: word,
    pages: words,
  },
  ['id', 'authorId', 'createdAtMs', 'text', 'links', 'hashtags', 'mentions', 'pages'],
);
const saying = fc.record({ textKey: word, authorId: id, bundle: id });

const textOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const holds = <Row>(rows: fc.Arbitrary<Row>, stored: (row: Row) => Row) =>
  fc.assert(
    // Made by the library without a prototype.
    fc.property(rows.map(structuredClone<Row>), (row) => {
      expect(stored(row)).toStrictEqual(row);
    }),
  );

describe('is read as it was put', () => {
  const { crowds, flocks, pages, bundles, sayings } = packings;
  const key = 'k';
  test('crowds', () =>
    holds(fc.array(person, { maxLength: 4 }), (people) => [...crowds.unpack(crowds.pack({ key, people })).people]));
  test('flocks', () => holds(flock, (row) => flocks.unpack(flocks.pack(row))));
  test('pages', () => holds(page, (row) => pages.unpack(pages.pack(row))));
  test('posts, with where it stands who said what, or without', () => {
    const bundle = fc.record(
      { key: id, posts: fc.array(post, { maxLength: 4 }), saidIn: ids },
      { requiredKeys: ['key', 'posts'] },
    );
    return holds(bundle, (row) => bundles.unpack(bundles.pack(row)) as typeof row);
  });
  test('who said what', () =>
    holds(fc.array(saying), (said) => [...sayings.unpack(sayings.pack({ key, sayings: said })).sayings]));
});

describe('is read as it was put before 2026-12, when all stood as it is', () => {
  const { crowds, flocks, pages, bundles } = packings;
  const key = 'k';
  test('crowds', () =>
    holds(fc.array(person, { maxLength: 4 }), (people) => [
      ...crowds.unpack({ key, ids: [], flocks: [], json: textOf(people) }).people,
    ]));
  test('flocks', () => holds(flock, (row) => flocks.unpack({ id: row.id, pending: row.pending, json: textOf(row) })));
  test('pages', () => holds(page, (row) => pages.unpack({ key: row.key, json: textOf(row) })));
  test('posts', () =>
    holds(fc.array(post), (posts) => [...bundles.unpack({ key, ids: [], said: [], json: textOf(posts) }).posts]));
});
