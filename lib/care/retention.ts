/**
 * Retention: what is older than so many days is deleted, unless labelled. A post is old when it was written and last seen before
 * that day; seen is when it came by on a page, or when an archive says it did. What a person labelled stays, with all its posts;
 * “never badge” stays as well, for it is a decision and no record of anybody's doings. In steps that may each be the last.
 */
import * as v from 'valibot';
import type { Log } from '../log';
import { startRebuild } from '../rebuild';
import { REBUILD } from '../rebuild-state';
import { keptOf, type Lately, labelled, oldPosts, type Removed, seenSince } from './old-rows';
import { startPurge } from './purge';

/** Keys of the rows in `meta`: a run under way, and what the last one removed. */
export const RETAINING = 'retaining';
export const RETAINED = 'retained';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const RemovedShape = v.object({ posts: Count, accounts: Count, sightings: Count });

const phases = ['posts', 'sightings', 'accounts'] as const;
const Run = v.object({
  phase: v.picklist(phases),
  /** The last key that was dealt with in this phase. */
  after: v.string(),
  cutoffMs: v.number(),
  atMs: v.number(),
  removed: RemovedShape,
});
type Run = Readonly<v.InferOutput<typeof Run>>;
const Report = v.object({ atMs: v.number(), cutoffMs: v.number(), removed: RemovedShape });
export type RetentionReport = Readonly<v.InferOutput<typeof Report>>;

const none: Removed = { posts: 0, accounts: 0, sightings: 0 };
const PART = 400;

/** Begins a run. One under way goes on with the new day. @param atMs now */
export const startRetention = (log: Log, { cutoffMs, atMs }: { readonly cutoffMs: number; readonly atMs: number }) =>
  log.atomically(async (inside) => {
    const { meta } = inside.shelves;
    const before = readRun((await meta.get([RETAINING]))[0]?.value);
    const run: Run = { phase: 'posts', after: '', cutoffMs, atMs, removed: before?.removed ?? none };
    await meta.put([{ key: RETAINING, value: run }]);
    await startPurge(inside);
  });

const readRun = (value: unknown): Run | undefined => (value === undefined ? undefined : v.parse(Run, value));

export const isRetaining = async (log: Log): Promise<boolean> =>
  (await log.shelves.meta.get([RETAINING]))[0] !== undefined;

/** What the last run removed, and when; what cannot be read is none. */
export async function lastRetention(log: Log): Promise<RetentionReport | undefined> {
  const [row] = await log.shelves.meta.get([RETAINED]);
  const read = v.safeParse(Report, row?.value);
  return read.success ? read.output : undefined;
}

/** Runs retention over one log. What was seen lately is held in memory for as long as nothing new is seen. */
export function openRetention(log: Log) {
  let known: (Lately & { readonly cutoffMs: number }) | undefined;

  /** One step. @returns whether there was one to make */
  return async function continueRetention(most = PART): Promise<boolean> {
    const run = readRun((await log.shelves.meta.get([RETAINING]))[0]?.value);
    if (!run) {
      known = undefined;
      return false;
    }
    if (run.phase === 'posts' && known?.cutoffMs !== run.cutoffMs) {
      known = { ...(await seenSince(log, run.cutoffMs)), cutoffMs: run.cutoffMs };
    }
    return log.atomically(async (inside) => {
      const now = readRun((await inside.shelves.meta.get([RETAINING]))[0]?.value);
      if (!now) return true;
      if (now.phase === 'posts' && (known?.cutoffMs !== now.cutoffMs || (await isStale(inside, known)))) {
        known = undefined;
        return true;
      }
      await step(inside, now, known, most);
      return true;
    });
  };
}

/** Something came by, and may be one of the posts that are thought to be old. */
const isStale = async (log: Log, lately: Lately): Promise<boolean> =>
  (await log.shelves.sightings.count()) !== lately.sightings;

async function step(inside: Log, run: Run, lately: Lately | undefined, most: number): Promise<void> {
  const { shelves } = inside;
  const { cutoffMs } = run;
  const goOn = (after: string | undefined, gone: Partial<Removed>) => {
    const removed = {
      posts: run.removed.posts + (gone.posts ?? 0),
      accounts: run.removed.accounts + (gone.accounts ?? 0),
      sightings: run.removed.sightings + (gone.sightings ?? 0),
    };
    const next = phases[phases.indexOf(run.phase) + 1];
    if (after !== undefined) return shelves.meta.put([{ key: RETAINING, value: { ...run, after, removed } }]);
    if (next) return shelves.meta.put([{ key: RETAINING, value: { ...run, phase: next, after: '', removed } }]);
    return finish(inside, { atMs: run.atMs, cutoffMs, removed });
  };

  if (run.phase === 'posts') {
    const rows = await shelves.posts.scan(run.after, most);
    const old = await oldPosts(inside, rows, cutoffMs, lately!);
    await shelves.posts.remove(old.map(({ id }) => id));
    return goOn(rows.at(-1)?.id, { posts: old.length });
  }
  if (run.phase === 'sightings') {
    const rows = await shelves.sightings.scan(run.after, most);
    const old = rows.filter(({ atMs }) => atMs < cutoffMs);
    const kept = await keptOf(
      inside,
      old.flatMap(({ postIds }) => postIds),
    );
    const left = old.map((row) => ({ ...row, postIds: row.postIds.filter((id) => kept.has(id)) }));
    const empty = left.flatMap(({ key, postIds }) => (postIds.length === 0 ? key : []));
    await shelves.sightings.remove(empty);
    await shelves.sightings.put(
      left.filter((row, i) => row.postIds.length > 0 && row.postIds.length < old[i]!.postIds.length),
    );
    if (rows.length === 0 && run.removed.posts > 0) await startRebuild(inside);
    return goOn(rows.at(-1)?.key, { sightings: empty.length });
  }
  return oldAccounts(inside, run, most, goOn);
}

/** Accounts that have neither posts nor labels left, and were not seen since. The engine's rows tell who has posts. */
async function oldAccounts(
  inside: Log,
  run: Run,
  most: number,
  goOn: (after: string | undefined, gone: Partial<Removed>) => Promise<void>,
): Promise<void> {
  const { accounts, evidence, verdicts, meta } = inside.shelves;
  if ((await meta.get([REBUILD]))[0]) return;
  const rows = await accounts.scan(run.after, most);
  const unseen = rows.flatMap(({ id, lastSeenMs }) => (lastSeenMs < run.cutoffMs ? id : []));
  const [seen, kept] = [await evidence.get(unseen), await labelled(inside, unseen)];
  const gone = unseen.filter((id, i) => !kept.has(id) && (seen[i]?.posts.length ?? 0) === 0);
  await Promise.all([accounts.remove(gone), evidence.remove(gone), verdicts.remove(gone)]);
  await goOn(rows.at(-1)?.id, { accounts: gone.length });
}

async function finish(inside: Log, report: RetentionReport): Promise<void> {
  await inside.shelves.meta.put([{ key: RETAINED, value: report }]);
  await inside.shelves.meta.remove([RETAINING]);
}
