/**
 * twarc2: answers of Twitter's interface v2, one a line (`data`, `includes`), or posts flattened out of them, one a line with its
 * `author`. `__twarc.retrieved_at` says when.
 * Source: https://twarc-project.readthedocs.io/en/latest/twarc2_en_us/, https://github.com/DocNow/twarc-csv (test-data).
 */
import type { Entry, ReadOptions } from './imported';
import { readTime } from './times';
import { isJson, type Json, jsonsOf, seenIn, stringOf } from './x-nodes';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function momentOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? readTime(value, undefined) : undefined;
  return time && 'atMs' in time ? time.atMs : undefined;
}

/** 2014-08-09T05:17:14.000Z → Sat Aug 09 05:17:14 +0000 2014, as v1.1 wrote it. */
function oldDate(value: unknown): string | undefined {
  const atMs = momentOf(value);
  if (atMs === undefined) return undefined;
  const date = new Date(atMs);
  const clock = date.toISOString().slice(11, 19);
  const day = String(date.getUTCDate()).padStart(2, '0');
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${day} ${clock} +0000 ${date.getUTCFullYear()}`;
}

export function isOfV2(value: unknown): boolean {
  if (!isJson(value)) return false;
  const [first] = Array.isArray(value.data) ? value.data : [value.data];
  if (isJson(first) && 'id' in first && ('text' in first || 'username' in first)) return true;
  return 'author_id' in value && 'id' in value && 'text' in value;
}

function userNode(user: Json): Json {
  const counts = isJson(user.public_metrics) ? user.public_metrics : {};
  return {
    __typename: 'User',
    rest_id: user.id,
    core: { screen_name: user.username, name: user.name, created_at: oldDate(user.created_at) },
    legacy: {
      followers_count: counts.followers_count,
      friends_count: counts.following_count,
      statuses_count: counts.tweet_count,
      media_count: counts.media_count,
      favourites_count: counts.like_count,
      description: user.description,
      profile_image_url_https: user.profile_image_url,
      location: user.location,
      url: user.url,
      verified: user.verified,
      protected: user.protected,
      entities: user.entities,
    },
  };
}

/** Addresses but those of the post's own pictures. */
const linksOf = (entities: Json): readonly Json[] =>
  jsonsOf(entities.urls).flatMap((link) =>
    'media_key' in link || /^pic\./.test(String(link.display_url)) ? [] : [link],
  );

function postNode(post: Json, users: ReadonlyMap<unknown, Json>): Json {
  const entities = isJson(post.entities) ? post.entities : {};
  const referenced = jsonsOf(post.referenced_tweets);
  const of = (type: string) => referenced.find((one) => one.type === type)?.id;
  const author = isJson(post.author) ? post.author : users.get(post.author_id);
  const note = isJson(post.note_tweet)
    ? { note_tweet: { note_tweet_results: { result: { text: post.note_tweet.text } } } }
    : {};
  return {
    __typename: 'Tweet',
    rest_id: post.id,
    source: post.source,
    ...note,
    ...(author && { core: { user_results: { result: userNode(author) } } }),
    legacy: {
      user_id_str: post.author_id,
      created_at: oldDate(post.created_at),
      full_text: post.text,
      lang: post.lang,
      conversation_id_str: post.conversation_id,
      in_reply_to_status_id_str: of('replied_to'),
      in_reply_to_user_id_str: post.in_reply_to_user_id,
      quoted_status_id_str: of('quoted'),
      retweeted_status_id_str: of('retweeted'),
      entities: {
        urls: linksOf(entities),
        hashtags: jsonsOf(entities.hashtags).map(({ tag }) => ({ text: tag })),
        user_mentions: jsonsOf(entities.mentions).map(({ username }) => ({ screen_name: username })),
      },
    },
  };
}

export function readOfV2(value: unknown, line: number, { pageKey }: ReadOptions): Entry {
  if (!isJson(value)) return { line, ok: false, reason: 'no-post' };
  const includes = isJson(value.includes) ? value.includes : {};
  const data = Array.isArray(value.data) ? jsonsOf(value.data) : isJson(value.data) ? [value.data] : [];
  const isPage = 'data' in value || 'meta' in value || 'errors' in value;
  const users = new Map(jsonsOf(includes.users).map((user) => [user.id, user]));
  const found = isPage ? data : [value];
  const posts = found.filter((one) => 'text' in one);
  // Posts that were only referred to are not of the page, but flattened files keep them apart for the same reason.
  const alone = found.filter((one) => 'username' in one);
  const nodes = [
    ...posts.map((post) => postNode(post, users)),
    ...alone.map((user) => ({ user: { result: userNode(user) } })),
  ];
  if (nodes.length === 0) return isPage ? { line, ok: 'passed-by' } : { line, ok: false, reason: 'no-post' };
  const twarc = isJson(value.__twarc) ? value.__twarc : {};
  const pages = pageKey === undefined ? [] : [pageKey];
  return seenIn(nodes as readonly Json[], { line, pages, atMs: momentOf(stringOf(twarc.retrieved_at)) });
}
