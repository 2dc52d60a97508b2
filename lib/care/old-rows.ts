/** Which rows are older than a day: what retention deletes, and what it would delete. */
import type { Log, PostRow } from '../log';
import type { AccountId, PostId } from '../model';

/** How many rows go, or went. */
export interface Removed {
  readonly posts: number;
  readonly accounts: number;
  readonly sightings: number;
}

const PART = 400;

/** Posts that were seen since then, and how many sightings were read to know it. */
export interface Lately {
  readonly ids: ReadonlySet<PostId>;
  readonly sightings: number;
}

export async function seenSince(log: Log, cutoffMs: number): Promise<Lately> {
  const ids = new Set<PostId>();
  const sightings = await log.shelves.sightings.count();
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await log.shelves.sightings.scan(after, PART);
    for (const { atMs, postIds } of rows) if (atMs >= cutoffMs) for (const id of postIds) ids.add(id);
    after = rows.at(-1)?.key;
  }
  return { ids, sightings };
}

export async function labelled(log: Log, ids: readonly AccountId[]): Promise<ReadonlySet<AccountId>> {
  const labels = await log.labelsOf([...new Set(ids)]);
  return new Set(labels.flatMap((label) => label?.accountId ?? []));
}

export async function oldPosts(
  log: Log,
  posts: readonly PostRow[],
  cutoffMs: number,
  lately: Lately,
): Promise<PostRow[]> {
  const old = posts.filter(({ id, createdAtMs }) => createdAtMs < cutoffMs && !lately.ids.has(id));
  const kept = await labelled(
    log,
    old.map(({ authorId }) => authorId),
  );
  return old.filter(({ authorId }) => !kept.has(authorId));
}

/** What would go now: nothing is changed. @param cutoffMs what is older is old */
export async function previewRetention(log: Log, cutoffMs: number): Promise<Removed> {
  const lately = await seenSince(log, cutoffMs);
  const left = new Set<AccountId>();
  let [posts, sightings, accounts] = [0, 0, 0];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await log.shelves.posts.scan(after, PART);
    const old = new Set(await oldPosts(log, rows, cutoffMs, lately));
    for (const row of rows) if (!old.has(row)) left.add(row.authorId);
    posts += old.size;
    after = rows.at(-1)?.id;
  }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await log.shelves.sightings.scan(after, PART);
    const old = rows.filter(({ atMs }) => atMs < cutoffMs);
    const kept = await keptOf(
      log,
      old.flatMap(({ postIds }) => postIds),
    );
    sightings += old.filter(({ postIds }) => !postIds.some((id) => kept.has(id))).length;
    after = rows.at(-1)?.key;
  }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await log.shelves.accounts.scan(after, PART);
    const old = rows.filter(({ id, lastSeenMs }) => lastSeenMs < cutoffMs && !left.has(id)).map(({ id }) => id);
    accounts += old.length - (await labelled(log, old)).size;
    after = rows.at(-1)?.id;
  }
  return { posts, accounts, sightings };
}

/** Of these posts, those whose author is labelled: old sightings keep nothing else. */
export async function keptOf(log: Log, ids: readonly PostId[]): Promise<ReadonlySet<PostId>> {
  const posts = (await log.shelves.posts.get([...new Set(ids)])).filter((post) => post !== undefined);
  const kept = await labelled(
    log,
    posts.map(({ authorId }) => authorId),
  );
  return new Set(posts.flatMap(({ id, authorId }) => (kept.has(authorId) ? id : [])));
}
