/**
 * Opens the card beside a badge. It is a modal `dialog`: the browser keeps it above all of X's layers and makes the page
 * behind it inert, while the page still scrolls. It is about an account, so what X does with the post's node does not matter.
 */
import { h, render } from 'preact';
import { Card } from '@/components/card';
import css from '@/components/card.css?inline';
import { labelTitle } from '@/components/label-title';
import type { Words } from '@/components/words';
import type { DeskSettings } from '@/lib/desk-settings';
import type { CardView } from '@/lib/messages';
import type { AccountId, Label } from '@/lib/model';
import type { PageTheme } from '@/lib/sites/x/anchors';
import { dress } from './dress';
import type { Labelled } from './labelling';
import { placeBeside } from './place-beside';

export interface CardHostOptions {
  readonly document: Document;
  readonly words: Words;
  readonly theme: () => PageTheme;
  readonly load: (handle: string) => Promise<CardView | undefined>;
  readonly desk: () => DeskSettings;
  readonly label: (handle: string, value: string, note: string, postId: string | undefined) => Promise<Labelled>;
  /** Resolves to whether it is taken back. */
  readonly takeBack: (id: string) => Promise<boolean>;
  readonly onOptions: () => void;
  readonly onAccount: (accountId: AccountId) => void;
  readonly dismiss: (handle: string, dismissed: boolean) => Promise<void>;
}

/** Where the card is opened from, if not from a badge: what has the focus again afterwards, and that a note is to be written. */
export interface FromKey {
  readonly backTo: HTMLElement;
}

export interface CardHost {
  readonly open: (anchor: HTMLElement, handle: string, postId: string | undefined, fromKey?: FromKey) => void;
  readonly close: () => void;
  /** The element in the page, while the card is open. */
  readonly element: () => Element | undefined;
  readonly onKey: (event: KeyboardEvent) => void;
}

const FOCUSABLE = 'a[href],button,textarea';

export function createCardHost(options: CardHostOptions): CardHost {
  const { document, words, theme, desk, load, onOptions, onAccount } = options;
  let close: () => void = () => {};
  let host: HTMLElement | undefined;
  let dialog: HTMLDialogElement | undefined;

  function open(anchor: HTMLElement, handle: string, postId: string | undefined, fromKey?: FromKey): void {
    close();
    const element = document.createElement('flockmark-card');
    element.dataset.theme = theme();
    const root = element.attachShadow({ mode: 'open' });
    const box = document.createElement('dialog');
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
    box.setAttribute('aria-label', words.say('card_for', handle));
    box.dir = words.dir;
    box.lang = words.locale;
    root.append(box);
    dress(root, css);
    document.body.append(element);
    host = element;
    dialog = box;

    let view: CardView | null | undefined;
    let status = '';
    let noteReached = false;
    const place = () => placeBeside(box, anchor, words.dir);
    const draw = () => {
      if (host !== element) return;
      const postUrl = (author: string, id: string) => `${document.location.origin}/${author}/status/${id}`;
      const onClose = () => close();
      const acts = { onLabel, onTakeBack, onOptions, onAccount, onDismiss, onClose };
      render(h(Card, { handle, view, desk: desk(), words, status, postUrl, ...acts }), box);
      place();
      const note = fromKey && !noteReached && box.querySelector('textarea');
      if (!note) return;
      noteReached = true;
      note.focus();
    };
    const reload = async () => {
      view = (await load(handle)) ?? null;
      draw();
    };
    const onLabel = async (value: string, note: string) => {
      const outcome = await options.label(handle, value, note, postId);
      const title = labelTitle(words, value, desk().codebook);
      status =
        outcome === 'kept'
          ? words.say('card_saved', title)
          : outcome === 'waiting'
            ? words.say('tag_waiting', handle, title)
            : words.say('toast_failed', handle);
      await reload();
    };
    const onTakeBack = async ({ id, value }: Label) => {
      const title = labelTitle(words, value, desk().codebook);
      status = (await options.takeBack(id)) ? words.say('tag_takenBack', title) : words.say('tag_notUndone');
      await reload();
      // The button that was pressed is gone with the label.
      root.querySelector<HTMLElement>('button.choice')?.focus();
    };
    const onDismiss = async (dismissed: boolean) => {
      await options.dismiss(handle, dismissed);
      status = '';
      await reload();
    };
    const onResize = () => place();
    document.defaultView?.addEventListener('resize', onResize);
    close = () => {
      close = () => {};
      document.defaultView?.removeEventListener('resize', onResize);
      host = undefined;
      dialog = undefined;
      box.close();
      render(null, box);
      element.remove();
      const again =
        fromKey?.backTo ??
        (anchor.isConnected ? anchor : null) ??
        document.querySelector<HTMLElement>(`[data-handle="${handle}"]`);
      again?.focus({ preventScroll: true });
    };
    box.addEventListener('cancel', (event) => {
      event.preventDefault();
      close();
    });
    // A press outside lands on the dialog itself: its backdrop is part of it.
    let pressedOutside = false;
    box.addEventListener('pointerdown', (event) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      pressedOutside = event.target === box && (x < left || x > right || y < top || y > bottom);
    });
    box.addEventListener('click', (event) => {
      if (pressedOutside && event.target === box) close();
    });
    for (const type of ['click', 'pointerdown', 'mousedown', 'mouseup'] as const) {
      element.addEventListener(type, (event) => event.stopPropagation());
    }
    draw();
    box.showModal();
    place();
    root.querySelector<HTMLElement>('h2')?.focus();
    void reload();
  }

  function onKey(event: KeyboardEvent): void {
    if (host?.shadowRoot == null || dialog === undefined) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
      return;
    }
    if (event.key !== 'Tab') return;
    const stops = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)];
    const first = stops[0];
    const last = stops.at(-1);
    const now = host.shadowRoot.activeElement;
    const outside = now === null;
    const next = event.shiftKey
      ? now === first || outside || now?.localName === 'h2'
        ? last
        : undefined
      : now === last || outside
        ? first
        : undefined;
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return { open, close: () => close(), element: () => host, onKey };
}
