/** The frame around a timeline: side bars, header, tabs. */
import { h, ICONS, icon } from './dom';
import { hashtagPath, type Route } from './routes';
import type { Words } from './words';

export interface Frame {
  readonly node: HTMLElement;
  /** Puts a route's header above and its timeline into the main column. */
  readonly show: (route: Route, timeline: HTMLElement) => void;
}

export function createFrame(words: Words, trends: readonly string[]): Frame {
  const column = h('div', { 'data-testid': 'primaryColumn', class: 'column' });
  const trend = (tag: string) =>
    h(
      'a',
      { href: hashtagPath(tag, 'top'), role: 'link', class: 'trend', 'data-testid': 'trend' },
      h('small', {}, words.trending),
      h('b', { dir: 'auto' }, `#${tag}`),
    );
  const side = h(
    'div',
    { 'data-testid': 'sidebarColumn', class: 'side' },
    h('div', { class: 'box' }, h('h2', {}, words.happening), ...trends.map(trend)),
  );
  const entry = (path: string, shape: string, label: string) =>
    h('a', { href: path, role: 'link', 'aria-label': label }, icon(shape), h('span', {}, label));
  const banner = h(
    'header',
    { role: 'banner', class: 'banner' },
    h(
      'nav',
      { role: 'navigation', 'aria-label': 'Primary' },
      h('a', { href: '/home', class: 'logo', 'aria-label': 'X' }, icon('M4 4l16 16M20 4L4 20')),
      entry('/home', ICONS.home, words.home),
      entry('/explore', ICONS.search, words.explore),
      entry('/home', ICONS.bell, words.notifications),
      entry('/home', ICONS.mail, words.messages),
      entry('/home', ICONS.user, words.profile),
      h('button', { class: 'compose', type: 'button' }, words.post),
    ),
  );
  const node = h('div', { class: 'frame' }, banner, h('main', { role: 'main' }, column, side));
  const show = (route: Route, timeline: HTMLElement) => {
    column.setAttribute('aria-label', words.timeline);
    column.replaceChildren(headerOf(route, words), timeline);
  };
  return { node, show };
}

function headerOf(route: Route, words: Words): HTMLElement {
  const back = h(
    'button',
    { type: 'button', class: 'back', 'data-testid': 'app-bar-back', 'aria-label': 'Back' },
    icon(ICONS.back),
  );
  if (route.kind !== 'hashtag') {
    const title = { home: words.forYou, post: words.post, profile: route.kind === 'profile' ? `@${route.handle}` : '' }[
      route.kind
    ];
    return h(
      'div',
      { class: 'top' },
      h('div', { class: 'bar' }, ...(route.kind === 'home' ? [] : [back]), h('h2', { dir: 'auto' }, title)),
    );
  }
  const input = h('input', {
    type: 'text',
    role: 'combobox',
    dir: 'auto',
    'data-testid': 'SearchBox_Search_Input',
    'aria-label': words.search,
    'aria-expanded': 'false',
  });
  input.value = `#${route.tag}`;
  const tab = (label: string, path: string, selected: boolean) =>
    h(
      'div',
      { role: 'presentation' },
      h(
        'a',
        { href: path, role: 'tab', 'aria-selected': String(selected), tabindex: selected ? '0' : '-1' },
        h('span', {}, label),
      ),
    );
  const same = hashtagPath(route.tag, 'top');
  const tabs = h(
    'nav',
    { role: 'navigation', 'aria-live': 'polite' },
    h(
      'div',
      { role: 'tablist', class: 'tabs' },
      tab(words.top, same, route.order === 'top'),
      tab(words.latest, hashtagPath(route.tag, 'latest'), route.order === 'latest'),
      tab(words.people, same, false),
      tab(words.media, same, false),
      tab(words.lists, same, false),
    ),
  );
  const box = h('label', { class: 'search' }, icon(ICONS.search), input);
  return h(
    'div',
    { class: 'top' },
    h('div', { class: 'bar' }, back, box, h('button', { type: 'button', 'aria-label': words.more }, icon(ICONS.more))),
    tabs,
  );
}
