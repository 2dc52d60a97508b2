/** What new posts teach: evidence by account, texts in their groups, flocks, and the page's sample. */

import type { PostRow } from '../log';
import type { AccountId, Post, PostId } from '../model';
import type { Settings } from '../settings';
import { foldHashtag } from '../text/fold';
import { hash32 } from '../text/hash';
import { wordHashes } from '../text/words';
import type { Unit } from '../unit';
import {
  type AccountEvidence,
  byId,
  type MemberTraits,
  type PageRow,
  POSTS_KEPT,
  type SeenPost,
  WORDED_KEPT,
  type WordedPost,
} from './evidence';
import { settle } from './settle';
import { addTexts, hasRoot, rootsOf, uniteNear, type Worded } from './texts';
import { isSampled, sampled, traitsOf } from './traits';

export interface Lesson {
  readonly pageKey: string;
  /** Never seen before, on any page; with the key of their text. */
  readonly fresh: readonly PostRow[];
  /** Their texts, folded when they were keyed, by id of the post: folding costs more than all else here. */
  readonly texts: ReadonlyMap<PostId, Worded>;
  /** Never seen before on this page: the fresh ones and those known from elsewhere. */
  readonly freshHere: readonly Post[];
  /** Accounts of which more is known now than before. */
  readonly informed: readonly AccountId[];
}

/** More are a list of tags, not a conversation's. */
const TAGS_KEPT = 4;

/** Accounts kept of a following list: enough for a core of five to show. */
const FOLLOWS_KEPT = 50;

/** Pages whose sample follows what an account does elsewhere. */
const PAGES_SAMPLED = 4;

const emptyPage = (key: string): PageRow => ({
  key,
  posts: 0,
  accounts: 0,
  strong: { accounts: 0, posts: 0 },
  weak: { accounts: 0, posts: 0 },
  sample: [],
  newestMs: 0,
});

function seenPost(post: PostRow): SeenPost {
  const own = post.replyTo?.accountId === post.authorId;
  const kind = post.repostOf !== undefined ? 'repost' : own ? 'thread' : post.replyTo ? 'reply' : 'post';
  return {
    id: post.id,
    atMs: post.createdAtMs,
    kind,
    ...(post.textKey === undefined ? {} : { text: post.textKey }),
    ...(post.client === undefined || kind === 'repost' ? {} : { client: post.client }),
    ...(kind === 'repost' ? {} : linkOf(post)),
    ...(post.mentions.length > 0 || post.quoteOf !== undefined ? { talks: true } : {}),
    ...(post.hashtags.length === 0 ? {} : { tags: post.hashtags.slice(0, TAGS_KEPT).map(foldHashtag) }),
  };
}

/** Host of the first link, without `www.`. */
function linkOf(post: Post): { readonly domain?: string } {
  const host = post.links.map((link) => /^https?:\/\/(?:www\.)?([^/?#:\s]{1,100})/i.exec(link)?.[1]).find(Boolean);
  return host === undefined ? {} : { domain: host.toLowerCase() };
}

/** @returns the accounts whose verdict may be another now. */
export async function learn(unit: Unit, lesson: Lesson, settings: Settings): Promise<readonly AccountId[]> {
  const { pageKey, fresh, freshHere, texts, informed } = lesson;
  const authors = [...new Set([...freshHere.map((post) => post.authorId), ...informed])].toSorted(byId);
  await unit.getMany('evidence', authors);
  const newTexts = await addTexts(
    unit,
    fresh.flatMap(({ id }) => texts.get(id) ?? []),
  );
  const concerned = new Set<AccountId>(authors);
  for (const post of fresh) {
    const becameShared = await remember(unit, post);
    if (becameShared !== undefined) concerned.add(becameShared);
  }
  for (const id of await uniteNear(unit, newTexts, settings)) concerned.add(id);
  await countPage(unit, pageKey, freshHere);
  await settle(unit, concerned, settings);
  await samplePages(unit, pageKey, authors, settings);
  return [...concerned];
}

/** Adds to whom an account is seen to follow; of a long list a sample stays, the same one whatever part came first. */
export async function rememberFollows(unit: Unit, id: AccountId, followed: readonly AccountId[]): Promise<void> {
  const evidence = await evidenceOf(unit, id);
  const all = [...new Set([...(evidence.follows ?? []), ...followed])];
  const follows = all.toSorted((a, b) => hash32(a) - hash32(b) || byId(a, b)).slice(0, FOLLOWS_KEPT);
  unit.put('evidence', { ...evidence, follows });
}

/** What is told of posts known before goes into what their accounts are remembered by. */
export async function amend(unit: Unit, posts: readonly PostRow[]): Promise<void> {
  await unit.getMany(
    'evidence',
    posts.map((post) => post.authorId),
  );
  for (const post of posts) {
    const evidence = await unit.get('evidence', post.authorId);
    if (!evidence?.posts.some(({ id }) => id === post.id)) continue;
    const now = evidence.posts.map((one) => (one.id === post.id ? seenPost(post) : one));
    unit.put('evidence', { ...evidence, posts: now });
  }
}

/** Adds one post to its account. @returns the first author of a text that is shared from now on. */
async function remember(unit: Unit, post: PostRow): Promise<AccountId | undefined> {
  let first: AccountId | undefined;
  if (post.textKey !== undefined) {
    const [root] = await rootsOf(unit, [post.textKey]);
    if (root && !(await hasRoot(unit, post.authorId, root))) {
      unit.put('texts', { ...root, accounts: root.accounts + 1 });
      if (root.accounts === 1) first = root.first;
    }
  }
  const evidence = await evidenceOf(unit, post.authorId);
  const posts = [...evidence.posts, seenPost(post)].toSorted((a, b) => byId(b.id, a.id)).slice(0, POSTS_KEPT);
  unit.put('evidence', { ...evidence, posts });
  return first;
}

async function evidenceOf(unit: Unit, id: AccountId): Promise<AccountEvidence> {
  return (await unit.get('evidence', id)) ?? { id, posts: [], pages: {} };
}

async function countPage(unit: Unit, key: string, posts: readonly Post[]): Promise<void> {
  const page = (await unit.get('pages', key)) ?? emptyPage(key);
  let [accounts, words] = [page.accounts, page.words ?? []];
  for (const post of posts) {
    const evidence = await evidenceOf(unit, post.authorId);
    const before = evidence.pages[key] ?? 0;
    if (before === 0) accounts++;
    words = wordedSample(words, post, evidence.flock ?? evidence.near);
    unit.put('evidence', { ...evidence, pages: { ...evidence.pages, [key]: before + 1 } });
  }
  const newestMs = posts.reduce((newest, post) => Math.max(newest, post.createdAtMs), page.newestMs);
  unit.put('pages', { ...page, posts: page.posts + posts.length, accounts, newestMs, words });
}

/** A bottom-k sample of posts with their words; marked with the author's flock when that is known. */
function wordedSample(sample: readonly WordedPost[], post: Post, flock: string | undefined): readonly WordedPost[] {
  const hash = hash32(post.id);
  if (post.repostOf !== undefined || (sample.length >= WORDED_KEPT && hash > sample.at(-1)!.hash)) return sample;
  const words = wordHashes(post.text);
  if (words.length === 0) return sample;
  return [...sample, { hash, accountId: post.authorId, words, ...(flock === undefined ? {} : { flock }) }]
    .toSorted((a, b) => a.hash - b.hash)
    .slice(0, WORDED_KEPT);
}

/** Brings the samples up to date: that of this page, and of the others on which the accounts were seen most. */
async function samplePages(unit: Unit, key: string, authors: readonly AccountId[], settings: Settings): Promise<void> {
  const [evidence, accounts] = [await unit.getMany('evidence', authors), await unit.getMany('accounts', authors)];
  for (const [i, one] of evidence.entries()) {
    if (!one) continue;
    const hash = hash32(one.id);
    /** Figured out where a sample keeps it: most samples are full. */
    let traits: MemberTraits | undefined;
    const often = Object.entries(one.pages).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const keys = new Set([...(one.pages[key] ? [key] : []), ...often.slice(0, PAGES_SAMPLED).map(([name]) => name)]);
    for (const page of await unit.getMany('pages', [...keys])) {
      if (!page || !isSampled(page.sample, hash)) continue;
      traits ??= traitsOf(one, accounts[i], one.posts, settings);
      const sample = sampled(page.sample, traits);
      if (sample !== page.sample) unit.put('pages', { ...page, sample });
    }
  }
}
