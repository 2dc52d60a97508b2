/** What the log page's worker can do: one line a kind of work, each kind in its own file. */
import { askAccount, askMates, askTimeline } from '@/lib/desk/account-page';
import { askPosts, askRows } from '@/lib/desk/ask-rows';
import { askChoices } from '@/lib/desk/choices';
import { openColumns } from '@/lib/desk/columns';
import { askFlock } from '@/lib/desk/flock-page';
import { type Followed, followLog } from '@/lib/desk/follow-log';
import { askWhoElse } from '@/lib/desk/who-else';
import type { Job } from '@/lib/desk/work';
import type { Log } from '@/lib/log';
import { defaultSettings } from '@/lib/settings';
import { exportJob } from './export/export-job';
import { importJobs } from './import/import-jobs';

export function deskJobs(log: Log) {
  const columns = openColumns();
  const following = followLog(log, columns);
  /** Brings the tables up to the log: at first in parts, each of them told, later by what is new. */
  const follow: Job<undefined, Followed, Followed> = (_, { report }) => following.catchUp(report);
  return {
    follow,
    rows: askRows(log, columns),
    posts: askPosts(log, columns),
    choices: askChoices(columns),
    account: askAccount(log, columns, defaultSettings),
    timeline: askTimeline(log, columns),
    mates: askMates(log, columns, defaultSettings),
    whoElse: askWhoElse(log, columns),
    flock: askFlock(log, columns, defaultSettings),
    ...importJobs(log),
    export: exportJob(log),
  };
}
export type DeskJobs = ReturnType<typeof deskJobs>;
