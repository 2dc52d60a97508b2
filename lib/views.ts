/** What the screen asks of the log: badges, a card, a page's figures. Reads only. */
import { openBench, verdictOf } from './judge';
import type { Log } from './log';
import type { BadgeView, CardView, PageSummary } from './messages';
import type { AccountId, Page, Post } from './model';
import type { Settings } from './settings';
import { openUnit } from './unit';

/** Posts seen on a page from which a share is worth telling, and from which “none” is. */
const ENOUGH_FOR_SHARE = 20;
const ENOUGH_FOR_NONE = 200;
const PROVING_POSTS = 12;

/** The badges of accounts now on the screen; handles that the log does not know are left out. */
export async function badges(log: Log, handles: readonly string[], settings: Settings): Promise<readonly BadgeView[]> {
  const unit = openUnit(log);
  const bench = openBench(unit, settings);
  const accounts = await log.accountByHandle(handles);
  const ids = accounts.flatMap((account) => account?.id ?? []);
  await unit.getMany('evidence', ids);
  const labels = new Map((await log.labelsOf(ids)).map((label) => [label?.accountId, label] as const));
  const dismissals = new Map((await unit.getMany('dismissals', ids)).map((one) => [one?.accountId, one?.dismissed]));
  const views: BadgeView[] = [];
  for (const [i, account] of accounts.entries()) {
    if (!account) continue;
    const label = labels.get(account.id);
    const judged = await verdictOf(bench, account.id);
    views.push({
      handle: handles[i]!,
      accountId: account.id,
      level: judged?.verdict.level ?? 'not-enough-seen',
      dismissed: dismissals.get(account.id) ?? false,
      ...(judged?.verdict.flockSize === undefined ? {} : { flockSize: judged.verdict.flockSize }),
      ...(label ? { label } : {}),
    });
  }
  return views;
}

export async function card(log: Log, handle: string, settings: Settings): Promise<CardView | undefined> {
  const [badge] = await badges(log, [handle], settings);
  if (!badge) return undefined;
  const unit = openUnit(log);
  const judged = await verdictOf(openBench(unit, settings), badge.accountId);
  const account = await unit.get('accounts', badge.accountId);
  if (!judged || !account) return undefined;
  const { verdict, evidence } = judged;
  const seen = await unit.get('evidence', badge.accountId);
  const ids = [...new Set(verdict.findings.flatMap((finding) => finding.postIds))];
  const posts = (await unit.getMany('posts', ids)).filter(
    (post): post is NonNullable<typeof post> => post !== undefined,
  );
  return {
    ...badge,
    account,
    verdict,
    findings: verdict.findings,
    provingPosts: newestFirst(posts).slice(0, PROVING_POSTS),
    // The engine keeps the newest posts only; the pages counted all.
    postsSeen: Math.max(evidence.posts.length, ...Object.values(seen?.pages ?? {})),
  };
}

const newestFirst = (posts: readonly Post[]): readonly Post[] =>
  posts.toSorted((a, b) => b.createdAtMs - a.createdAtMs);

export async function summary(log: Log, page: Page): Promise<PageSummary> {
  const [row] = await log.shelves.pages.get([page.key]);
  const [posts, accounts] = [row?.posts ?? 0, row?.accounts ?? 0];
  const matchingPosts = (row?.strong.posts ?? 0) + (row?.weak.posts ?? 0);
  return {
    page,
    posts,
    accounts,
    strong: row?.strong.accounts ?? 0,
    weak: row?.weak.accounts ?? 0,
    matchingPosts,
    ...(posts >= (matchingPosts > 0 ? ENOUGH_FOR_SHARE : ENOUGH_FOR_NONE) ? { share: matchingPosts / posts } : {}),
  };
}

/** The account that a handle names now. */
export async function accountIdOf(log: Log, handle: string): Promise<AccountId | undefined> {
  return (await log.accountByHandle([handle]))[0]?.id;
}
