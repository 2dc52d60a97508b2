/**
 * One row of a table, its cells named by our fields → account and post. What is not there stays unknown, with two exceptions that are
 * told: an author without an id is known by the handle, and a post without an id by author, time and text (`lib/made-ids.ts`).
 */
import { isMade, madeAccountId, madePostId } from '../made-ids';
import type { Account, Post } from '../model';
import { snowflakeMs } from '../sites/x/snowflake';
import { bioOf, clientOf, countOf, handleOf, nameOf, textOf, urlOf } from '../sites/x/values';
import type { Entry, ReadOptions, Remark } from './imported';
import { momentOf, readTime } from './times';

export const fields = [
  'postId',
  'url',
  'authorId',
  'handle',
  'name',
  'time',
  'wallTime',
  'text',
  'lang',
  'client',
  'links',
  'hashtags',
  'mentions',
  'conversationId',
  'replyToPost',
  'replyToAccount',
  'quoteOf',
  'repostOf',
  'pages',
  'createdAt',
  'followers',
  'following',
  'posts',
  'bio',
  'location',
  'avatarUrl',
] as const;
export type Field = (typeof fields)[number];
export type Row = { readonly [Name in Field]?: string };

/** Twitter's first post is of 21 March 2006. */
const FIRST_MS = Date.UTC(2006, 2, 21);
/** An id's own time and a written one may differ by a zone. */
const DAY_MS = 26 * 3_600_000;
const ID = /^\d{1,20}$/;
/** 1.23457E+18, and with a comma. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;
const STATUS = /(?:twitter|x)\.com\/(\w{1,20})\/status(?:es)?\/(\d{1,19})/i;
const HASHTAG = /[#＃]([\p{L}\p{M}\p{N}_\u200c\u200d]+)/gu;
const MENTION = /(?<![\w@])@(\w{1,20})/g;
const LINK = /https?:\/\/[^\s"'<>]+/gi;

type IdRead = { readonly id: string } | 'none' | 'bad' | 'rounded';

/** Spreadsheets are kept from rounding ids by an apostrophe or a letter; both come off again. */
export function readId(cell: string | undefined): IdRead {
  const text = cell?.trim().replace(/^['’]|^id[_:]?(?=\d)/i, '') ?? '';
  if (text === '' || /^(null|none|nan|na|n\/a|undefined)$/i.test(text)) return 'none';
  if (ID.test(text)) return { id: text };
  return ROUNDED.test(text) ? 'rounded' : 'bad';
}

const knownId = (cell: string | undefined): string | undefined => {
  const read = readId(cell);
  return typeof read === 'object' ? read.id : undefined;
};
const words = (cell: string | undefined): readonly string[] | undefined =>
  cell === undefined || cell.trim() === '' ? undefined : cell.split(/[\s,;|[\]"']+/).filter(Boolean);
const all = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? found[0])),
];
const count = (cell: string | undefined) => countOf(cell?.trim().replace(/[.,](?=\d{3}(?:\D|$))/g, ''));

interface Moment {
  readonly atMs: number;
  readonly remarks: readonly Remark[];
}

function timeOf(cell: string | undefined, { zone, dayFirst }: ReadOptions): Moment | undefined {
  const time = cell === undefined ? undefined : readTime(cell, dayFirst);
  if (!time) return undefined;
  if ('atMs' in time) return { atMs: time.atMs, remarks: [] };
  const order: readonly Remark[] = time.isOrderGuessed ? ['day-or-month'] : [];
  if (zone === undefined) return { atMs: time.wallMs, remarks: ['no-zone', ...order] };
  return { atMs: momentOf(time.wallMs, zone), remarks: order };
}

/** @param nowMs posts of later than a day after it are refused: a clock or a column is wrong */
export function readRow(row: Row, line: number, options: ReadOptions, nowMs: number): Entry {
  const refuse = (reason: Extract<Entry, { ok: false }>['reason']): Entry => ({ line, ok: false, reason });
  const [, urlHandle, urlId] = STATUS.exec(row.url ?? '') ?? [];
  const given = { post: readId(row.postId), author: readId(row.authorId) };
  if (given.post === 'rounded' || given.author === 'rounded') return refuse('rounded-id');
  if (given.post === 'bad' || given.author === 'bad') return refuse('bad-id');
  const handle =
    handleOf(row.handle?.trim().replace(/^@|^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\//, '')) ?? urlHandle;
  const authorId = given.author === 'none' ? handle && madeAccountId(handle) : given.author.id;
  if (authorId === undefined) return refuse('no-author');
  const knownPost = given.post === 'none' ? urlId : given.post.id;
  const repostOf = knownId(row.repostOf);
  if (row.text === undefined && repostOf === undefined) return refuse('no-post');
  const text = repostOf === undefined ? (textOf(row.text) ?? '') : '';

  const ownMs = knownPost === undefined || isMade(knownPost) ? undefined : snowflakeMs(knownPost);
  const written = timeOf(row.time, options) ?? timeOf(row.wallTime, options);
  const createdAtMs = ownMs ?? written?.atMs;
  if (createdAtMs === undefined) return refuse('no-time');
  if (createdAtMs < FIRST_MS || createdAtMs > nowMs + DAY_MS) return refuse('impossible-time');
  const differs = ownMs !== undefined && written !== undefined && Math.abs(ownMs - written.atMs) > DAY_MS;

  const remarks: readonly Remark[] = [
    ...(isMade(authorId) ? ['made-account' as const] : []),
    ...(knownPost === undefined ? ['made-post' as const] : []),
    ...(ownMs === undefined ? (written?.remarks ?? []) : []),
    ...(differs ? ['time-differs' as const] : []),
  ];
  const post = postOf(row, {
    id: knownPost ?? madePostId(authorId, createdAtMs, row.text ?? ''),
    authorId,
    createdAtMs,
    text,
    repostOf,
  });
  const account = accountOf(row, authorId, handle, options);
  const pages = row.pages?.split(/\s*;\s*/).filter(Boolean) ?? (options.pageKey === undefined ? [] : [options.pageKey]);
  const item = { kind: 'seen', accounts: [account], posts: [post], pages, atMs: createdAtMs } as const;
  return { line, ok: true, item, ...(remarks.length > 0 && { remarks }) };
}

type PostBase = Pick<Post, 'id' | 'authorId' | 'createdAtMs' | 'text'> & { readonly repostOf: string | undefined };

function postOf(row: Row, { repostOf, ...base }: PostBase): Post {
  const isRepost = repostOf !== undefined;
  const [lang, client] = [nameOf(row.lang?.trim()), clientOf(row.client)];
  const [conversationId, quoteOf] = [knownId(row.conversationId), knownId(row.quoteOf)];
  const [postId, accountId] = [knownId(row.replyToPost), knownId(row.replyToAccount)];
  const replyTo = { ...(postId !== undefined && { postId }), ...(accountId !== undefined && { accountId }) };
  return {
    ...base,
    ...(client !== undefined && { client }),
    ...(conversationId !== undefined && { conversationId }),
    ...(isRepost && { repostOf }),
    ...(!isRepost && lang !== undefined && { lang }),
    ...(!isRepost && (postId ?? accountId) !== undefined && { replyTo }),
    ...(!isRepost && quoteOf !== undefined && { quoteOf }),
    links: isRepost ? [] : (words(row.links)?.filter((link) => urlOf(link) !== undefined) ?? all(base.text, LINK)),
    hashtags: isRepost ? [] : (words(row.hashtags)?.map((tag) => tag.replace(/^[#＃]/, '')) ?? all(base.text, HASHTAG)),
    mentions: isRepost ? [] : (words(row.mentions)?.map((one) => one.replace(/^@/, '')) ?? all(base.text, MENTION)),
  };
}

function accountOf(row: Row, id: string, handle: string | undefined, options: ReadOptions): Account {
  const createdAtMs = timeOf(row.createdAt, options)?.atMs;
  const [name, avatarUrl] = [nameOf(row.name), urlOf(row.avatarUrl)];
  const [followers, following, posts] = [count(row.followers), count(row.following), count(row.posts)];
  const [bio, location] = [bioOf(row.bio), bioOf(row.location)];
  return {
    id,
    ...(handle !== undefined && { handle }),
    ...(name !== undefined && { name }),
    ...(createdAtMs !== undefined && createdAtMs >= FIRST_MS && { createdAtMs }),
    ...(followers !== undefined && { followers }),
    ...(following !== undefined && { following }),
    ...(posts !== undefined && { posts }),
    ...(bio !== undefined && { bio }),
    ...(avatarUrl !== undefined && { avatarUrl }),
    ...(location !== undefined && { location }),
  };
}
