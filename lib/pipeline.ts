/**
 * The way of the data as one function: capture → accounts, posts, sighting → evidence and flocks → verdicts, in one unit of
 * work. It ends on disk whole or not at all; the same capture again changes nothing.
 */
import { mergeAccount } from './accounts';
import { type Arrival, admit, askAhead } from './care/door';
import { amend, learn, rememberFollows } from './flocks/learn';
import { type Worded, worded } from './flocks/texts';
import { addCounts, type Counters, noCounters } from './health';
import { keepVerdicts, openBench } from './judge';
import type { Log, PostRow } from './log';
import type { AccountId, Capture, Page, Post, PostId, Sighting } from './model';
import { fillPost } from './posts';
import { learnedOnly } from './rebuild-state';
import type { Settings } from './settings';
import type { ParseResult, Site } from './sites/site';
import { hashKey } from './text/hash';
import { openUnit, type Unit } from './unit';

export type Ingested =
  | { readonly ok: true; readonly posts: number; readonly newPosts: number }
  | { readonly ok: false; readonly reason: 'unread' };

/** The tap copies no other address; whoever hands over a recording is held to the same. */
const notWanted: ParseResult = { ok: false, reason: 'not-a-timeline' };

/** Flocks of a page that are looked at again with every capture of it. */
const FLOCKS_WATCHED = 12;

/**
 * Takes one capture into the log. Rejects only where the log does (a full disk): then nothing of it was stored.
 */
export async function ingest(capture: Capture, site: Site, log: Log, settings: Settings): Promise<Ingested> {
  const result = site.wants(capture.url) ? site.parse(capture) : notWanted;
  const page = site.pageOf(capture.pageUrl);
  return log.atomically(async (inside) => {
    const unit = openUnit(inside);
    const sighting = result.ok ? sightingOf(result.parsed.posts, page, capture) : undefined;
    if (result.ok && sighting) await askAhead(unit, { parsed: result.parsed, page, sighting });
    // Delivered again, because the receipt was lost: it is on disk, and was counted.
    if (sighting && (await unit.get('sightings', sighting.key))) {
      return { ok: true, posts: sighting.postIds.length, newPosts: 0 };
    }
    const outcome = result.ok
      ? await take(unit, { parsed: result.parsed, page, sighting: sighting! }, settings)
      : ({ ok: false, reason: 'unread' } as const);
    const unread = !result.ok && result.reason !== 'not-a-timeline' && result.reason !== 'error-body';
    await countHealth(unit, {
      bodies: 1,
      diskFull: 0,
      lastBodyAtMs: capture.capturedAtMs,
      unreadBodies: unread ? 1 : 0,
      ...(result.ok
        ? {
            posts: outcome.ok ? outcome.newPosts : 0,
            unreadNodes: result.parsed.unread,
            promoted: result.parsed.promoted,
            protectedAccounts: result.parsed.protectedAccounts,
          }
        : {}),
    });
    await unit.flush();
    return outcome;
  });
}

async function take(unit: Unit, arrival: Arrival, settings: Settings): Promise<Ingested> {
  const { parsed, page, sighting, rebuild, learns } = await admit(unit, arrival);
  const known = await unit.getMany(
    'accounts',
    parsed.accounts.map((account) => account.id),
  );
  for (const [i, account] of parsed.accounts.entries()) {
    unit.put('accounts', mergeAccount(known[i], account, sighting.atMs));
  }
  // A creation date that is learned later counts as if it had been there from the start.
  const dated = parsed.accounts.filter(
    (one, i) => one.createdAtMs !== undefined && known[i]?.createdAtMs === undefined,
  );

  const { fresh, texts, freshHere, filled } = await keepPosts(unit, parsed.posts, page.key, settings);
  if (sighting.postIds.length > 0) unit.put('sightings', sighting);
  const informed = [...dated.map((account) => account.id), ...filled];
  if (parsed.follows) {
    await rememberFollows(unit, parsed.follows.accountId, parsed.follows.accountIds);
    informed.push(parsed.follows.accountId);
  }
  // While the engine's old rows go, there is nothing to learn into; what the rebuild has not reached, it learns in its turn.
  if (rebuild?.phase === 'clearing') return { ok: true, posts: parsed.posts.length, newPosts: fresh.length };
  const now = (post: Post) => learns(post.id);
  const lesson = { pageKey: page.key, fresh: fresh.filter(now), texts, freshHere: freshHere.filter(now), informed };
  const learner = rebuild ? { ...unit, log: learnedOnly(unit.log, learns) } : unit;
  const concerned = await learn(learner, lesson, settings);
  // Nobody is judged by half of the rows: in the end everybody is.
  if (rebuild?.phase === 'learning') return { ok: true, posts: parsed.posts.length, newPosts: fresh.length };
  const ids = [...new Set([...concerned, ...(await witnesses(unit, page.key))])];
  await keepVerdicts(unit, openBench(unit, settings), ids);
  return { ok: true, posts: parsed.posts.length, newPosts: fresh.length };
}

/** One account of each flock on the page: beside the accounts just seen, something else may hold of its flock. */
async function witnesses(unit: Unit, pageKey: string): Promise<readonly AccountId[]> {
  const byFlock = new Map<string, AccountId>();
  for (const { id, flock } of (await unit.get('pages', pageKey))?.sample ?? []) {
    if (flock !== undefined && !byFlock.has(flock)) byFlock.set(flock, id);
  }
  return [...byFlock.values()].slice(0, FLOCKS_WATCHED);
}

/** Stores posts as seen on a page. @returns those never seen with their texts, those never seen here, and the authors of those now told more fully */
export async function keepPosts(unit: Unit, posts: readonly Post[], pageKey: string, settings: Settings) {
  const [fresh, freshHere, filled]: [PostRow[], PostRow[], PostRow[]] = [[], [], []];
  const texts = new Map<PostId, Worded>();
  await unit.getMany(
    'posts',
    posts.map((post) => post.id),
  );
  for (const post of posts) {
    const before = await unit.get('posts', post.id);
    const text = before ? undefined : worded(post, settings);
    if (text) texts.set(post.id, text);
    const row = before ? fillPost(before, post) : { ...post, ...(text ? { textKey: text.key } : {}), pages: [] };
    if (!before) fresh.push(row);
    else if (row !== before) filled.push(row);
    const isNewHere = !row.pages.includes(pageKey);
    if (isNewHere) freshHere.push(row);
    if (isNewHere || row !== before) unit.put('posts', isNewHere ? { ...row, pages: [...row.pages, pageKey] } : row);
  }
  await amend(unit, filled);
  return { fresh, texts, freshHere, filled: filled.map((post) => post.authorId) };
}

function sightingOf(posts: readonly Post[], page: Page, capture: Capture): Sighting {
  const postIds = posts.map((post) => post.id);
  const key = hashKey([page.key, page.tab, capture.capturedAtMs, ...postIds].join(' '));
  return { key, how: 'loaded', pageKey: page.key, tab: page.tab, atMs: capture.capturedAtMs, postIds };
}

/** Adds to the health's counters, in the unit's own write. */
export async function countHealth(unit: Unit, more: Partial<Counters>): Promise<void> {
  const { key: _key, ...counters } = (await unit.get('counters', 'health')) ?? { key: 'health', ...noCounters };
  unit.put('counters', { key: 'health', ...addCounts(counters, more) });
}
