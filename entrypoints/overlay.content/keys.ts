/**
 * Keys. Which do what, the desk's settings say; X's own shortcuts are never among them (`lib/shortcuts.ts`), and whoever
 * types a text keeps every key.
 *
 * Listens on the window, in the capture phase, from document_start: before anything of X's, so that what is typed into
 * the card never reaches X.
 */
import { type Action, shortcutOf } from '@/lib/shortcuts';

export interface KeyActions {
  /** The element of ours that lies above the page and has the keys, if one is open: the card, the legend. */
  readonly layer: () => Element | undefined;
  /** A key pressed while it is open, wherever the focus is. */
  readonly onLayerKey: (event: KeyboardEvent) => void;
  readonly isBadge: (target: EventTarget | undefined) => target is HTMLElement;
  readonly onOpen: (badge: HTMLElement) => void;
  readonly actions: () => ReadonlyMap<string, Action>;
  readonly onAction: (action: Action) => void;
}

const TEXT = 'input,textarea,select,[contenteditable]:not([contenteditable=false])';
const isText = (target: EventTarget | undefined): boolean => target instanceof Element && target.closest(TEXT) !== null;

/** @returns stops listening */
export function listenToKeys(window: Window, actions: KeyActions): () => void {
  function onKey(event: KeyboardEvent): void {
    const path = event.composedPath();
    const layer = actions.layer();
    if (layer) {
      if (event.type === 'keydown') actions.onLayerKey(event);
      if (path.includes(layer) || event.key === 'Escape') event.stopImmediatePropagation();
      return;
    }
    const target = path[0];
    if (actions.isBadge(target) && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'keydown' && !event.repeat) actions.onOpen(target);
      return;
    }
    if (event.type !== 'keydown' || event.repeat || event.isComposing || isText(target)) return;
    const action = actions.actions().get(shortcutOf(event));
    if (action === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    actions.onAction(action);
  }
  const types = ['keydown', 'keypress', 'keyup'] as const;
  for (const type of types) window.addEventListener(type, onKey, true);
  return () => {
    for (const type of types) window.removeEventListener(type, onKey, true);
  };
}
