import { describe, expect, test } from 'vitest';
import { campaignFamilies } from './campaigns';
import { accountsOf, type Case } from './case';
import { crowdFamilies } from './crowds';
import { casesOf, MEMBERS, randomFor, type Task } from './tasks';

const draw = (kind: 'campaign' | 'crowd', id: string, seed = 1): readonly Case[] => {
  const task: Task = { kind, id, seed, size: 'quick', ablations: false };
  return [...casesOf(task)];
};
const all = [
  ...campaignFamilies.map(({ id }) => ['campaign', id] as const),
  ...crowdFamilies.map(({ id }) => ['crowd', id] as const),
];

test('as many families as METHOD and the issue ask for, each with its own id', () => {
  expect(campaignFamilies.length).toBeGreaterThanOrEqual(14);
  expect(crowdFamilies.map(({ id }) => Number(id.slice(0, 2)))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect(new Set(all.map(([, id]) => id)).size).toBe(all.length);
});

describe.each(all)('%s %s', (kind, id) => {
  const cases = draw(kind, id);

  test('the same seed draws the same, another seed another', () => {
    expect(draw(kind, id)).toEqual(cases);
    expect(draw(kind, id, 2)[0]?.pages[0]?.posts[0]?.id).not.toBe(cases[0]?.pages[0]?.posts[0]?.id);
  });

  test('pages hold together: authors exist, ids are unique, order is time, references point back', () => {
    for (const { pages } of cases) {
      for (const { accounts, posts } of pages) {
        const authors = new Set(accounts.map((account) => account.id));
        expect(authors.size).toBe(accounts.length);
        expect(new Set(posts.map((post) => post.id)).size).toBe(posts.length);
        expect(posts.every((post) => authors.has(post.authorId))).toBe(true);
        expect(posts.every((post, i) => i === 0 || post.createdAtMs >= posts[i - 1]!.createdAtMs)).toBe(true);
        const at = new Map(posts.map((post) => [post.id, post.createdAtMs]));
        const early = posts.filter((post) => {
          const target = post.repostOf ?? post.quoteOf ?? post.inReplyTo;
          return target !== undefined && !((at.get(target) ?? Number.POSITIVE_INFINITY) <= post.createdAtMs);
        });
        expect(early).toEqual([]);
      }
    }
  });

  test('nobody posts before signing up', () => {
    for (const one of cases) {
      const truth = accountsOf(one);
      const wrong = one.pages.flatMap(({ posts }) =>
        posts.filter((post) => post.createdAtMs < (truth.get(post.authorId)?.createdAtMs ?? 0)),
      );
      expect(wrong).toEqual([]);
    }
  });

  if (kind === 'campaign') {
    test('a campaign stands among genuine people, each of its accounts with two posts or more', () => {
      for (const one of cases) {
        const accounts = [...accountsOf(one).values()];
        const spam = accounts.filter((account) => account.campaign !== null);
        expect(spam.length).toBeGreaterThanOrEqual(12);
        expect(accounts.length - spam.length).toBeGreaterThan(100);
        const posts = new Map<string, number>();
        for (const { authorId } of one.pages.flatMap((page) => page.posts))
          posts.set(authorId, (posts.get(authorId) ?? 0) + 1);
        expect(spam.filter(({ id: account }) => (posts.get(account) ?? 0) < 2)).toEqual([]);
        expect(one.members.size).toBe(0);
      }
    });
  } else {
    const family = crowdFamilies.find((one) => one.id === id);
    test(family?.spam ? 'members are spam of their own' : 'members are genuine, and enough of them', () => {
      const campaigns = cases.flatMap((one) => [...one.members].map((member) => accountsOf(one).get(member)?.campaign));
      expect(new Set(campaigns)).toEqual(new Set([family?.spam ? 'coupons' : null]));
      expect(campaigns.length).toBeGreaterThanOrEqual(MEMBERS.quick);
    });
  }
});

test('a full page has the members it promises', () => {
  for (const { id, aPage, draw: drawFull } of crowdFamilies) {
    const { members } = drawFull(randomFor(id, 3, 0), 'full');
    expect(members.size, id).toBeGreaterThan(aPage * 0.75);
    expect(members.size, id).toBeLessThanOrEqual(aPage * 1.25);
  }
});
