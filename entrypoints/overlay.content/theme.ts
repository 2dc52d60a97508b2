/** X's own theme (light, lights-out), as its page's background tells it. */
import { type PageTheme, pageBackground } from '@/lib/sites/x/anchors';

export interface ThemeWatch {
  readonly now: () => PageTheme;
  /** Reads again; calls `onChange` if it differs. Before the page has a body it is light. */
  readonly check: () => void;
  readonly stop: () => void;
}

/**
 * Watches the attributes X changes when a person changes the theme, and nothing below them; and what may colour the page
 * while it is being loaded: its body, a style sheet that comes late.
 */
export function watchTheme(document: Document, onChange: () => void): ThemeWatch {
  let theme: PageTheme = 'light';
  let watched: HTMLElement | null = null;
  const check = () => {
    if (watched !== document.body && document.body) {
      watched = document.body;
      observer.observe(watched, { attributes: true, attributeFilter: ['style', 'class'] });
    }
    const next = document.body ? pageBackground(document) : theme;
    if (next === theme) return;
    theme = next;
    onChange();
  };
  const observer = new MutationObserver(check);
  if (document.documentElement) {
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class', 'data-theme'] });
  }
  const onLoad = ({ target }: Event) => {
    if (target instanceof Element && (target.localName === 'link' || target.localName === 'style')) check();
  };
  // Load events do not bubble, but they are captured on the way down.
  document.addEventListener('load', onLoad, true);
  document.addEventListener('readystatechange', check);
  check();
  return {
    now: () => theme,
    check,
    stop() {
      observer.disconnect();
      document.removeEventListener('load', onLoad, true);
      document.removeEventListener('readystatechange', check);
    },
  };
}
