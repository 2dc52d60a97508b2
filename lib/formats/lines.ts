/**
 * The rows of the log as a researcher takes them away: one line an account, a post, a label. And their CSV columns.
 *
 * accounts.csv: id, handle, name, level (strong, weak, none, not-enough-seen; empty: not judged yet), fingerprints (ids of those
 * that match), flock, flock_size, posts_seen, created_at, followers, following, posts (as the profile says), bio, location, website,
 * verified, based_in, label, label_note, labelled_at, never_badge, first_seen, last_seen, engine, settings (versions of the judgement).
 *
 * posts.csv: id, author_id, author_handle, created_at, text, lang, client, conversation_id, reply_to_post, reply_to_account,
 * quote_of, repost_of, links, hashtags, mentions, pages (keys such as `hashtag:egypt`).
 *
 * labels.csv: account_id, handle, label, note, coder, at, post_id, retracted_at (taken back then; it counts no more). All labels ever
 * given, oldest first.
 */
import type { AccountRow, PostRow } from '../log';
import type { Label, Verdict } from '../model';
import { type Column, isoTime } from './csv';

export interface AccountLine {
  readonly account: AccountRow;
  readonly verdict?: Verdict;
  /** Newest that was not taken back. */
  readonly label?: Label;
  readonly dismissed: boolean;
  readonly postsSeen: number;
}
export interface PostLine {
  readonly post: PostRow;
  readonly authorHandle?: string;
}
export interface LabelLine {
  readonly label: Label;
  readonly handle?: string;
}

/** Ids of the fingerprints that match. */
export const matching = ({ verdict }: AccountLine): readonly string[] =>
  (verdict?.findings ?? []).filter(({ outcome }) => outcome === 'match').map(({ fingerprint }) => fingerprint);

export const accountColumns: readonly Column<AccountLine>[] = [
  { name: 'id', value: ({ account }) => account.id, isText: true },
  { name: 'handle', value: ({ account }) => account.handle },
  { name: 'name', value: ({ account }) => account.name },
  { name: 'level', value: ({ verdict }) => verdict?.level },
  { name: 'fingerprints', value: (line) => matching(line).join('; ') },
  { name: 'flock', value: ({ verdict }) => verdict?.flockId, isText: true },
  { name: 'flock_size', value: ({ verdict }) => verdict?.flockSize },
  { name: 'posts_seen', value: ({ postsSeen }) => postsSeen },
  { name: 'created_at', value: ({ account }) => isoTime(account.createdAtMs) },
  { name: 'followers', value: ({ account }) => account.followers },
  { name: 'following', value: ({ account }) => account.following },
  { name: 'posts', value: ({ account }) => account.posts },
  { name: 'bio', value: ({ account }) => account.bio },
  { name: 'location', value: ({ account }) => account.location },
  { name: 'website', value: ({ account }) => account.website },
  { name: 'verified', value: ({ account }) => account.verified },
  { name: 'based_in', value: ({ account }) => account.basedIn },
  { name: 'label', value: ({ label }) => label?.value },
  { name: 'label_note', value: ({ label }) => label?.note },
  { name: 'labelled_at', value: ({ label }) => isoTime(label?.atMs) },
  { name: 'never_badge', value: ({ dismissed }) => dismissed },
  { name: 'first_seen', value: ({ account }) => isoTime(account.firstSeenMs) },
  { name: 'last_seen', value: ({ account }) => isoTime(account.lastSeenMs) },
  { name: 'engine', value: ({ verdict }) => verdict?.engineVersion },
  { name: 'settings', value: ({ verdict }) => verdict?.settingsVersion },
];

export const postColumns: readonly Column<PostLine>[] = [
  { name: 'id', value: ({ post }) => post.id, isText: true },
  { name: 'author_id', value: ({ post }) => post.authorId, isText: true },
  { name: 'author_handle', value: ({ authorHandle }) => authorHandle },
  { name: 'created_at', value: ({ post }) => isoTime(post.createdAtMs) },
  { name: 'text', value: ({ post }) => post.text },
  { name: 'lang', value: ({ post }) => post.lang },
  { name: 'client', value: ({ post }) => post.client },
  { name: 'conversation_id', value: ({ post }) => post.conversationId, isText: true },
  { name: 'reply_to_post', value: ({ post }) => post.replyTo?.postId, isText: true },
  { name: 'reply_to_account', value: ({ post }) => post.replyTo?.accountId, isText: true },
  { name: 'quote_of', value: ({ post }) => post.quoteOf, isText: true },
  { name: 'repost_of', value: ({ post }) => post.repostOf, isText: true },
  { name: 'links', value: ({ post }) => post.links.join(' ') },
  { name: 'hashtags', value: ({ post }) => post.hashtags.join(' ') },
  { name: 'mentions', value: ({ post }) => post.mentions.join(' ') },
  { name: 'pages', value: ({ post }) => post.pages.join('; ') },
];

export const labelColumns: readonly Column<LabelLine>[] = [
  { name: 'account_id', value: ({ label }) => label.accountId, isText: true },
  { name: 'handle', value: ({ handle }) => handle },
  { name: 'label', value: ({ label }) => label.value },
  { name: 'note', value: ({ label }) => label.note },
  { name: 'coder', value: ({ label }) => label.coder },
  { name: 'at', value: ({ label }) => isoTime(label.atMs) },
  { name: 'post_id', value: ({ label }) => label.postId, isText: true },
  { name: 'retracted_at', value: ({ label }) => isoTime(label.retractedAtMs) },
];
