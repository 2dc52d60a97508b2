/**
 * An answer's body → accounts and posts. Pure: no clock, no DOM, and it throws on no input.
 * The answer is walked once; users and posts are read wherever they stand and joined afterwards, because X sends an author
 * in full only once per answer and names it by its id elsewhere.
 */
import { BODY_CAP } from '../../messages';
import type { Account, Capture, Post } from '../../model';
import type { Parsed, ParseResult } from '../site';
import { isByProtected, isDirectMessage, isEnvelope, isPromoted, looksLikePost, looksLikeUser } from './looks';
import { mergePosts, readPost } from './posts';
import { isNode, type Node } from './read';
import { isSame, mergeAccounts, readUser } from './users';
import { type Place, STOP, walk } from './walk';
import { deadEnds, envelopeKey, isTelling, mark, post } from './wire';

/** Said of an object to everything inside it. */
const PROMOTED = 1;
const PROMOTED_POST = 2;
const ENVELOPE = 4;

/** What one walk found, in order of first appearance. */
interface Finds {
  readonly users: Map<string, Account[]>;
  readonly posts: Map<string, Post[]>;
  /** Accounts that stand outside advertisements, or wrote a post that does. */
  readonly wanted: Set<string>;
  readonly hidden: Set<string>;
  promoted: number;
  unread: number;
}

function put<T>(map: Map<string, T[]>, id: string, value: T): void {
  const list = map.get(id);
  if (list) list.push(value);
  else map.set(id, [value]);
}

function takePost(finds: Finds, node: Node, isAd: boolean): void {
  if (isByProtected(node)) {
    const authorId = post.authorId(node);
    if (authorId !== undefined) finds.hidden.add(authorId);
    return;
  }
  if (isAd) return;
  const read = readPost(node);
  if (!read) {
    finds.unread += 1;
    return;
  }
  put(finds.posts, read.id, read);
}

function takeUser(finds: Finds, node: Node, isAd: boolean): void {
  const read = readUser(node);
  if (!read) {
    if (!isAd) finds.unread += 1;
    return;
  }
  const { account, isProtected } = read;
  const before = finds.users.get(account.id)?.at(-1);
  if (!before || !isSame(before, account)) put(finds.users, account.id, account);
  if (isProtected) finds.hidden.add(account.id);
  if (!isAd) finds.wanted.add(account.id);
}

function visit(finds: Finds, place: Place): number {
  const { node, inherited } = place;
  if (isDirectMessage(place)) return STOP;
  if (place.key !== 'result' && place.key !== envelopeKey && !isTelling(node)) return inherited & ~ENVELOPE;
  const isAd = (inherited & PROMOTED) !== 0 || isPromoted(node);
  let said = inherited & PROMOTED_POST;
  if (isAd) said |= PROMOTED;
  if (looksLikePost(place, (inherited & ENVELOPE) !== 0)) {
    if (isAd && said < PROMOTED_POST) {
      finds.promoted += 1;
      said |= PROMOTED_POST;
    }
    takePost(finds, node, isAd);
  } else if (looksLikeUser(place)) {
    takeUser(finds, node, isAd);
  }
  return isEnvelope(node) ? said | ENVELOPE : said;
}

function join(finds: Finds): Parsed {
  const posts = [...finds.posts.values()].map(mergePosts).filter(({ authorId }) => !finds.hidden.has(authorId));
  const ids = new Set([...finds.wanted, ...posts.map(({ authorId }) => authorId)]);
  const accounts = [...ids]
    .filter((id) => !finds.hidden.has(id))
    .map((id) => mergeAccounts(finds.users.get(id) ?? [{ id }]));
  return { accounts, posts, promoted: finds.promoted, protectedAccounts: finds.hidden.size, unread: finds.unread };
}

const no = (reason: Extract<ParseResult, { ok: false }>['reason']): ParseResult => ({ ok: false, reason });

function jsonOf(body: string): { readonly root: unknown } | undefined {
  try {
    return { root: JSON.parse(body) };
  } catch {
    // A cut or foreign body, or one nested deeper than the engine goes: counted as not readable by the caller.
    return undefined;
  }
}

/**
 * Reads all that an answer holds.
 * @returns the finds (perhaps none: a page can hold cursors only), or why the body is no answer at all
 */
export function parse({ body }: Pick<Capture, 'body'>): ParseResult {
  if (typeof body !== 'string') return no('not-json');
  if (body.length > BODY_CAP) return no('too-large');
  const json = jsonOf(body);
  return json ? parseRoot(json.root) : no('not-json');
}

/** The same of an answer, or a part of one, that is JSON no more: a line of an archive holds one post as X sent it. */
export function parseRoot(root: unknown): ParseResult {
  if (!isNode(root)) return no('not-a-timeline');
  const finds: Finds = {
    users: new Map(),
    posts: new Map(),
    wanted: new Set(),
    hidden: new Set(),
    promoted: 0,
    unread: 0,
  };
  if (walk(root, deadEnds, (place) => visit(finds, place))) finds.unread += 1;
  const parsed = join(finds);
  const isVoid = parsed.accounts.length + finds.promoted + finds.hidden.size + finds.unread === 0;
  const errors = mark.errors(root);
  if (isVoid && Array.isArray(errors) && errors.length > 0) return no('error-body');
  if (isVoid && !mark.data(root)) return no('not-a-timeline');
  return { ok: true, parsed };
}
