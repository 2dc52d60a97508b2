/** Puts rows of the log into the columns, and takes out those that are gone. The same row again changes nothing. */
import { accountWords } from '../filter';
import { matching } from '../formats/lines';
import { standingLabels } from '../labels';
import type { AccountRow, PostRow } from '../log';
import type { AccountId, Label, PostId, Verdict } from '../model';
import { foldHashtag } from '../text/fold';
import { searchable } from '../text/search';
import { type Columns, codeOf, LEVELS, LIST, NOT_JUDGED } from './columns';

/** The row of an account, a new one where there is none yet. */
export function accountRow({ accounts }: Columns, id: AccountId): number {
  const known = accounts.rowOf.get(id);
  if (known !== undefined) return known;
  const row = accounts.ids.push(id) - 1;
  accounts.rowOf.set(id, row);
  forget(accounts, row);
  accounts.seen[row] = 0;
  return row;
}

function forget(accounts: Columns['accounts'], row: number): void {
  accounts.known[row] = false;
  accounts.searchHandles[row] = '';
  accounts.names[row] = '';
  accounts.texts[row] = '';
  accounts.verdicts[row] = NOT_JUDGED;
  accounts.flocks[row] = 0;
  accounts.fingerprints[row] = 0;
  for (const column of ['created', 'followers', 'following', 'counts', 'firstSeen', 'lastSeen'] as const) {
    accounts[column][row] = Number.NaN;
  }
}

/** Few tags are carried by many posts. */
const folded = new Map<string, string>();
function foldTag(tag: string): string {
  const known = folded.get(tag) ?? foldHashtag(tag);
  if (folded.size < 10_000) folded.set(tag, known);
  return known;
}

export function putPost(columns: Columns, post: PostRow): void {
  const { posts, names, accounts } = columns;
  const author = accountRow(columns, post.authorId);
  const known = posts.rowOf.get(post.id);
  const row = known ?? posts.ids.push(post.id) - 1;
  if (known === undefined) {
    posts.rowOf.set(post.id, row);
    accounts.seen[author] = accounts.seen[author]! + 1;
  } else if (posts.gone.delete(row)) accounts.seen[author] = accounts.seen[author]! + 1;
  posts.authors[row] = author;
  posts.times[row] = post.createdAtMs;
  posts.clients[row] = codeOf(names.clients, post.client);
  posts.langs[row] = codeOf(names.langs, post.lang);
  posts.hashtags[row] = codeOf(names.hashtags, [...new Set(post.hashtags.map(foldTag))].toSorted().join(LIST));
  posts.pages[row] = codeOf(names.pages, post.pages.toSorted().join(LIST));
  posts.texts[row] = codeOf(names.texts, searchable([post.text, ...post.links].join('\n')));
}

export function removePost({ posts, accounts }: Columns, id: PostId): void {
  const row = posts.rowOf.get(id);
  if (row === undefined || posts.gone.has(row)) return;
  posts.gone.add(row);
  const author = posts.authors[row]!;
  accounts.seen[author] = accounts.seen[author]! - 1;
}

export interface AccountParts {
  readonly account: AccountRow;
  readonly verdict: Verdict | undefined;
}

export function putAccount(columns: Columns, { account, verdict }: AccountParts): void {
  const { accounts, names } = columns;
  const row = accountRow(columns, account.id);
  accounts.known[row] = true;
  accounts.searchHandles[row] = account.handle === undefined ? '' : searchable(account.handle);
  accounts.names[row] = account.name ?? '';
  accounts.texts[row] = searchable(accountWords(account));
  accounts.verdicts[row] = verdict ? LEVELS.indexOf(verdict.level) : NOT_JUDGED;
  accounts.fingerprints[row] = codeOf(names.fingerprints, verdict && matching({ verdict }).join(LIST));
  accounts.created[row] = account.createdAtMs ?? Number.NaN;
  accounts.followers[row] = account.followers ?? Number.NaN;
  accounts.following[row] = account.following ?? Number.NaN;
  accounts.counts[row] = account.posts ?? Number.NaN;
  accounts.firstSeen[row] = account.firstSeenMs;
  accounts.lastSeen[row] = account.lastSeenMs;
}

export function removeAccount({ accounts }: Columns, id: AccountId): void {
  const row = accounts.rowOf.get(id);
  if (row !== undefined) forget(accounts, row);
}

/** Puts all labels in place of those before. */
export function putLabels(columns: Columns, labels: readonly Label[]): void {
  columns.labels = labels.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
  columns.lastLabels = standingLabels(labels);
  const noted = [...columns.lastLabels].filter(([, { note }]) => note !== '');
  columns.noteWords = new Map(noted.map(([id, { note }]) => [id, searchable(note)]));
}

/** Puts these accounts, and no others, into a flock. */
export function putFlock(columns: Columns, flockId: string, members: readonly AccountId[]): void {
  const { accounts, names } = columns;
  const code = codeOf(names.flocks, flockId);
  for (let row = 0; row < accounts.ids.length; row++) if (accounts.flocks[row] === code) accounts.flocks[row] = 0;
  for (const id of members) accounts.flocks[accountRow(columns, id)] = code;
}
