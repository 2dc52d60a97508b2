/**
 * Brings the columns up to the log: at first by streaming every table in parts, later by what is new. What is new is told by
 * the sightings (each capture leaves one), by flocks that have become something else, and where the figures still differ (an
 * import, an account forgotten), by the keys of the tables.
 */
import type { FlockRow } from '../flocks/evidence';
import type { Log } from '../log';
import { partsOfAccounts } from './account-parts';
import type { Columns } from './columns';
import { putAccount, putFlock, putLabels, putPost, removeAccount, removePost } from './fill-columns';
import { allOf, differences, PART, partsOf } from './parts';

export interface Followed {
  readonly version: number;
  /** Read so far, and there in all. */
  readonly posts: number;
  readonly accounts: number;
  readonly ofPosts: number;
  readonly ofAccounts: number;
  readonly labels: number;
  readonly flocks: number;
  /** The columns hold the whole log as it was a moment ago. */
  readonly complete: boolean;
}

export interface Following {
  readonly columns: Columns;
  /** @param report told after each part that changed something. Two calls at once are one. */
  catchUp(report: (followed: Followed) => void): Promise<Followed>;
}

const sameFlock = (a: FlockRow | undefined, b: FlockRow): boolean =>
  a !== undefined &&
  (['accounts', 'posts', 'texts', 'signature', 'pending', 'into'] as const).every((field) => a[field] === b[field]);

export function followLog(log: Log, columns: Columns): Following {
  const { posts, accounts } = columns;
  const sightings = new Set<string>();
  let flocks: ReadonlyMap<string, FlockRow> = new Map();
  let labelsAs = '';
  let complete = false;
  let running: Promise<Followed> | undefined;
  const listeners = new Set<(followed: Followed) => void>();

  /** Rows there in the log, as counted at the beginning of each run. */
  let there = { ofPosts: 0, ofAccounts: 0 };

  const postsHeld = () => posts.ids.length - posts.gone.size;
  const accountsHeld = () => accounts.known.reduce((n, known) => n + (known ? 1 : 0), 0);
  const followed = (): Followed => ({
    version: columns.version,
    posts: postsHeld(),
    accounts: accountsHeld(),
    ...there,
    labels: columns.labels.length,
    flocks: columns.flocks.size,
    complete,
  });
  const changed = (): void => {
    columns.version++;
    const now = followed();
    for (const listener of listeners) listener(now);
  };

  async function readAccounts(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += PART) {
      const part = ids.slice(at, at + PART);
      const parts = await partsOfAccounts(log, ({ accounts: shelf }) => shelf.get(part));
      const there = new Set(parts.map(({ account }) => account.id));
      for (const id of part) if (!there.has(id)) removeAccount(columns, id);
      for (const one of parts) putAccount(columns, one);
    }
  }
  async function readPosts(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const authors = new Set<string>();
    for (let at = 0; at < ids.length; at += PART) {
      const part = ids.slice(at, at + PART);
      for (const [i, row] of (await log.shelves.posts.get(part)).entries()) {
        if (row) putPost(columns, row);
        else removePost(columns, part[i]!);
        if (row) authors.add(row.authorId);
      }
    }
    return authors;
  }

  async function readLabels(): Promise<boolean> {
    const labels = await allOf(log.shelves.labels, ({ id }) => id);
    const as = JSON.stringify(labels);
    if (as === labelsAs) return false;
    labelsAs = as;
    putLabels(columns, labels);
    return true;
  }

  /** @returns the accounts of flocks that are not what they were. */
  async function readFlocks(): Promise<readonly string[]> {
    const before = flocks;
    flocks = new Map((await allOf(log.shelves.flocks, ({ id }) => id)).map((row) => [row.id, row]));
    const moved: string[] = [];
    for (const row of flocks.values()) {
      if (sameFlock(before.get(row.id), row)) continue;
      const members = row.into === undefined ? await membersOf(row.id) : [];
      putFlock(columns, row.id, members);
      moved.push(...members);
    }
    for (const id of before.keys()) if (!flocks.has(id)) putFlock(columns, id, []);
    columns.flocks = new Map([...flocks].filter(([, { into }]) => into === undefined));
    return moved;
  }

  /** The whole log, posts and accounts by turns, so that both tables have rows from the first moment. */
  async function readAll(): Promise<void> {
    for await (const keys of partsOf(log.shelves.sightings.keys, (key) => key))
      for (const key of keys) sightings.add(key);
    await readFlocks();
    await readLabels();
    const ofAccounts = partsOf(
      (after, limit) => partsOfAccounts(log, ({ accounts: shelf }) => shelf.scan(after, limit)),
      ({ account }) => account.id,
    );
    const ofPosts = partsOf(log.shelves.posts.scan, ({ id }) => id);
    for (let more = true; more; ) {
      const [someAccounts, somePosts] = [await ofAccounts.next(), await ofPosts.next()];
      if (!someAccounts.done) for (const one of someAccounts.value) putAccount(columns, one);
      if (!somePosts.done) for (const post of somePosts.value) putPost(columns, post);
      more = !someAccounts.done || !somePosts.done;
      if (more) changed();
    }
    complete = true;
    changed();
  }

  async function readNew(): Promise<boolean> {
    const fresh: string[] = [];
    for await (const keys of partsOf(log.shelves.sightings.keys, (key) => key)) {
      fresh.push(...keys.filter((key) => !sightings.has(key)));
    }
    const seen = await log.shelves.sightings.get(fresh);
    const stale = new Set(await readPosts([...new Set(seen.flatMap((one) => one?.postIds ?? []))]));
    for (const key of fresh) sightings.add(key);

    const isPost = (id: string) => posts.rowOf.has(id) && !posts.gone.has(posts.rowOf.get(id)!);
    if ((await log.shelves.posts.count()) !== postsHeld()) {
      for (const id of await readPosts(await differences(log.shelves.posts, isPost, posts.ids))) stale.add(id);
    }
    const moved = await readFlocks();
    for (const id of moved) stale.add(id);
    for (const { accountId, dismissed } of await allOf(log.shelves.dismissals, (row) => row.accountId)) {
      const row = accounts.rowOf.get(accountId);
      if (row !== undefined && accounts.dismissed[row] !== dismissed) stale.add(accountId);
    }
    await readAccounts([...stale]);
    const isAccount = (id: string) => accounts.known[accounts.rowOf.get(id) ?? -1] === true;
    if ((await log.shelves.accounts.count()) !== accountsHeld()) {
      await readAccounts(await differences(log.shelves.accounts, isAccount, accounts.ids));
    }
    return (await readLabels()) || stale.size > 0 || fresh.length > 0;
  }

  async function membersOf(flockId: string): Promise<readonly string[]> {
    const all: string[] = [];
    const next = (after: string, limit: number) => log.membersOf(flockId, after, limit);
    for await (const ids of partsOf(next, (id) => id)) all.push(...ids);
    return all;
  }

  async function run(): Promise<Followed> {
    there = { ofPosts: await log.shelves.posts.count(), ofAccounts: await log.shelves.accounts.count() };
    if (!complete) await readAll();
    else if (await readNew()) changed();
    return followed();
  }

  return {
    columns,
    async catchUp(report) {
      listeners.add(report);
      running ??= run().finally(() => {
        running = undefined;
      });
      try {
        return await running;
      } finally {
        listeners.delete(report);
      }
    },
  };
}
