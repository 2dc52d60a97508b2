/**
 * Keys. X's own shortcuts are single keys without Alt; ours are Alt+Shift with a digit, by the key's place on the
 * keyboard, so that they are the same on an Arabic one.
 *
 * Listens on the window, in the capture phase, from document_start: before anything of X's, so that what is typed into
 * the card never reaches X.
 */
const labelKeys: Readonly<Record<string, string>> = { Digit1: 'spam', Digit2: 'not-spam', Digit3: 'unsure' };

export interface KeyActions {
  /** The open card's element, if one is open. */
  readonly card: () => Element | undefined;
  /** A key pressed while the card is open, wherever the focus is. */
  readonly onCardKey: (event: KeyboardEvent) => void;
  readonly isBadge: (target: EventTarget | undefined) => target is HTMLElement;
  readonly onOpen: (badge: HTMLElement) => void;
  readonly onLabel: (value: string) => void;
}

export function labelOf({ altKey, shiftKey, ctrlKey, metaKey, code }: KeyboardEvent): string | undefined {
  return altKey && shiftKey && !ctrlKey && !metaKey ? labelKeys[code] : undefined;
}

/** @returns stops listening */
export function listenToKeys(window: Window, actions: KeyActions): () => void {
  function onKey(event: KeyboardEvent): void {
    const path = event.composedPath();
    const card = actions.card();
    if (card) {
      if (event.type === 'keydown') actions.onCardKey(event);
      if (path.includes(card) || event.key === 'Escape') event.stopImmediatePropagation();
      return;
    }
    const target = path[0];
    if (actions.isBadge(target) && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.type === 'keydown' && !event.repeat) actions.onOpen(target);
      return;
    }
    const value = event.type === 'keydown' && !event.repeat ? labelOf(event) : undefined;
    if (value === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    actions.onLabel(value);
  }
  const types = ['keydown', 'keypress', 'keyup'] as const;
  for (const type of types) window.addEventListener(type, onKey, true);
  return () => {
    for (const type of types) window.removeEventListener(type, onKey, true);
  };
}
