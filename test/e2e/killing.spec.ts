/** The worker is killed for real, fifty times, while responses come in: everything delivered is on disk once, and judged the same. */
import type { Capture } from '../../lib/model';
import { replayCaptures, verdictLines } from '../evaluate/replay-captures';
import { bodyFor } from '../replay/bodies';
import { ask } from '../replay/demo-figures';
import { seeded } from '../scenarios/random';
import { timelineUrl } from '../scenarios/scenarios';
import { seedPage } from '../scenarios/seed-page';
import type { Scenario } from '../scenarios/truth';
import { postIdsIn } from './bodies';
import { expect, test } from './fixtures';
import { load } from './pages';
import { readStored, repeated } from './stored';

const KILLS = 50;
const RESPONSES = 65;
const PAGE_SIZE = 20;

/** Some minutes out of the middle of the article's page. */
function middle(): Scenario {
  const { accounts, posts, hashtag } = seedPage();
  const window = posts.slice(5_000, 5_000 + RESPONSES * PAGE_SIZE);
  const authors = new Set(window.map(({ authorId }) => authorId));
  return { id: 'middle', hashtag, accounts: accounts.filter(({ id }) => authors.has(id)), posts: window };
}
const scenario = middle();

test.use({ scenarios: [scenario], look: { pageSize: PAGE_SIZE } });
// Half a minute by itself; fifty restarts beside other work take longer.
test.setTimeout(120_000);

test('fifty kills during a capture: every post once, every flock counted right, the same verdicts', async ({
  page,
  replay,
  extension,
  openOwn,
}) => {
  const random = seeded(50);
  await page.goto(replay.pageUrl('middle'));
  await page.waitForSelector('article');
  const session = await extension.context.newCDPSession(page);
  const states: string[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) if (states.at(-1) !== runningStatus) states.push(runningStatus);
  });
  await session.send('ServiceWorker.enable');
  const own = await openOwn('log.html');
  let nudgedAtMs = Date.now();
  /** The next delivery starts it again; while that pauses after several failures, any other question does. */
  const isRunning = () => {
    if (states.at(-1) === 'running') return true;
    if (Date.now() - nudgedAtMs > 700) {
      nudgedAtMs = Date.now();
      void ask(own, 'health', undefined).catch(() => {});
    }
    return false;
  };

  for (let i = 0; i < RESPONSES; i++) {
    expect(await load(page, timelineUrl(scenario.hashtag, 'latest', PAGE_SIZE, i))).toMatchObject({ status: 200 });
    if (i >= KILLS) continue;
    await expect.poll(isRunning, { intervals: [5, 10, 20] }).toBe(true);
    // At any moment: before a message is taken, inside a unit of work, after it.
    await page.waitForTimeout(random.int(0, 400));
    await session.send('ServiceWorker.stopAllWorkers');
    nudgedAtMs = Date.now();
  }

  const served = replay.log.filter(({ url }) => url.includes('/SearchTimeline')).map(({ url }) => url);
  expect(served.length).toBeGreaterThanOrEqual(RESPONSES);
  const bodies = served.map((url) => bodyFor(new URL(url), { scenarios: [scenario], shape: 'C' }) ?? '');
  const postIds = [...new Set(bodies.flatMap((body) => postIdsIn(JSON.parse(body))))].sort();
  expect(postIds.length).toBeGreaterThanOrEqual(scenario.posts.length);

  const isDone = async () => {
    const { sightings, flocks } = await readStored(own);
    return sightings.filter(({ how }) => how === 'loaded').length >= served.length && !flocks.some((f) => f.pending);
  };
  await expect.poll(isDone, { timeout: 25_000, intervals: [500] }).toBe(true);
  expect(states.filter((state) => state === 'stopped').length).toBeGreaterThanOrEqual(KILLS);

  const stored = await readStored(own);
  expect(stored.posts.map(({ id }) => id).sort()).toEqual(postIds);
  const loaded = stored.sightings.filter(({ how }) => how === 'loaded');
  expect(loaded).toHaveLength(served.length);
  expect(
    repeated(stored.sightings.map(({ how, pageKey, atMs, postIds }) => [how, pageKey, atMs, ...postIds].join())),
  ).toEqual([]);
  expect(repeated(stored.evidence.flatMap(({ posts }) => posts.map(({ id }) => id)))).toEqual([]);
  expect(stored.evidence.flatMap(({ posts }) => posts).length).toBe(postIds.length);
  expect(stored.pages).toHaveLength(1);
  const [counted] = stored.pages;
  const key = counted?.key ?? '';
  expect(counted?.posts).toBe(postIds.length);
  expect(stored.evidence.reduce((sum, { pages }) => sum + (pages[key] ?? 0), 0)).toBe(postIds.length);
  expect(counted?.accounts).toBe(stored.evidence.length);

  const alive = stored.flocks.filter(({ into }) => into === undefined);
  expect(alive.length).toBeGreaterThan(0);
  const members = (flockId: string) => stored.evidence.filter(({ flock }) => flock === flockId).length;
  expect(alive.map(({ id, accounts }) => [id, accounts])).toEqual(alive.map(({ id }) => [id, members(id)]));

  const captures: Capture[] = served.map((url, i) => ({
    url,
    pageUrl: replay.pageUrl('middle'),
    capturedAtMs: Date.parse('2026-08-01T12:00:00Z') + i,
    body: bodies[i] ?? '',
  }));
  const unkilled = await replayCaptures(captures);
  const expected = new Map<string, string>();
  for await (const line of verdictLines(unkilled.log)) expected.set(line.accountId, line.level);
  const badged = [...expected.values()].filter((level) => level === 'strong' || level === 'weak').length;
  expect(badged).toBeGreaterThan(50);
  expect(stored.verdicts.length).toBeGreaterThanOrEqual(badged);
  const kept = stored.verdicts.map(({ accountId, level }) => [accountId, level] as const);
  expect(kept).toEqual(kept.map(([id]) => [id, expected.get(id)]));
  const summary = await ask(own, 'summary', { pageUrl: replay.pageUrl('middle') });
  expect(summary.strong + summary.weak).toBe(badged);
});
