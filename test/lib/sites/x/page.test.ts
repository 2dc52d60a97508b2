import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf } from '../../../../lib/sites/x/page';

const kindKeyTab = (url: string) => {
  const { kind, key, tab } = pageOf(url);
  return `${kind} ${key} ${tab}`;
};

describe('a page is known by its address', () => {
  test.each([
    ['https://x.com/hashtag/Egypt', 'hashtag hashtag:egypt top'],
    ['https://x.com/hashtag/egypt?f=live', 'hashtag hashtag:egypt latest'],
    ['https://x.com/hashtag/egypt?src=hashtag_click&f=media#top', 'hashtag hashtag:egypt media'],
    ['https://x.com/search?q=%23Egypt&src=hashtag_click', 'hashtag hashtag:egypt top'],
    ['https://x.com/search?q=(%23Egypt)&f=live', 'hashtag hashtag:egypt latest'],
    ['https://x.com/search?f=live&q=%EF%BC%83Egypt+', 'hashtag hashtag:egypt latest'],
    ['https://x.com/search?q=%23egypt%20loan', 'search search:#egypt loan top'],
    ['https://x.com/search?q=%23a+OR+%23b', 'search search:#a or #b top'],
    ['https://x.com/search?q=Egypt++Loan&f=user', 'search search:egypt loan people'],
    ['https://x.com/search?q=loan&f=list', 'search search:loan lists'],
    ['https://x.com/search?q=100%25', 'search search:100% top'],
    ['https://x.com/search?q=100%', 'search search:100% top'],
    ['https://x.com/search?q=%FF%FE', 'search search:%ff%fe top'],
    ['https://x.com/search?q=a=b', 'search search:a=b top'],
    ['https://x.com/search', 'other other:search none'],
    ['https://x.com/search?q=+', 'other other:search none'],
    ['https://x.com/home', 'home home none'],
    ['https://x.com/Nour_Writes', 'profile profile:nour_writes none'],
    ['https://mobile.twitter.com/Nour_Writes/with_replies', 'profile profile:nour_writes none'],
    ['https://x.com/nour_writes/status/1963500000000000000', 'post post:1963500000000000000 none'],
    ['https://x.com/nour_writes/status/1963500000000000000/photo/1', 'post post:1963500000000000000 none'],
    ['https://twitter.com/nour_writes/statuses/20', 'post post:20 none'],
    ['https://x.com/i/web/status/20', 'post post:20 none'],
    ['https://x.com/i/status/20', 'post post:20 none'],
    ['https://x.com/nour_writes/status/abc', 'other other none'],
    ['https://x.com/i/lists/1234', 'list list:1234 none'],
    ['https://x.com/i/communities/1234', 'other other:i/communities none'],
    ['https://x.com/messages/12-34', 'other other:messages none'],
    ['https://x.com/notifications', 'other other:notifications none'],
    ['https://x.com/settings/account', 'other other:settings none'],
    ['https://x.com/', 'other other none'],
    ['https://x.com', 'other other none'],
    ['https://x.com/hashtag/', 'other other:hashtag none'],
    ['https://x.com/hashtag/%F0%9F%8C%B4', 'other other none'],
    ['about:blank', 'other other none'],
    ['', 'other other none'],
  ])('%s', (url, expected) => {
    expect(kindKeyTab(url)).toBe(expected);
  });
});

test('two spellings of a tag are one page, in any script and either address', () => {
  const spellings = ['قرض_الأهلي', 'قرض_الاهلي', 'قـرض_الأهـلي', 'قَرض_الأهلي'];
  const keys = spellings.flatMap((tag) => [
    pageOf(`https://x.com/hashtag/${encodeURIComponent(tag)}`).key,
    pageOf(`https://x.com/search?q=${encodeURIComponent(`#${tag}`)}`).key,
    pageOf(`https://x.com/hashtag/${tag}?f=live`).key,
  ]);
  expect(new Set(keys).size).toBe(1);
  expect(pageOf('https://x.com/hashtag/%E6%97%A5%E6%9C%AC').title).toBe('日本');
});

test('the title is what a person reads', () => {
  expect(pageOf('https://x.com/search?q=Egypt++Loan').title).toBe('Egypt Loan');
  expect(pageOf(`https://x.com/hashtag/${encodeURIComponent('قرض_الأهلي')}`).title).toBe('قرض_الأهلي');
  expect(pageOf('https://x.com/Nour_Writes').title).toBe('Nour_Writes');
});

test('no address makes it throw, or its key long', () => {
  const parts = fc.array(
    fc.oneof(
      fc.webQueryParameters(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('%', '%E0%A4', '?q=', '/hashtag/', '#', '&f=live'),
    ),
  );
  fc.assert(
    fc.property(parts, (strange) => {
      const page = pageOf(`https://x.com/${strange.join('')}`);
      expect(page.key.length).toBeLessThan(600);
      expect(page.title.length).toBeLessThanOrEqual(500);
    }),
  );
  for (const name of ['__proto__', 'constructor', 'toString']) {
    expect(pageOf(`https://x.com/search?q=a&f=${name}`).tab).toBe('top');
  }
});

test('any one hashtag is a hashtag page with the same key by either address', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\p{L}\p{N}_]{1,20}$/u), (tag) => {
      const byPath = pageOf(`https://x.com/hashtag/${encodeURIComponent(tag)}`);
      expect(pageOf(`https://x.com/search?q=${encodeURIComponent(`#${tag}`)}`)).toEqual(byPath);
    }),
  );
});
