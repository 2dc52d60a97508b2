import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDesk } from '@/lib/desk-settings';
import { type Action, actionsOf, keyCaps, type Pressed, refusalOf, shortcutOf } from '@/lib/shortcuts';

const pressed = (code: string, ...held: readonly ('alt' | 'shift' | 'ctrl' | 'meta')[]): Pressed => ({
  code,
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
});
const spam: Action = { kind: 'label', key: 'spam' };
const why = (shortcut: string, owner: Action = spam) => refusalOf(shortcut, defaultDesk, owner)?.why;

describe('free for labels', () => {
  test.each(['Digit1', 'Digit0', 'Numpad7', 'Alt+Shift+KeyG', 'Alt+Shift+Digit9', 'Alt+Shift+Slash'])(
    '%s',
    (shortcut) => {
      expect(why(shortcut)).toBeUndefined();
    },
  );
  test('its own key, again', () => {
    expect(why('Alt+Shift+Digit1')).toBeUndefined();
  });
});

describe('refused', () => {
  // X's own list of shortcuts (?), as seen 2025-10; second keys of `g …` and `a …` among them.
  const single = [...'JKNLRTSBUMXIOQGAHEPFD'].map((letter) => `Key${letter}`);
  test.each([...single, 'Period', 'Slash', 'Shift+Slash', 'Shift+KeyJ', 'Shift+Digit7'])('%s is X’s', (shortcut) => {
    expect(why(shortcut)).toBe('x');
  });
  test.each([
    'Ctrl+Digit1',
    'Ctrl+KeyT',
    'Meta+KeyW',
    'Alt+Digit1',
    'Alt+KeyD',
    'Ctrl+Alt+Shift+KeyG',
    'Alt+Shift+KeyT',
  ])('%s is the browser’s', (shortcut) => {
    expect(why(shortcut)).toBe('browser');
  });
  test.each(['Enter', 'Space', 'Escape', 'Alt+Shift+ArrowUp', 'F5', 'Alt+Shift+ShiftLeft', '', 'Alt+Shift'])(
    '%j is no letter, digit or sign',
    (shortcut) => {
      expect(why(shortcut)).toBe('no-key');
    },
  );
  test('what another label or command has, by name', () => {
    expect(refusalOf('Alt+Shift+Digit2', defaultDesk, spam)).toEqual({
      why: 'taken',
      by: { kind: 'label', key: 'not-spam' },
    });
    expect(refusalOf('Alt+Shift+KeyU', defaultDesk, spam)).toEqual({
      why: 'taken',
      by: { kind: 'command', command: 'undo' },
    });
    expect(why('Alt+Shift+KeyU', { kind: 'command', command: 'undo' })).toBeUndefined();
  });
});

test('the defaults keep the rules that hold for others', () => {
  const actions = [...actionsOf(defaultDesk)];
  expect(actions).toHaveLength(7);
  for (const [shortcut, owner] of actions) expect(refusalOf(shortcut, defaultDesk, owner), shortcut).toBeUndefined();
});

test('a retired label frees its key; of two that claim one key the first has it', () => {
  const [first, ...rest] = defaultDesk.codebook.labels;
  const retired = { ...defaultDesk, codebook: { labels: [{ ...first!, retired: true as const }, ...rest] } };
  expect(actionsOf(retired).has('Alt+Shift+Digit1')).toBe(false);
  const twice = { ...defaultDesk, keys: { ...defaultDesk.keys, undo: 'Alt+Shift+Digit1' } };
  expect(actionsOf(twice).get('Alt+Shift+Digit1')).toEqual(spam);
});

test('what is pressed is what was chosen', () => {
  expect(shortcutOf(pressed('Digit1', 'alt', 'shift'))).toBe('Alt+Shift+Digit1');
  expect(shortcutOf(pressed('KeyA', 'ctrl', 'meta', 'alt', 'shift'))).toBe('Ctrl+Meta+Alt+Shift+KeyA');
  expect(keyCaps('Alt+Shift+Digit1')).toEqual(['Alt', 'Shift', '1']);
  expect(keyCaps('Numpad4')).toEqual(['Num 4']);
  expect(keyCaps('Alt+Shift+Slash')).toEqual(['Alt', 'Shift', '/']);
});

test('nothing that is taken alone, or with Shift alone, types a letter or a sign of X’s', () => {
  const code = fc.oneof(
    fc.constantFrom('KeyJ', 'Digit5', 'Slash', 'Period', 'Numpad3', 'Enter', 'Tab', 'F1', 'Quote'),
    fc.string(),
  );
  const held = fc.subarray(['alt', 'shift', 'ctrl', 'meta'] as const);
  fc.assert(
    fc.property(code, held, (one, keys) => {
      const shortcut = shortcutOf(pressed(one, ...keys));
      if (refusalOf(shortcut, defaultDesk, spam)) return;
      expect(shortcut).toMatch(/^(?:(?:Digit|Numpad)\d|Alt\+Shift\+\w+)$/);
    }),
  );
});
