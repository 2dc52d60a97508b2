import { describe, expect, test } from 'vitest';
import type { Account, Post } from '../../../../lib/model';
import { parse } from '../../../../lib/sites/x/parse';
import { captures, loadScenario } from '../../../scenarios/scenarios';
import type { TruthAccount, TruthPost } from '../../../scenarios/truth';

/** What is true in a made-up page, written as X writes it in each of its shapes, comes back out. */
const shapes = ['A', 'B', 'C'] as const;
const pages = ['seed-32', 'organic'];

const known = (record: object) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
const ofPost = (post: TruthPost) =>
  known({
    authorId: post.authorId,
    createdAtMs: post.createdAtMs,
    client: post.client,
    repostOf: post.repostOf,
    quoteOf: post.quoteOf,
  });
const ofAccount = (account: TruthAccount) =>
  known({
    handle: account.handle,
    name: account.name,
    // An account's date is written to the second.
    createdAtMs: account.createdAtMs && Math.floor(account.createdAtMs / 1000) * 1000,
    followers: account.followers,
    following: account.following,
    posts: account.postsCount,
    likes: account.likes,
    bio: account.bio,
    location: account.location,
  });

describe.each(pages.flatMap((page) => shapes.map((shape) => [page, shape] as const)))(
  '%s in shape %s',
  (page, shape) => {
    const scenario = loadScenario(page);
    const posts = new Map<string, Post>();
    const accounts = new Map<string, Account>();
    let unread = 0;
    for (const recorded of captures(scenario, { shape })) {
      const result = parse(recorded);
      if (!result.ok) throw new Error(result.reason);
      for (const post of result.parsed.posts) posts.set(post.id, post);
      for (const account of result.parsed.accounts)
        accounts.set(account.id, { ...accounts.get(account.id), ...account });
      unread += result.parsed.unread;
    }

    test('every post with its author, time and app', () => {
      expect(unread).toBe(0);
      for (const truth of scenario.posts) {
        const post = posts.get(truth.id);
        expect(post).toMatchObject(ofPost(truth));
        if (truth.repostOf === undefined) expect(post?.text).toContain(truth.text);
        if (truth.repostOf === undefined) expect(new Set(post?.links)).toEqual(new Set(truth.links));
      }
    });

    test('every author with all that X was told to say', () => {
      const authors = new Set(scenario.posts.map(({ authorId }) => authorId));
      for (const truth of scenario.accounts.filter(({ id }) => authors.has(id))) {
        expect(accounts.get(truth.id)).toMatchObject(ofAccount(truth));
      }
    });
  },
);
