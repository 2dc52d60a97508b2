/** The desk's jobs in a worker of a real browser, as the log page's own worker does them. */
import { exportJob } from '../../entrypoints/log/export/export-job';
import { mergeAccount } from '../../lib/accounts';
import type { AccountRow, PostRow } from '../../lib/log';
import type { Capture, Sighting } from '../../lib/model';
import { site } from '../../lib/sites';
import { indexedLog } from '../../lib/store/indexed-log';
import { openDatabase } from '../../lib/store/schema';
import type { DeskOrder, DeskTook } from './desk-orders';

const log = indexedLog(openDatabase());

/** Puts what stands at this address into the log as rows, all at once. */
async function fill(feed: string, most: number): Promise<void> {
  // How fast it is filled is not measured here, and need not outlive the machine.
  const db = openDatabase(undefined, 'relaxed');
  const { shelves } = indexedLog(db, true);
  const lines = (await (await fetch(feed)).text()).trim().split('\n');
  let left = most - (await shelves.posts.count());
  const [accounts, posts, sightings]: [AccountRow[], PostRow[], Sighting[]] = [[], [], []];
  for (const line of lines) {
    const capture: Capture = JSON.parse(line);
    const result = site.parse(capture);
    if (!result.ok) throw new Error(`a capture of the benchmark cannot be read: ${result.reason}`);
    const { key, tab } = site.pageOf(capture.pageUrl);
    const atMs = capture.capturedAtMs;
    const taken = result.parsed.posts.slice(0, left).map((post) => ({ ...post, pages: [key] }));
    if (taken.length === 0) break;
    left -= taken.length;
    const postIds = taken.map(({ id }) => id);
    accounts.push(...result.parsed.accounts.map((account) => mergeAccount(undefined, account, atMs)));
    posts.push(...taken);
    sightings.push({ key: `${key} ${postIds[0]}`, how: 'loaded', pageKey: key, tab, atMs, postIds });
  }
  await shelves.accounts.put(accounts);
  await shelves.posts.put(posts);
  await shelves.sightings.put(sightings);
  db.close();
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
