/** What is deleted from the log, and made anew in it: forgetting, retention, erasing. */
import * as v from 'valibot';
import { openChores } from '../care/chores';
import { eraseAll } from '../care/erase';
import { forget, forgettingCount } from '../care/forget';
import { forgottenCount } from '../care/forgotten';
import { previewRetention, type Removed } from '../care/old-rows';
import { isPurging } from '../care/purge';
import { isRetaining, lastRetention, startRetention } from '../care/retention';
import type { DeskSettings } from '../desk-settings';
import { judgeWaiting } from '../judge-waiting';
import type { Log } from '../log';
import * as m from '../messages';
import { startRebuild } from '../rebuild';
import { REBUILD, readRebuild } from '../rebuild-state';
import type { Settings } from '../settings';
import { accountIdOf } from '../views';
import type { Writing } from './writing';

const DAY_MS = 86_400_000;

export interface CareOptions {
  readonly log: Log;
  readonly settings: Settings;
  readonly writing: Writing;
  readonly newId: () => string;
  readonly desk: () => Promise<DeskSettings>;
}

export function careAnswers({ log, settings, writing, newId, desk }: CareOptions) {
  const { inTurn, countError } = writing;
  const chore = openChores(log, settings);

  async function retain(days: number, atMs: number): Promise<void> {
    await inTurn(() => startRetention(log, { cutoffMs: atMs - days * DAY_MS, atMs }));
  }

  return {
    async forget(data: unknown): Promise<'begun' | 'unknown'> {
      const who = v.parse(m.ForgetMessage, data);
      const accountId = 'accountId' in who ? who.accountId : await accountIdOf(log, who.handle);
      if (accountId === undefined) return 'unknown';
      await inTurn(() => forget(log, accountId, newId()));
      return 'begun';
    },

    async care(): Promise<m.CareStatus> {
      const { posts, accounts, sightings, labels, meta } = log.shelves;
      const counts = await Promise.all([posts, accounts, sightings, labels].map((shelf) => shelf.count()));
      const [state] = await meta.get([REBUILD]);
      const rebuild = readRebuild(state?.value);
      const report = await lastRetention(log);
      return {
        posts: counts[0]!,
        accounts: counts[1]!,
        sightings: counts[2]!,
        labels: counts[3]!,
        forgotten: await forgottenCount(log),
        forgetting: await forgettingCount(log),
        retaining: (await isRetaining(log)) || (await isPurging(log)),
        ...(rebuild ? { rebuild: { learned: rebuild.learned } } : {}),
        ...(report ? { lastRetention: report } : {}),
      };
    },

    async previewRetention(data: unknown): Promise<Removed> {
      const { days, atMs } = v.parse(m.RetentionMessage, data);
      return previewRetention(log, atMs - days * DAY_MS);
    },

    async retain(data: unknown): Promise<void> {
      const { days, atMs } = v.parse(m.RetentionMessage, data);
      await retain(days, atMs);
    },

    async rebuild(): Promise<void> {
      await inTurn(() => log.atomically(startRebuild));
    },

    async eraseAll(): Promise<void> {
      await inTurn(() => eraseAll(log));
      writing.startAnew();
    },

    /**
     * One step of what waits for a quiet moment: deleting and making anew first, then judging. Once a day begins a run of
     * retention, where it is switched on. @param atMs now. @returns whether more waits.
     */
    async workWaiting(atMs: number): Promise<boolean> {
      try {
        const { retentionDays: days } = await desk();
        const last = days === undefined ? undefined : await lastRetention(log);
        if (days !== undefined && atMs - (last?.atMs ?? 0) >= DAY_MS && !(await isRetaining(log))) {
          await retain(days, atMs);
        }
        return await inTurn(async () => (await chore()) || judgeWaiting(log, settings));
      } catch (error) {
        await countError(error);
        return false;
      }
    },
  };
}
