/** Parts of a post's markup that are filled anew in place. */
import { type Child, h, ICONS, icon, withEmoji } from './dom';
import type { Shown } from './read';
import type { Words } from './words';

/** The author's line. Three links; two on a focal post (its time stands below) and on an ad (it has none). */
export function userName(lang: string, linked: boolean) {
  const link = (attributes: Record<string, string>, ...children: readonly Child[]) =>
    linked ? h('a', { role: 'link', ...attributes }, ...children) : h('div', attributes, ...children);
  const display = h('span', {});
  const mark = h('span', { class: 'mark' });
  const handle = h('span', {});
  const first = link({}, h('div', { class: 'name' }, h('div', { dir: 'auto' }, display), mark));
  const second = link({ tabindex: '-1' }, h('div', { dir: 'ltr' }, handle));
  const dot = h('div', { dir: 'ltr', 'aria-hidden': 'true', class: 'dot' }, h('span', {}, '·'));
  const time = h('time', { dir: 'auto' });
  const timeBox = linked ? h('a', { dir: 'ltr', role: 'link' }, time) : h('div', { dir: 'ltr' }, time);
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
    when.replaceChildren(...(timed ? [timeBox] : []));
    time.dateTime = new Date(post.createdAtMs).toISOString();
    time.textContent = dateText(post, lang, false);
    if (linked) timeBox.setAttribute('href', `/${author.handle}/status/${post.id}`);
    timeBox.setAttribute('aria-label', time.textContent);
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

export const timeLink = (post: Shown, lang: string) =>
  h(
    'a',
    { href: `/${post.author.handle}/status/${post.id}`, dir: 'ltr', role: 'link' },
    h('time', { dir: 'auto', datetime: new Date(post.createdAtMs).toISOString() }, dateText(post, lang, true)),
  );

const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const localeOf = (lang: string) => (lang === 'ar' ? 'ar-EG-u-nu-latn' : 'en-US');
/** Formatters are dear to make. */
const made = new Map<string, Intl.DateTimeFormat>();

function dateText({ createdAtMs }: Shown, lang: string, full: boolean): string {
  const key = `${lang} ${full}`;
  const format =
    made.get(key) ??
    new Intl.DateTimeFormat(localeOf(lang), full ? { ...day, hour: 'numeric', minute: '2-digit' } : day);
  made.set(key, format);
  return format.format(createdAtMs);
}

/** A coloured circle with the name's first letter; drawn by style, as thousands of pictures would cost more than the page. */
export function avatarCircle() {
  const node = h('div', { class: 'face', role: 'presentation' });
  const fill = ({ author }: Shown) => {
    const hue = Number(BigInt(author.id) % 359n);
    node.style.background = `linear-gradient(135deg, hsl(${hue} 62% 58%), hsl(${(hue + 50) % 360} 58% 40%))`;
    node.textContent = [...author.name][0] ?? '?';
  };
  return { node, fill };
}

/** Buttons under a post; made once, only the figures change. */
export function actionBar(words: Words, lang: string) {
  const short = new Intl.NumberFormat(localeOf(lang), { notation: 'compact' });
  const make = (tag: 'a' | 'button', shape: string, label: string, attributes: Record<string, string>) => {
    const figure = h('span', {});
    const node = h(tag, attributes, icon(shape), figure);
    const fill = (count: number) => {
      node.setAttribute('aria-label', `${count} ${label}`);
      figure.textContent = count > 0 ? short.format(count) : '';
    };
    return { node, fill };
  };
  const button = (testid: string, shape: string, label: string) =>
    make('button', shape, label, { 'data-testid': testid, type: 'button', role: 'button' });
  const replies = button('reply', ICONS.reply, words.reply);
  const reposts = button('retweet', ICONS.repost, words.repost);
  const likes = button('like', ICONS.like, words.like);
  const views = make('a', ICONS.views, words.views, { role: 'link' });
  const last = h(
    'span',
    { class: 'last' },
    button('bookmark', ICONS.bookmark, '').node,
    button('share', ICONS.share, '').node,
  );
  const shown = [replies, reposts, likes, views].map(({ node }) => node);
  const node = h('div', { role: 'group', class: 'actions' }, ...shown, last);
  const fill = ({ figures, id, author }: Shown) => {
    replies.fill(figures.replies);
    reposts.fill(figures.reposts);
    likes.fill(figures.likes);
    views.fill(figures.views);
    views.node.setAttribute('href', `/${author.handle}/status/${id}/analytics`);
  };
  return { node, fill };
}
