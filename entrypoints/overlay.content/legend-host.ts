/** The keys, shown above the page by a key. A modal dialog like the card: the browser keeps focus and the page apart. */
import { h, render } from 'preact';
import keyCaps from '@/components/key-caps.css?inline';
import { Legend } from '@/components/legend';
import own from '@/components/legend.css?inline';
import type { Words } from '@/components/words';
import type { DeskSettings } from '@/lib/desk-settings';
import type { PageTheme } from '@/lib/sites/x/anchors';
import { dress } from './dress';

export interface LegendHostOptions {
  readonly document: Document;
  readonly words: Words;
  readonly theme: () => PageTheme;
  readonly desk: () => DeskSettings;
  readonly onOptions: () => void;
}

export interface LegendHost {
  readonly open: () => void;
  readonly close: () => void;
  readonly element: () => Element | undefined;
  /** A key pressed while it is open. */
  readonly onKey: (event: KeyboardEvent) => void;
}

export function createLegendHost({ document, words, theme, desk, onOptions }: LegendHostOptions): LegendHost {
  let host: HTMLElement | undefined;
  let close = (): void => {};

  function open(): void {
    close();
    const element = document.createElement('flockmark-legend');
    element.dataset.theme = theme();
    const root = element.attachShadow({ mode: 'open' });
    const box = document.createElement('dialog');
    const before = document.activeElement;
    box.setAttribute('aria-label', words.say('tag_legend'));
    box.dir = words.dir;
    box.lang = words.locale;
    root.append(box);
    dress(root, keyCaps + own);
    document.body.append(element);
    host = element;
    close = () => {
      close = () => {};
      host = undefined;
      box.close();
      render(null, box);
      element.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
    const onClose = () => close();
    box.addEventListener('cancel', (event) => {
      event.preventDefault();
      close();
    });
    box.addEventListener('click', (event) => {
      // A press outside lands on the dialog itself: its backdrop is part of it.
      if (event.target === box) close();
    });
    for (const type of ['click', 'pointerdown', 'mousedown', 'mouseup'] as const) {
      element.addEventListener(type, (event) => event.stopPropagation());
    }
    render(h(Legend, { desk: desk(), words, onClose, onOptions }), box);
    box.showModal();
  }

  return {
    open,
    close: () => close(),
    element: () => host,
    onKey(event) {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      close();
    },
  };
}
