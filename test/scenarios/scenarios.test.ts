/** The scenarios hold the figures of the investigation they rebuild, and are the same on every machine. */
import { describe, expect, it } from 'vitest';
import { site } from '@/lib/sites';
import { captures, loadScenario, responseAt } from './scenarios';
import { seedPage } from './seed-page';
import { seedVolumes } from './seed-tables';
import type { Scenario, TruthPost } from './truth';

const read = (scenario: Scenario, shape: 'A' | 'B' | 'C' = 'C') => {
  const posts = new Map<string, string>();
  const accounts = new Set<string>();
  for (const { url, pageUrl, capturedAt, body } of captures(scenario, { shape })) {
    const result = site.parse({ url, pageUrl, capturedAtMs: capturedAt, body });
    if (!result.ok) throw new Error(result.reason);
    expect(result.parsed.unread).toBe(0);
    for (const post of result.parsed.posts) posts.set(post.id, post.authorId);
    for (const account of result.parsed.accounts) accounts.add(account.id);
  }
  return { posts, accounts };
};

describe('seed-page', () => {
  const scenario = loadScenario('seed-page');
  const campaign = new Map(scenario.accounts.filter((one) => one.campaign !== null).map((one) => [one.id, one]));
  const spam = scenario.posts.filter(({ authorId }) => campaign.has(authorId));

  it('has the article’s size', () => {
    expect(scenario.posts).toHaveLength(11_847);
    expect(spam).toHaveLength(10_673);
    expect(campaign.size).toBe(1_711);
    expect(new Set(spam.map(({ authorId }) => authorId)).size).toBe(1_711);
    expect(new Set(scenario.posts.map(({ id }) => id)).size).toBe(11_847);
    expect(new Set(scenario.accounts.map(({ handle }) => handle.toLowerCase())).size).toBe(scenario.accounts.length);
  });

  it('lies within the article’s two hours', () => {
    expect(scenario.posts[0]?.createdAtMs).toBeGreaterThanOrEqual(Date.parse('2016-07-26T17:36:00Z'));
    expect(scenario.posts.at(-1)?.createdAtMs).toBeLessThan(Date.parse('2016-07-26T19:36:00Z'));
  });

  it('copies each text as often as the volume table says, scaled', () => {
    const bare = (text: string) =>
      text.replace(/#\S+|[\p{Extended_Pictographic}\p{Regional_Indicator}?…ـ\s]/gu, '').replace(/أ/g, 'ا');
    const counts = new Map<string, number>();
    for (const { text } of spam) counts.set(bare(text), (counts.get(bare(text)) ?? 0) + 1);
    for (const { text, copies } of seedVolumes())
      expect(Math.abs((counts.get(bare(text)) ?? 0) - (copies * 10_673) / 10_762)).toBeLessThanOrEqual(1);
    expect(counts.size).toBe(30);
  });

  it('posts in bursts: seconds apart or 21–25 minutes, never between', () => {
    const times = new Map<string, TruthPost[]>();
    for (const post of spam) times.set(post.authorId, [...(times.get(post.authorId) ?? []), post]);
    const gaps = [...times.values()].flatMap((posts) =>
      posts.slice(1).map((post, i) => (post.createdAtMs - (posts[i]?.createdAtMs ?? 0)) / 1000),
    );
    const long = gaps.filter((gap) => gap > 12);
    expect(long.every((gap) => gap > 1_250 && gap < 1_560)).toBe(true);
    expect(gaps.length - long.length).toBeGreaterThan(2 * long.length);
  });

  it('signed up in the article’s runs', () => {
    const within = (from: string, to: string) =>
      [...campaign.values()].filter(
        ({ createdAtMs = 0 }) => createdAtMs >= Date.parse(from) && createdAtMs < Date.parse(to),
      ).length;
    expect(within('2016-02-02', '2016-02-20')).toBe(994);
    expect(
      within('2014-04-01', '2014-07-01') + within('2015-02-01', '2015-04-01') + within('2016-01-01', '2016-03-01'),
    ).toBe(1_711);
    const banded = [...campaign.values()].filter(({ following = -1 }) => following >= 25 && following <= 79);
    expect(1_711 - banded.length).toBe(5);
    for (const { createdAtMs = 0, bio, banner } of campaign.values())
      expect(bio !== '' && banner !== '').toBe(createdAtMs >= Date.parse('2016-01-01'));
  });

  it('is the same each time, and another one from another seed', () => {
    expect(seedPage()).toEqual(scenario);
    expect(seedPage(5).posts).toHaveLength(11_847);
    expect(seedPage(5)).not.toEqual(scenario);
    expect(responseAt(scenario, 7)).toBe(responseAt(scenario, 7));
  });
});

describe('as X sends it', () => {
  it.each(['A', 'B', 'C'] as const)('shape %s: the parser finds every post and its author', (shape) => {
    const scenario = loadScenario('organic');
    const { posts, accounts } = read(scenario, shape);
    for (const { id, authorId } of scenario.posts) expect(posts.get(id)).toBe(authorId);
    for (const { id } of scenario.accounts) expect(accounts.has(id)).toBe(true);
  });

  it('leaves unknown what the article does not tell', () => {
    const scenario = loadScenario('seed-32');
    const body = responseAt(scenario, 0);
    const result = site.parse({
      url: 'https://x.com/i/api/graphql/a/SearchTimeline',
      pageUrl: 'https://x.com/hashtag/a',
      capturedAtMs: 0,
      body,
    });
    const parsed = result.ok ? result.parsed : undefined;
    expect(parsed?.accounts.length).toBeGreaterThan(0);
    for (const account of parsed?.accounts ?? [])
      expect([account.createdAtMs, account.following, account.bio, account.bannerUrl]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
    for (const post of parsed?.posts ?? []) expect(post.client).toBeUndefined();
  });
});
