import { expect, test } from 'vitest';
import { hasStrip, watchSummary } from '@/entrypoints/overlay.content/summary';
import type { PageSummary } from '@/lib/messages';
import { pageOf } from '@/lib/sites/x/page';

const tag = (name: string) => `https://x.com/hashtag/${name}`;
const summaryOf = (url: string, posts = 40): PageSummary => ({
  page: pageOf(url),
  posts,
  accounts: 10,
  strong: 1,
  weak: 0,
  matchingPosts: 4,
});
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

function start(url: string) {
  const place = { url };
  const log: string[] = [];
  const waiting: ((posts?: number | null) => void)[] = [];
  const watch = watchSummary(
    () => place.url,
    (asked) =>
      new Promise((resolve) => {
        log.push(`ask ${pageOf(asked).title}`);
        waiting.push((posts = 40) => resolve(posts === null ? undefined : summaryOf(asked, posts)));
      }),
    { show: ({ page, posts }) => log.push(`show ${page.title} ${posts}`), hide: () => log.push('hide') },
  );
  const answer = async (posts?: number | null) => {
    waiting.shift()?.(posts);
    await settle();
  };
  return { place, log, watch, answer };
}

test('only hashtag and search pages have a strip', () => {
  expect([tag('a'), 'https://x.com/search?q=egypt', 'https://x.com/home', 'https://x.com/amal'].map(hasStrip)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('one question at a time; what came meanwhile is one more', async () => {
  const { log, watch, answer } = start(tag('a'));
  watch.setActive(true);
  watch.refresh();
  watch.refresh();
  expect(log).toEqual(['ask a']);
  await answer();
  await answer(60);
  expect(log).toEqual(['ask a', 'show a 40', 'ask a', 'show a 60']);
});

test('an answer about a page that was left is not shown', async () => {
  const { place, log, watch, answer } = start(tag('a'));
  watch.setActive(true);
  place.url = tag('b');
  await answer();
  await answer(20);
  expect(log).toEqual(['ask a', 'ask b', 'show b 20']);
});

test('nothing seen, no strip; no answer, no change', async () => {
  const { log, watch, answer } = start(tag('a'));
  watch.setActive(true);
  await answer(0);
  watch.refresh();
  await answer(null);
  expect(log).toEqual(['ask a', 'hide', 'ask a']);
});

test('off, or elsewhere, hides it', async () => {
  const { place, log, watch, answer } = start(tag('a'));
  watch.setActive(true);
  await answer();
  place.url = 'https://x.com/home';
  watch.refresh();
  watch.setActive(false);
  expect(log).toEqual(['ask a', 'show a 40', 'hide', 'hide']);
});
