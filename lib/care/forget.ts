/**
 * Forgets an account: from the first step on it is kept out (`door.ts`) and has no badge; step by step every trace of it goes,
 * each step a unit of work after which the worker may be killed. What others wrote stays theirs, without its name
 * (`redact.ts`). Copies of its texts that others posted are theirs, too.
 *
 * Where nobody else posted its texts and no sample would need a substitute, its part is taken out of the engine's rows as it
 * was put in; else these are made anew without it.
 */
import * as v from 'valibot';
import type { Log } from '../log';
import type { AccountId, PostId } from '../model';
import { startRebuild } from '../rebuild';
import { type ForgetJob, ForgetJobShape, forgetPhases, forgetSteps, THEIR_POSTS } from './forget-steps';
import { FORGOTTEN, withForgotten } from './forgotten';
import { startPurge } from './purge';

/** Key of the row in `meta`: accounts still being forgotten, by name, for as long as that takes. */
export const FORGETTING = 'forgetting';

const readJobs = (value: unknown): readonly ForgetJob[] =>
  value === undefined ? [] : v.parse(v.array(ForgetJobShape), value);
const readPosts = (value: unknown): readonly PostId[] =>
  value === undefined ? [] : v.parse(v.array(v.string()), value);

/** Rows of one step. */
const STEP = 300;

/**
 * Keeps the account out from now on, takes its badge away and begins to remove its traces. Again is harmless.
 * @param secret chance, at least 16 characters: the key of the list, where there is none yet.
 */
export function forget(log: Log, id: AccountId, secret: string): Promise<void> {
  return log.atomically(async (inside) => {
    const { meta, accounts, dismissals } = inside.shelves;
    const [[list, waiting], [account]] = await Promise.all([meta.get([FORGOTTEN, FORGETTING]), accounts.get([id])]);
    const named = account ? [account.handle ?? '', ...account.handles.map(({ handle }) => handle)].filter(Boolean) : [];
    const handles = await notOthers(inside, id, [...new Set(named.map((handle) => handle.toLowerCase()))]);
    const job: ForgetJob = { accountId: id, handles, phase: 'posts', after: '', rebuild: false };
    const others = readJobs(waiting?.value).filter(({ accountId }) => accountId !== id);
    await meta.put([
      { key: FORGOTTEN, value: withForgotten(list?.value, secret, id, handles) },
      { key: FORGETTING, value: [...others, job] },
    ]);
    await Promise.all([accounts.remove([id]), dismissals.remove([id])]);
    await startPurge(inside);
  });
}

/** Handles that no other account of the log holds now: X gives them away again. */
async function notOthers(log: Log, id: AccountId, handles: readonly string[]): Promise<string[]> {
  const holders = await log.accountByHandle(handles);
  return handles.filter((_, i) => holders[i] === undefined || holders[i].id === id);
}

/** How many accounts are still being forgotten. */
export async function forgettingCount(log: Log): Promise<number> {
  const [row] = await log.shelves.meta.get([FORGETTING]);
  return readJobs(row?.value).length;
}

/** One step. @returns whether there was one to make. */
export async function continueForgetting(log: Log, most = STEP): Promise<boolean> {
  return log.atomically(async (inside) => {
    const [row, ids] = await inside.shelves.meta.get([FORGETTING, THEIR_POSTS]);
    const [job, ...others] = readJobs(row?.value);
    if (!job) return false;
    const posts = readPosts(ids?.value);
    const { after, rebuild } = await forgetSteps[job.phase](inside, { job, posts, most });
    const next = forgetPhases[forgetPhases.indexOf(job.phase) + 1];
    const now: ForgetJob = {
      ...job,
      rebuild: job.rebuild || rebuild,
      after: after ?? '',
      phase: after === undefined ? (next ?? job.phase) : job.phase,
    };
    if (after !== undefined || next !== undefined) {
      await inside.shelves.meta.put([{ key: FORGETTING, value: [now, ...others] }]);
      return true;
    }
    await inside.shelves.meta.remove([THEIR_POSTS]);
    if (others.length > 0) await inside.shelves.meta.put([{ key: FORGETTING, value: others }]);
    else await inside.shelves.meta.remove([FORGETTING]);
    if (now.rebuild) await startRebuild(inside);
    return true;
  });
}
