/**
 * One page, received in every way in which it can come, as X's own responses: the verdicts kept, the page's figures and the
 * flocks are the same. (The article's page here; made-up pages by the thousand in `flocks/order.test.ts`.)
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { judgeWaiting } from '../../lib/judge-waiting';
import type { Capture } from '../../lib/model';
import { ingest } from '../../lib/pipeline';
import { defaultSettings } from '../../lib/settings';
import { site } from '../../lib/sites';
import { type MemoryLog, memoryLog } from '../../lib/store/memory-log';
import { seeded } from '../scenarios/random';
import { captures, loadScenario } from '../scenarios/scenarios';
import type { Scenario, TruthPost } from '../scenarios/truth';
import { flocksIn } from './world';

/** Some minutes out of the middle of the article's page. */
function middle(): Scenario {
  const page = loadScenario('seed-page');
  const posts = page.posts.slice(4_000, 4_600);
  const authors = new Set(posts.map((post) => post.authorId));
  return { ...page, posts, accounts: page.accounts.filter(({ id }) => authors.has(id)) };
}
const scenario = middle();

/** As a browser receives it: `posts` oldest first, the newest come first. */
const received = (page: Scenario, posts: readonly TruthPost[] = page.posts, pageSize = 20): readonly Capture[] =>
  [...captures({ ...page, posts }, { pageSize })].map(({ url, pageUrl, capturedAt, body }) => ({
    url,
    pageUrl,
    capturedAtMs: capturedAt,
    body,
  }));
const live = received(scenario);
const people = loadScenario('organic');
const other = received(people, people.posts.slice(0, 300));

/** @param often after how many captures the page is quiet, so that those who wait are judged. */
async function taken(list: readonly Capture[], often = 7): Promise<MemoryLog> {
  const log = memoryLog();
  for (const [i, capture] of list.entries()) {
    await ingest(capture, site, log, defaultSettings);
    if (i % often === 0) await judgeWaiting(log, defaultSettings);
  }
  while (await judgeWaiting(log, defaultSettings));
  return log;
}

function outcome(log: MemoryLog) {
  const here = new Set(scenario.accounts.map(({ id }) => id));
  const { posts, accounts, strong, weak, newestMs } = [...log.rows.pages.values()].toSorted(
    (a, b) => b.posts - a.posts,
  )[0]!;
  return {
    page: { posts, accounts, strong, weak, newestMs },
    levels: [...log.rows.verdicts.values()]
      .filter((one) => here.has(one.accountId))
      .map((one) => `${one.accountId} ${one.level}`)
      .toSorted(),
    flocks: flocksIn(log).filter(({ members }) => members.some((id) => here.has(id))),
  };
}

let asLive: ReturnType<typeof outcome>;
beforeAll(async () => {
  asLive = outcome(await taken(live));
});

test('as it comes, newest first: the campaign is strong, the page’s figures say so', () => {
  const strong = asLive.levels.filter((one) => one.endsWith(' strong')).length;
  expect(strong).toBeGreaterThan(100);
  expect(asLive.page.strong.accounts).toBe(strong);
  expect(asLive.page.posts).toBeGreaterThanOrEqual(600);
});

const again = seeded(8);
const mixed = (pages: readonly (readonly Capture[])[]) => again.shuffle(pages.flat());
const ways: readonly (readonly [string, () => readonly Capture[]])[] = [
  ['from the oldest', () => received(scenario, scenario.posts.toReversed())],
  ['the captures backwards', () => live.toReversed()],
  ['shuffled', () => received(scenario, seeded(3).shuffle(scenario.posts))],
  ['all in one response', () => received(scenario, undefined, 5_000)],
  ['one by one', () => received(scenario, seeded(4).shuffle(scenario.posts), 1)],
  ['each twice, the second much later', () => [...live, ...again.shuffle(live)]],
  ['scrolled again, as other responses that overlap', () => mixed([live, received(scenario, undefined, 33)])],
  ['beside another page', () => mixed([live, other])],
];

describe.each(ways)('%s', (_way, list) => {
  test('the same verdicts, figures and flocks', async () => {
    expect(outcome(await taken(list(), 11))).toEqual(asLive);
  });
});
