/**
 * The way of what is read already: an archive, a backup. Like a capture it goes in whole or not at all, a chunk at a time, and the same
 * again changes nothing. It differs in two things: each record has a time of its own, and nobody is judged yet. The flocks that
 * it touches wait (`pending`), and their accounts are judged once, when all is in (`judgeWaiting`): the same verdicts at a fraction of the
 * work. Killed before that, they wait on disk.
 */
import { mergeAccount, mergeRows } from './accounts';
import { type AdmittedItems, admitImported } from './care/admit-imported';
import { type Lesson, learn, rememberFollows } from './flocks/learn';
import { flockOf } from './flocks/settle';
import type { Imported } from './formats/imported';
import { keepVerdicts, openBench } from './judge';
import type { AccountRow, CountersRow, Log, MetaRow } from './log';
import type { AccountId, Post } from './model';
import { keepPosts } from './pipeline';
import { learnedOnly } from './rebuild-state';
import type { Settings } from './settings';
import { openUnit, type Unit } from './unit';

type Of<Kind extends Imported['kind']> = Extract<Imported, { readonly kind: Kind }>;
const ofKind = <Kind extends Imported['kind']>(items: readonly Imported[], kind: Kind): readonly Of<Kind>[] =>
  items.filter((item): item is Of<Kind> => item.kind === kind);

const NO_TEXTS: Lesson['texts'] = new Map();
/** Page of posts of which nobody could say where they were seen. */
const NOWHERE = 'other';

export interface Taken {
  readonly posts: number;
  readonly newPosts: number;
  readonly newAccounts: number;
  /** Flocks that it has touched, and that wait to be judged. */
  readonly waiting: readonly string[];
  /** As it stood at that moment: who goes by it sees whether somebody else writes. */
  readonly health: CountersRow | undefined;
}

/**
 * Takes a chunk of a file into the log.
 * @param also kept with it or not at all: how far the file is in
 */
export async function ingestParsed(
  given: readonly Imported[],
  log: Log,
  settings: Settings,
  also?: MetaRow,
): Promise<Taken> {
  return log.atomically(async (inside) => {
    const unit = openUnit(inside);
    const { items, ...admitted } = await admitImported(unit, given);
    const accounts = await takeAccounts(unit, items);
    await takeSaid(unit, items);
    const informed = new Set(accounts.dated);
    for (const { follows } of ofKind(items, 'follows')) {
      await rememberFollows(unit, follows.accountId, follows.accountIds);
      informed.add(follows.accountId);
    }
    const learned = await takePosts(unit, items, informed, admitted, settings);
    const dismissed = ofKind(items, 'dismissal').map(({ dismissal }) => dismissal.accountId);
    const waiting = await haveWait(unit, [...learned.concerned, ...dismissed], learned.pages, settings);
    if (also) unit.put('meta', also);
    const health = await unit.get('counters', 'health');
    await unit.flush();
    return { posts: learned.posts, newPosts: learned.newPosts, newAccounts: accounts.added, waiting, health };
  });
}

/** @returns those whose day of joining became known, and how many were not known at all */
async function takeAccounts(unit: Unit, items: readonly Imported[]) {
  const [seen, rows] = [ofKind(items, 'seen'), ofKind(items, 'account')];
  const ids = [...seen.flatMap((item) => item.accounts), ...rows.map(({ account }) => account)].map(({ id }) => id);
  const before = await unit.getMany('accounts', ids);
  const put = async (id: AccountId, merge: (known: AccountRow | undefined) => AccountRow) =>
    unit.put('accounts', merge(await unit.get('accounts', id)));
  for (const { account } of rows) await put(account.id, (known) => mergeRows(known, account));
  for (const { accounts, atMs } of seen) {
    for (const account of accounts) await put(account.id, (known) => mergeAccount(known, account, atMs));
  }
  const now = await unit.getMany('accounts', ids);
  const dated = ids.filter((_, i) => now[i]?.createdAtMs !== undefined && before[i]?.createdAtMs === undefined);
  return { dated, added: new Set(ids.filter((_, i) => !before[i])).size };
}

/** What people said, and where posts were seen: what is there stays. */
async function takeSaid(unit: Unit, items: readonly Imported[]): Promise<void> {
  for (const { sighting } of ofKind(items, 'sighting')) {
    if (!(await unit.get('sightings', sighting.key))) unit.put('sightings', sighting);
  }
  for (const { label } of ofKind(items, 'label')) {
    const known = await unit.get('labels', label.id);
    // The same label, taken back since in one of the two.
    unit.put('labels', known ? { ...label, ...known } : label);
  }
  for (const { dismissal } of ofKind(items, 'dismissal')) {
    const known = await unit.get('dismissals', dismissal.accountId);
    if (!known || known.atMs < dismissal.atMs) unit.put('dismissals', dismissal);
  }
}

async function takePosts(
  unit: Unit,
  items: readonly Imported[],
  informed: Set<AccountId>,
  { rebuild, learns }: Omit<AdmittedItems, 'items'>,
  settings: Settings,
) {
  const byPage = new Map<string, Post[]>();
  for (const { posts, pages } of ofKind(items, 'seen')) {
    for (const page of pages.length === 0 ? [NOWHERE] : pages) {
      const there = byPage.get(page) ?? [];
      byPage.set(page, there);
      there.push(...posts);
    }
  }
  const concerned = new Set<AccountId>();
  const learner = rebuild ? { ...unit, log: learnedOnly(unit.log, learns) } : unit;
  const now = (post: Post) => learns(post.id);
  let [posts, newPosts] = [0, 0];
  for (const [pageKey, seen] of byPage) {
    const { fresh, texts, freshHere, filled } = await keepPosts(unit, seen, pageKey, settings);
    posts += seen.length;
    newPosts += fresh.length;
    // The engine's old rows go just now: the rebuild learns all of it in its turn.
    if (rebuild?.phase === 'clearing') continue;
    for (const id of filled) informed.add(id);
    const lesson = {
      pageKey,
      fresh: fresh.filter(now),
      texts,
      freshHere: freshHere.filter(now),
      informed: [...informed],
    };
    informed.clear();
    for (const id of await learn(learner, lesson, settings)) concerned.add(id);
    // The next page's lesson asks the log's indexes for the texts of this one.
    await unit.flush();
  }
  if (rebuild?.phase === 'clearing') return { concerned, posts, newPosts, pages: [] };
  for (const [pageKey, known] of await pagesOf(unit, informed)) {
    const lesson = { pageKey, fresh: [], texts: NO_TEXTS, freshHere: [], informed: known };
    for (const id of await learn(learner, lesson, settings)) concerned.add(id);
    byPage.set(pageKey, byPage.get(pageKey) ?? []);
  }
  return { concerned, posts, newPosts, pages: [...byPage.keys()] };
}

/** Accounts without a post in this chunk, by a page on which they were seen. */
async function pagesOf(unit: Unit, ids: ReadonlySet<AccountId>): Promise<ReadonlyMap<string, readonly AccountId[]>> {
  const pages = new Map<string, AccountId[]>();
  for (const evidence of await unit.getMany('evidence', [...ids])) {
    const [page] = Object.keys(evidence?.pages ?? {});
    if (evidence && page !== undefined) pages.set(page, [...(pages.get(page) ?? []), evidence.id]);
  }
  return pages;
}

/**
 * Has the flocks of these accounts, and the others of these pages, wait to be judged. Who has left all flocks is judged at once.
 * @returns the flocks
 */
async function haveWait(
  unit: Unit,
  ids: readonly AccountId[],
  pages: readonly string[],
  settings: Settings,
): Promise<readonly string[]> {
  const evidence = await unit.getMany('evidence', ids);
  const alone = ids.filter((_, i) => evidence[i] && evidence[i].flock === undefined);
  const before = await unit.getMany('verdicts', alone);
  await keepVerdicts(
    unit,
    openBench(unit, settings),
    alone.filter((_, i) => before[i]),
  );
  const rows = await unit.getMany('pages', pages);
  const nearby = rows.flatMap((page) => page?.sample.flatMap(({ flock }) => flock ?? []) ?? []);
  const waiting = new Set<string>();
  for (const name of new Set([...evidence.flatMap((one) => one?.flock ?? []), ...nearby])) {
    const flock = await flockOf(unit, name);
    if (flock) waiting.add(flock.id);
    if (!flock || (flock.pending === 1 && flock.cursor === undefined)) continue;
    const { cursor: _again, ...rest } = flock;
    unit.put('flocks', { ...rest, pending: 1 });
  }
  return [...waiting];
}
