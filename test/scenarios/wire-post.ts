/** One post and its author as X writes them. */
import type { TruthAccount, TruthPost } from './truth';
import type { WireOptions } from './wire';

type Json = Record<string, unknown>;

/** X's time format: `Tue Jul 26 17:36:04 +0000 2016`. */
export function xDate(atMs: number): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(atMs)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${day} ${month} ${date} ${time} +0000 ${year}`;
}

/** The `Tweet` node of a post, the reposted or quoted one inside. */
export function tweetNode(post: TruthPost, options: WireOptions, depth = 0): Json {
  const { random, posts } = options;
  const author = authorOf(post, options);
  const original = post.repostOf === undefined ? undefined : posts.get(post.repostOf);
  const quoted = post.quoteOf === undefined ? undefined : posts.get(post.quoteOf);
  const parent = post.inReplyTo === undefined ? undefined : posts.get(post.inReplyTo);
  const { text, entities } = original ? repostText(original, options) : written(post);
  const long = [...text].length > 280;
  return {
    __typename: 'Tweet',
    rest_id: post.id,
    core: { user_results: { result: userNode(author, options) } },
    unmention_data: {},
    edit_control: {
      edit_tweet_ids: [post.id],
      editable_until_msecs: String(post.createdAtMs + 3_600_000),
      is_edit_eligible: !original,
      edits_remaining: '5',
    },
    is_translatable: false,
    views: original ? { state: 'Enabled' } : { count: String(random.int(3, 4_000)), state: 'EnabledWithCount' },
    ...(post.client === undefined
      ? {}
      : { source: `<a href="${clientUrl(post.client)}" rel="nofollow">${post.client}</a>` }),
    ...(long ? { note_tweet: noteTweet(post, text, entities) } : {}),
    ...(quoted && depth === 0 ? { quoted_status_result: { result: tweetNode(quoted, options, 1) } } : {}),
    legacy: {
      bookmark_count: random.int(0, 2),
      bookmarked: false,
      created_at: xDate(post.createdAtMs),
      conversation_id_str: rootOf(post, posts),
      display_text_range: [0, Math.min([...text].length, 280)],
      entities: long ? {} : entities,
      favorite_count: original ? 0 : random.int(0, 30),
      favorited: false,
      full_text: long ? `${[...text].slice(0, 276).join('')}…` : text,
      ...(parent
        ? {
            in_reply_to_status_id_str: parent.id,
            in_reply_to_user_id_str: parent.authorId,
            in_reply_to_screen_name: authorOf(parent, options).handle,
          }
        : {}),
      is_quote_status: quoted !== undefined,
      lang: post.lang,
      quote_count: random.int(0, 2),
      ...(quoted ? { quoted_status_id_str: quoted.id } : {}),
      reply_count: random.int(0, 6),
      retweet_count: random.int(0, 12),
      retweeted: false,
      ...(original ? { retweeted_status_result: { result: tweetNode(original, options, 1) } } : {}),
      user_id_str: post.authorId,
      id_str: post.id,
    },
  };
}

function authorOf(post: TruthPost, { accounts }: WireOptions): TruthAccount {
  const author = accounts.get(post.authorId);
  if (!author) throw new Error(`post ${post.id} has no author`);
  return author;
}

function rootOf(post: TruthPost, posts: ReadonlyMap<string, TruthPost>): string {
  let root = post;
  for (let parent = posts.get(root.inReplyTo ?? ''); parent; parent = posts.get(root.inReplyTo ?? '')) root = parent;
  return root.id;
}

/** The text with short addresses at its end, and the entities X finds in it. Empty arrays are left out, as since 2026. */
function written(post: TruthPost): { text: string; entities: Json } {
  let text = post.text;
  const urls = post.links.map((link, i) => {
    const short = `https://t.co/${(BigInt(post.id) * 31n + BigInt(i)).toString(36).slice(-10)}`;
    text += ` ${short}`;
    return {
      display_url: link.replace(/^https:\/\//, '').slice(0, 30),
      expanded_url: link,
      url: short,
      indices: [[...text].length - short.length, [...text].length],
    };
  });
  const hashtags = [...text.matchAll(/#([\p{L}\p{N}_]+)/gu)].map((tag) => {
    const start = [...text.slice(0, tag.index)].length;
    return { indices: [start, start + [...tag[0]].length], text: tag[1] };
  });
  const user_mentions = [...text.matchAll(/@([A-Za-z0-9_]{3,15})/g)].map(({ 0: whole, 1: screen_name, index }) => {
    const start = [...text.slice(0, index)].length;
    return { name: screen_name, screen_name, indices: [start, start + whole.length] };
  });
  const entities = {
    ...(hashtags.length ? { hashtags } : {}),
    ...(urls.length ? { urls } : {}),
    ...(user_mentions.length ? { user_mentions } : {}),
  };
  return { text, entities };
}

function repostText(original: TruthPost, options: WireOptions): { text: string; entities: Json } {
  const { id, handle, name } = authorOf(original, options);
  const all = [...`RT @${handle}: ${original.text}`];
  const text = all.length > 140 ? `${all.slice(0, 139).join('')}…` : all.join('');
  return {
    text,
    entities: { user_mentions: [{ id_str: id, name, screen_name: handle, indices: [3, 4 + handle.length] }] },
  };
}

function noteTweet(post: TruthPost, text: string, entities: Json): Json {
  const entity_set = { hashtags: [], symbols: [], urls: [], user_mentions: [], ...entities };
  const result = { id: Buffer.from(`NoteTweet:${post.id}`).toString('base64'), text, entity_set };
  return { is_expandable: true, note_tweet_results: { result } };
}

function clientUrl(client: string): string {
  if (client === 'TweetDeck') return 'https://about.twitter.com/products/tweetdeck';
  if (client.startsWith('Twitter')) return `http://twitter.com/download/${client.split(' ').at(-1)?.toLowerCase()}`;
  return `https://${client.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
}

/** The `User` node in the wanted shape; now and then a bare id for someone this response already describes. */
export function userNode(account: TruthAccount, { shape, random, written }: WireOptions): Json {
  const bare = { __typename: 'User', rest_id: account.id };
  if (written.has(account.id) && random.chance(0.3)) return bare;
  written.add(account.id);
  const a = account;
  const set = (name: string, value: unknown): Json => (value === undefined ? {} : { [name]: value });
  const nest = (name: string, inner: Json): Json => (Object.keys(inner).length ? { [name]: inner } : {});
  const avatar = a.defaultAvatar
    ? 'https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png'
    : `https://pbs.twimg.com/profile_images/${a.id}/${a.handle.slice(0, 8)}_normal.jpg`;
  const known = a.createdAtMs !== undefined;
  const created = set('created_at', a.createdAtMs === undefined ? undefined : xDate(a.createdAtMs));
  const legacyCounts = {
    ...set('followers_count', a.followers),
    ...set('friends_count', a.following),
    ...set('statuses_count', a.postsCount),
    ...set('favourites_count', a.likes),
    ...set('description', a.bio),
    ...set('default_profile_image', a.defaultAvatar),
    ...(a.banner ? { profile_banner_url: a.banner } : {}),
  };
  const common = {
    ...bare,
    id: Buffer.from(`User:${a.id}`).toString('base64'),
    has_graduated_access: true,
    is_blue_verified: a.verified ?? false,
    profile_image_shape: 'Circle',
  };
  if (shape === 'A') {
    const location = set('location', a.location);
    const legacy = { ...created, ...legacyCounts, ...location, name: a.name, screen_name: a.handle };
    return { ...common, legacy: { ...legacy, ...(known ? { profile_image_url_https: avatar } : {}) } };
  }
  const core = { core: { ...created, name: a.name, screen_name: a.handle } };
  const newer = {
    ...common,
    ...core,
    ...(known ? { avatar: { image_url: avatar } } : {}),
    ...nest('location', set('location', a.location)),
    privacy: { protected: false },
    verification: { verified: false },
    relationship_perspectives: { following: false, blocking: false, muting: false },
  };
  if (shape === 'B') return { ...newer, legacy: legacyCounts };
  return {
    ...newer,
    ...nest('action_counts', set('favorites_count', a.likes)),
    ...nest('banner', set('image_url', a.banner)),
    ...nest('profile_bio', set('description', a.bio)),
    ...nest('relationship_counts', { ...set('followers', a.followers), ...set('following', a.following) }),
    ...nest('tweet_counts', set('tweets', a.postsCount)),
  };
}
