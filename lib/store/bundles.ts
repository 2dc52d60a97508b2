/**
 * The shelf of posts: those of one response stand in one record. Whether a post is there, an index of their ids tells.
 */
import type { PostedText, PostRow, Shelf } from '../log';
import type { Rows } from './rows';
import type { BundleRecord } from './schema';

/** Posts of a bundle: as many as a response has, so that an import's are no heavier to write again. */
const BUNDLED = 50;
/** Index entries looked through to see which posts are there. */
const LOOKED_THROUGH = 64;

const saidOf = (posts: readonly PostRow[]): readonly string[] => [
  ...new Set(posts.flatMap((post) => (post.textKey === undefined ? [] : [`${post.textKey} ${post.authorId}`]))),
];

function bundleOf(key: string, posts: readonly PostRow[]): BundleRecord {
  const authors = [...new Set(posts.map((post) => post.authorId))];
  return { key, ids: posts.map((post) => post.id), said: saidOf(posts), authors, posts };
}

/** Posts that are in no bundle yet, by id as text. */
export function bundlesOf(posts: readonly PostRow[]): BundleRecord[] {
  const sorted = posts.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Array.from({ length: Math.ceil(sorted.length / BUNDLED) }, (_, i) => {
    const some = sorted.slice(i * BUNDLED, (i + 1) * BUNDLED);
    return bundleOf(some[0]!.id, some);
  });
}

/** @param mayHold `false` is sure that there is no such post */
export function postShelf(bundles: Rows<BundleRecord>, mayHold: (id: string) => boolean = () => true): Shelf<PostRow> {
  /** Key of the bundle of each post asked for so far; `undefined` where there is none. */
  const places = new Map<string, string | undefined>();
  const noteAll = (records: readonly (BundleRecord | undefined)[]) => {
    for (const record of records) for (const id of record?.ids ?? []) places.set(id, record!.key);
  };

  /** Posts of one page stand together in time, and so do their ids: mostly one question tells that none is there yet. */
  async function locate(ids: readonly string[]): Promise<void> {
    for (const id of ids) if (!places.has(id) && !mayHold(id)) places.set(id, undefined);
    const wanted = [...new Set(ids)].filter((id) => !places.has(id)).toSorted();
    if (wanted.length === 0) return;
    await bundles.flush();
    const index = (from: string, to: string) => bundles.table.where('ids').between(from, to, true, true);
    let found: readonly (string | undefined)[];
    const near =
      wanted.length < 4 ? undefined : await index(wanted[0]!, wanted.at(-1)!).limit(LOOKED_THROUGH).primaryKeys();
    if (near && near.length < LOOKED_THROUGH) {
      noteAll(await bundles.get([...new Set(near)]));
      found = [];
    } else {
      found = (await Promise.all(wanted.map((id) => index(id, id).primaryKeys()))).map(([key]) => key);
    }
    for (const [i, id] of wanted.entries()) if (!places.has(id)) places.set(id, found[i]);
  }

  async function get(ids: readonly string[]): Promise<readonly (PostRow | undefined)[]> {
    await locate(ids);
    const keys = [...new Set(ids.flatMap((id) => places.get(id) ?? []))];
    const posts = new Map(
      (await bundles.get(keys)).flatMap((record) => record?.posts.map((post) => [post.id, post]) ?? []),
    );
    return ids.map((id) => posts.get(id));
  }

  /** Writes the bundles of these posts anew. */
  async function change(
    ids: readonly string[],
    into: (posts: readonly PostRow[]) => readonly PostRow[],
  ): Promise<void> {
    for (const key of new Set(ids.flatMap((id) => places.get(id) ?? []))) {
      const [record] = await bundles.get([key]);
      const posts = into(record?.posts ?? []);
      // The key is the id of a post inside, so that no two bundles can ever have the same.
      const made = posts[0] && bundleOf(posts[0].id, posts);
      if (made?.key !== key) bundles.remove([key]);
      if (made) bundles.put(made.key, made);
      noteAll([made]);
    }
  }

  async function keys(after: string, limit: number): Promise<readonly string[]> {
    await bundles.flush();
    // The index's own keys come one at a time, by a cursor; the records' keys come all at once, and the records hold the ids.
    const holders = new Set(await bundles.table.where('ids').above(after).limit(limit).primaryKeys());
    const records = await bundles.get([...holders]);
    noteAll(records);
    const ids = records.flatMap((record) => record?.ids.filter((id) => id > after) ?? []).sort();
    return ids.slice(0, limit);
  }

  return {
    get,
    async put(rows) {
      // The last of two with one id is the one that stays.
      const byId = new Map(rows.map((row) => [row.id, row]));
      await locate([...byId.keys()]);
      const isNew = (row: PostRow) => places.get(row.id) === undefined;
      const [fresh, known] = [[...byId.values()].filter(isNew), [...byId.values()].filter((row) => !isNew(row))];
      await change(
        known.map((row) => row.id),
        (posts) => posts.map((post) => byId.get(post.id) ?? post),
      );
      const made = bundlesOf(fresh);
      noteAll(made);
      for (const record of made) bundles.put(record.key, record);
    },
    async remove(ids) {
      await locate(ids);
      const gone = new Set(ids);
      await change(ids, (posts) => posts.filter((post) => !gone.has(post.id)));
      for (const id of gone) places.set(id, undefined);
    },
    keys,
    // The bundles of the next ids in one request; a cursor over the ids takes one for each of them.
    async scan(after, limit) {
      await bundles.flush();
      const near = await bundles.table.where('ids').above(after).limit(limit).primaryKeys();
      const records = await bundles.get([...new Set(near)]);
      noteAll(records);
      const posts = records.flatMap((record) => record?.posts ?? []).filter((post) => post.id > after);
      return posts.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
    },
    async clear() {
      places.clear();
      await bundles.clear();
    },
    async count() {
      await bundles.flush();
      return bundles.table.where('ids').above('').count();
    },
  };
}

/** Authors of the posts with this text, as the index tells them: each once, whatever they wrote more. */
export async function authorsOfText(bundles: Rows<BundleRecord>, textKey: string): Promise<readonly string[]> {
  const said = await bundles.table.where('said').between(`${textKey} `, `${textKey}!`).uniqueKeys();
  return said.map((one) => String(one).slice(textKey.length + 1));
}

/** Posts with this text, from the records that hold any. */
export async function postsWithText(bundles: Rows<BundleRecord>, textKey: string): Promise<readonly PostedText[]> {
  const keys = await bundles.table.where('said').between(`${textKey} `, `${textKey}!`).primaryKeys();
  const posted: PostedText[] = [];
  for (const record of await bundles.get([...new Set(keys)])) {
    for (const { id, authorId, createdAtMs, textKey: key } of record?.posts ?? [])
      if (key === textKey) posted.push({ id, authorId, createdAtMs, textKey });
  }
  return posted;
}
