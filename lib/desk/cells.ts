/** What a table shows of a row: read from the log when it comes into view, and no more of it than the cells need. */
import type { Log } from '../log';
import type { AccountId, Label, Level, PostId } from '../model';
import { type Columns, LEVELS, LIST } from './columns';
import { levelRank } from './fitting-rows';

/** Of a post's author, or of an account: what stands beside it in every table. */
export interface AccountMark {
  readonly id: AccountId;
  readonly handle?: string;
  readonly name?: string;
  readonly level: Level;
  readonly flockId?: string;
  readonly flockSize?: number;
  /** Key of the label. */
  readonly label?: string;
  /** A person said: never badge it. */
  readonly dismissed: boolean;
}

export interface PostCells {
  readonly id: PostId;
  readonly author: AccountMark;
  readonly atMs: number;
  readonly text: string;
  readonly lang?: string;
  readonly client?: string;
  /** Keys. */
  readonly pages: readonly string[];
  readonly kind: 'post' | 'reply' | 'quote' | 'repost';
}

export interface AccountCells extends AccountMark {
  readonly bio?: string;
  readonly fingerprints: readonly string[];
  readonly seen: number;
  readonly createdAtMs?: number;
  readonly followers?: number;
  readonly following?: number;
  readonly posts?: number;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
}

export interface LabelCells {
  readonly id: string;
  readonly label: Label;
  readonly account: AccountMark;
}

const listOf = (words: string): readonly string[] => (words === '' ? [] : words.split(LIST));
/** Fields with a value: an absent one is unknown. */
const known = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && !Number.isNaN(value))) as {
    readonly [Name in keyof Row as undefined extends Row[Name] ? never : Name]: Row[Name];
  } & { readonly [Name in keyof Row as undefined extends Row[Name] ? Name : never]?: Exclude<Row[Name], undefined> };

/** The marks of accounts, by id. */
export async function marksOf(log: Log, columns: Columns, ids: readonly AccountId[]) {
  const wanted = [...new Set(ids)];
  const [rows, dismissals] = [await log.shelves.accounts.get(wanted), await log.shelves.dismissals.get(wanted)];
  const marks = wanted.map((id, i): readonly [AccountId, AccountMark] => [
    id,
    known({
      ...markOf(columns, id),
      handle: rows[i]?.handle,
      name: rows[i]?.name,
      dismissed: dismissals[i]?.dismissed ?? false,
    }),
  ]);
  return { marks: new Map(marks), rows: new Map(wanted.map((id, i) => [id, rows[i]])) };
}

function markOf(columns: Columns, id: AccountId): Omit<AccountMark, 'dismissed'> {
  const { accounts, names, lastLabels } = columns;
  const row = accounts.rowOf.get(id);
  const label = lastLabels.get(id)?.value;
  if (row === undefined) return known({ id, level: 'not-enough-seen' as const, label });
  const flock = columns.flocks.get(names.flocks.words[accounts.flocks[row]!]!);
  return known({
    id,
    level: LEVELS[levelRank(columns, row)]!,
    flockId: flock?.id,
    flockSize: flock?.accounts,
    label,
  });
}

/** Posts in the order of the ids; those that left the log meanwhile are left out. */
export async function postCells(log: Log, columns: Columns, ids: readonly PostId[]): Promise<readonly PostCells[]> {
  const rows = (await log.shelves.posts.get(ids)).filter((row) => row !== undefined);
  const { marks } = await marksOf(
    log,
    columns,
    rows.map(({ authorId }) => authorId),
  );
  return rows.map((post) =>
    known({
      id: post.id,
      author: marks.get(post.authorId)!,
      atMs: post.createdAtMs,
      text: post.text,
      lang: post.lang,
      client: post.client,
      pages: post.pages,
      kind: post.repostOf ? 'repost' : post.replyTo ? 'reply' : post.quoteOf ? 'quote' : 'post',
    } as const),
  );
}

export async function accountCells(log: Log, columns: Columns, ids: readonly AccountId[]) {
  const { marks, rows } = await marksOf(log, columns, ids);
  return ids.flatMap((id): readonly AccountCells[] => {
    const [row, account] = [columns.accounts.rowOf.get(id), rows.get(id)];
    if (row === undefined || !account) return [];
    return [
      known({
        ...marks.get(id)!,
        bio: account.bio,
        fingerprints: listOf(columns.names.fingerprints.words[columns.accounts.fingerprints[row]!]!),
        seen: columns.accounts.seen[row]!,
        createdAtMs: account.createdAtMs,
        followers: account.followers,
        following: account.following,
        posts: account.posts,
        firstSeenMs: account.firstSeenMs,
        lastSeenMs: account.lastSeenMs,
      }),
    ];
  });
}
