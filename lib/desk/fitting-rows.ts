/** Which rows of the columns fit a filter: `lib/filter.ts` over numbers instead of lines, with the same answers. */
import { asksPosts, type Filter } from '../filter';
import { foldHashtag } from '../text/fold';
import { ENOUGH_POSTS } from '../verdict';
import { type Columns, LEVELS, LIST, type Names, NOT_JUDGED } from './columns';
import { type Fits, searchAccounts, searchPosts } from './search-columns';

const every = (all: readonly Fits[]): ((row: number) => boolean) => {
  const asked = all.filter((one) => one !== undefined);
  return (row) => asked.every((fits) => fits(row));
};

/** Codes whose list holds this word. */
function holding({ words }: Names, word: string): Uint8Array {
  const inside = `${LIST}${word}${LIST}`;
  return Uint8Array.from(words, (list) => (`${LIST}${list}${LIST}`.includes(inside) ? 1 : 0));
}

/** Rank of an account's level: also where no verdict is kept. */
export function levelRank({ accounts }: Columns, row: number): number {
  const kept = accounts.verdicts[row]!;
  if (kept !== NOT_JUDGED) return kept;
  return LEVELS.indexOf(accounts.seen[row]! >= ENOUGH_POSTS ? 'none' : 'not-enough-seen');
}

/** What is asked of an account itself, whether it is listed or the author of a post. */
function accountPart(columns: Columns, filter: Filter): Fits {
  const { levels, fingerprint, label, flock, account } = filter;
  const { accounts, names, lastLabels } = columns;
  const parts: Fits[] = [];
  if (account !== undefined) {
    const wanted = accounts.rowOf.get(account) ?? -1;
    parts.push((row) => row === wanted);
  }
  if (levels !== undefined) {
    const wanted = new Set(levels.map((level) => LEVELS.indexOf(level)));
    parts.push((row) => wanted.has(levelRank(columns, row)));
  }
  if (flock !== undefined) {
    const wanted = names.flocks.codes.get(flock) ?? -1;
    parts.push((row) => accounts.flocks[row] === wanted);
  }
  if (fingerprint !== undefined) {
    const wanted = holding(names.fingerprints, fingerprint);
    parts.push((row) => wanted[accounts.fingerprints[row]!] === 1);
  }
  if (label !== undefined) {
    parts.push((row) => {
      const has = lastLabels.get(accounts.ids[row]!)?.value;
      return label === 'any' ? has !== undefined : label === 'none' ? has === undefined : has === label;
    });
  }
  return parts.length === 0 ? undefined : every(parts);
}

/** What only a post can answer. */
function postPart({ posts, names }: Columns, filter: Filter): Fits {
  if (!asksPosts(filter)) return undefined;
  const { hashtag, page, fromMs, toMs, client, lang } = filter;
  const parts: Fits[] = [];
  if (hashtag !== undefined) {
    const tag = foldHashtag(hashtag);
    const [carried, seenOn] = [holding(names.hashtags, tag), holding(names.pages, `hashtag:${tag}`)];
    parts.push((row) => carried[posts.hashtags[row]!] === 1 || seenOn[posts.pages[row]!] === 1);
  }
  if (page !== undefined) {
    const seenOn = holding(names.pages, page);
    parts.push((row) => seenOn[posts.pages[row]!] === 1);
  }
  if (fromMs !== undefined) parts.push((row) => posts.times[row]! >= fromMs);
  if (toMs !== undefined) parts.push((row) => posts.times[row]! < toMs);
  for (const [column, listed, wanted] of [
    [posts.clients, names.clients, client],
    [posts.langs, names.langs, lang],
  ] as const) {
    const code = wanted === undefined ? -1 : listed.codes.get(wanted);
    if (wanted !== undefined) parts.push((row) => column[row] === code);
  }
  return every(parts);
}

/** Whether a post's row fits. */
export function fittingPosts(columns: Columns, filter: Filter): (row: number) => boolean {
  const { posts } = columns;
  const author = accountPart(columns, filter);
  return every([
    posts.gone.size === 0 ? undefined : (row) => !posts.gone.has(row),
    author && ((row) => author(posts.authors[row]!)),
    postPart(columns, filter),
    searchPosts(columns, filter.text),
  ]);
}

/** Whether an account's row fits: where something is asked of posts, one of its posts must fit that. */
export function fittingAccounts(columns: Columns, filter: Filter): (row: number) => boolean {
  const { posts, accounts } = columns;
  const post = postPart(columns, filter);
  let authors: Uint8Array | undefined;
  if (post) {
    authors = new Uint8Array(accounts.ids.length);
    for (let row = 0; row < posts.ids.length; row++) {
      if (authors[posts.authors[row]!] === 0 && !posts.gone.has(row) && post(row)) authors[posts.authors[row]!] = 1;
    }
  }
  const having = authors;
  return every([
    (row) => accounts.known[row]!,
    accountPart(columns, filter),
    having && ((row) => having[row] === 1),
    searchAccounts(columns, filter.text),
  ]);
}
