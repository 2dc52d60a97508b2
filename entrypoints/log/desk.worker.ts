/** The log page's worker: work that would hold its thread up. Has its own connection to the log. */
import { serveJobs } from '@/lib/desk/work';
import { indexedLog } from '@/lib/store/indexed-log';
import { openDatabase } from '@/lib/store/schema';
import { deskJobs } from './desk-jobs';

/** What a worker's own global has; the page's types know only `Window`. */
const scope = self as unknown as {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

serveJobs(deskJobs(indexedLog(openDatabase())), {
  post: (message, transfer = []) => scope.postMessage(message, transfer),
  listen: (onMessage) => scope.addEventListener('message', ({ data }) => onMessage(data)),
});
