/** What a file would bring into the log: counted over the whole of it before anything is stored. */
import type { Entry, FileReason, Refusal, Remark } from '../formats/imported';
import type { FormatId } from '../formats/readers';
import type { Account, Post } from '../model';
import { foldHashtag } from '../text/fold';
import { hash32 } from '../text/hash';
import { idTable } from './id-table';
import { isRounded, roundedIds } from './rounded-ids';

/** Refused records that are named by their line. */
const SHOWN = 20;
/** Hashtags that are counted, and shown. */
const TAGS_COUNTED = 50_000;
const TAGS_SHOWN = 5;

export interface RefusedLine {
  readonly line: number;
  readonly reason: Refusal;
}

export interface Preview {
  readonly format: FormatId;
  /** Why nothing of it can be taken. */
  readonly blocked?: FileReason;
  /** What was said with it, e.g. the columns found. */
  readonly detail?: string;
  readonly posts: number;
  readonly accounts: number;
  readonly labels: number;
  readonly sightings: number;
  readonly dismissals: number;
  /** Copies of a post beyond the first, and those among them that say something else. */
  readonly duplicates: number;
  readonly disagreeing: number;
  /** Of the oldest and the newest post. */
  readonly fromMs?: number;
  readonly toMs?: number;
  readonly hashtags: readonly { readonly tag: string; readonly posts: number }[];
  /** Posts of which the file says no page, and the page that is meant where a hashtag is in most of them. */
  readonly withoutPage: number;
  readonly likelyPage?: string;
  /** Posts without the app that sent them; accounts without the day they joined. */
  readonly withoutClient: number;
  readonly withoutCreatedAt: number;
  readonly minuteTimes: boolean;
  readonly remarks: Readonly<Partial<Record<Remark, number>>>;
  readonly refused: number;
  readonly refusals: Readonly<Partial<Record<Refusal, number>>>;
  readonly firstRefused: readonly RefusedLine[];
  /** Digits that rounded ids of posts or authors have left; the importer leaves those records out. */
  readonly roundedPosts?: number;
  readonly roundedAuthors?: number;
  /** Already in the log: nothing of theirs is lost. */
  readonly knownPosts: number;
  readonly knownAccounts: number;
}

const CREATED = 2;

export interface Counting {
  /** @returns ids of posts and accounts that this entry names for the first time */
  add(entry: Entry): { readonly posts: readonly string[]; readonly accounts: readonly string[] };
  known(posts: number, accounts: number): void;
  result(): Preview;
}

const count = <Key extends string>(counts: Partial<Record<Key, number>>, key: Key) => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** What a post says, without what differs from copy to copy although nobody changed it. */
const contentOf = ({ authorId, text, repostOf, createdAtMs }: Post): number =>
  (hash32([authorId, Math.floor(createdAtMs / 1000), repostOf ?? text].join(' ')) >>> 1) | 1;

export function countPreview(format: FormatId): Counting {
  const [posts, people] = [idTable(1 << 16), idTable(1 << 14)];
  const [rounded, roundedAuthors] = [roundedIds(), roundedIds()];
  const remarks: Partial<Record<Remark, number>> = {};
  const refusals: Partial<Record<Refusal, number>> = {};
  const firstRefused: RefusedLine[] = [];
  const likelyRounded: { readonly line: number; readonly post: string; readonly author: string }[] = [];
  const tags = new Map<string, number>();
  const sums = {
    labels: 0,
    sightings: 0,
    dismissals: 0,
    duplicates: 0,
    disagreeing: 0,
    withoutPage: 0,
    withoutClient: 0,
  };
  let [refused, dated, fromMs, toMs, minutes] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  let [knownPosts, knownAccounts] = [0, 0];
  let fresh: { readonly posts: string[]; readonly accounts: string[] } = { posts: [], accounts: [] };

  function takePost(post: Post, pages: readonly string[], line: number): void {
    const content = contentOf(post);
    const before = posts.put(post.id, content);
    rounded.add(post.id);
    roundedAuthors.add(post.authorId);
    if (/0{1,}$/.test(post.id) && likelyRounded.length < 10_000)
      likelyRounded.push({ line, post: post.id, author: post.authorId });
    if (before !== undefined) {
      sums.duplicates++;
      if (before !== content) sums.disagreeing++;
      return;
    }
    fresh.posts.push(post.id);
    if (pages.length === 0) sums.withoutPage++;
    if (post.client === undefined && post.repostOf === undefined) sums.withoutClient++;
    fromMs = Math.min(fromMs, post.createdAtMs);
    toMs = Math.max(toMs, post.createdAtMs);
    if (post.createdAtMs % 60_000 !== 0) minutes = false;
    for (const tag of new Set(post.hashtags.map(foldHashtag))) {
      if (tags.has(tag) || tags.size < TAGS_COUNTED) tags.set(tag, (tags.get(tag) ?? 0) + 1);
    }
  }
  function takeAccount({ id, createdAtMs }: Pick<Account, 'id' | 'createdAtMs'>): void {
    const now = createdAtMs === undefined ? 1 : CREATED;
    const before = people.put(id, now);
    if (before === undefined) fresh.accounts.push(id);
    if (before === CREATED && now !== CREATED) people.put(id, CREATED);
    else if (now === CREATED && before !== CREATED) dated++;
  }
  function refuse(line: number, reason: Refusal): void {
    refused++;
    count(refusals, reason);
    if (firstRefused.length < SHOWN) firstRefused.push({ line, reason });
  }
  function takeOne(entry: Entry): void {
    for (const remark of entry.remarks ?? []) count(remarks, remark);
    if (entry.ok === 'passed-by') return;
    if (!entry.ok) {
      refuse(entry.line, entry.reason);
      return;
    }
    const { item } = entry;
    if (item.kind === 'seen') {
      for (const account of item.accounts) takeAccount(account);
      for (const post of item.posts) {
        takePost(post, item.pages, entry.line);
        takeAccount({ id: post.authorId });
      }
    } else if (item.kind === 'account') takeAccount(item.account);
    else if (item.kind === 'label') sums.labels++;
    else if (item.kind === 'sighting') sums.sightings++;
    else if (item.kind === 'dismissal') sums.dismissals++;
  }

  return {
    add(entry) {
      fresh = { posts: [], accounts: [] };
      takeOne(entry);
      return fresh;
    },
    known(morePosts, moreAccounts) {
      knownPosts += morePosts;
      knownAccounts += moreAccounts;
    },
    result() {
      const [byPost, byAuthor] = [rounded.verdict(), roundedAuthors.verdict()];
      const isOff = (one: (typeof likelyRounded)[number]) =>
        (byPost !== undefined && isRounded(one.post, byPost.kept)) ||
        (byAuthor !== undefined && isRounded(one.author, byAuthor.kept));
      if (byPost ?? byAuthor) for (const one of likelyRounded.filter(isOff)) refuse(one.line, 'rounded-id');
      const isMostly = Math.max(byPost?.share ?? 0, byAuthor?.share ?? 0) > 0.5;
      const most = [...tags].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, TAGS_SHOWN);
      const common = most[0] && most[0][1] * 2 > posts.size ? `hashtag:${most[0][0]}` : undefined;
      const nothing = posts.size + people.size + sums.labels === 0;
      const allRounded = nothing && (refusals['rounded-id'] ?? 0) > 0;
      const blocked = isMostly || allRounded ? 'rounded-ids' : nothing ? 'nothing-in-it' : undefined;
      return {
        format,
        ...(blocked && { blocked }),
        ...sums,
        posts: posts.size,
        accounts: people.size,
        ...(posts.size > 0 && { fromMs, toMs }),
        hashtags: most.map(([tag, n]) => ({ tag, posts: n })),
        ...(common !== undefined && { likelyPage: common }),
        withoutCreatedAt: people.size - dated,
        minuteTimes: posts.size > 1 && minutes,
        remarks,
        refused,
        refusals,
        firstRefused: firstRefused.toSorted((a, b) => a.line - b.line),
        ...(byPost && { roundedPosts: byPost.kept }),
        ...(byAuthor && { roundedAuthors: byAuthor.kept }),
        knownPosts,
        knownAccounts,
      };
    },
  };
}
