/** The stand-in's page: routes without reloading, loads by XHR, keys j and k. */
import { createFrame } from './layout';
import { type Loaded, readTimeline } from './read';
import { type Route, responsePath, routeOf } from './routes';
import { createTimeline, type Timeline } from './timeline';
import { wordsOf } from './words';

/** Written into the document by the server. */
interface Settings {
  readonly lang: string;
  readonly recycle: 'refill' | 'replace';
  readonly count: number;
  readonly trends: readonly string[];
}

declare global {
  interface Window {
    /** The first timeline, asked for before this bundle was there, as X itself may do. */
    firstTimeline?: { readonly path: string; readonly request: XMLHttpRequest } | undefined;
  }
}

const settings = JSON.parse(document.getElementById('settings')?.textContent ?? '{}') as Settings;
const words = wordsOf(settings.lang);
const frame = createFrame(words, settings.trends);
let timeline: Timeline | undefined;
let asked = 0;

function show(): void {
  const route = routeOf(new URL(location.href));
  timeline?.stop();
  const load = (cursor: string | undefined) => fetchTimeline(route, cursor);
  timeline = createTimeline({ ...settings, words, load });
  frame.show(route, timeline.node);
  document.title = route.kind === 'hashtag' ? `#${route.tag} - ${words.search} / X` : 'X';
  scrollTo({ top: 0 });
}

function fetchTimeline(route: Route, cursor: string | undefined): Promise<Loaded> {
  const path = responsePath(route, settings.count, cursor);
  const first = window.firstTimeline;
  window.firstTimeline = undefined;
  const focal = route.kind === 'post' ? route.id : undefined;
  return new Promise((resolve, reject) => {
    const ready = first?.path === path;
    const request = ready ? first.request : new XMLHttpRequest();
    const done = () => {
      try {
        if (request.status !== 200) throw new Error(`answer ${request.status}`);
        const body: unknown = request.responseType === 'json' ? request.response : JSON.parse(request.responseText);
        resolve(readTimeline(body, focal));
      } catch (error) {
        reject(error);
      }
    };
    if (ready && request.readyState === XMLHttpRequest.DONE) {
      done();
      return;
    }
    request.addEventListener('load', done);
    request.addEventListener('error', () => reject(new Error('no answer')));
    if (ready) return;
    request.open('GET', path);
    // X uses more than one kind; so does its stand-in.
    request.responseType = (['', 'json', 'text'] as const)[asked++ % 3] ?? '';
    request.setRequestHeader('x-twitter-active-user', 'yes');
    request.send();
  });
}

function go(path: string): void {
  history.pushState({}, '', path);
  show();
}

/** Links within the site change the page without reloading it; a press on a post opens it. */
document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  if (!target || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
  if (target.closest('[data-testid=app-bar-back]')) {
    history.back();
    return;
  }
  const link = target.closest('a');
  if (link) {
    event.preventDefault();
    if (link.origin === location.origin) go(link.pathname + link.search);
    return;
  }
  if (target.closest('button, input')) return;
  const quoted = target.closest<HTMLElement>('[data-path]')?.dataset.path;
  const post = target.closest('article')?.querySelector('time')?.closest('a');
  if (quoted) go(quoted);
  else if (post && !getSelection()?.toString()) go(post.pathname);
});

document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]');
  if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
  if (event.key === 'j') timeline?.step(1);
  if (event.key === 'k') timeline?.step(-1);
  if (event.key === 'Enter' && document.activeElement?.matches('article')) {
    const post = document.activeElement.querySelector('time')?.closest('a');
    if (post) go(post.pathname);
  }
});

addEventListener('popstate', show);
document.getElementById('react-root')?.append(frame.node);
show();
// Messages are asked for by the real page too; nobody else has any business with them.
const messages = new XMLHttpRequest();
messages.open('GET', '/i/api/1.1/dm/inbox_initial_state.json');
messages.setRequestHeader('x-twitter-active-user', 'yes');
messages.send();
