/** One post's markup, as X's was in October 2025: same structure, test ids, roles and links; own code. */

import { actionBar, avatarCircle, timeLink, userName } from './article-parts';
import { type Child, h, ICONS, icon, withEmoji } from './dom';
import type { Shown } from './read';
import { hashtagPath } from './routes';
import type { Words } from './words';

export interface Article {
  readonly node: HTMLElement;
  /** Shows another post in the same nodes, as a recycling list does. */
  readonly fill: (post: Shown) => void;
}

export interface ArticleOptions {
  readonly words: Words;
  readonly lang: string;
}

export function createArticle({ words, lang }: ArticleOptions): Article {
  const social = h('div', { class: 'social' });
  const avatar = avatarCircle();
  const avatarLink = h('a', { role: 'link', tabindex: '-1', 'aria-hidden': 'true' }, avatar.node);
  const avatarBox = h('div', { class: 'avatar' }, avatarLink);
  const name = userName(lang, true);
  const reply = h('div', { class: 'replying' });
  const text = h('div', { dir: 'auto', 'data-testid': 'tweetText', class: 'text' });
  const quote = h('div', { class: 'quote' });
  const focalTime = h('div', { class: 'focal-time' });
  const actions = actionBar(words, lang);
  const caret = h(
    'button',
    { 'aria-haspopup': 'menu', 'aria-label': words.more, role: 'button', 'data-testid': 'caret', type: 'button' },
    icon(ICONS.more),
  );
  const ad = h('span', { class: 'ad' });
  const head = h(
    'div',
    { class: 'head' },
    h('div', { class: 'who' }, name.node),
    h('div', { class: 'corner' }, ad, caret),
  );
  const main = h('div', { class: 'main' }, head, reply, text, quote, focalTime, actions.node);
  const picture = h('div', { class: 'picture', 'data-testid': 'Tweet-User-Avatar' }, avatarBox);
  const node = h(
    'article',
    { role: 'article', tabindex: '0', 'data-testid': 'tweet' },
    h('div', {}, h('div', {}, social), h('div', { class: 'row' }, picture, main)),
  );
  const fill = (post: Shown) => {
    social.replaceChildren(...(post.repostedBy ? [socialContext(post.repostedBy, words)] : []));
    avatarBox.setAttribute('data-testid', `UserAvatar-Container-${post.author.handle}`);
    avatarLink.setAttribute('href', `/${post.author.handle}`);
    avatar.fill(post);
    name.fill(post);
    reply.replaceChildren(
      ...(post.replyingTo
        ? [
            h('span', {}, `${words.replyingTo} `),
            h('a', { href: `/${post.replyingTo}`, dir: 'ltr' }, `@${post.replyingTo}`),
          ]
        : []),
    );
    ad.textContent = post.promoted ? words.ad : '';
    text.lang = post.lang;
    text.replaceChildren(...richText(post));
    quote.replaceChildren(...(post.quoted ? [quotedPost(post.quoted, lang)] : []));
    focalTime.replaceChildren(...(post.focal ? [timeLink(post, lang)] : []));
    actions.fill(post);
    node.classList.toggle('focal', post.focal);
  };
  return { node, fill };
}

const socialContext = (by: { readonly handle: string; readonly name: string }, words: Words) =>
  h(
    'a',
    { href: `/${by.handle}`, role: 'link' },
    icon(ICONS.repost),
    h('span', { 'data-testid': 'socialContext' }, h('span', {}, ...withEmoji(by.name)), ` ${words.reposted}`),
  );

/** A quoted post repeats the author's line and the text, without links, inside one thing to press. */
function quotedPost(post: Shown, lang: string): Node {
  const name = userName(lang, false);
  name.fill(post);
  const avatar = avatarCircle();
  avatar.fill(post);
  const picture = h(
    'div',
    { 'data-testid': 'Tweet-User-Avatar' },
    h('div', { 'data-testid': `UserAvatar-Container-${post.author.handle}` }, avatar.node),
  );
  const text = h(
    'div',
    { dir: 'auto', lang: post.lang, 'data-testid': 'tweetText', class: 'text' },
    ...richText(post, false),
  );
  const box = h(
    'div',
    { role: 'link', tabindex: '0', class: 'quoted' },
    h('div', { class: 'quoted-head' }, picture, name.node),
    text,
  );
  box.dataset.path = `/${post.author.handle}/status/${post.id}`;
  return box;
}

function richText(post: Shown, linked = true): Child[] {
  const links = new Map(post.links.map((link) => [link.short, link]));
  return post.text.split(/(https:\/\/t\.co\/\w+|[#@][\p{L}\p{N}_]+)/u).flatMap((piece): Child[] => {
    const link = links.get(piece);
    if (!linked) return withEmoji(link ? link.shown : piece);
    if (link)
      return [
        h(
          'a',
          { href: link.short, dir: 'ltr', rel: 'noopener noreferrer nofollow', target: '_blank', role: 'link' },
          link.shown,
        ),
      ];
    if (piece.startsWith('#') && piece.length > 1)
      return [
        h(
          'span',
          { class: 'r' },
          h('a', { dir: 'auto', role: 'link', href: hashtagPath(piece.slice(1), 'top') }, piece),
        ),
      ];
    if (piece.startsWith('@') && piece.length > 1)
      return [h('span', {}, h('a', { dir: 'ltr', role: 'link', href: `/${piece.slice(1)}` }, piece))];
    return withEmoji(piece);
  });
}
