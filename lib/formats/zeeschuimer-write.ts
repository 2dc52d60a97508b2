/**
 * NDJSON as Zeeschuimer writes it for x.com, which 4CAT imports as “X/Twitter” data (github.com/digitalmethodsinitiative:
 * zeeschuimer `js/zs-background.js`, 4cat `datasources/twitter-import`; as of 2026). One post a line: an envelope
 * (nav_index, item_id, timestamp_collected, source_platform, source_platform_url, source_url, user_agent) around `data`, the post
 * in X's own shape, as far as the log knows it. The field names of X are those that 4CAT reads.
 *
 * The log keeps no counts of likes, reposts and replies: they are null. A text longer than a classic post stands whole in
 * `full_text`. A reposted post that the log does not hold has no author here.
 */
import type { AccountRow, PostRow } from '../log';

export interface HeldPost {
  readonly post: PostRow;
  readonly author?: AccountRow;
}

/** A post with what its line needs of others. */
export interface CapturedLine extends HeldPost {
  /** Where and when it was first loaded, where the log knows. */
  readonly seen?: { readonly pageKey: string; readonly atMs: number };
  readonly reposted?: HeldPost;
  readonly quoted?: HeldPost;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

/** As X writes times: `Sat Dec 14 04:35:55 +0000 2013`. */
export function xTime(atMs: number): string {
  const at = new Date(atMs);
  const clock = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  return `${DAYS[at.getUTCDay()]} ${MONTHS[at.getUTCMonth()]} ${two(at.getUTCDate())} ${clock} +0000 ${at.getUTCFullYear()}`;
}

/** The address of a page, by its key. */
export function addressOf(pageKey: string): string {
  const [, kind = '', rest = ''] = /^(\w+):(.*)$/s.exec(pageKey) ?? [];
  const name = encodeURIComponent(rest);
  if (kind === 'hashtag') return `https://x.com/hashtag/${name}`;
  if (kind === 'search') return `https://x.com/search?q=${name}`;
  if (kind === 'profile') return `https://x.com/${name}`;
  if (kind === 'post') return `https://x.com/i/status/${name}`;
  if (kind === 'list') return `https://x.com/i/lists/${name}`;
  return pageKey === 'home' ? 'https://x.com/home' : 'https://x.com/';
}

/** The author in the shapes of before and after 2025: 4CAT reads the older one. */
function userOf(id: string, author: AccountRow | undefined): object {
  const createdAt = author?.createdAtMs === undefined ? undefined : xTime(author.createdAtMs);
  const [handle, name] = [author?.handle ?? '', author?.name ?? ''];
  return {
    result: {
      __typename: 'User',
      rest_id: id,
      core: { screen_name: handle, name, created_at: createdAt },
      avatar: { image_url: author?.avatarUrl },
      is_blue_verified: author?.verified,
      legacy: {
        screen_name: handle,
        name,
        created_at: createdAt,
        followers_count: author?.followers,
        friends_count: author?.following,
        statuses_count: author?.posts,
        media_count: author?.media,
        favourites_count: author?.likes,
        description: author?.bio,
        location: author?.location,
        url: author?.website,
        profile_image_url_https: author?.avatarUrl ?? '',
        profile_banner_url: author?.bannerUrl || undefined,
        default_profile_image: author?.defaultAvatar,
      },
    },
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => escapes[sign]!);

function postOf({ post, author }: HeldPost, reposted?: HeldPost, quoted?: HeldPost): object {
  return {
    __typename: 'Tweet',
    rest_id: post.id,
    id: post.id,
    core: { user_results: userOf(post.authorId, author) },
    source: post.client === undefined ? '' : `<a href="" rel="nofollow">${escaped(post.client)}</a>`,
    ...(quoted ? { quoted_status_result: { result: postOf(quoted) } } : {}),
    legacy: {
      id_str: post.id,
      user_id_str: post.authorId,
      created_at: xTime(post.createdAtMs),
      // X writes these three signs as entities, in texts alone.
      full_text: escaped(post.text),
      lang: post.lang,
      conversation_id_str: post.conversationId ?? post.replyTo?.postId ?? post.id,
      in_reply_to_status_id_str: post.replyTo?.postId,
      in_reply_to_user_id_str: post.replyTo?.accountId,
      quoted_status_id_str: post.quoteOf,
      is_quote_status: post.quoteOf !== undefined,
      retweet_count: null,
      reply_count: null,
      favorite_count: null,
      quote_count: null,
      entities: {
        hashtags: post.hashtags.map((text) => ({ text })),
        urls: post.links.map((link) => ({ expanded_url: link, display_url: link, url: link })),
        user_mentions: post.mentions.map((handle) => ({ screen_name: handle })),
      },
      ...(reposted ? { retweeted_status_result: { result: postOf(reposted) } } : {}),
    },
  };
}

/** A post that the log knows by its id alone. */
const unknownPost = (id: string, atMs: number): HeldPost => ({
  post: { id, authorId: '', createdAtMs: atMs, text: '', links: [], hashtags: [], mentions: [], pages: [] },
});

/** One line, with its end. */
export function zeeschuimerLine(line: CapturedLine): string {
  const { post, seen, author } = line;
  const reposted =
    post.repostOf === undefined ? undefined : (line.reposted ?? unknownPost(post.repostOf, post.createdAtMs));
  const page = seen?.pageKey ?? post.pages[0];
  return `${JSON.stringify({
    nav_index: '0:0:0',
    item_id: post.id,
    timestamp_collected: seen?.atMs ?? author?.lastSeenMs ?? post.createdAtMs,
    source_platform: 'twitter.com',
    source_platform_url: page === undefined ? 'https://x.com/' : addressOf(page),
    source_url: '',
    user_agent: '',
    data: { ...postOf(line, reposted, line.quoted), promoted: false },
  })}\n`;
}

export async function* zeeschuimerFile(parts: AsyncIterable<readonly CapturedLine[]>): AsyncGenerator<string> {
  for await (const lines of parts) yield lines.map(zeeschuimerLine).join('');
}
