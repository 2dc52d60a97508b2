/**
 * X's names. All that is known of the shape of its answers stands here, as data: for each of our fields the places where
 * X has kept it, newest first, with the date since when. A change of X's wire is one dated line here and a fixture.
 *
 * Three shapes of a user were seen: A (to spring 2025, all in `legacy`), B (May 2025 – July 2026, half moved out) and
 * C (August 2026 on, no `legacy`). They occur mixed, so places are tried field by field.
 */
import { anythingOf, first, lists, type Node, nodeOf } from './read';
import {
  bioOf,
  clientOf,
  countOf,
  dateMsOf,
  escapedTextOf,
  flagOf,
  handleOf,
  idOf,
  nameOf,
  textOf,
  urlOf,
  urlOrNoneOf,
  wordOf,
} from './values';

/** An account's fields. */
export const user = {
  id: first(idOf, 'rest_id'),
  handle: first(handleOf, 'core.screen_name' /* B, 2025-05 */, 'legacy.screen_name' /* A */),
  name: first(nameOf, 'core.name' /* B, 2025-05 */, 'legacy.name' /* A */),
  createdAtMs: first(dateMsOf, 'core.created_at' /* B, 2025-05 */, 'legacy.created_at' /* A */),
  followers: first(countOf, 'relationship_counts.followers' /* C, 2026-08 */, 'legacy.followers_count'),
  following: first(countOf, 'relationship_counts.following' /* C, 2026-08 */, 'legacy.friends_count'),
  posts: first(countOf, 'tweet_counts.tweets' /* C, 2026-08 */, 'legacy.statuses_count'),
  media: first(countOf, 'tweet_counts.media_tweets' /* C, 2026-08 */, 'legacy.media_count'),
  likes: first(countOf, 'action_counts.favorites_count' /* C, 2026-08 */, 'legacy.favourites_count'),
  bio: first(bioOf, 'profile_bio.description' /* B, 2026 */, 'legacy.description'),
  avatarUrl: first(urlOf, 'avatar.image_url' /* B, 2025-05 */, 'legacy.profile_image_url_https' /* A */),
  /** No flag any more since C (2026-08): then the address tells. */
  defaultAvatarFlag: first(flagOf, 'legacy.default_profile_image'),
  bannerUrl: first(urlOrNoneOf, 'banner.image_url' /* C, 2026-08 */, 'legacy.profile_banner_url'),
  location: first(bioOf, 'location.location' /* B, 2025-05 */, 'legacy.location' /* A */),
  /** The short t.co address; `profileLinks` may hold what it stands for. */
  website: first(urlOrNoneOf, 'website.url' /* C, 2026-08 */, 'legacy.url'),
  profileLinks: lists('profile_bio.entities.url.urls' /* C, 2026-08 */, 'legacy.entities.url.urls'),
  paidCheck: first(flagOf, 'is_blue_verified'),
  check: first(flagOf, 'verification.verified' /* B, 2025-05 */, 'legacy.verified' /* A */),
  checkType: first(nameOf, 'verification.verified_type' /* B, 2025-05 */, 'legacy.verified_type' /* A */),
  isProtected: first(flagOf, 'privacy.protected' /* B, 2025-05 */, 'legacy.protected' /* A */),
  basedIn: first(nameOf, 'about_profile.account_based_in' /* AboutAccountQuery, 2025-11 */),
} as const;

/** `default_profile_images/…` is the folder of X's own pictures. */
export const isDefaultAvatar = (avatarUrl: string): boolean => avatarUrl.includes('default_profile_images');

/** A post's fields. `legacy` held them in all shapes so far. */
export const post = {
  id: first(idOf, 'rest_id'),
  authorId: first(
    idOf,
    'core.user_results.result.rest_id',
    'core.user_results.rest_id',
    // The author's node can be empty; the post names its author once more.
    'legacy.user_id_str',
  ),
  author: first(nodeOf, 'core.user_results.result'),
  createdAtMs: first(dateMsOf, 'legacy.created_at'),
  /** Long posts stand in full in the note, unescaped; `full_text` is then cut. */
  longText: first(textOf, 'note_tweet.note_tweet_results.result.text'),
  text: first(escapedTextOf, 'legacy.full_text'),
  lang: first(nameOf, 'legacy.lang'),
  client: first(clientOf, 'source'),
  conversationId: first(idOf, 'legacy.conversation_id_str'),
  replyToPost: first(idOf, 'legacy.in_reply_to_status_id_str'),
  replyToAccount: first(idOf, 'legacy.in_reply_to_user_id_str'),
  repost: first(nodeOf, 'legacy.retweeted_status_result', 'retweeted_status_result'),
  repostId: first(
    idOf,
    'legacy.retweeted_status_result.result.rest_id',
    'legacy.retweeted_status_result.result.tweet.rest_id',
    'retweeted_status_result.result.rest_id',
    'retweeted_status_result.result.tweet.rest_id',
    'legacy.retweeted_status_id_str',
  ),
  quoteId: first(
    idOf,
    'quoted_status_result.result.rest_id',
    'quoted_status_result.result.tweet.rest_id',
    'legacy.quoted_status_id_str',
    // A quote inside a quote is only named.
    'quotedRefResult.result.rest_id',
    'quotedRefResult.result.tweet.rest_id',
  ),
  // Since 2026 empty lists are left out; a long post's can be in the note only.
  urls: lists('legacy.entities.urls', 'note_tweet.note_tweet_results.result.entity_set.urls'),
  hashtags: lists('legacy.entities.hashtags', 'note_tweet.note_tweet_results.result.entity_set.hashtags'),
  mentions: lists('legacy.entities.user_mentions', 'note_tweet.note_tweet_results.result.entity_set.user_mentions'),
  media: lists('legacy.entities.media'),
  card: first(nodeOf, 'card'),
} as const;

/** Parts of the lists above. */
export const entity = {
  expandedUrl: first(urlOf, 'expanded_url', 'url'),
  shortUrl: first(urlOf, 'url'),
  hashtag: first(nameOf, 'text'),
  handle: first(handleOf, 'screen_name'),
} as const;

/** A link's preview names its address among its values, or (2026) only as its id. */
export const card = {
  values: lists('legacy.binding_values', 'binding_values'),
  key: first(nameOf, 'key'),
  url: first(urlOf, 'value.string_value'),
  id: first(urlOf, 'rest_id'),
} as const;

/** Where the post stands inside the envelope of limited visibility (`TweetWithVisibilityResults`). */
export const envelopeKey = 'tweet';

/** What tells the kind of an object. */
export const mark = {
  type: first(wordOf, '__typename'),
  /** Held by a post whose type is not named, as inside the envelope of limited visibility. */
  postText: first(wordOf, 'legacy.full_text'),
  userHandle: first(wordOf, 'core.screen_name', 'legacy.screen_name'),
  /** Present though perhaps unreadable. */
  anyId: first(anythingOf, 'rest_id'),
  /** More of an account than the name by which others mention it. */
  userParts: first(nodeOf, 'legacy', 'relationship_counts'),
  enveloped: first(nodeOf, envelopeKey),
  advertisement: first(nodeOf, 'promotedMetadata', 'promoted_metadata'),
  entryId: first(wordOf, 'entryId'),
  /** Why something is not shown, e.g. `Suspended`, `Protected`. */
  reason: first(wordOf, 'reason'),
  errors: first(anythingOf, 'errors'),
  data: first(nodeOf, 'data'),
} as const;

/** Has it any of the names that posts, accounts and advertisements have? Most objects have none and need no closer look. */
export const isTelling = (node: Node): boolean =>
  '__typename' in node ||
  'rest_id' in node ||
  'legacy' in node ||
  'entryId' in node ||
  envelopeKey in node ||
  'promotedMetadata' in node ||
  'promoted_metadata' in node;

export const type = { post: 'Tweet', user: 'User', goneUser: 'UserUnavailable' } as const;

/** Keys around a `result` that is a post. */
export const postPlaces: ReadonlySet<string> = new Set([
  'tweet_results',
  'tweet_result',
  'tweetResult',
  'quoted_status_result',
  'retweeted_status_result',
  'quotedRefResult',
  'reacted_to_post_results',
]);

/** Keys around a `result` that is an account. */
export const userPlaces: ReadonlySet<string> = new Set([
  'user',
  'users',
  'user_results',
  'user_result',
  'user_refs_results',
  'user_result_by_screen_name',
  'reacted_to_user_results',
]);

/** What X sends in place of a post or an account that it does not show. Nothing to read, and nothing amiss. */
export const notShown: ReadonlySet<string> = new Set([
  'TweetTombstone',
  'TweetUnavailable',
  'TweetPreviewDisplay',
  type.goneUser,
]);

/** Keys of words, pictures and numbers, without posts or accounts inside: three quarters of an answer, passed by to save time. */
export const deadEnds: ReadonlySet<string> = new Set(
  [
    // of an account
    'action_counts affiliates_highlighted_label avatar banner dm_permissions location media_permissions',
    'notifications_settings pinned_items privacy professional profile_bio profile_metadata profile_translation',
    'relationship_counts relationship_perspectives tipjar_settings tweet_counts verification verification_info website',
    // of a post
    'binding_values card_platform display_text_range edit_control grok_translated_post_with_availability hashtags indices',
    'note_tweet quick_promote_eligibility quoted_status_permalink symbols timestamps unmention_data urls user_mentions views',
    // of a picture or film
    'allow_download_status ext_media_availability features media_results original_info sizes video_info',
    // of a timeline
    'clientEventInfo feedbackInfo responseObjects scribeConfig',
  ].flatMap((words) => words.split(' ')),
);
