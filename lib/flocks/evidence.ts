/**
 * What the engine keeps, as rows: small, bounded, and independent of the order in which posts came.
 * Samples are bottom-k: the k accounts of the smallest hash, so two samples merge exactly and nobody counts twice.
 */
import type { AccountId, PostId } from '../model';

/** Newest posts kept an account; more change no verdict. */
export const POSTS_KEPT = 128;
/** Accounts kept as a sample of a flock or of a page. */
export const SAMPLE_KEPT = 256;
/** Posts of a page whose words are kept, and newest posts of a flock. */
export const WORDED_KEPT = 64;
export const TURNS_KEPT = 48;

/**
 * Texts of one band with which a new one is compared: those of smallest key, a draw by hash. Where thousands have a band in
 * common, nearly all of them are of one template, and any few of these bring the new one into its group.
 */
export const COMPARED = 64;

/** One post as the engine remembers it. */
export interface SeenPost {
  readonly id: PostId;
  readonly atMs: number;
  /** Key of its text, where it is original and long enough to compare. */
  readonly text?: string;
  readonly client?: string;
  readonly kind: 'post' | 'reply' | 'thread' | 'repost';
  /** Host of its first link. */
  readonly domain?: string;
  /** Mentions or quotes somebody. */
  readonly talks?: true;
  /** Its hashtags, folded. */
  readonly tags?: readonly string[];
}

/** Row `evidence`: what an account was seen doing. */
export interface AccountEvidence {
  readonly id: AccountId;
  /** Newest first, at most `POSTS_KEPT`. */
  readonly posts: readonly SeenPost[];
  /** Posts seen, page by page. */
  readonly pages: Readonly<Record<string, number>>;
  /** Whom it follows, as far as a person opened that list: those of smallest hash. */
  readonly follows?: readonly AccountId[];
  readonly flock?: string;
  /** A flock one of whose texts it posted, without standing in it, or `shared`: no measure of what is usual. */
  readonly near?: string;
  /** Its posts that carry a text of the flock, as last counted there. */
  readonly flockPosts?: number;
  /** How it was last counted into its pages' tallies: by level, with `pages` as they stood then. */
  readonly tallied?: { readonly level: 'strong' | 'weak'; readonly pages: Readonly<Record<string, number>> };
}

/** Row `texts`: one distinct folded text. Near-same texts form a group under the row named by `root`. */
export interface TextRow {
  readonly key: string;
  readonly compact: string;
  readonly bands: readonly number[];
  /** Hashes of its words, to see what it is about. */
  readonly words?: readonly number[];
  readonly root: string;
  /** The rest holds for the root alone. Accounts that posted the text or one near-same. */
  readonly accounts: number;
  readonly first: AccountId;
  /** Distinct texts in the group. */
  readonly size: number;
  /** The flock whose pool it belongs to. */
  readonly flock?: string;
}

/** Row `links`: two shared texts that one account has posted both; a second account makes them a tie. */
export interface LinkRow {
  readonly key: string;
  readonly accountId: AccountId;
}

/** What a sample keeps of an account. */
export interface MemberTraits {
  readonly id: AccountId;
  readonly hash: number;
  readonly createdDay?: number;
  /** Posts with a known client, and the most frequent client among them. */
  readonly clientPosts: number;
  readonly client?: string;
  readonly clientShare?: number;
  readonly gaps: GapCounts;
  readonly posts: number;
  /** Posts with a link, and the most frequent host among them. */
  readonly linkPosts?: number;
  readonly domain?: string;
  readonly domainShare?: number;
  /** Posts that answer, mention, quote or repost somebody. */
  readonly social?: number;
  /** When its bursts began, newest last: sets of posts parted by silence. */
  readonly bursts?: readonly number[];
  /** Roots of the flock's texts in the order in which it posted them. */
  readonly order?: readonly string[];
  readonly profile?: ProfileTraits;
  /** The hashtag or search on which it was seen most. */
  readonly page?: string;
  /** The flock in which it stands, or one of whose texts it posted. */
  readonly flock?: string;
}

/** What a sample keeps of a profile. Absent is unknown. */
export interface ProfileTraits {
  readonly followers?: number;
  readonly following?: number;
  readonly posts?: number;
  /** Which parts are filled in, e.g. `bio banner`; absent where the site did not say of all of them. */
  readonly shape?: string;
  /** A sample of whom it follows, where a person opened that list. */
  readonly follows?: readonly AccountId[];
  /** The folded bio, where it is long enough to be somebody's own. */
  readonly bio?: string;
  /** Its bio says that a program writes. */
  readonly automated?: true;
  readonly handle?: 'name-and-digit' | 'default' | 'other';
}

/** The pauses between an account's consecutive posts, own threads and reposts left out. */
export interface GapCounts {
  readonly n: number;
  /** Of one second to `maxGapMs`. */
  readonly short: number;
  /** Longer than that, shorter than `silenceMs`. */
  readonly between: number;
  /** Sum and sum of squares of the short ones, in seconds. */
  readonly sum: number;
  readonly squares: number;
  /** All times stand on whole minutes: the clock is too coarse to say. */
  readonly coarse: boolean;
}

/** One post of a flock as its turn-taking needs it. */
export interface Turn {
  readonly id: PostId;
  readonly atMs: number;
  readonly accountId: AccountId;
  readonly handle: string;
}

/** The words of one post of a page's sample. */
export interface WordedPost {
  readonly hash: number;
  readonly accountId: AccountId;
  readonly flock?: string;
  readonly words: readonly number[];
}

/** Row `flocks`: accounts tied by repeated rare coincidence, and the pool of texts that ties them. */
export interface FlockRow {
  readonly id: string;
  /** Merged into that one; all else is then out of date. */
  readonly into?: string;
  readonly accounts: number;
  readonly posts: number;
  readonly texts: number;
  readonly sample: readonly MemberTraits[];
  /** Its newest posts, newest first. */
  readonly turns?: readonly Turn[];
  /** What its fingerprints said when its accounts were last judged; members wait while `pending`. */
  readonly signature: string;
  readonly pending: 0 | 1;
  /** Accounts judged so far in this round: the last id. */
  readonly cursor?: string;
}

export interface Tally {
  readonly accounts: number;
  readonly posts: number;
}

/** Row `pages`: what was seen on one page, and the sample that its flocks are held against. */
export interface PageRow {
  readonly key: string;
  readonly posts: number;
  readonly accounts: number;
  readonly strong: Tally;
  readonly weak: Tally;
  readonly sample: readonly MemberTraits[];
  /** Words of a sample of its posts, of smallest hash. */
  readonly words?: readonly WordedPost[];
  /** Time of the newest post: “the page's date”. */
  readonly newestMs: number;
}

/** Numeric order of ids of any length. */
export const byId = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
