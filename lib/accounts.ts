/** Merging what is newly seen of an account into what is known: by field, with the history of handles and counts. */
import type { AccountCounts, AccountRow } from './log';
import { isMade } from './made-ids';
import type { Account } from './model';

const DAY = 86_400_000;
/** Counts kept: about a year of days on which they were seen to change. */
const COUNTS_KEPT = 400;

/** The form of a handle by which it is looked up: X's handles differ by letters, not by their case. */
export const handleKey = (handle: string): string => handle.toLowerCase();

/**
 * Newer fields win, absent ones erase nothing; a copy older than the last one fills only what was unknown.
 * @param atMs time of the capture.
 */
export function mergeAccount(before: AccountRow | undefined, seen: Account, atMs: number): AccountRow {
  const known = Object.fromEntries(Object.entries(seen).filter(([, value]) => value !== undefined)) as Account & {
    id: string;
  };
  if (!before) {
    return withKey({
      ...known,
      firstSeenMs: atMs,
      lastSeenMs: atMs,
      handles: [],
      counts: countsAfter([], known, atMs),
    });
  }
  const older = atMs < before.lastSeenMs;
  const { firstSeenMs, lastSeenMs, handles, counts, handleKey: _key, ...profile } = before;
  const merged = older ? { ...known, ...profile } : { ...profile, ...known };
  const renamed =
    !older && known.handle !== undefined && profile.handle !== undefined && known.handle !== profile.handle;
  return withKey({
    ...merged,
    firstSeenMs: Math.min(firstSeenMs, atMs),
    lastSeenMs: Math.max(lastSeenMs, atMs),
    handles: renamed ? [...handles, { handle: profile.handle!, untilMs: atMs }] : handles,
    counts: countsAfter(counts, known, atMs),
  });
}

/** An account known only by its handle is found by none: who has that handle on the page may be somebody else. */
const withKey = (row: Omit<AccountRow, 'handleKey'>): AccountRow =>
  row.handle === undefined || isMade(row.id) ? row : { ...row, handleKey: handleKey(row.handle) };

/**
 * One row of two, each merged from many copies, e.g. of two logs: the one seen last holds for each field, the other fills what
 * that one does not know; histories are joined. The same row again changes nothing.
 */
export function mergeRows(before: AccountRow | undefined, row: AccountRow): AccountRow {
  const { handleKey: _key, ...own } = row;
  if (!before) return withKey(own);
  const { handleKey: _own, ...kept } = before;
  const [newer, older] = own.lastSeenMs > kept.lastSeenMs ? [own, kept] : [kept, own];
  const wasNamed = older.handle !== undefined && newer.handle !== undefined && older.handle !== newer.handle;
  const renamed = wasNamed ? [{ handle: older.handle!, untilMs: newer.firstSeenMs }] : [];
  const handles = [...kept.handles, ...own.handles];
  const known = new Set(handles.map(({ handle }) => handle));
  const named = [...handles, ...renamed.filter(({ handle }) => !known.has(handle))];
  const byName = new Map(named.map((one) => [`${one.handle} ${one.untilMs}`, one]));
  const byDay = new Map([...own.counts, ...kept.counts].map((one) => [Math.floor(one.atMs / DAY), one]));
  return withKey({
    ...older,
    ...newer,
    firstSeenMs: Math.min(kept.firstSeenMs, own.firstSeenMs),
    lastSeenMs: Math.max(kept.lastSeenMs, own.lastSeenMs),
    handles: [...byName.values()].toSorted((a, b) => a.untilMs - b.untilMs),
    counts: [...byDay.values()].toSorted((a, b) => a.atMs - b.atMs).slice(-COUNTS_KEPT),
  });
}

function countsAfter(counts: readonly AccountCounts[], seen: Account, atMs: number): readonly AccountCounts[] {
  const { followers, following, posts } = seen;
  if (followers === undefined && following === undefined && posts === undefined) return counts;
  const day = Math.floor(atMs / DAY);
  if (counts.some((one) => Math.floor(one.atMs / DAY) === day)) return counts;
  const now: AccountCounts = {
    atMs,
    ...(followers === undefined ? {} : { followers }),
    ...(following === undefined ? {} : { following }),
    ...(posts === undefined ? {} : { posts }),
  };
  return [...counts, now].toSorted((a, b) => a.atMs - b.atMs).slice(-COUNTS_KEPT);
}
