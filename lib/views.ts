/** What the screen asks of the log: badges, a card, a page's figures. Reads only. */
import { openBench, verdictOf } from './judge';
import type { Log } from './log';
import type { BadgeView, CardView, PageSummary } from './messages';
import type { AccountId, Label, Page, Post, Verdict } from './model';
import { REBUILD, readRebuild } from './rebuild-state';
import type { Settings } from './settings';
import { openUnit, type Unit } from './unit';

/** Posts seen on a page from which a share is worth telling, and from which “none” is. */
const ENOUGH_FOR_SHARE = 20;
const ENOUGH_FOR_NONE = 200;
const PROVING_POSTS = 12;

/** Whose eyes the screen is for. A coder who works blind is shown no judgement, and no other coder's label. */
export interface Eyes {
  readonly blind: boolean;
  readonly coder: string;
}
const open: Eyes = { blind: false, coder: '' };

/** The badges of accounts now on the screen; handles that the log does not know are left out. */
export async function badges(
  log: Log,
  handles: readonly string[],
  settings: Settings,
  eyes: Eyes = open,
): Promise<readonly BadgeView[]> {
  const unit = openUnit(log);
  const said = await whatIsSaid(unit, settings);
  const accounts = await log.accountByHandle(handles);
  const ids = accounts.flatMap((account) => account?.id ?? []);
  const given = await log.labelsOf(ids, eyes.blind ? eyes.coder : undefined);
  const labels = new Map(given.map((label) => [label?.accountId, label] as const));
  if (eyes.blind) return accounts.flatMap((account, i) => (account ? blindView(handles[i]!, account.id, labels) : []));
  await unit.getMany('evidence', ids);
  const dismissals = new Map((await unit.getMany('dismissals', ids)).map((one) => [one?.accountId, one?.dismissed]));
  const views: BadgeView[] = [];
  for (const [i, account] of accounts.entries()) {
    if (!account) continue;
    const label = labels.get(account.id);
    const verdict = await said(account.id);
    views.push({
      handle: handles[i]!,
      accountId: account.id,
      level: verdict?.level ?? 'not-enough-seen',
      dismissed: dismissals.get(account.id) ?? false,
      ...(verdict?.flockSize === undefined ? {} : { flockSize: verdict.flockSize }),
      ...(label ? { label } : {}),
    });
  }
  return views;
}

/** Verdicts as the rows are now; while these are made anew, as they were before. */
async function whatIsSaid(unit: Unit, settings: Settings): Promise<(id: AccountId) => Promise<Verdict | undefined>> {
  const rebuild = readRebuild((await unit.get('meta', REBUILD))?.value);
  const kept = async (id: AccountId) =>
    rebuild === undefined || rebuild.phase === 'renewing' ? undefined : unit.get('verdicts', id);
  const bench = openBench(unit, settings);
  return async (id) => (await kept(id)) ?? (await verdictOf(bench, id))?.verdict;
}

const blindView = (
  handle: string,
  accountId: AccountId,
  labels: ReadonlyMap<AccountId | undefined, Label | undefined>,
): BadgeView => {
  const label = labels.get(accountId);
  return { handle, accountId, level: 'not-enough-seen', dismissed: false, blind: true, ...(label ? { label } : {}) };
};

export async function card(
  log: Log,
  handle: string,
  settings: Settings,
  eyes: Eyes = open,
): Promise<CardView | undefined> {
  const [badge] = await badges(log, [handle], settings, eyes);
  if (!badge) return undefined;
  const unit = openUnit(log);
  const judged = await (await whatIsSaid(unit, settings))(badge.accountId);
  const account = await unit.get('accounts', badge.accountId);
  if (!judged || !account) return undefined;
  const verdict = eyes.blind ? withheld(judged) : judged;
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
    postsSeen: Math.max(seen?.posts.length ?? 0, ...Object.values(seen?.pages ?? {})),
  };
}

/** Nothing of what was judged, not even how much of it. */
function withheld({ accountId, engineVersion, settingsVersion }: Verdict): Verdict {
  const nothing = { findings: [], counterEvidence: [] };
  return { accountId, level: 'not-enough-seen', ...nothing, engineVersion, settingsVersion };
}

const newestFirst = (posts: readonly Post[]): readonly Post[] =>
  posts.toSorted((a, b) => b.createdAtMs - a.createdAtMs);

export async function summary(log: Log, page: Page, eyes: Eyes = open): Promise<PageSummary> {
  const [row] = await log.shelves.pages.get([page.key]);
  const [posts, accounts] = [row?.posts ?? 0, row?.accounts ?? 0];
  if (eyes.blind) return { page, posts, accounts, strong: 0, weak: 0, matchingPosts: 0, blind: true };
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
