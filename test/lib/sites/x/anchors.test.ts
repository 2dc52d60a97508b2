// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  articleOf,
  articlesIn,
  focusedArticle,
  pageBackground,
  primaryColumn,
  readArticle,
} from '@/lib/sites/x/anchors';
import { type Markup, pageMarkup } from './markup';

const only = (post: Markup) => {
  document.body.innerHTML = pageMarkup(post);
  const [article] = articlesIn(document);
  if (article === undefined) throw new Error('no article');
  return { article, reading: readArticle(article) };
};

beforeEach(() => {
  document.body.innerHTML = '';
  document.body.removeAttribute('style');
});

describe('a post’s author', () => {
  test('stands in the first User-Name', () => {
    const { reading } = only({ handle: 'amal_writes', postId: '1852311426666537322' });
    expect(reading).toMatchObject({
      handle: 'amal_writes',
      postId: '1852311426666537322',
      isFocal: false,
      isEdited: false,
    });
    expect(reading?.nameSlot.getAttribute('data-testid')).toBe('User-Name');
  });

  test('is the quoting one, not the quoted', () => {
    const quoted = { handle: 'quoted_one', postId: '22' };
    expect(only({ handle: 'quoting_one', postId: '21', quoted }).reading).toMatchObject({
      handle: 'quoting_one',
      postId: '21',
    });
  });

  test('is the original one of a repost', () => {
    expect(only({ handle: 'original', repostedBy: 'spreader' }).reading?.handle).toBe('original');
  });

  test('is found beside the mark of an organisation, which is itself a link', () => {
    expect(only({ handle: 'staff', affiliate: true, postId: '5' }).reading).toMatchObject({
      handle: 'staff',
      postId: '5',
    });
  });

  test('of the post a page is about has its time below', () => {
    expect(only({ handle: 'focus', kind: 'focal', postId: '7' }).reading).toMatchObject({ postId: '7', isFocal: true });
  });

  test('of an edited post has a link to its history', () => {
    expect(only({ handle: 'edits', kind: 'edited', postId: '8' }).reading).toMatchObject({
      postId: '8',
      isEdited: true,
    });
  });

  test('of a promoted post has no time, so no id', () => {
    const { reading } = only({ handle: 'shop', kind: 'ad' });
    expect(reading?.handle).toBe('shop');
    expect(reading?.postId).toBeUndefined();
  });

  test.each(['/i/lists/1', '/with-dash', '/a/status/1', 'https://t.co/abc/def', '', '/toolongtoolongtoolongx'])(
    'is unknown where the first link is %j',
    (href) => {
      const { article } = only({ handle: 'someone' });
      article.querySelector('[data-testid=User-Name] a')?.setAttribute('href', href);
      expect(readArticle(article)).toBeUndefined();
    },
  );
});

describe('the page', () => {
  test('has posts at and below a node, and no notification among them', () => {
    document.body.innerHTML = `${pageMarkup({ handle: 'a' }, { handle: 'b' })}<article role="article" data-testid="notification"></article>`;
    expect(articlesIn(document)).toHaveLength(2);
    const [first] = articlesIn(document);
    expect(first && articlesIn(first)).toEqual([first]);
    expect(articlesIn(document.createTextNode('x'))).toEqual([]);
  });

  test('still has its posts when the test ids are gone', () => {
    document.body.innerHTML = '<article role="article"></article>';
    expect(articlesIn(document)).toHaveLength(1);
  });

  test('knows the post of a text node and the one with the focus', () => {
    const { article } = only({ handle: 'a' });
    const text = article.querySelector('[data-testid=tweetText] span')?.firstChild;
    expect(text && articleOf(text)).toBe(article);
    expect(focusedArticle(document)).toBeUndefined();
    (article as HTMLElement).focus();
    expect(focusedArticle(document)).toBe(article);
  });

  test('has a column', () => {
    expect(primaryColumn(document)).toBeUndefined();
    only({ handle: 'a' });
    expect(primaryColumn(document)?.getAttribute('data-testid')).toBe('primaryColumn');
  });

  test.each([
    ['rgb(255, 255, 255)', 'light'],
    ['rgb(247, 249, 249)', 'light'],
    ['rgb(0, 0, 0)', 'dark'],
    ['rgb(21, 32, 43)', 'dark'],
  ])('with background %s is %s', (color, theme) => {
    document.body.style.backgroundColor = color;
    expect(pageBackground(document)).toBe(theme);
  });

  test('whose body is transparent goes by what lies below', () => {
    document.body.style.backgroundColor = 'rgba(0, 0, 0, 0)';
    document.documentElement.style.backgroundColor = 'rgb(0, 0, 0)';
    expect(pageBackground(document)).toBe('dark');
    document.documentElement.removeAttribute('style');
  });
});

const real = path.resolve(import.meta.dirname, '../../../../../shared/x/dom');
describe.runIf(existsSync(real))('real markup', () => {
  const files = existsSync(real) ? readdirSync(real).filter((name) => name.endsWith('.html')) : [];
  test.each(files)('%s: the author is the one of the avatar, the id that of the time', (file) => {
    document.body.innerHTML = readFileSync(path.join(real, file), 'utf8');
    const [article] = articlesIn(document);
    const reading = article && readArticle(article);
    const avatar = article?.querySelector('[data-testid^=UserAvatar-Container-]')?.getAttribute('data-testid');
    expect(reading?.handle).toBe(avatar?.replace('UserAvatar-Container-', ''));
    expect(reading?.postId).toMatch(/^\d{19}$/);
  });
});
