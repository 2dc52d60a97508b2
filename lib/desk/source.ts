/** What an export reads: the tables of the log, and two views of its posts that other tools ask for. */
import type { ShareLine, ShareObject } from '../formats/shares';
import type { Lines, Parts } from '../formats/tables';
import type { CapturedLine, HeldPost } from '../formats/zeeschuimer-write';
import type { AccountRow, Log, PostRow } from '../log';
import type { Settings } from '../settings';
import { readLines } from './read-lines';
import { scanned } from './scan';

export interface Source extends Lines {
  /** Who shared which object when, for CooRTweet. */
  readonly shares: (what: ShareObject) => Parts<ShareLine>;
  /** Posts with what was reposted and quoted, and where they were first loaded, for 4CAT. */
  readonly captured: () => Parts<CapturedLine>;
}

export const openSource = (log: Log, settings: Settings): Source => ({
  ...readLines(log, settings),
  shares: (what) => shareLines(log, what),
  captured: () => capturedLines(log),
});

async function* shareLines(log: Log, what: ShareObject): Parts<ShareLine> {
  const roots = new Map<string, string>();
  for await (const posts of scanned(log, 'posts')) {
    if (what === 'texts') await readRoots(log, posts, roots);
    yield posts.flatMap((post) =>
      [...new Set(objectsOf(post, what, roots))].map((object) => ({
        object,
        accountId: post.authorId,
        postId: post.id,
        atMs: post.createdAtMs,
      })),
    );
  }
}

function objectsOf(post: PostRow, what: ShareObject, roots: ReadonlyMap<string, string>): readonly string[] {
  if (what === 'links') return post.links;
  if (what === 'reposts') return post.repostOf === undefined ? [] : [post.repostOf];
  if (what === 'hashtags') return post.hashtags.map((tag) => tag.normalize('NFKC').toLowerCase());
  return post.textKey === undefined ? [] : [roots.get(post.textKey) ?? post.textKey];
}

/** Under which text each text is grouped. */
async function readRoots(log: Log, posts: readonly PostRow[], roots: Map<string, string>): Promise<void> {
  const wanted = new Set(
    posts.flatMap(({ textKey }) => (textKey === undefined || roots.has(textKey) ? [] : [textKey])),
  );
  for (const row of await log.shelves.texts.get([...wanted])) if (row) roots.set(row.key, row.root);
}

interface Seen {
  readonly pageKey: string;
  readonly atMs: number;
}

async function* capturedLines(log: Log): Parts<CapturedLine> {
  const seen = await firstSeen(log);
  for await (const posts of scanned(log, 'posts')) {
    const others = await held(
      log,
      posts.flatMap(({ repostOf, quoteOf }) => [repostOf, quoteOf].filter((id) => id !== undefined)),
    );
    const authors = await authorsOf(log, posts);
    yield posts.map((post): CapturedLine => {
      const [at, author] = [seen.get(post.id), authors.get(post.authorId)];
      const [reposted, quoted] = [others.get(post.repostOf ?? ''), others.get(post.quoteOf ?? '')];
      return {
        post,
        ...(author ? { author } : {}),
        ...(at ? { seen: at } : {}),
        ...(reposted ? { reposted } : {}),
        ...(quoted ? { quoted } : {}),
      };
    });
  }
}

/** Where and when each post was first loaded: sightings stand by response, not by post. */
async function firstSeen(log: Log): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  for await (const sightings of scanned(log, 'sightings')) {
    for (const { pageKey, atMs, postIds } of sightings) {
      const one = { pageKey, atMs };
      for (const id of postIds) if (!(atMs >= (seen.get(id)?.atMs ?? Number.POSITIVE_INFINITY))) seen.set(id, one);
    }
  }
  return seen;
}

async function authorsOf(log: Log, posts: readonly PostRow[]): Promise<ReadonlyMap<string, AccountRow>> {
  const rows = await log.shelves.accounts.get([...new Set(posts.map(({ authorId }) => authorId))]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
}

async function held(log: Log, ids: readonly string[]): Promise<ReadonlyMap<string, HeldPost>> {
  if (ids.length === 0) return new Map();
  const posts = (await log.shelves.posts.get([...new Set(ids)])).filter((post) => post !== undefined);
  const authors = await authorsOf(log, posts);
  return new Map(
    posts.map((post) => {
      const author = authors.get(post.authorId);
      return [post.id, author ? { post, author } : { post }] as const;
    }),
  );
}
