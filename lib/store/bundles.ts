/** The shelf of posts: those of one response stand in one bundle. */
import type { PostedText, PostRow, Shelf } from '../log';
import { type Bundling, openBundled } from './bundled';
import type { Places } from './places';
import type { Rows } from './rows';
import type { Sayings } from './sayings';
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

/**
 * New posts of which other records than the index tell who said what. Only an import brings as many; and not beside somebody who scrolls, in small
 * chunks: who asks for a text reads a record of each.
 */
const MANY = 1000;

/** @param inMind in which bundle a post stands, where somebody keeps all places in mind */
export function postShelf(
  bundles: Rows<BundleRecord>,
  places: Places,
  sayings: Sayings,
  inMind: () => ((id: string) => string | undefined) | undefined,
): Shelf<PostRow> {
  const { within: _apart, ...shelf } = openBundled(bundles, places, postBundling, inMind, undefined, sayings.rewritten);
  return {
    ...shelf,
    put: (posts) =>
      shelf.put(posts, (made) => {
        const fresh = made.reduce((sum, bundle) => sum + bundle.posts.length, 0);
        return inMind() && fresh >= MANY ? sayings.add(made) : made;
      }),
    async clear() {
      await shelf.clear();
      await sayings.clear();
    },
  };
}

/** Authors of the posts with these texts: each once a text and more, whatever they wrote else. */
export async function authorsOfTexts(
  bundles: Rows<BundleRecord>,
  sayings: Sayings,
  textKeys: readonly string[],
): Promise<readonly string[]> {
  bundles.flush();
  const inIndex = async (key: string) => {
    const said = await bundles.table.where('said').between(`${key} `, `${key}!`).uniqueKeys();
    return said.map((one) => String(one).slice(key.length + 1));
  };
  const [indexed, others] = await Promise.all([Promise.all(textKeys.map(inIndex)), sayings.of(textKeys)]);
  return [...indexed.flat(), ...others.map(({ authorId }) => authorId)];
}

/** Posts with this text, from the records that hold any. */
export async function postsWithText(
  bundles: Rows<BundleRecord>,
  sayings: Sayings,
  textKey: string,
): Promise<readonly PostedText[]> {
  const indexed = await bundles.table.where('said').between(`${textKey} `, `${textKey}!`).primaryKeys();
  const others = (await sayings.of([textKey])).map(({ bundle }) => bundle);
  const posted: PostedText[] = [];
  for (const record of await bundles.get([...new Set([...indexed, ...others])].toSorted())) {
    for (const { id, authorId, createdAtMs, textKey: key } of record?.posts ?? [])
      if (key === textKey) posted.push({ id, authorId, createdAtMs, textKey });
  }
  return posted;
}
