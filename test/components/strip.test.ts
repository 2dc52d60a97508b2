import { expect, test } from 'vitest';
import { stripParts } from '@/components/strip';
import type { PageSummary } from '@/lib/messages';
import { wordsOf } from './words-of';

const page = { key: 'hashtag:egypt', kind: 'hashtag', tab: 'latest', title: 'Egypt' } as const;
const summary: PageSummary = {
  page,
  posts: 1240,
  accounts: 310,
  strong: 185,
  weak: 3,
  matchingPosts: 1117,
  share: 0.9009,
};
const line = (more: Partial<PageSummary>, language: 'en' | 'ar' = 'en') =>
  stripParts({ ...summary, ...more }, wordsOf(language)).join(' · ');

test('one line: seen, matching, share', () => {
  expect(line({})).toBe('1,240 posts by 310 accounts seen · 188 match a spam fingerprint (3 weak) · 90.1% of posts');
  expect(line({ weak: 0, strong: 1, posts: 1, accounts: 1, share: 0 })).toBe(
    '1 post by 1 account seen · 1 matches a spam fingerprint · 0.0% of posts',
  );
});

test('no share before enough is seen', () => {
  const { share: _, ...few } = summary;
  expect(stripParts(few, wordsOf('en'))[2]).toBe('not enough seen yet for a share');
});

test('in Arabic, with its forms of one and two', () => {
  expect(line({ posts: 2, accounts: 2, strong: 2, weak: 0 }, 'ar')).toContain(
    'شوهد منشوران من حسابين · حسابان يطابقان بصمة سبام',
  );
  expect(line({ strong: 1, weak: 0 }, 'ar')).toContain('حساب واحد يطابق بصمة سبام');
});
