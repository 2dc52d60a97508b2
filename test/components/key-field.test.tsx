// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { KeyField } from '@/components/key-field';
import { defaultDesk } from '@/lib/desk-settings';
import { wordsOf } from './words-of';

const onChange = vi.fn();
beforeEach(() => {
  onChange.mockClear();
  document.body.innerHTML = '<div id="app"></div>';
});
const app = () => document.querySelector('#app') as HTMLElement;

function draw(canBeNone = true): HTMLElement {
  act(() => render(null, app()));
  act(() =>
    render(
      <KeyField
        owner={{ kind: 'label', key: 'spam' }}
        title="Spam"
        shortcut="Alt+Shift+Digit1"
        desk={defaultDesk}
        words={wordsOf('en')}
        canBeNone={canBeNone}
        onChange={onChange}
      />,
      app(),
    ),
  );
  const button = document.querySelector<HTMLElement>('button')!;
  act(() => button.click());
  return button;
}
function press(button: HTMLElement, init: KeyboardEventInit): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  act(() => void button.dispatchEvent(event));
  return event;
}
const problem = () => document.querySelector('[role=alert]')?.textContent;

test('shows the caps, says whose key it is, and waits for one', () => {
  const button = draw();
  expect(button.textContent).toBe('Alt Shift 1');
  expect(button.getAttribute('aria-label')).toBe('Key for “Spam”');
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(document.querySelector('[role=status]')?.textContent).toContain('Press a key');
});

test('a key that is free is taken', () => {
  const button = draw();
  // What is held comes first, as a key of its own.
  press(button, { key: 'Alt', code: 'AltLeft', altKey: true });
  press(button, { key: 'Shift', code: 'ShiftLeft', altKey: true, shiftKey: true });
  expect(onChange).not.toHaveBeenCalled();
  const event = press(button, { key: 'G', code: 'KeyG', altKey: true, shiftKey: true });
  expect(event.defaultPrevented).toBe(true);
  expect(onChange).toHaveBeenCalledWith('Alt+Shift+KeyG');
  expect(button.getAttribute('aria-pressed')).toBe('false');
});

test.each([
  [{ key: 'j', code: 'KeyJ' }, 'X itself listens'],
  [{ key: '?', code: 'Slash', shiftKey: true }, 'X itself listens'],
  [{ key: 't', code: 'KeyT', ctrlKey: true }, 'The browser uses this itself'],
  [{ key: 'Enter', code: 'Enter' }, 'Choose a letter'],
  [{ key: '@', code: 'Digit2', altKey: true, shiftKey: true }, '“Not spam” has this key already.'],
  [{ key: 'U', code: 'KeyU', altKey: true, shiftKey: true }, '“Take back the last label” has this key already.'],
])('%j is refused with the reason, and it goes on waiting', (init, reason) => {
  const button = draw();
  press(button, init);
  expect(problem()).toContain(reason);
  expect(onChange).not.toHaveBeenCalled();
  press(button, { key: '7', code: 'Digit7' });
  expect(problem()).toBeUndefined();
  expect(onChange).toHaveBeenCalledWith('Digit7');
});

test('Escape leaves it, Backspace takes it away where it may be none, Tab goes on', () => {
  press(draw(), { key: 'Escape', code: 'Escape' });
  expect(onChange).not.toHaveBeenCalled();
  press(draw(), { key: 'Backspace', code: 'Backspace' });
  expect(onChange).toHaveBeenLastCalledWith(undefined);
  onChange.mockClear();
  press(draw(false), { key: 'Backspace', code: 'Backspace' });
  expect(onChange).not.toHaveBeenCalled();
  expect(problem()).toContain('Choose a letter');
  expect(press(draw(), { key: 'Tab', code: 'Tab' }).defaultPrevented).toBe(false);
});

test('a press before it waits does nothing', () => {
  const button = draw();
  press(button, { key: 'Escape', code: 'Escape' });
  expect(press(button, { key: '7', code: 'Digit7' }).defaultPrevented).toBe(false);
  expect(onChange).not.toHaveBeenCalled();
});
