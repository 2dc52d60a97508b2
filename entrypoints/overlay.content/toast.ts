/** A short line at the bottom that says what a key did, to eye and ear; with a button, where it can be undone. */

import css from '@/components/toast.css?inline';
import type { Words } from '@/components/words';
import type { PageTheme } from '@/lib/sites/x/anchors';
import { dress } from './dress';

const SHOWN_MS = 4000;
/** There must be time to read, decide and press. */
const SHOWN_WITH_BUTTON_MS = 8000;

export interface ToastButton {
  readonly title: string;
  readonly onPress: () => void;
}

export interface Toast {
  readonly show: (text: string, button?: ToastButton) => void;
  readonly remove: () => void;
}

export function createToast(document: Document, words: Words, theme: () => PageTheme): Toast {
  const host = document.createElement('flockmark-toast');
  const line = document.createElement('p');
  const press = document.createElement('button');
  let onPress: () => void = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  function dressOnce(): void {
    if (host.shadowRoot) return;
    const root = host.attachShadow({ mode: 'open' });
    const box = document.createElement('div');
    line.setAttribute('role', 'status');
    press.type = 'button';
    press.addEventListener('click', () => onPress());
    for (const type of ['click', 'pointerdown', 'mousedown', 'mouseup'] as const)
      host.addEventListener(type, (event) => event.stopPropagation());
    box.append(line, press);
    root.append(box);
    dress(root, css);
    host.dir = words.dir;
    host.lang = words.locale;
  }
  function empty(): void {
    line.textContent = '';
    press.hidden = true;
  }

  return {
    show(text, button) {
      dressOnce();
      if (!host.isConnected) document.body.append(host);
      host.dataset.theme = theme();
      clearTimeout(timer);
      empty();
      onPress = () => {
        empty();
        button?.onPress();
      };
      // A live region speaks of a change, and it must stand in the page before it changes.
      setTimeout(() => {
        line.textContent = text;
        press.textContent = button?.title ?? '';
        press.hidden = button === undefined;
      }, 30);
      timer = setTimeout(empty, button ? SHOWN_WITH_BUTTON_MS : SHOWN_MS);
    },
    remove() {
      clearTimeout(timer);
      host.remove();
    },
  };
}
