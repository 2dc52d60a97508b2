/** A short line at the bottom that says what a key did, to eye and ear. */

import css from '@/components/toast.css?inline';
import type { Words } from '@/components/words';
import type { PageTheme } from '@/lib/sites/x/anchors';
import { dress } from './dress';

const SHOWN_MS = 4000;

export interface Toast {
  readonly show: (text: string) => void;
  readonly remove: () => void;
}

export function createToast(document: Document, words: Words, theme: () => PageTheme): Toast {
  let host: HTMLElement | undefined;
  let line: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function place(): HTMLElement {
    if (host === undefined || line === undefined) {
      host = document.createElement('flockmark-toast');
      const root = host.attachShadow({ mode: 'open' });
      line = document.createElement('p');
      line.setAttribute('role', 'status');
      root.append(line);
      dress(root, css);
      host.dir = words.dir;
      host.lang = words.locale;
    }
    if (!host.isConnected) document.body.append(host);
    host.dataset.theme = theme();
    return line;
  }

  return {
    show(text) {
      const target = place();
      clearTimeout(timer);
      target.textContent = '';
      // A live region speaks of a change, and it must stand in the page before it changes.
      setTimeout(() => {
        target.textContent = text;
      }, 30);
      timer = setTimeout(() => {
        target.textContent = '';
      }, SHOWN_MS);
    },
    remove() {
      clearTimeout(timer);
      host?.remove();
    },
  };
}
