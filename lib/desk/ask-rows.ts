/** What the tables ask of the worker: the rows that are in view, of those that fit, in an order. */

import { isOwn } from '../coders';
import { type Filter, isEmpty } from '../filter';
import type { Log } from '../log';
import { fitsTerms, searchable, searchTerms } from '../text/search';
import { type AccountCells, accountCells, type LabelCells, marksOf, type PostCells, postCells } from './cells';
import type { Columns } from './columns';
import { fittingAccounts } from './fitting-rows';
import { countFlocks, type FlockCells, flockTexts } from './flock-cells';
import { type Sort, type SortedRows, sortedRows } from './sorted-rows';
import type { Job } from './work';

export interface RowsAsked {
  readonly table: keyof CellsOf;
  readonly filter: Filter;
  readonly sort: Sort;
  /** Of labels: this coder's alone, and those that were given before there was a name. */
  readonly coder?: string;
  /** The first row in view, and how many. */
  readonly from: number;
  readonly count: number;
}

export interface CellsOf {
  readonly posts: PostCells;
  readonly accounts: AccountCells;
  readonly labels: LabelCells;
  readonly flocks: FlockCells;
}
export type Cells = CellsOf[keyof CellsOf];

export interface RowsTold {
  /** Rows that fit. */
  readonly total: number;
  readonly from: number;
  readonly cells: readonly Cells[];
}

/** Numbers up, words by their letters, the unknown last: in either direction. */
function compare(a: number | string | undefined, b: number | string | undefined, down: boolean): number {
  if (a === b) return 0;
  if (a === undefined || a === '') return 1;
  if (b === undefined || b === '') return -1;
  return (a < b ? -1 : 1) * (down ? -1 : 1);
}

const labelKeys: Readonly<Record<string, (cells: LabelCells) => number | string | undefined>> = {
  time: ({ label }) => label.atMs,
  handle: ({ account }) => account.handle?.toLowerCase(),
  label: ({ label }) => label.value,
  coder: ({ label }) => label.coder,
  note: ({ label }) => label.note,
};
const flockKeys: Readonly<Record<string, (cells: Omit<FlockCells, 'example'>) => number | string | undefined>> = {
  accounts: ({ accounts }) => accounts,
  posts: ({ posts }) => posts,
  texts: ({ texts }) => texts,
  strong: ({ levels }) => levels.strong,
  first: ({ firstMs }) => firstMs,
  last: ({ lastMs }) => lastMs,
  labelled: ({ labelled }) => labelled,
};

async function askLabels(
  log: Log,
  columns: Columns,
  { filter, sort, coder, from, count }: RowsAsked,
): Promise<RowsTold> {
  const { label: wanted, text, ...rest } = filter;
  const terms = searchTerms(text ?? '');
  const fits = fittingAccounts(columns, rest);
  const isMeant = (id: string) => isEmpty(rest) || fits(columns.accounts.rowOf.get(id) ?? -1);
  const { marks } = await marksOf(
    log,
    columns,
    columns.labels.map(({ accountId }) => accountId),
  );
  const found = columns.labels
    .map((label): LabelCells => ({ id: label.id, label, account: marks.get(label.accountId)! }))
    .filter(
      ({ label, account }) =>
        (coder === undefined || isOwn(label, coder)) &&
        (wanted === undefined || wanted === 'any' || label.value === wanted) &&
        isMeant(label.accountId) &&
        fitsTerms(terms, (term) =>
          [label.note, label.coder, account.handle, account.name].some((one) => searchable(one ?? '').includes(term)),
        ),
    );
  const key = labelKeys[sort.by] ?? labelKeys.time!;
  const rows = found.toSorted((a, b) => compare(key(a), key(b), sort.down) || b.label.atMs - a.label.atMs);
  return { total: rows.length, from, cells: rows.slice(from, from + count) };
}

/** A flock fits where one of its accounts does. */
async function askFlocks(
  log: Log,
  columns: Columns,
  sorted: SortedRows,
  { filter, sort, from, count }: RowsAsked,
): Promise<RowsTold> {
  const { accounts, posts, names } = columns;
  const codes = new Set<number>();
  for (const row of sorted('accounts', filter, { by: 'seen', down: true })) codes.add(accounts.flocks[row]!);
  if (filter.text !== undefined) {
    for (const row of sorted('posts', filter, { by: 'time', down: true })) {
      codes.add(accounts.flocks[posts.authors[row]!]!);
    }
  }
  const key = flockKeys[sort.by] ?? flockKeys.accounts!;
  const rows = [...countFlocks(columns).values()]
    .filter(({ id }) => isEmpty(filter) || codes.has(names.flocks.codes.get(id) ?? -1))
    .toSorted((a, b) => compare(key(a), key(b), sort.down) || b.accounts - a.accounts || (a.id < b.id ? -1 : 1));
  const cells = await Promise.all(
    rows.slice(from, from + count).map(async (flock): Promise<FlockCells> => {
      const [first] = await flockTexts(log, flock.id, 1);
      return first ? { ...flock, example: first.text } : flock;
    }),
  );
  return { total: rows.length, from, cells };
}

/** Cells kept, at most. */
const KEPT = 4000;

/** The job of the worker: rows of any table. */
export function askRows(log: Log, columns: Columns): Job<RowsAsked, RowsTold> {
  const sorted = sortedRows(columns);
  /** Cells read while nothing changed: who scrolls asks for most rows several times. */
  const kept = new Map<string, Cells>();
  let keptOf = columns.version;
  return async (asked) => {
    const { table, filter, sort, from, count } = asked;
    if (table === 'labels') return askLabels(log, columns, asked);
    if (table === 'flocks') return askFlocks(log, columns, sorted, asked);
    const rows = sorted(table, filter, sort);
    const ids = Array.from(rows.subarray(from, from + count), (row) => columns[table].ids[row]!);
    if (keptOf !== columns.version) kept.clear();
    keptOf = columns.version;
    const fresh = ids.filter((id) => !kept.has(`${table} ${id}`));
    const read = await log.reading<readonly Cells[]>((inside) =>
      table === 'posts' ? postCells(inside, columns, fresh) : accountCells(inside, columns, fresh),
    );
    for (const one of read) kept.set(`${table} ${one.id}`, one);
    const cells = ids.flatMap((id) => kept.get(`${table} ${id}`) ?? []);
    while (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return { total: rows.length, from, cells };
  };
}

/** Some posts, by id; those that the log does not hold are left out. */
export const askPosts =
  (log: Log, columns: Columns): Job<{ readonly ids: readonly string[] }, readonly PostCells[]> =>
  ({ ids }) =>
    postCells(log, columns, ids);
