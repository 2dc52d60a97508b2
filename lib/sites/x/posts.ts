/** Reading a post, and making one post of several copies. */
import type { Post } from '../../model';
import type { Node, Read } from './read';
import { snowflakeMs } from './snowflake';
import { card, entity, post } from './wire';

const distinct = (values: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];
const each = (nodes: readonly Node[], read: Read<string>): readonly string[] => distinct(nodes.map(read));

/** The address that a post's link preview points at, which often is also among its links, under its short form. */
function cardUrl(node: Node): string | undefined {
  const preview = post.card(node);
  if (!preview) return undefined;
  const named = card.values(preview).find((value) => card.key(value) === 'card_url');
  return (named && card.url(named)) ?? card.id(preview);
}

/** Expanded addresses of a post; media are not among them. */
function linksOf(node: Node): readonly string[] {
  const urls = post.urls(node);
  const shown = cardUrl(node);
  if (urls.length === 0 && shown === undefined) return [];
  // A film's preview has the film's own address (2026).
  const isKnown = [...urls, ...post.media(node)].some((link) => entity.shortUrl(link) === shown);
  return distinct([...urls.map(entity.expandedUrl), isKnown ? undefined : shown]);
}

/**
 * Reads a post's node. The time is the id's own; only ids of before November 2010 take the date that is written.
 * A repost keeps who, when, with what and of which post; its text is another's and stands with that one.
 * @returns undefined when id, author, time, text or, in a repost, the original's id cannot be read
 */
export function readPost(node: Node): Post | undefined {
  const id = post.id(node);
  const authorId = post.authorId(node);
  if (id === undefined || authorId === undefined) return undefined;
  const createdAtMs = snowflakeMs(id) ?? post.createdAtMs(node);
  if (createdAtMs === undefined) return undefined;
  const client = post.client(node);
  const conversationId = post.conversationId(node);
  const common = {
    id,
    authorId,
    createdAtMs,
    ...(client !== undefined && { client }),
    ...(conversationId !== undefined && { conversationId }),
  };
  const repostOf = post.repostId(node);
  if (repostOf !== undefined) return { ...common, text: '', repostOf, links: [], hashtags: [], mentions: [] };
  const text = post.longText(node) || post.text(node);
  // A repost of a post that is gone: its words are still another's.
  if (text === undefined || post.repost(node)) return undefined;
  const lang = post.lang(node);
  const replyTo = replyOf(node);
  const quoteOf = post.quoteId(node);
  return {
    ...common,
    text,
    ...(lang !== undefined && { lang }),
    ...(replyTo && { replyTo }),
    ...(quoteOf !== undefined && { quoteOf }),
    links: linksOf(node),
    hashtags: each(post.hashtags(node), entity.hashtag),
    mentions: each(post.mentions(node), entity.handle),
  };
}

function replyOf(node: Node): Post['replyTo'] {
  const postId = post.replyToPost(node);
  const accountId = post.replyToAccount(node);
  if (postId === undefined && accountId === undefined) return undefined;
  return { ...(postId !== undefined && { postId }), ...(accountId !== undefined && { accountId }) };
}

/** A repost first, then the longer text, then more fields; then any fixed order, so that no order of arrival matters. */
function fuller(a: Post, b: Post): number {
  const asRepost = Number(b.repostOf !== undefined) - Number(a.repostOf !== undefined);
  if (asRepost !== 0) return asRepost;
  if (a.text.length !== b.text.length) return b.text.length - a.text.length;
  const byFields = Object.keys(b).length - Object.keys(a).length;
  if (byFields !== 0) return byFields;
  const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
  return textA < textB ? 1 : textA > textB ? -1 : 0;
}

/**
 * One post of several copies (in the list, in a quote, cut or in full).
 * @param copies of one id, at least one, in any order
 */
export function mergePosts(copies: readonly Post[]): Post {
  const [only, second] = copies;
  if (only && !second) return only;
  const [fullest, ...rest] = copies.toSorted(fuller);
  if (!fullest) throw new RangeError('No copy to merge');
  // The fullest is laid on last, so that its fields stand.
  const merged: Post = Object.assign({}, ...rest.toReversed(), fullest);
  if (fullest.repostOf !== undefined) {
    const { quoteOf: _quote, replyTo: _reply, lang: _lang, ...own } = merged;
    return own;
  }
  const union = (list: (post: Post) => readonly string[]) => distinct([fullest, ...rest].flatMap(list));
  return {
    ...merged,
    links: union((copy) => copy.links),
    hashtags: union((copy) => copy.hashtags),
    mentions: union((copy) => copy.mentions),
  };
}
