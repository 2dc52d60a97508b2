/** The shelf of posts: those of one response stand in one bundle. */
import type { PostedText, PostRow, Shelf } from '../log';
import { type Bundling, openBundled } from './bundled';
import type { Places } from './places';
import type { Rows } from './rows';
import type { BundleRecord } from './schema';

export const postBundling: Bundling<PostRow, BundleRecord> = {
  index: 'ids',
  // As many as a response has, so that an import's are no heavier to write again.
  size: 50,
  keyOf: (post) => post.id,
  rowsOf: (bundle) => bundle.posts,
  bundleOf: (key, posts) => ({ key, posts }),
  // Posts of one page stand together in time, and so do their ids.
  isInOrder: true,
};

/** @param inMind in which bundle a post stands, where somebody keeps all places in mind */
export function postShelf(
  bundles: Rows<BundleRecord>,
  places: Places,
  inMind?: () => ((id: string) => string | undefined) | undefined,
): Shelf<PostRow> {
  const { within: _apart, ...shelf } = openBundled(bundles, places, postBundling, inMind);
  return shelf;
}

/** Authors of the posts with these texts, as the index tells them: each once a text, whatever they wrote more. */
export async function authorsOfTexts(
  bundles: Rows<BundleRecord>,
  textKeys: readonly string[],
): Promise<readonly string[]> {
  bundles.flush();
  const authorsOf = async (key: string) => {
    const said = await bundles.table.where('said').between(`${key} `, `${key}!`).uniqueKeys();
    return said.map((one) => String(one).slice(key.length + 1));
  };
  return (await Promise.all(textKeys.map(authorsOf))).flat();
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
