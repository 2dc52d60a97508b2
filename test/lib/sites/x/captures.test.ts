/**
 * Real answers of X, kept beside the project and never in it. Where they are not, this file has nothing to say and the
 * fixtures stand alone. What is found is held against a second, naive walk that shares no code with the parser.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../../lib/sites/x/parse';

const root = path.resolve(import.meta.dirname, '../../../../../shared/x/graphql');
const files = existsSync(root)
  ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  : [];

type Entities = Record<string, Record<string, string>[] | undefined>;
interface Naive {
  [key: string]: unknown;
  rest_id?: string;
  __typename?: string;
  core?: { created_at?: string; user_results?: { result?: { rest_id?: string } } };
  legacy?: Record<string, unknown> & {
    created_at?: string;
    full_text?: string;
    lang?: string;
    retweeted_status_result?: unknown;
    entities?: Entities;
  };
  relationship_counts?: object;
  privacy?: { protected?: boolean };
  note_tweet?: { note_tweet_results: { result: { text: string; entity_set?: Entities } } };
  source?: string;
}

function allObjects(value: unknown): Naive[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(allObjects);
  return Array.isArray(value) ? inside : [value as Naive, ...inside];
}

test('where the captures are, they are read', () => {
  expect(files.length > 0).toBe(existsSync(root));
});

describe.each(files)('%s', (file) => {
  const body = readFileSync(path.join(root, file), 'utf8');
  const objects = allObjects(JSON.parse(body));
  const users = objects.filter((o) => o.rest_id && o.__typename === 'User');
  const hidden = new Set(users.filter((o) => o.privacy?.protected).map((o) => o.rest_id));
  const tweets = objects.filter(
    (o) => o.rest_id && typeof o.legacy?.full_text === 'string' && !hidden.has(o.core?.user_results?.result?.rest_id),
  );
  const result = parse({ body });
  if (!result.ok) throw new Error(result.reason);
  const { accounts, posts, unread, promoted, protectedAccounts } = result.parsed;
  const postById = new Map(posts.map((post) => [post.id, post]));
  const accountById = new Map(accounts.map((account) => [account.id, account]));

  test('every post and account is found, once, and nothing else', () => {
    expect(new Set(posts.map(({ id }) => id))).toEqual(new Set(tweets.map((o) => o.rest_id)));
    const visible = users.map((o) => o.rest_id).filter((id) => !hidden.has(id));
    expect(new Set(accounts.map(({ id }) => id))).toEqual(new Set(visible));
    expect(postById.size).toBe(posts.length);
    expect(accountById.size).toBe(accounts.length);
    expect({ unread, promoted, protectedAccounts }).toEqual({ unread: 0, promoted: 0, protectedAccounts: hidden.size });
  });

  test('full accounts have their date, name, picture and all counts', () => {
    for (const node of users.filter((o) => (o.legacy || o.relationship_counts) && !hidden.has(o.rest_id))) {
      const account = accountById.get(node.rest_id ?? '');
      expect(account).toMatchObject({
        createdAtMs: Date.parse(node.core?.created_at ?? node.legacy?.created_at ?? ''),
        handle: expect.any(String),
        name: expect.any(String),
        bio: expect.any(String),
        avatarUrl: expect.stringMatching(/^https:/),
        defaultAvatar: expect.any(Boolean),
        verified: expect.any(Boolean),
      });
      for (const field of ['followers', 'following', 'posts', 'media', 'likes'] as const) {
        expect(account?.[field]).toEqual(expect.any(Number));
      }
    }
  });

  test('posts have author, time, app, language and the whole text', () => {
    for (const node of tweets) {
      const post = postById.get(node.rest_id ?? '');
      const isRepost = node.legacy?.retweeted_status_result !== undefined;
      expect(post?.authorId).toBe(node.core?.user_results?.result?.rest_id);
      // The written date has no milliseconds.
      expect(Math.floor((post?.createdAtMs ?? 0) / 1000) * 1000).toBe(Date.parse(node.legacy?.created_at ?? ''));
      expect(node.source).toContain(`>${post?.client?.split(' ')[0]}`);
      expect(post?.conversationId).toMatch(/^\d+$/);
      expect(post?.repostOf !== undefined).toBe(isRepost);
      if (isRepost) continue;
      expect(post?.lang).toBe(node.legacy?.lang);
      const whole = node.note_tweet?.note_tweet_results.result.text;
      const escaped = post?.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      if (whole === undefined) expect(escaped).toBe(node.legacy?.full_text);
      else expect(post?.text).toBe(whole);
    }
  });

  test('posts have all their tags, mentions, links, and what they answer and quote', () => {
    for (const node of tweets.filter((o) => o.legacy?.retweeted_status_result === undefined)) {
      const post = postById.get(node.rest_id ?? '');
      const sets = [node.legacy?.entities, node.note_tweet?.note_tweet_results.result.entity_set];
      const all = (list: string, name: string) => new Set(sets.flatMap((set) => set?.[list] ?? []).map((e) => e[name]));
      expect(new Set(post?.hashtags)).toEqual(all('hashtags', 'text'));
      expect(new Set(post?.mentions)).toEqual(all('user_mentions', 'screen_name'));
      expect(new Set(post?.links)).toEqual(all('urls', 'expanded_url'));
      expect(post?.quoteOf).toBe(node.legacy?.quoted_status_id_str);
      expect(post?.replyTo?.postId).toBe(node.legacy?.in_reply_to_status_id_str);
      expect(post?.replyTo?.accountId).toBe(node.legacy?.in_reply_to_user_id_str);
    }
  });
});
