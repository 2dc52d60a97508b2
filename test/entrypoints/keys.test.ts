// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { type KeyActions, listenToKeys } from '@/entrypoints/overlay.content/keys';
import { defaultDesk } from '@/lib/desk-settings';
import { actionsOf } from '@/lib/shortcuts';

let stop = () => {};
afterEach(() => stop());

function start(more: Partial<KeyActions> = {}) {
  document.body.innerHTML =
    '<i id="badge" tabindex="0"></i><div id="card"><textarea></textarea></div><p id="post" tabindex="0"></p>';
  const did: string[] = [];
  stop = listenToKeys(window as unknown as Window, {
    layer: () => undefined,
    onLayerKey: ({ key }) => did.push(`card ${key}`),
    isBadge: (target): target is HTMLElement => (target as HTMLElement | undefined)?.id === 'badge',
    onOpen: () => did.push('open'),
    actions: () => actionsOf(defaultDesk),
    onAction: (action) => did.push(action.kind === 'label' ? action.key : action.command),
    ...more,
  });
  const reached: string[] = [];
  // X's own shortcuts: on the document, whatever the phase.
  for (const capture of [true, false]) {
    const listen = (event: KeyboardEvent) => reached.push(event.key);
    document.addEventListener('keydown', listen, capture);
    const before = stop;
    stop = () => {
      before();
      document.removeEventListener('keydown', listen, capture);
    };
  }
  const press = (selector: string, init: KeyboardEventInit) =>
    document
      .querySelector(selector)
      ?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }));
  return { did, reached, press };
}

test.each([
  ['Digit1', 'spam'],
  ['Digit2', 'not-spam'],
  ['Digit3', 'unsure'],
])('Alt+Shift+%s labels %s, whatever the letter on the key, and X does not hear it', (code, value) => {
  const { did, reached, press } = start();
  press('#post', { code, key: '١', altKey: true, shiftKey: true });
  expect(did).toEqual([value]);
  expect(reached).toEqual([]);
});

test('without both, with Ctrl, or held down, it is X’s', () => {
  const { did, press } = start();
  for (const init of [
    {},
    { altKey: true },
    { shiftKey: true },
    { altKey: true, shiftKey: true, ctrlKey: true },
    { altKey: true, shiftKey: true, repeat: true },
  ]) {
    press('#post', { code: 'Digit1', key: '1', ...init });
  }
  expect(did).toEqual([]);
});

test('none of X’s single keys is taken', () => {
  const { did, reached, press } = start();
  const keys = [...'jknmlrtsbuxioghpqwezf./?'];
  for (const key of keys) press('#post', { key, code: `Key${key.toUpperCase()}` });
  expect(did).toEqual([]);
  expect(reached).toHaveLength(2 * keys.length);
});

test.each(['Enter', ' '])('%j on a badge opens the card and not the post', (key) => {
  const { did, reached, press } = start();
  press('#badge', { key });
  expect(did).toEqual(['open']);
  expect(reached).toEqual([]);
  press('#badge', { key: 'j' });
  expect(reached).toEqual(['j', 'j']);
});

test('nothing typed into the card reaches X, in any phase', () => {
  const { did, reached, press } = start({ layer: () => document.querySelector('#card') ?? undefined });
  press('textarea', { key: 'j' });
  press('textarea', { key: '1', code: 'Digit1', altKey: true, shiftKey: true });
  press('#post', { key: 'Escape' });
  expect(reached).toEqual([]);
  expect(did).toEqual(['card j', 'card 1', 'card Escape']);
});

test('a key that no label or command has does nothing, and X hears it', () => {
  const { did, reached, press } = start();
  press('#post', { code: 'Digit4', key: '4', altKey: true, shiftKey: true });
  expect(did).toEqual([]);
  expect(reached).toEqual(['4', '4']);
});

test('keys are the desk’s, as they are set now: also a digit alone', () => {
  let desk = defaultDesk;
  const { did, reached, press } = start({ actions: () => actionsOf(desk) });
  press('#post', { code: 'Digit5', key: '5' });
  const [spam, ...rest] = defaultDesk.codebook.labels;
  desk = { ...defaultDesk, codebook: { labels: [{ ...spam!, shortcut: 'Digit5' }, ...rest] } };
  press('#post', { code: 'Digit5', key: '5' });
  press('#post', { code: 'KeyU', key: 'u', altKey: true, shiftKey: true });
  expect(did).toEqual(['spam', 'undo']);
  expect(reached).toEqual(['5', '5']);
});

test.each(['textarea', '#box', '#inner'])('whoever writes in %s of the page keeps every key', (selector) => {
  const { did, reached, press } = start();
  document.body.insertAdjacentHTML('beforeend', '<div id="box" contenteditable="true"><b id="inner">x</b></div>');
  press(selector, { code: 'Digit1', key: '1', altKey: true, shiftKey: true });
  expect(did).toEqual([]);
  expect(reached).toEqual(['1', '1']);
});
