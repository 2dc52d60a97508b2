/** What the log page's worker can do: one line a kind of work, each kind in its own file. */
import type { Job } from '@/lib/desk/work';
import type { Log } from '@/lib/log';
import { exportJob } from './export/export-job';
import { importJobs } from './import/import-jobs';

/** Rows a table has, for the figures in the head of the page. */
const countRows =
  (log: Log): Job<undefined, { readonly accounts: number; readonly posts: number; readonly labels: number }> =>
  async () => {
    const { accounts, posts, labels } = log.shelves;
    return { accounts: await accounts.count(), posts: await posts.count(), labels: await labels.count() };
  };

export const deskJobs = (log: Log) => ({
  countRows: countRows(log),
  ...importJobs(log),
  export: exportJob(log),
});
export type DeskJobs = ReturnType<typeof deskJobs>;
