/**
 * Brings the columns up to the log: at first by streaming every table in parts, later by what is new. What is new is told by
 * the sightings (each capture leaves one), by flocks that have become something else, and where the figures still differ (an
 * import, an account forgotten), by the keys of the tables.
 */
import type { Log, PostRow } from '../log';
import { partsOfAccounts } from './account-parts';
import type { Columns } from './columns';
import { type AccountParts, putAccount, putLabels, putPost, removeAccount, removePost } from './fill-columns';
import { followFlocks } from './follow-flocks';
import { allOf, differences, FIRST_PART, PART, partsOf } from './parts';

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

/** How much more there must be to be told of. */
const TOLD_AGAIN = 1.25;
/** Runs after the last news in which flocks are still looked at, and how often after that. */
const CALM = 4;
const OFTEN = 10;

export function followLog(log: Log, columns: Columns): Following {
  const { posts, accounts } = columns;
  const sightings = new Set<string>();
  const readFlocks = followFlocks(log, columns);
  let labelsAs = '';
  let complete = false;
  let running: Promise<Followed> | undefined;
  const listeners = new Set<(followed: Followed) => void>();

  /** Rows held when that was told last. */
  let toldAt = 0;
  /** Runs since something was new. */
  let calm = 0;
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
    toldAt = postsHeld() + accountsHeld();
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

  const readAccountParts = (after: string, limit: number) =>
    partsOfAccounts(log, ({ accounts: shelf }) => shelf.scan(after, limit));
  const putAll = (someAccounts: readonly AccountParts[], somePosts: readonly PostRow[]): void => {
    for (const one of someAccounts) putAccount(columns, one);
    for (const post of somePosts) putPost(columns, post);
  };

  /** The whole log, posts and accounts by turns, so that both tables have rows from the first moment. */
  async function readAll(): Promise<void> {
    putAll(await readAccountParts('', FIRST_PART), await log.shelves.posts.scan('', FIRST_PART));
    changed();
    await count();
    for await (const keys of partsOf(log.shelves.sightings.keys, (key) => key))
      for (const key of keys) sightings.add(key);
    await readFlocks();
    await readLabels();
    const ofAccounts = partsOf(readAccountParts, ({ account }) => account.id);
    const ofPosts = partsOf(log.shelves.posts.scan, ({ id }) => id);
    for (let more = true; more; ) {
      const [someAccounts, somePosts] = [await ofAccounts.next(), await ofPosts.next()];
      putAll(someAccounts.done ? [] : someAccounts.value, somePosts.done ? [] : somePosts.value);
      more = !someAccounts.done || !somePosts.done;
      // The tables ask anew each time they are told, and pay for all rows held: so less often, the more there are.
      if (more && postsHeld() + accountsHeld() > toldAt * TOLD_AGAIN) changed();
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

    let isOther = there.ofPosts !== postsHeld();
    const isPost = (id: string) => posts.rowOf.has(id) && !posts.gone.has(posts.rowOf.get(id)!);
    if (isOther) {
      for (const id of await readPosts(await differences(log.shelves.posts, isPost, posts.ids))) stale.add(id);
    }
    // Flocks are judged anew some time after what was captured; now and then they are looked at without a reason.
    calm = fresh.length > 0 || stale.size > 0 || (await log.pendingFlocks(1)).length > 0 ? 0 : calm + 1;
    if (calm < CALM || calm % OFTEN === 0) for (const id of await readFlocks()) stale.add(id);
    await readAccounts([...stale]);
    // What is gone without a trace of its own took its flock with it.
    const isAccount = (id: string) => accounts.known[accounts.rowOf.get(id) ?? -1] === true;
    if (there.ofAccounts !== accountsHeld()) {
      await readAccounts(await differences(log.shelves.accounts, isAccount, accounts.ids));
      await readAccounts(await readFlocks());
      isOther = true;
    }
    return (await readLabels()) || isOther || stale.size > 0 || fresh.length > 0;
  }

  async function count(): Promise<void> {
    there = { ofPosts: await log.shelves.posts.count(), ofAccounts: await log.shelves.accounts.count() };
  }

  async function run(): Promise<Followed> {
    if (!complete) await readAll();
    else {
      await count();
      if (await readNew()) changed();
    }
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
