/** Merging what is newly seen of an account into what is known: by field, with the history of handles and counts. */
import type { AccountCounts, AccountRow } from './log';
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

const withKey = (row: Omit<AccountRow, 'handleKey'>): AccountRow =>
  row.handle === undefined ? row : { ...row, handleKey: handleKey(row.handle) };

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
