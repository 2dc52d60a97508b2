/**
 * What others' posts and profiles say of a forgotten account, taken out: who it was, not that somebody was answered. What the
 * engine sees of the others stays the same to the letter: mentions are no words of a text, a reply stays a reply, a link keeps
 * its host. An old-fashioned copy (`RT @name: …`) holds the forgotten one's own words, so they go.
 */
import type { Account, Post, PostId } from '../model';
import type { Parsed } from '../sites/site';
import type { Them } from './forgotten';

/** In place of a handle: longer than X's handles may be, so nobody's. */
export const NOBODY = 'forgotten_account';
/** In place of the id of a post: no post has it. */
export const NO_POST = '0';

const MENTION = /([@＠])(\w{1,20})/g;
const COPY = /^\s*RT [@＠](\w{1,20})/;

const redactText = (text: string, them: Them): string =>
  text.replace(MENTION, (all, at: string, handle: string) => (them.handle(handle) ? `${at}${NOBODY}` : all));

/** A link that names it, in its path or its query, keeps its host alone. */
function redactLink(link: string, them: Them): string {
  const parts = link.split(/[/?#=&@]/);
  const names = parts.some((part) =>
    /^\d{1,20}$/.test(part)
      ? them.account(part) || them.post(part) || them.handle(part)
      : /^\w{1,20}$/.test(part) && them.handle(part),
  );
  return names ? (/^[a-z]+:\/\/[^/?#]+/i.exec(link)?.[0] ?? '') : link;
}

/** What a researcher noted. */
export const redactNote = redactText;

/** The same object where nothing in it names them. */
export function redactPost<Some extends Post>(post: Some, them: Them): Some {
  const names = (id: string | undefined) => id !== undefined && them.post(id);
  const copied = COPY.exec(post.text)?.[1];
  const text = copied !== undefined && them.handle(copied) ? `RT @${NOBODY}:` : redactText(post.text, them);
  const links = post.links.map((link) => redactLink(link, them));
  const mentions = post.mentions.map((handle) => (them.handle(handle) ? NOBODY : handle));
  const { conversationId, replyTo } = post;
  const answers =
    replyTo && (names(replyTo.postId) || (replyTo.accountId !== undefined && them.account(replyTo.accountId)));
  const clean =
    text === post.text &&
    !answers &&
    ![post.quoteOf, post.repostOf, conversationId].some(names) &&
    links.every((link, i) => link === post.links[i]) &&
    mentions.every((handle, i) => handle === post.mentions[i]);
  if (clean) return post;
  return {
    ...post,
    text,
    links,
    mentions,
    ...(names(conversationId) ? { conversationId: NO_POST } : {}),
    ...(answers ? { replyTo: {} } : {}),
    ...(names(post.quoteOf) ? { quoteOf: NO_POST } : {}),
    ...(names(post.repostOf) ? { repostOf: NO_POST } : {}),
  };
}

/** Ids of other posts that a post names. */
export const namedPosts = ({ replyTo, quoteOf, repostOf, conversationId, links }: Post): readonly string[] => [
  ...[replyTo?.postId, quoteOf, repostOf, conversationId].filter((id) => id !== undefined),
  ...links.flatMap((link) => /\/status(?:es)?\/(\d{1,20})/.exec(link)?.[1] ?? []),
];

/** The same object where nothing in it names them. */
export function redactAccount<Some extends Account>(account: Some, them: Them): Some {
  const { bio, location, website } = account;
  const told = {
    ...(bio === undefined ? {} : { bio: redactText(bio, them) }),
    ...(location === undefined ? {} : { location: redactText(location, them) }),
    ...(website === undefined ? {} : { website: redactLink(website, them) }),
  };
  const clean = told.bio === bio && told.location === location && told.website === website;
  return clean ? account : { ...account, ...told };
}

/** The post that a page is about, if it is about one. */
export const postOfPage = (key: string): PostId | undefined => /^post:(.*)$/s.exec(key)?.[1];

/** The key of a page that is theirs, or a search for them, without their name. */
export function redactPageKey(key: string, them: Them): string {
  const [, kind = '', rest = ''] = /^(profile|post|search):(.*)$/s.exec(key) ?? [];
  if (kind === 'profile') return them.handle(rest) ? `profile:${NOBODY}` : key;
  if (kind === 'post') return them.post(rest) ? `post:${NO_POST}` : key;
  if (kind !== 'search') return key;
  return key.replace(/(@|\b(?:from|to):)(\w{1,20})/g, (all, by: string, name: string) =>
    them.handle(name) ? by + NOBODY : all,
  );
}

/**
 * What came in, without them: neither their profiles nor their posts, nor what the others' say of them.
 * @returns it with all that can be told of them now.
 */
export function withoutThem(parsed: Parsed, them: Them): { readonly parsed: Parsed; readonly them: Them } {
  const theirs = parsed.accounts.filter(({ id }) => them.account(id));
  const handles = new Set(theirs.flatMap(({ handle }) => handle?.toLowerCase() ?? []));
  const posts = new Set(parsed.posts.flatMap((post) => (them.account(post.authorId) ? post.id : [])));
  // What this very answer tells of them is known as well: a new handle, the post that is quoted beside it.
  const here: Them = {
    account: them.account,
    handle: (handle) => handles.has(handle.toLowerCase()) || them.handle(handle),
    post: (id) => posts.has(id) || them.post(id),
  };
  const { follows, ...rest } = parsed;
  const followed = follows && !here.account(follows.accountId) && follows;
  return {
    them: here,
    parsed: {
      ...rest,
      accounts: parsed.accounts.flatMap((one) => (here.account(one.id) ? [] : redactAccount(one, here))),
      posts: parsed.posts.flatMap((post) => (here.account(post.authorId) ? [] : redactPost(post, here))),
      ...(followed
        ? { follows: { ...followed, accountIds: followed.accountIds.filter((id) => !here.account(id)) } }
        : {}),
    },
  };
}
