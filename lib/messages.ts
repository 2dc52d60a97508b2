/**
 * The protocol between the worlds of the extension, checked at the border.
 * A content script lives inside the page's process, so what it sends is data from outside.
 * The channel from the page's own world to the content script is `TapMessage`.
 */
import * as v from 'valibot';
import { BODY_CAP, URL_CAP } from './border';
import type { Removed } from './care/old-rows';
import type { RetentionReport } from './care/retention';
import { LabelKey } from './codebook';
import type { HealthReport } from './health';
import type { Account, Finding, Label, Level, Page, Post, Verdict } from './model';

export { BODY_CAP };

const Id = v.pipe(v.string(), v.regex(/^\d{1,20}$/));
const Handle = v.pipe(v.string(), v.regex(/^\w{1,20}$/));
const Url = v.pipe(v.string(), v.maxLength(URL_CAP));
const TimeMs = v.pipe(v.number(), v.finite());
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Page's world → content script, over a private MessagePort. `tooLarge` carries only the length. */
export const TapMessage = v.variant('kind', [
  v.strictObject({ kind: v.literal('body'), url: Url, body: v.pipe(v.string(), v.maxLength(BODY_CAP)) }),
  v.strictObject({ kind: v.literal('too-large'), url: Url, length: Count }),
  v.strictObject({ kind: v.literal('unreadable'), url: Url }),
]);
export type TapMessage = v.InferOutput<typeof TapMessage>;

export const CaptureMessage = v.strictObject({
  url: Url,
  pageUrl: Url,
  capturedAtMs: TimeMs,
  body: v.pipe(v.string(), v.maxLength(BODY_CAP)),
});

export const HandlesMessage = v.strictObject({ handles: v.pipe(v.array(Handle), v.maxLength(500)) });
export const HandleMessage = v.strictObject({ handle: Handle });
export const PageMessage = v.strictObject({ pageUrl: Url });
export const SeenMessage = v.strictObject({
  pageUrl: Url,
  atMs: TimeMs,
  postIds: v.pipe(v.array(Id), v.maxLength(500)),
});
export const LabelMessage = v.strictObject({
  handle: Handle,
  value: LabelKey,
  note: v.optional(v.pipe(v.string(), v.maxLength(10_000)), ''),
  atMs: TimeMs,
  postId: v.optional(Id),
});
/** Without `id`: the last label given here. */
export const RetractMessage = v.strictObject({ id: v.optional(v.pipe(v.string(), v.maxLength(100))), atMs: TimeMs });
export const DismissMessage = v.strictObject({ handle: Handle, dismissed: v.boolean(), atMs: TimeMs });
/** What the content script counts and only it can know. Figures are increments, but for the anchors, which are now. */
export const ObservedMessage = v.strictObject({
  pageUrl: Url,
  atMs: TimeMs,
  tooLarge: Count,
  unreadable: Count,
  undelivered: Count,
  rejected: Count,
  articles: Count,
  anchors: Count,
});

/** The background's answer to a capture: it is on disk, or why it never will be. */
export type Receipt =
  | { readonly ok: true; readonly posts: number; readonly newPosts: number }
  | { readonly ok: false; readonly reason: 'unread' | 'off' | 'disk-full' | 'malformed'; readonly retry: boolean };

/** A label as it is kept; with a handle instead of an account's id where the log does not know the account yet. */
export type LabelReceipt = Label | (Omit<Label, 'accountId'> & { readonly handle: string });

/** The label that was taken back, and whose it was, where that is known. */
export interface Retracted {
  readonly value: string;
  readonly handle?: string;
}

/** All that a badge needs. `none` and `not-enough-seen` show no badge; a label shows all the same. */
export interface BadgeView {
  readonly handle: string;
  readonly accountId: string;
  readonly level: Level;
  readonly flockSize?: number;
  readonly dismissed: boolean;
  readonly label?: Label;
  /** Level, flock, findings and dismissal are withheld; the label is the coder's own. */
  readonly blind?: true;
}

export interface CardView extends BadgeView {
  readonly account: Account;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** Posts that the findings name, newest first. */
  readonly provingPosts: readonly Post[];
  readonly postsSeen: number;
}

/** The strip's figures: of all posts and accounts seen on this page so far. */
export interface PageSummary {
  readonly page: Page;
  readonly posts: number;
  readonly accounts: number;
  readonly strong: number;
  readonly weak: number;
  /** Posts of badged accounts (strong and weak, not dismissed). */
  readonly matchingPosts: number;
  /** matchingPosts / posts, 0…1; absent while too few posts were seen to say. */
  readonly share?: number;
  /** Figures of what matches are withheld. */
  readonly blind?: true;
}

/** An account by its id, or by the handle that the log knows now. */
export const ForgetMessage = v.union([v.strictObject({ accountId: Id }), v.strictObject({ handle: Handle })]);
export const AccountMessage = v.strictObject({ accountId: Id });
/** `days`: what is older. `atMs`: now. */
export const RetentionMessage = v.strictObject({
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500)),
  atMs: TimeMs,
});

/** What is in the log, and what is being done to it. */
export interface CareStatus {
  readonly posts: number;
  readonly accounts: number;
  readonly sightings: number;
  readonly labels: number;
  /** Accounts kept out. */
  readonly forgotten: number;
  /** Of them, those whose traces are still being removed. */
  readonly forgetting: number;
  /** While the engine's rows are made anew: posts done. */
  readonly rebuild?: { readonly learned: number };
  /** What is old is being deleted. */
  readonly retaining: boolean;
  readonly lastRetention?: RetentionReport;
}

/** Content script and pages → background. */
export interface Protocol {
  capture(message: v.InferInput<typeof CaptureMessage>): Receipt;
  badges(message: v.InferInput<typeof HandlesMessage>): readonly BadgeView[];
  card(message: v.InferInput<typeof HandleMessage>): CardView | undefined;
  summary(message: v.InferInput<typeof PageMessage>): PageSummary;
  seen(message: v.InferInput<typeof SeenMessage>): void;
  /** Rejects where it is not stored. */
  label(message: v.InferInput<typeof LabelMessage>): LabelReceipt;
  retract(message: v.InferInput<typeof RetractMessage>): Retracted | undefined;
  dismiss(message: v.InferInput<typeof DismissMessage>): void;
  observed(message: v.InferInput<typeof ObservedMessage>): void;
  health(): HealthReport;
  /** Opens the options page, which a page of X cannot. */
  openOptions(): void;
  /** Opens all that the log knows of an account, in a tab of its own. */
  openAccount(message: v.InferInput<typeof AccountMessage>): void;
  // The rest is for the extension's own pages alone; a content script is refused.
  /** `unknown`: no account of the log has this handle. */
  forget(message: v.InferInput<typeof ForgetMessage>): 'begun' | 'unknown';
  care(): CareStatus;
  previewRetention(message: v.InferInput<typeof RetentionMessage>): Removed;
  retain(message: v.InferInput<typeof RetentionMessage>): void;
  rebuild(): void;
  eraseAll(): void;
}

/**
 * Popup → a tab's content script; the answer is the tab's address, if it is a page with a strip (a hashtag, a search).
 * Sent as it is: most tabs have nobody to answer, which the messaging library would report as an error on the console.
 */
export const PAGE_URL_QUESTION = 'flockmark:page-url';
