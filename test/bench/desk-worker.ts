/** The desk's jobs in a worker of a real browser, as the log page's own worker does them. */
import { exportJob } from '../../entrypoints/log/export/export-job';
import { mergeAccount } from '../../lib/accounts';
import type { Capture } from '../../lib/model';
import { site } from '../../lib/sites';
import { indexedLog } from '../../lib/store/indexed-log';
import { openDatabase } from '../../lib/store/schema';
import type { DeskOrder, DeskTook } from './desk-orders';

const log = indexedLog(openDatabase());

async function fill(feed: string, most: number): Promise<void> {
  const lines = (await (await fetch(feed)).text()).trim().split('\n');
  let left = most - (await log.shelves.posts.count());
  for (const line of lines) {
    if (left <= 0) return;
    const capture: Capture = JSON.parse(line);
    const result = site.parse(capture);
    if (!result.ok) throw new Error(`a capture of the benchmark cannot be read: ${result.reason}`);
    const { accounts, posts } = result.parsed;
    const { key, tab } = site.pageOf(capture.pageUrl);
    const atMs = capture.capturedAtMs;
    const taken = posts.slice(0, left).map((post) => ({ ...post, pages: [key] }));
    left -= taken.length;
    await log.shelves.accounts.put(accounts.map((account) => mergeAccount(undefined, account, atMs)));
    await log.shelves.posts.put(taken);
    const postIds = taken.map(({ id }) => id);
    await log.shelves.sightings.put([{ key: `${key} ${postIds[0]}`, how: 'loaded', pageKey: key, tab, atMs, postIds }]);
  }
}

async function obey(order: DeskOrder): Promise<DeskTook> {
  const begun = performance.now();
  const told = async (bytes?: number) => ({
    ms: performance.now() - begun,
    posts: await log.shelves.posts.count(),
    ...(bytes === undefined ? {} : { bytes }),
  });
  if (order.work === 'fill') {
    await fill(order.feed, order.most);
    return told();
  }
  const course = { report: () => undefined, cancelled: false, goOn: () => undefined };
  const { file } = await exportJob(log)({ choice: order.choice, project: {}, atMs: Date.now() }, course);
  const ms = performance.now() - begun;
  return { ...(await told(file.size)), ms };
}

let last: Promise<unknown> = Promise.resolve();
self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<DeskOrder>) => {
  last = last
    .then(() => obey(data))
    .then(
      (took) => port?.postMessage({ took }),
      (error: unknown) =>
        port?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
});
