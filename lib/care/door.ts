/** What a capture or an import passes on its way into the log: who must stay out, and how far a rebuild has come. */
import type { AccountId, Page, PostId, Sighting } from '../model';
import { hasReached, REBUILD, type RebuildState, readRebuild } from '../rebuild-state';
import type { Parsed } from '../sites/site';
import type { Unit } from '../unit';
import { FORGOTTEN, openForgotten } from './forgotten';
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

/** Has a capture's rows at hand before it is looked at: asked for at once, they cost one wait for the disk in place of five. */
export async function askAhead(unit: Unit, { parsed, page, sighting }: Arrival): Promise<void> {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  await Promise.all([
    unit.get('sightings', sighting.key),
    unit.getMany('meta', ADMITTING),
    unit.getMany('accounts', ids(parsed.accounts)),
    unit.getMany('posts', ids(parsed.posts)),
    unit.get('pages', page.key),
  ]);
}

/** The sighting's key stays that of the whole capture, so that it is known when it comes again. */
export async function admit(unit: Unit, arrival: Arrival): Promise<Admitted> {
  const [forgotten, rebuilding] = await unit.getMany('meta', ADMITTING);
  const rebuild = readRebuild(rebuilding?.value);
  const learns = (id: PostId) => hasReached(rebuild, id);
  const known = openForgotten(forgotten?.value);
  if (!known) return { ...arrival, rebuild, learns };
  const { parsed, them } = withoutThem(arrival.parsed, known);
  const kept = new Set(parsed.posts.map(({ id }) => id));
  const key = redactPageKey(arrival.page.key, them);
  return {
    parsed,
    rebuild,
    learns,
    page: key === arrival.page.key ? arrival.page : { ...arrival.page, key, title: '' },
    sighting: {
      ...arrival.sighting,
      pageKey: key,
      postIds: arrival.sighting.postIds.filter((id) => kept.has(id)),
    },
  };
}

/**
 * Posts on the screen, as far as the log may say that they were seen: those it holds, of nobody who is to stay out, also while the
 * steps that remove them are still under way. Whose page it is, is not said either.
 */
export async function admitSeen(unit: Unit, page: Page, postIds: readonly PostId[]) {
  const [forgotten] = await unit.getMany('meta', [FORGOTTEN]);
  const known = (await unit.getMany('posts', postIds)).flatMap((post) => post ?? []);
  const them = openForgotten(forgotten?.value);
  if (!them) return { pageKey: page.key, postIds: known.map(({ id }) => id) };
  const kept = known.flatMap(({ id, authorId }) => (them.account(authorId) ? [] : id));
  const own = postOfPage(page.key);
  const held = own === undefined ? undefined : await unit.get('posts', own);
  // A page of one post that the log does not hold may be theirs.
  const isTheirs = () => held === undefined || them.account(held.authorId);
  const pageKey = redactPageKey(page.key, { ...them, post: isTheirs });
  return { pageKey, postIds: kept };
}

/** Is nothing to be kept of whom this names? */
export async function isKeptOut(
  unit: Unit,
  who: { readonly accountId?: AccountId | undefined; readonly handle: string },
) {
  const them = openForgotten((await unit.get('meta', FORGOTTEN))?.value);
  if (!them) return false;
  return who.accountId === undefined ? them.handle(who.handle) : them.account(who.accountId);
}
