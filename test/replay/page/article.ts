/** One post's markup, as X's was in October 2025: same structure, test ids, roles and links; own code. */
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
  const avatar = h('img', { alt: '', draggable: 'true', width: '40', height: '40' });
  const avatarLink = h('a', { role: 'link', tabindex: '-1', 'aria-hidden': 'true' }, avatar);
  const avatarBox = h('div', { class: 'avatar' }, avatarLink);
  const name = userName(lang, true);
  const reply = h('div', { class: 'replying' });
  const text = h('div', { dir: 'auto', 'data-testid': 'tweetText', class: 'text' });
  const quote = h('div', { class: 'quote' });
  const focalTime = h('div', { class: 'focal-time' });
  const actions = h('div', { role: 'group', class: 'actions' });
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
  const main = h('div', { class: 'main' }, head, reply, text, quote, focalTime, actions);
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
    avatar.src = avatarOf(post);
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
    focalTime.replaceChildren(...(post.focal ? [timeLink(post, lang, true)] : []));
    actions.replaceChildren(...buttons(post, words, lang));
    node.classList.toggle('focal', post.focal);
  };
  return { node, fill };
}

/** The author's line. Three links; two on a focal post (its time stands below) and on an ad (it has none). */
function userName(lang: string, linked: boolean) {
  const link = (attributes: Record<string, string>, ...children: readonly Child[]) =>
    linked ? h('a', { role: 'link', ...attributes }, ...children) : h('div', attributes, ...children);
  const display = h('span', {});
  const mark = h('span', { class: 'mark' });
  const handle = h('span', {});
  const first = link({}, h('div', { class: 'name' }, h('div', { dir: 'auto' }, display), mark));
  const second = link({ tabindex: '-1' }, h('div', { dir: 'ltr' }, handle));
  const dot = h('div', { dir: 'ltr', 'aria-hidden': 'true', class: 'dot' }, h('span', {}, '·'));
  const when = h('div', {});
  const node = h(
    'div',
    { 'data-testid': 'User-Name', class: 'user-name' },
    h('div', { class: 'first' }, h('div', {}, first)),
    h('div', { class: 'second' }, h('div', { class: 'line' }, h('div', {}, second), dot, when)),
  );
  const fill = (post: Shown) => {
    const { author } = post;
    if (linked) for (const one of [first, second]) one.setAttribute('href', `/${author.handle}`);
    display.replaceChildren(...withEmoji(author.name));
    mark.replaceChildren(...(author.verified ? [verified()] : []));
    handle.textContent = `@${author.handle}`;
    const timed = !post.promoted && !post.focal;
    dot.hidden = !timed;
    when.replaceChildren(...(timed ? [linked ? timeLink(post, lang, false) : timeOf(post, lang, false)] : []));
  };
  return { node, fill };
}

function verified(): SVGSVGElement {
  const svg = icon(ICONS.verified, true);
  svg.setAttribute('data-testid', 'icon-verified');
  svg.removeAttribute('aria-hidden');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'Verified account');
  return svg;
}

const timeLink = (post: Shown, lang: string, full: boolean) =>
  h(
    'a',
    {
      href: `/${post.author.handle}/status/${post.id}`,
      dir: 'ltr',
      role: 'link',
      'aria-label': dateText(post, lang, true),
    },
    timeOf(post, lang, full),
  );

const timeOf = (post: Shown, lang: string, full: boolean) =>
  h('time', { dir: 'auto', datetime: new Date(post.createdAtMs).toISOString() }, dateText(post, lang, full));

function dateText({ createdAtMs }: Shown, lang: string, full: boolean): string {
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const locale = lang === 'ar' ? 'ar-EG-u-nu-latn' : 'en-US';
  return new Intl.DateTimeFormat(locale, full ? { ...day, hour: 'numeric', minute: '2-digit' } : day).format(
    createdAtMs,
  );
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
  const avatar = h('img', { alt: '', width: '24', height: '24', src: avatarOf(post) });
  const picture = h(
    'div',
    { 'data-testid': 'Tweet-User-Avatar' },
    h('div', { 'data-testid': `UserAvatar-Container-${post.author.handle}` }, avatar),
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

const avatarOf = (post: Shown) =>
  `/profile_images/${post.author.id}.svg?n=${encodeURIComponent([...post.author.name][0] ?? '?')}`;

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

function buttons({ figures, id, author }: Shown, words: Words, lang: string): Node[] {
  const short = new Intl.NumberFormat(lang === 'ar' ? 'ar-EG-u-nu-latn' : 'en-US', { notation: 'compact' });
  const inner = (path: string, count: number) => [icon(path), h('span', {}, count > 0 ? short.format(count) : '')];
  const button = (testid: string, path: string, count: number, label: string) =>
    h(
      'button',
      { 'data-testid': testid, type: 'button', role: 'button', 'aria-label': `${count} ${label}` },
      ...inner(path, count),
    );
  const views = h(
    'a',
    { href: `/${author.handle}/status/${id}/analytics`, role: 'link', 'aria-label': `${figures.views} ${words.views}` },
    ...inner(ICONS.views, figures.views),
  );
  return [
    button('reply', ICONS.reply, figures.replies, words.reply),
    button('retweet', ICONS.repost, figures.reposts, words.repost),
    button('like', ICONS.like, figures.likes, words.like),
    views,
    h('span', { class: 'last' }, button('bookmark', ICONS.bookmark, 0, ''), button('share', ICONS.share, 0, '')),
  ];
}
