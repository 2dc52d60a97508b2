/** Everything known of one account: profile and its history, verdict as of now, posts, labels, and who moves with it. */
import { tiesOf } from '../flocks/edges';
import { rootsOf } from '../flocks/texts';
import { openBench, verdictOf } from '../judge';
import type { AccountRow, Log } from '../log';
import type { AccountId, Label, Verdict } from '../model';
import type { Settings } from '../settings';
import { openUnit } from '../unit';
import { type AccountMark, marksOf, type PostCells, postCells } from './cells';
import type { Columns } from './columns';
import type { Job } from './work';

export interface AccountPage {
  readonly account: AccountRow;
  readonly mark: AccountMark;
  /** Judged now, from the rows as they are. */
  readonly verdict?: Verdict;
  /** Newest first, those taken back among them. */
  readonly labels: readonly Label[];
  /** Times of all its posts in the log, oldest first. */
  readonly times: readonly number[];
  /** The flock's row. */
  readonly flockId?: string;
}

/** Rows of an account's posts, newest first. */
export function postRowsOf({ posts, accounts }: Columns, id: AccountId): readonly number[] {
  const author = accounts.rowOf.get(id);
  const rows: number[] = [];
  if (author === undefined) return rows;
  for (let row = 0; row < posts.ids.length; row++) {
    if (posts.authors[row] === author && !posts.gone.has(row)) rows.push(row);
  }
  return rows.sort((a, b) => posts.times[b]! - posts.times[a]! || b - a);
}

/** @returns `undefined` for an account that the log does not hold */
export function askAccount(
  log: Log,
  columns: Columns,
  settings: Settings,
): Job<{ readonly id: AccountId }, AccountPage | undefined> {
  return async ({ id }) => {
    const { marks, rows } = await marksOf(log, columns, [id]);
    const account = rows.get(id);
    if (!account) return undefined;
    const judged = await log.reading((inside) => verdictOf(openBench(openUnit(inside), settings), id));
    const mark = marks.get(id)!;
    return {
      account,
      // The badge's own words: what is kept may be older than what is judged now.
      mark: judged ? { ...mark, level: judged.verdict.level } : mark,
      labels: columns.labels.filter(({ accountId }) => accountId === id).toReversed(),
      times: postRowsOf(columns, id)
        .map((row) => columns.posts.times[row]!)
        .toReversed(),
      ...(judged ? { verdict: judged.verdict } : {}),
      ...(judged?.row ? { flockId: judged.row.id } : {}),
    };
  };
}

export interface TimelinePost extends PostCells {
  /** Accounts that posted this text or one near-same, itself among them; absent: too short to compare, or not its own. */
  readonly saidBy?: number;
}
export interface Timeline {
  readonly total: number;
  readonly posts: readonly TimelinePost[];
}

/** An account's posts, newest first, from one to the next. */
export function askTimeline(
  log: Log,
  columns: Columns,
): Job<{ readonly id: AccountId; readonly from: number; readonly count: number }, Timeline> {
  return async ({ id, from, count }) => {
    const all = postRowsOf(columns, id);
    const ids = all.slice(from, from + count).map((row) => columns.posts.ids[row]!);
    const cells = await postCells(log, columns, ids);
    const rows = await log.shelves.posts.get(cells.map((post) => post.id));
    const saidBy = await log.reading(async (inside) => {
      const keys = rows.flatMap((row) => row?.textKey ?? []);
      const roots = await rootsOf(openUnit(inside), keys);
      return new Map(keys.map((key, i) => [key, roots[i]?.accounts]));
    });
    const posts = cells.map((post, i): TimelinePost => {
      const times = saidBy.get(rows[i]?.textKey ?? '');
      return times === undefined ? post : { ...post, saidBy: times };
    });
    return { total: all.length, posts };
  };
}

export interface Mate {
  readonly account: AccountMark;
  /** Texts that both posted. */
  readonly texts: number;
  /** Between their two nearest posts of one text. */
  readonly apartMs: number;
}
export interface Mates {
  /** Accounts that share enough texts with it, whether listed or not. */
  readonly total: number;
  readonly mates: readonly Mate[];
}

/** With whom the account stands in its flock, those that share most first. */
export function askMates(
  log: Log,
  columns: Columns,
  settings: Settings,
): Job<{ readonly id: AccountId; readonly flockId: string }, Mates> {
  return async ({ id, flockId }) => {
    const ties = await log.reading((inside) => tiesOf(inside, flockId, settings));
    const edges = ties.edgesOf(id);
    const { marks } = await marksOf(
      log,
      columns,
      edges.map(({ accounts }) => accounts[1]),
    );
    const mates = edges.map((edge) => ({
      account: marks.get(edge.accounts[1])!,
      texts: edge.ties.length,
      apartMs: Math.min(...edge.ties.map(({ posts: [a, b] }) => Math.abs(a.atMs - b.atMs))),
    }));
    return { total: ties.partners(id), mates };
  };
}
