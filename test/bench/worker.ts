/** The engine in a worker of a real browser: what the background does with a capture, by the clock. */
import type { FlockRow } from '../../lib/flocks/evidence';
import { ingestParsed } from '../../lib/ingest-parsed';
import { judgeWaiting } from '../../lib/judge-waiting';
import type { Capture } from '../../lib/model';
import { ingest } from '../../lib/pipeline';
import { continueRebuild, startRebuild } from '../../lib/rebuild';
import { defaultSettings } from '../../lib/settings';
import { site } from '../../lib/sites';
import { indexedLog } from '../../lib/store/indexed-log';
import { openDatabase } from '../../lib/store/schema';
import type { Order, Took } from './orders';
import { countRequests } from './requests';

const db = openDatabase();
const log = indexedLog(db);
const importing = indexedLog(db, true);
/** Counting costs time of its own: only where it is asked for. */
const requests = self.name === 'profile' ? countRequests() : { reset() {}, told: () => [] };

async function feedOf(address: string): Promise<readonly Capture[]> {
  const lines = (await (await fetch(address)).text()).trim().split('\n');
  return lines.map((line): Capture => JSON.parse(line));
}

/** Takes captures one after another, as the background does. @returns how long each took, in milliseconds. */
async function take(captures: readonly Capture[], into = log): Promise<readonly number[]> {
  const times: number[] = [];
  for (const capture of captures) {
    const begun = performance.now();
    const taken = await ingest(capture, site, into, defaultSettings);
    times.push(performance.now() - begun);
    if (!taken.ok || taken.newPosts === 0)
      throw new Error(`a capture of the benchmark held nothing new: ${capture.url}`);
  }
  return times;
}

/** Takes captures as what an import read. */
async function fill(captures: readonly Capture[]): Promise<void> {
  const seen = captures.flatMap((capture) => {
    const result = site.parse(capture);
    if (!result.ok) throw new Error(`a capture of the benchmark cannot be read: ${capture.url}`);
    const { accounts, posts } = result.parsed;
    const pages = [site.pageOf(capture.pageUrl).key];
    return { kind: 'seen', accounts, posts, pages, atMs: capture.capturedAtMs } as const;
  });
  await ingestParsed(seen, importing, defaultSettings);
}

async function judgeAll(): Promise<number> {
  let rounds = 1;
  while (await judgeWaiting(log, defaultSettings)) rounds++;
  return rounds;
}

async function obey(order: Order): Promise<Took> {
  if (order.work === 'take') {
    const captures = await feedOf(order.feed);
    requests.reset();
    const eachMs = await take(captures);
    return { eachMs, posts: await log.shelves.posts.count(), requests: requests.told() };
  }
  if (order.work === 'fill') {
    const begun = performance.now();
    await fill(await feedOf(order.feed));
    const eachMs = [performance.now() - begun];
    return { eachMs, posts: await log.shelves.posts.count(), requests: [] };
  }
  if (order.work === 'warm') {
    const scratch = openDatabase('scratch');
    const eachMs = await take(await feedOf(order.feed), indexedLog(scratch));
    await scratch.delete();
    return { eachMs, posts: await log.shelves.posts.count(), requests: [] };
  }
  if (order.work === 'rebuild') {
    await log.atomically(startRebuild);
    const eachMs: number[] = [];
    for (let goesOn = true; goesOn; ) {
      const begun = performance.now();
      goesOn = await continueRebuild(log, defaultSettings);
      eachMs.push(performance.now() - begun);
    }
    return { eachMs, posts: await log.shelves.posts.count(), requests: requests.told() };
  }
  if (order.work === 'unsettle') {
    const flocks = (await log.flocksAfter('', Infinity)).filter((flock) => flock.into === undefined);
    await log.shelves.flocks.put(flocks.map(({ cursor: _cursor, ...flock }): FlockRow => ({ ...flock, pending: 1 })));
    return { eachMs: [], posts: await log.shelves.posts.count(), flocks: flocks.length, requests: [] };
  }
  requests.reset();
  const begun = performance.now();
  const rounds = await judgeAll();
  const eachMs = [performance.now() - begun];
  return {
    eachMs,
    posts: await log.shelves.posts.count(),
    rounds,
    verdicts: await log.shelves.verdicts.count(),
    requests: requests.told(),
  };
}

let last: Promise<unknown> = Promise.resolve();
self.addEventListener('message', ({ data, ports: [port] }: MessageEvent<Order>) => {
  last = last
    .then(() => obey(data))
    .then(
      (took) => port?.postMessage({ took }),
      (error: unknown) =>
        port?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
});
