/**
 * How long a badge takes on a full log. Accounts that the page already knows as badged get theirs in the same turn as their post, which
 * says nothing: so the same campaign comes to a second hashtag with accounts never seen, and is read at a reader's pace.
 */
import type { Page } from 'playwright-core';
import { indexOfCursor, ordered } from '../scenarios/scenarios';
import { seedPage } from '../scenarios/seed-page';
import { SEED_HASHTAG } from '../scenarios/seed-tables';
import type { Scenario } from '../scenarios/truth';
import { isBadged, verdicts } from './demo-figures';
import { scrollThrough } from './demo-scroll';
import { readWatch, type Watched } from './demo-watch';
import type { Replay } from './server';

const POSTS = 260;
const HASHTAG = 'هاشتاق_اليوم';

/** Some minutes of another draw of the campaign's page, on another hashtag, by other accounts. */
export function freshPage(): Scenario {
  const { accounts, posts } = seedPage(7);
  const middle = Math.floor(posts.length / 2);
  const window = posts
    .slice(middle, middle + POSTS)
    .map((post) => ({ ...post, text: post.text.replace(SEED_HASHTAG, HASHTAG) }));
  const authors = new Set(window.map(({ authorId }) => authorId));
  const own = accounts
    .filter(({ id }) => authors.has(id))
    .map((account, i) => ({ ...account, handle: `${account.handle.slice(0, 11)}${1_000 + i}` }));
  return { id: 'fresh', hashtag: HASHTAG, accounts: own, posts: window };
}

export interface Delay {
  /** Milliseconds to the first badge of each account, sorted. */
  readonly all: readonly number[];
  /** Accounts badged in the end of which no post got its badge while it stood in the page. */
  readonly never: number;
}

/** Reads the fresh page; `own` is a page of the extension. */
export async function measureDelay(page: Page, own: Page, replay: Replay, fresh: Scenario): Promise<Delay> {
  await page.bringToFront();
  await page.goto(replay.pageUrl(fresh.id));
  await page.waitForSelector('article');
  await page.waitForTimeout(600);
  await scrollThrough(page, { stepPx: 1_400, pauseMs: 600 });
  const badged = new Set((await verdicts(own, fresh)).filter(isBadged).map(({ handle }) => handle.toLowerCase()));
  return delayOf(await readWatch(page), fresh, replay.look.pageSize, badged);
}

/**
 * From a response to the badge: the time from the later of “the post stood in the page” and “the response with this account's newest
 * evidence had arrived” to “the badge stood beside the name”.
 */
function delayOf(watched: Watched, scenario: Scenario, pageSize: number, badged: ReadonlySet<string>): Delay {
  const arrivals = new Map(watched.arrivals.map(([url, atMs]) => [pageOf(url), atMs]));
  const authorOf = new Map(scenario.accounts.map((account) => [account.id, account.handle.toLowerCase()]));
  const evidence = new Map<string, number[]>();
  for (const [i, post] of ordered(scenario, 'latest').entries()) {
    const handle = authorOf.get(post.authorId) ?? '';
    const atMs = arrivals.get(Math.floor(i / pageSize));
    if (atMs !== undefined) evidence.set(handle, [...(evidence.get(handle) ?? []), atMs]);
  }
  const firsts = new Map<string, number | undefined>();
  for (const { handle: shownHandle, shownAt, badgedAt } of [...watched.sights].sort((a, b) => a.shownAt - b.shownAt)) {
    const handle = shownHandle.toLowerCase();
    if (!badged.has(handle) || firsts.get(handle) !== undefined) continue;
    const arrived = (evidence.get(handle) ?? []).filter((atMs) => badgedAt !== undefined && atMs <= badgedAt);
    firsts.set(handle, badgedAt === undefined ? undefined : badgedAt - Math.max(shownAt, ...arrived));
  }
  const delays = [...firsts.values()];
  const all = delays.filter((delay) => delay !== undefined).sort((a, b) => a - b);
  return { all, never: delays.length - all.length };
}

/** A percentile of a sorted list, in whole milliseconds. */
export const percentile = (sorted: readonly number[], share: number) =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);

function pageOf(url: string): number {
  const variables = JSON.parse(new URL(url).searchParams.get('variables') ?? '{}') as { cursor?: string };
  return variables.cursor === undefined ? 0 : (indexOfCursor(variables.cursor) ?? -1);
}
