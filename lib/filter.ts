/**
 * Which posts and accounts of the log are meant: what the tables show and what a file takes away. Plain data, and the same in
 * the address of the log page. All conditions hold together; one that is absent asks nothing.
 */
import { formatQuery, type Pair, parseQuery } from './desk/query';
import type { AccountLine, PostLine } from './formats/lines';
import { matching } from './formats/lines';
import type { AccountRow } from './log';
import type { Level } from './model';
import { foldHashtag } from './text/fold';
import { fitsTerms, searchable, searchTerms } from './text/search';
import { ENOUGH_POSTS } from './verdict';

export interface Filter {
  /** Words to find, as typed: see `lib/text/search.ts`. */
  readonly text?: string;
  /** A hashtag without `#`, in any spelling: carried by the post, or of the page on which it was seen. */
  readonly hashtag?: string;
  /** Key of a page on which posts were seen: `hashtag:egypt`, `search:egypt loan`, `home`. */
  readonly page?: string;
  /** Posts written from this time, and before that one. */
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly levels?: readonly Level[];
  /** Id of a fingerprint that matches the account. */
  readonly fingerprint?: string;
  /** Key of the account's label; `any`: has one; `none`: has none. */
  readonly label?: string;
  readonly client?: string;
  /** As the site says it, e.g. `ar`. */
  readonly lang?: string;
  /** Id of a flock: of its row in the log. */
  readonly flock?: string;
  /** Id of the one account whose posts are meant. */
  readonly account?: string;
}

const LEVELS: readonly Level[] = ['strong', 'weak', 'none', 'not-enough-seen'];

/** Names in the address. A room's own values must have other names. */
const names = {
  text: 'q',
  hashtag: 'tag',
  page: 'page',
  fromMs: 'from',
  toMs: 'to',
  levels: 'level',
  fingerprint: 'fp',
  label: 'label',
  client: 'client',
  lang: 'lang',
  flock: 'flock',
  account: 'by',
} as const satisfies { readonly [Field in keyof Filter]-?: string };
const fields = new Map(Object.entries(names).map(([field, name]) => [name as string, field as keyof Filter]));

const timeOf = (value: string): number | undefined => {
  const atMs = /^-?\d{1,16}$/.test(value) ? Number(value) : Date.parse(value);
  return Math.abs(atMs) <= 8.64e15 ? atMs : undefined;
};

function readField(field: keyof Filter, value: string): Partial<Filter> {
  if (value === '') return {};
  if (field === 'fromMs' || field === 'toMs') {
    const atMs = timeOf(value);
    return atMs === undefined ? {} : { [field]: atMs };
  }
  if (field !== 'levels') return { [field]: value };
  const levels = LEVELS.filter((level) => value.split(',').includes(level));
  return levels.length === 0 ? {} : { levels };
}

const written = (value: string | number | readonly Level[]): string =>
  typeof value === 'number' ? new Date(value).toISOString() : typeof value === 'string' ? value : value.join(',');

/** The filter of an address's query, and the pairs in it that are none of its. What it cannot read, it leaves out. */
export function readFilter(query: string): { readonly filter: Filter; readonly rest: readonly Pair[] } {
  let filter: Filter = {};
  const rest: Pair[] = [];
  for (const [name, value] of parseQuery(query)) {
    const field = fields.get(name);
    if (field) filter = { ...filter, ...readField(field, value) };
    else rest.push([name, value]);
  }
  return { filter, rest };
}

/** The filter as pairs for an address: `readFilter` reads it back. */
export function filterPairs(filter: Filter): readonly Pair[] {
  return (Object.keys(names) as (keyof Filter)[]).flatMap((field): readonly Pair[] => {
    const value = filter[field];
    return value === undefined || value === '' || (field === 'levels' && filter.levels?.length === 0)
      ? []
      : [[names[field], written(value)]];
  });
}

export const filterQuery = (filter: Filter): string => formatQuery(filterPairs(filter));

/** Asks nothing: all rows fit. */
export const isEmpty = (filter: Filter): boolean => filterPairs(filter).length === 0;

/** What a coder who works blind cannot ask: the answer would tell what was judged, or what others said. */
export function unjudged({ levels: _, fingerprint: _is, flock: _not, label: _asked, ...rest }: Filter): Filter {
  return rest;
}

/** The part that only a post can answer. */
const postFields = ['hashtag', 'page', 'fromMs', 'toMs', 'client', 'lang'] as const;
/** Does the filter ask something of posts? Then an account fits where one of its posts does. */
export const asksPosts = (filter: Filter): boolean => postFields.some((field) => filter[field] !== undefined);

/** The part that only an account can answer. */
const accountFields = ['levels', 'fingerprint', 'label', 'flock'] as const;
/** Does the filter ask something of accounts? Else a post is meant whoever wrote it. */
export const asksAccounts = (filter: Filter): boolean => accountFields.some((field) => filter[field] !== undefined);

/** As the card says it: verdicts are kept of accounts that stand in a flock; of others it is known without one. */
export const levelOf = ({ verdict, postsSeen }: Pick<AccountLine, 'verdict' | 'postsSeen'>): Level =>
  verdict?.level ?? (postsSeen >= ENOUGH_POSTS ? 'none' : 'not-enough-seen');

/** Does the part of the filter fit that only an account can answer? @param line where the log knows the account */
export function fitsAccountPart(filter: Filter, line: AccountLine | undefined): boolean {
  const { levels, fingerprint, label, flock } = filter;
  const has = line?.label?.value;
  return (
    (levels === undefined || levels.includes(line ? levelOf(line) : 'not-enough-seen')) &&
    (fingerprint === undefined || (line !== undefined && matching(line).includes(fingerprint))) &&
    (label === undefined ||
      (label === 'any' ? has !== undefined : label === 'none' ? has === undefined : has === label)) &&
    (flock === undefined || line?.flock === flock)
  );
}

/** Does the part of the filter fit that only a post can answer? */
export function fitsPostPart(filter: Filter, { post }: Pick<PostLine, 'post'>): boolean {
  const { hashtag, page, fromMs, toMs, client, lang } = filter;
  const tag = hashtag === undefined ? '' : foldHashtag(hashtag);
  return (
    (hashtag === undefined ||
      post.pages.includes(`hashtag:${tag}`) ||
      post.hashtags.some((one) => foldHashtag(one) === tag)) &&
    (page === undefined || post.pages.includes(page)) &&
    (fromMs === undefined || post.createdAtMs >= fromMs) &&
    (toMs === undefined || post.createdAtMs < toMs) &&
    (client === undefined || post.client === client) &&
    (lang === undefined || post.lang === lang)
  );
}

/** @param ids are found as a whole only: a year is part of many. */
function fitsText({ text }: Filter, texts: readonly (string | undefined)[], ids: readonly string[]): boolean {
  if (text === undefined) return true;
  const folded = texts.map((one) => searchable(one ?? ''));
  return fitsTerms(searchTerms(text), (term) => ids.includes(term) || folded.some((one) => one.includes(term)));
}

/** @param hasAuthor whether the post's account fits `fitsAccountPart`; asked only where `asksAccounts`. */
export const matchesPost = (
  filter: Filter,
  { post, authorHandle }: PostLine,
  hasAuthor: (accountId: string) => boolean,
): boolean =>
  (filter.account === undefined || post.authorId === filter.account) &&
  fitsPostPart(filter, { post }) &&
  (!asksAccounts(filter) || hasAuthor(post.authorId)) &&
  fitsText(filter, [[post.text, ...post.links].join('\n'), authorHandle], [post.id, post.authorId]);

/** @param hasPost whether one of the account's posts fits `fitsPostPart`; asked only where `asksPosts`. */
export const matchesAccount = (filter: Filter, line: AccountLine, hasPost: (accountId: string) => boolean): boolean =>
  (filter.account === undefined || line.account.id === filter.account) &&
  fitsAccountPart(filter, line) &&
  fitsText(filter, [accountWords(line.account), line.label?.note], [line.account.id]) &&
  (!asksPosts(filter) || hasPost(line.account.id));

/** What of an account is searched, beside its label's note. */
export const accountWords = (account: AccountRow): string =>
  [
    account.handle,
    account.name,
    account.bio,
    account.location,
    account.website,
    ...account.handles.map(({ handle }) => handle),
  ].join('\n');
