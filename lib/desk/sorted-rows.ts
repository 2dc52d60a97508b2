/** Rows in an order. An order of all rows is made once and kept until the columns change; a filter then only picks from it. */

import type { Filter } from '../filter';
import type { Columns } from './columns';
import { fittingAccounts, fittingPosts, levelRank } from './fitting-rows';

export interface Sort {
  readonly by: string;
  readonly down: boolean;
}

type Keys = (columns: Columns) => (row: number) => number | string;

const postKeys: Readonly<Record<string, Keys>> = {
  time:
    ({ posts }) =>
    (row) =>
      posts.times[row]!,
  author:
    ({ posts, accounts }) =>
    (row) =>
      accounts.searchHandles[posts.authors[row]!]!,
  level: (columns) => (row) => -levelRank(columns, columns.posts.authors[row]!),
  text:
    ({ posts, names }) =>
    (row) =>
      names.texts.words[posts.texts[row]!]!,
  client:
    ({ posts, names }) =>
    (row) =>
      names.clients.words[posts.clients[row]!]!,
  lang:
    ({ posts, names }) =>
    (row) =>
      names.langs.words[posts.langs[row]!]!,
  page:
    ({ posts, names }) =>
    (row) =>
      names.pages.words[posts.pages[row]!]!,
};

const column =
  (name: 'seen' | 'created' | 'followers' | 'following' | 'counts' | 'firstSeen' | 'lastSeen'): Keys =>
  ({ accounts }) =>
  (row) =>
    accounts[name][row]!;
const accountKeys: Readonly<Record<string, Keys>> = {
  handle:
    ({ accounts }) =>
    (row) =>
      accounts.searchHandles[row]!,
  name:
    ({ accounts }) =>
    (row) =>
      accounts.names[row]!.toLowerCase(),
  level: (columns) => (row) => -levelRank(columns, row),
  label:
    ({ accounts, lastLabels }) =>
    (row) =>
      lastLabels.get(accounts.ids[row]!)?.value ?? '',
  fingerprints:
    ({ accounts, names }) =>
    (row) =>
      names.fingerprints.words[accounts.fingerprints[row]!]!,
  flock:
    ({ accounts, names, flocks }) =>
    (row) =>
      flocks.get(names.flocks.words[accounts.flocks[row]!]!)?.accounts ?? Number.NaN,
  seen: column('seen'),
  created: column('created'),
  followers: column('followers'),
  following: column('following'),
  posts: column('counts'),
  firstSeen: column('firstSeen'),
  lastSeen: column('lastSeen'),
};

/** By what a table can be sorted. The first is how it comes. */
export const sortKeys = { posts: Object.keys(postKeys), accounts: Object.keys(accountKeys) } as const;
export type SortedTable = keyof typeof sortKeys;

/** Words as numbers of the same order; '' is unknown, which has no place in an order. */
function ranked(keys: readonly (number | string)[]): Float64Array {
  if (keys.every((key) => typeof key === 'number')) return Float64Array.from(keys);
  const words = [...new Set(keys as readonly string[])].filter((word) => word !== '').toSorted();
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  return Float64Array.from(keys as readonly string[], (word) => ranks.get(word) ?? Number.NaN);
}

/** All rows in this order; the unknown come last either way, equals the newest (or most seen) first. */
function orderOf(columns: Columns, table: SortedTable, { by, down }: Sort): Uint32Array {
  const keys = table === 'posts' ? postKeys : accountKeys;
  const keyOf = (keys[by] ?? keys[sortKeys[table][0]!])!(columns);
  const ties = table === 'posts' ? columns.posts.times : columns.accounts.seen;
  const rows = Array.from({ length: columns[table].ids.length }, (_, row) => row);
  const ranks = ranked(rows.map(keyOf));
  const sign = down ? -1 : 1;
  const value = ranks.map((rank) => (Number.isNaN(rank) ? Number.POSITIVE_INFINITY : sign * rank));
  return Uint32Array.from(rows).sort((a, b) => {
    const [x, y] = [value[a]!, value[b]!];
    return x < y ? -1 : x > y ? 1 : ties[b]! - ties[a]! || a - b;
  });
}

/** Rows that fit, in order. The same question again, while nothing changed, costs nothing. */
export type SortedRows = (table: SortedTable, filter: Filter, sort: Sort) => Uint32Array;

/** Orders and answers kept: a table and the one a person came from. */
const KEPT = 6;

export function sortedRows(columns: Columns): SortedRows {
  const orders = new Map<string, Uint32Array>();
  const answers = new Map<string, Uint32Array>();
  let version = columns.version;
  const kept = (all: Map<string, Uint32Array>, key: string, make: () => Uint32Array): Uint32Array => {
    const made = all.get(key) ?? make();
    all.delete(key);
    all.set(key, made);
    if (all.size > KEPT) all.delete(all.keys().next().value!);
    return made;
  };
  return (table, filter, sort) => {
    if (version !== columns.version) {
      orders.clear();
      answers.clear();
      version = columns.version;
    }
    const name = `${table} ${sort.by} ${sort.down}`;
    return kept(answers, `${name} ${JSON.stringify(filter)}`, () => {
      const order = kept(orders, name, () => orderOf(columns, table, sort));
      return order.filter(table === 'posts' ? fittingPosts(columns, filter) : fittingAccounts(columns, filter));
    });
  };
}
