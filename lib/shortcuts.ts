/**
 * Keys, as text such as `Alt+Shift+Digit1`: by their place on the keyboard, so that they are the same on an Arabic one. What is
 * X's or the browser's own is refused with the reason.
 */
import { inUse } from './codebook';
import type { Command, DeskSettings } from './desk-settings';

/** What of a keyboard's event matters. */
export interface Pressed {
  readonly code: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

export type Action =
  | { readonly kind: 'label'; readonly key: string }
  | { readonly kind: 'command'; readonly command: Command };

export type Refusal =
  /** Not a letter, digit or sign. */
  | { readonly why: 'no-key' }
  /** X listens to single letters and signs, some of them two in a row (`g h`), and to some with Shift (`?`). */
  | { readonly why: 'x' }
  /** Ctrl, Command, Alt alone, and some letters with Alt and Shift. */
  | { readonly why: 'browser' }
  | { readonly why: 'taken'; readonly by: Action };

const LETTER = /^Key[A-Z]$/;
const DIGIT = /^(?:Digit|Numpad)\d$/;
const signs: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Comma: ',',
  Period: '.',
  Slash: '/',
};
/** Alt and Shift with these is Chrome's and Edge's: dialogs, groups of tabs, feedback, toolbar (seen 2025-10). */
const BROWSERS_OWN = new Set([...'ABCIPTWXZ'].map((letter) => `Key${letter}`));

export function shortcutOf({ code, altKey, shiftKey, ctrlKey, metaKey }: Pressed): string {
  const held = [ctrlKey && 'Ctrl', metaKey && 'Meta', altKey && 'Alt', shiftKey && 'Shift'];
  return [...held.filter((name) => name !== false), code].join('+');
}

/** The caps to press, as they are printed on a Latin keyboard: `Alt`, `Shift`, `1`. */
export const keyCaps = (shortcut: string): readonly string[] =>
  shortcut
    .split('+')
    .map((part) => signs[part] ?? part.replace(/^(?:Key|Digit)(?=.$)/, '').replace(/^Numpad(?=.$)/, 'Num '));

/** What each key does. A key that two claim is the first one's: labels in their order, then commands. */
export function actionsOf(desk: DeskSettings): ReadonlyMap<string, Action> {
  const actions = new Map<string, Action>();
  const claim = (shortcut: string | undefined, action: Action) => {
    if (shortcut && !actions.has(shortcut)) actions.set(shortcut, action);
  };
  for (const { key, shortcut } of inUse(desk.codebook)) claim(shortcut, { kind: 'label', key });
  for (const [command, shortcut] of Object.entries(desk.keys)) {
    claim(shortcut, { kind: 'command', command: command as Command });
  }
  return actions;
}

const isSame = (a: Action, b: Action): boolean =>
  a.kind === 'label' ? b.kind === 'label' && a.key === b.key : b.kind === 'command' && a.command === b.command;

/** Why this key cannot be the owner's; `undefined` where it can. Free are digits alone, and Alt+Shift with a key. */
export function refusalOf(shortcut: string, desk: DeskSettings, owner: Action): Refusal | undefined {
  const parts = shortcut.split('+');
  const code = parts.at(-1) ?? '';
  const held = parts.slice(0, -1).join('+');
  const isDigit = DIGIT.test(code);
  if (!isDigit && !LETTER.test(code) && !Object.hasOwn(signs, code)) return { why: 'no-key' };
  if (held === 'Shift' || (held === '' && !isDigit)) return { why: 'x' };
  if (held !== '' && (held !== 'Alt+Shift' || BROWSERS_OWN.has(code))) return { why: 'browser' };
  const by = actionsOf(desk).get(shortcut);
  return by === undefined || isSame(by, owner) ? undefined : { why: 'taken', by };
}
