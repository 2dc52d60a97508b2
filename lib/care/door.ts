/** What a capture or an import passes on its way into the log: who must stay out, and how far a rebuild has come. */
import type { AccountId, Page, PostId, Sighting } from '../model';
import { hasReached, REBUILD, type RebuildState, readRebuild } from '../rebuild-state';
import type { Parsed } from '../sites/site';
import type { Unit } from '../unit';
import { FORGOTTEN, openForgotten, type Them } from './forgotten';
import { postOfPage, redactPageKey, withoutThem } from './redact';

export interface Arrival {
  readonly parsed: Parsed;
  readonly page: Page;
  readonly sighting: Sighting;
}

export interface Admitted extends Arrival {
  /** While the engine's rows are made anew: how far. What it has not reached is left to it. */
  readonly rebuild: RebuildState | undefined;
  /** Is it for this unit of work to learn from this post? */
  readonly learns: (id: PostId) => boolean;
}

/** Rows of `meta` that say what is let in. */
const ADMITTING = [FORGOTTEN, REBUILD] as const;

/** Has a capture's rows at hand before it is looked at: asked for at once, they cost one wait for the disk in place of six. */
export async function askAhead(unit: Unit, { parsed, page, sighting }: Arrival): Promise<void> {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  await Promise.all([
    unit.get('sightings', sighting.key),
    unit.getMany('meta', ADMITTING),
    unit.getMany('accounts', ids(parsed.accounts)),
    unit.getMany('posts', ids(parsed.posts)),
    unit.get('pages', page.key),
    unit.get('counters', 'health'),
  ]);
}

/** Who must stay out, if anybody, and how far a rebuild has come. */
export async function openDoor(unit: Unit) {
  const [forgotten, rebuilding] = await unit.getMany('meta', ADMITTING);
  const rebuild = readRebuild(rebuilding?.value);
  const learns = (id: PostId) => hasReached(rebuild, id);
  return { them: openForgotten(forgotten?.value), rebuild, learns };
}

/** Those of these posts that the log holds, of nobody who must stay out: some of theirs are in until the steps that remove them are done. */
export async function heldPosts(
  unit: Unit,
  ids: readonly PostId[],
  them: Them | undefined,
): Promise<ReadonlySet<PostId>> {
  const posts = await unit.getMany('posts', ids);
  return new Set(posts.flatMap((post) => (post && !them?.account(post.authorId) ? post.id : [])));
}

/**
 * Them, with the posts that these pages are about: one that neither the log holds nor comes here, of somebody else, may be theirs.
 * @param here posts of others that come with the pages
 */
export async function withPagePosts(
  unit: Unit,
  them: Them,
  pageKeys: readonly string[],
  here: ReadonlySet<PostId>,
): Promise<Them> {
  const own = pageKeys.flatMap((key) => postOfPage(key) ?? []).filter((id) => !here.has(id));
  const held = await heldPosts(unit, own, them);
  const theirs = new Set(own.filter((id) => !held.has(id)));
  return { ...them, post: (id) => theirs.has(id) || them.post(id) };
}

/** The sighting's key stays that of the whole capture, so that it is known when it comes again. */
export async function admit(unit: Unit, arrival: Arrival): Promise<Admitted> {
  const { them: forgotten, rebuild, learns } = await openDoor(unit);
  if (!forgotten) return { ...arrival, rebuild, learns };
  const { page, sighting } = arrival;
  const others = arrival.parsed.posts.filter(({ authorId }) => !forgotten.account(authorId));
  const kept = new Set(others.map(({ id }) => id));
  const { parsed, them } = withoutThem(arrival.parsed, await withPagePosts(unit, forgotten, [page.key], kept));
  const key = redactPageKey(page.key, them);
  return {
    parsed,
    rebuild,
    learns,
    page: key === page.key ? page : { ...page, key, title: '' },
    sighting: { ...sighting, pageKey: key, postIds: sighting.postIds.filter((id) => kept.has(id)) },
  };
}

/** Posts on the screen, as far as the log may say that they were seen: those it holds. Whose page it is, is not said of whom must stay out. */
export async function admitSeen(unit: Unit, page: Page, postIds: readonly PostId[]) {
  const { them } = await openDoor(unit);
  const held = await heldPosts(unit, postIds, them);
  const known = { pageKey: page.key, postIds: postIds.filter((id) => held.has(id)) };
  if (!them) return known;
  return { ...known, pageKey: redactPageKey(page.key, await withPagePosts(unit, them, [page.key], held)) };
}

/** Is nothing to be kept of whom this names? */
export async function isKeptOut(
  unit: Unit,
  who: { readonly accountId?: AccountId | undefined; readonly handle: string },
): Promise<boolean> {
  const { them } = await openDoor(unit);
  if (!them) return false;
  return who.accountId === undefined ? them.handle(who.handle) : them.account(who.accountId);
}
