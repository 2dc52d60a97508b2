/**
 * The words of Flockmark as types: the same from type to table to screen.
 *
 * Three conventions hold everywhere:
 * - an absent field is *unknown*; it is never replaced by 0, '' or false;
 * - ids are strings of digits (X's exceed 2^53);
 * - a time's name says its unit (`…Ms` is milliseconds since 1970, UTC).
 */

import type { Said } from './sentences/said';

export type AccountId = string;
export type PostId = string;

/** One response body that the page received. Never headers or cookies. */
export interface Capture {
  readonly url: string;
  /** Address of the page at that moment: which hashtag, which tab. */
  readonly pageUrl: string;
  readonly capturedAtMs: number;
  readonly body: string;
}

/** What is known of an account. Merged by field: a poorer copy never erases a fuller one. */
export interface Account {
  readonly id: AccountId;
  readonly handle?: string;
  readonly name?: string;
  readonly createdAtMs?: number;
  readonly followers?: number;
  readonly following?: number;
  readonly posts?: number;
  readonly media?: number;
  readonly likes?: number;
  readonly bio?: string;
  readonly avatarUrl?: string;
  readonly defaultAvatar?: boolean;
  /** '' is the site saying that there is none. */
  readonly bannerUrl?: string;
  readonly location?: string;
  readonly website?: string;
  readonly verified?: boolean;
  /** Country or region the site itself shows under “About this account”, when a person opened it. */
  readonly basedIn?: string;
}

/** One post. A repost has `repostOf` and no text of its own. */
export interface Post {
  readonly id: PostId;
  readonly authorId: AccountId;
  readonly createdAtMs: number;
  /** As written, in full, never translated. */
  readonly text: string;
  readonly lang?: string;
  /** Name of the app that sent it, e.g. “TweetDeck”. */
  readonly client?: string;
  readonly conversationId?: PostId;
  readonly replyTo?: { readonly postId?: PostId; readonly accountId?: AccountId };
  readonly quoteOf?: PostId;
  readonly repostOf?: PostId;
  /** Expanded addresses, media left out. */
  readonly links: readonly string[];
  readonly hashtags: readonly string[];
  readonly mentions: readonly string[];
}

export type PageKind = 'hashtag' | 'search' | 'home' | 'profile' | 'post' | 'list' | 'other';
export type Tab = 'top' | 'latest' | 'people' | 'media' | 'lists' | 'none';

/** Where posts were seen. `key` names it in the log: `hashtag:egypt`, `search:egypt loan`, `home`. */
export interface Page {
  readonly key: string;
  readonly kind: PageKind;
  readonly tab: Tab;
  /** The hashtag or query as a person reads it, without `#`. */
  readonly title: string;
}

/**
 * The row of the log: these posts were loaded, or later really seen on the screen, on this page at this time. One per
 * capture, posts packed.
 */
export interface Sighting {
  /** The same capture always has the same key. */
  readonly key: string;
  readonly how: 'loaded' | 'seen';
  readonly pageKey: string;
  readonly tab: Tab;
  readonly atMs: number;
  readonly postIds: readonly PostId[];
}

export type Outcome = 'match' | 'no-match' | 'not-enough-seen';
/** What a profile has, or has not. */
export type ProfilePart = 'bio' | 'banner' | 'no-picture';

/** text, cadence, dates and cohort, everything else. */
export type Family = 'text' | 'cadence' | 'dates' | 'else';

/** What one fingerprint says of one account. */
export interface Finding {
  readonly fingerprint: string;
  readonly version: number;
  readonly family: Family;
  readonly outcome: Outcome;
  /** `own`: the account's own posts show it. `flock`: only its flock does, and the account fits. */
  readonly scope: 'own' | 'flock';
  readonly observed?: number;
  readonly threshold?: number;
  readonly n?: number;
  /** The same figure among the page's other accounts. */
  readonly baseline?: number;
  readonly p?: number;
  /** One sentence, true of the figures: `sentences/` has its words. */
  readonly said?: Said;
  /** The sentence itself, in English: of findings that an earlier version kept, which have no `said`. */
  readonly sentence?: string;
  /** Set where it is not only no match, but speaks for the account. */
  readonly against?: true;
  /** Posts that prove it, a few. */
  readonly postIds: readonly PostId[];
}

export type Level = 'strong' | 'weak' | 'none' | 'not-enough-seen';

/** An account's findings judged together: what the badge shows and the log keeps. */
export interface Verdict {
  readonly accountId: AccountId;
  readonly level: Level;
  readonly findings: readonly Finding[];
  readonly flockId?: string;
  readonly flockSize?: number;
  /** What speaks against, beside the findings that do not match. An earlier version kept English sentences, theirs among them. */
  readonly counterEvidence: readonly (Said | string)[];
  /** Kept by an earlier version only: the sentences of the findings that did not see enough. */
  readonly unknowns?: readonly string[];
  readonly engineVersion: number;
  readonly settingsVersion: number;
}

/** What a person said of an account. Held by the account's id, so that it stays when the account is renamed. */
export interface Label {
  readonly id: string;
  readonly accountId: AccountId;
  /** Key of a label of the codebook. */
  readonly value: string;
  readonly note: string;
  readonly coder: string;
  readonly atMs: number;
  /** The post that prompted it. */
  readonly postId?: PostId;
  /** Taken back then. The row stays, and counts no more. */
  readonly retractedAtMs?: number;
}
