/** What 4CAT reads of a line, field by field, and what Zeeschuimer's own reader here makes of it. */
import { expect, test } from 'vitest';
import { readOfZeeschuimer } from '@/lib/formats/zeeschuimer';
import { addressOf, xTime } from '@/lib/formats/zeeschuimer-write';
import { pageOf } from '@/lib/sites/x/page';
import { rowsIn, sampleLog, written } from '../desk/sample-log';

interface Item {
  readonly item_id: string;
  readonly timestamp_collected: number;
  readonly data: RawPost;
}
/** A post as 4CAT goes through it. */
interface RawPost {
  readonly rest_id: string;
  readonly id: string;
  readonly source: string;
  readonly core: { readonly user_results: { readonly result: { readonly legacy: Readonly<Record<string, unknown>> } } };
  readonly legacy: Readonly<Record<string, unknown>> & {
    readonly entities: Readonly<
      Record<'hashtags' | 'urls' | 'user_mentions', readonly Readonly<Record<string, string>>[]>
    >;
    readonly retweeted_status_result?: { readonly result: RawPost };
  };
}
const linesOf = async () => {
  const log = await sampleLog();
  const file = (await written(log, { format: '4cat' })).bytes.toString('utf8');
  const items: readonly Item[] = file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { log, items };
};

/** The fields that `map_item_modern` of 4CAT's `twitter-import` takes without asking whether they are there. */
function asked(data: RawPost): readonly unknown[] {
  const { legacy, core } = data;
  const user = core.user_results.result.legacy;
  const { hashtags, urls, user_mentions } = legacy.entities;
  return [
    data.rest_id,
    data.id,
    data.source,
    legacy.conversation_id_str,
    legacy.full_text,
    legacy.user_id_str,
    user.screen_name,
    user.name,
    user.profile_image_url_https,
    legacy.retweet_count,
    legacy.reply_count,
    legacy.favorite_count,
    legacy.quote_count,
    ...hashtags.map((tag) => tag.text),
    ...urls.map((url) => url.expanded_url),
    ...user_mentions.map((one) => one.screen_name),
  ];
}

test('every line is an envelope with a post in which 4CAT finds all it asks for', async () => {
  const { log, items } = await linesOf();
  expect(items).toHaveLength(rowsIn(log).posts.size);
  for (const item of items) {
    expect(Object.keys(item)).toEqual([
      'nav_index',
      'item_id',
      'timestamp_collected',
      'source_platform',
      'source_platform_url',
      'source_url',
      'user_agent',
      'data',
    ]);
    expect(item).toMatchObject({ item_id: item.data.rest_id, source_platform: 'twitter.com' });
    expect(Number.isInteger(item.timestamp_collected)).toBe(true);
    expect(asked(item.data)).not.toContain(undefined);
    // As strptime reads it: "%a %b %d %H:%M:%S %z %Y".
    expect(item.data.legacy.created_at).toMatch(/^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \+0000 \d{4}$/);
    const repost = item.data.legacy.retweeted_status_result;
    if (repost) expect(asked(repost.result)).not.toContain(undefined);
  }
  expect(items.filter(({ data }) => data.legacy.retweeted_status_result)).toHaveLength(1);
});

test('read back, it is the same posts', async () => {
  const { log, items } = await linesOf();
  const { posts } = rowsIn(log);
  for (const item of items) {
    const entry = readOfZeeschuimer(item, 1, { encoding: 'auto' });
    if (entry.ok !== true || entry.item.kind !== 'seen') throw new Error(`not read: ${JSON.stringify(entry)}`);
    const read = entry.item.posts.find(({ id }) => id === item.item_id);
    const { pages, textKey: _key, createdAtMs, client, ...held } = posts.get(item.item_id)!;
    expect(read).toMatchObject(
      held.repostOf === undefined ? { text: held.text, authorId: held.authorId } : { repostOf: held.repostOf },
    );
    expect(read).toMatchObject({ hashtags: held.hashtags, mentions: held.mentions, links: held.links });
    expect(read?.client ?? '').toBe(client ?? '');
    expect(entry.item.pages).toEqual(pages);
  }
});

test('times and addresses are those of the site', () => {
  expect(xTime(Date.UTC(2013, 11, 14, 4, 35, 55))).toBe('Sat Dec 14 04:35:55 +0000 2013');
  for (const key of ['hashtag:مصر', 'search:egypt loan', 'profile:ann', 'post:12', 'list:7', 'home']) {
    expect(pageOf(addressOf(key)).key).toBe(key);
  }
});
