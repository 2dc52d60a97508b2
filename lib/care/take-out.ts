/** Takes what one account put into the engine's rows out again, where that is all there is to do. */
import { type AccountEvidence, type PageRow, POSTS_KEPT, SAMPLE_KEPT, WORDED_KEPT } from '../flocks/evidence';
import { rootsOf } from '../flocks/texts';
import type { AccountId, PostId } from '../model';
import type { Unit } from '../unit';

/**
 * @param posts all its posts. @returns false, and nothing is changed, where others posted its texts, or where one of the
 * bounded samples would need somebody in its place: then the rows must be made anew.
 */
export async function takeOut(unit: Unit, id: AccountId, posts: readonly PostId[]): Promise<boolean> {
  const evidence = await unit.get('evidence', id);
  if (!evidence) return posts.length === 0;
  const { flock, near, tallied } = evidence;
  if (flock !== undefined || near !== undefined || tallied) return false;
  if (evidence.posts.length >= POSTS_KEPT || evidence.posts.length !== posts.length) return false;
  const keys = [...new Set(evidence.posts.flatMap((post) => post.text ?? []))];
  const roots = await rootsOf(unit, keys);
  if (roots.some((root) => !root || root.accounts > 1)) return false;
  const pages = await unit.getMany('pages', Object.keys(evidence.pages));
  const left = pages.map((page) => page && withoutOne(page, evidence));
  if (left.some((page) => page === undefined)) return false;

  const empty = left.flatMap((page) => (page && page.posts === 0 ? page.key : []));
  for (const page of left) if (page && page.posts > 0) unit.put('pages', page);
  await unit.log.shelves.pages.remove(empty);
  // Groups of its own texts alone: whoever else had posted one near-same would have been counted.
  const groups = await Promise.all([...new Set(roots.map((root) => root!.key))].map(unit.log.textKeysInGroup));
  await unit.log.shelves.texts.remove(groups.flat());
  return true;
}

/** The page as if it had never been seen there, or none where a sample would have another in its place. */
function withoutOne(page: PageRow, { id, posts, pages }: AccountEvidence): PageRow | undefined {
  const sample = page.sample.filter((one) => one.id !== id);
  const words = page.words?.filter((post) => post.accountId !== id);
  if (sample.length < page.sample.length && page.sample.length >= SAMPLE_KEPT) return undefined;
  if (page.words && words!.length < page.words.length && page.words.length >= WORDED_KEPT) return undefined;
  const left = page.posts - (pages[page.key] ?? 0);
  // Which of the others is the newest then, only their posts tell.
  if (left > 0 && posts.some(({ atMs }) => atMs >= page.newestMs)) return undefined;
  return { ...page, posts: left, accounts: page.accounts - 1, sample, ...(words ? { words } : {}) };
}
