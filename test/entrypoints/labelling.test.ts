// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import type { Background } from '@/entrypoints/overlay.content/connect';
import { createLabelling } from '@/entrypoints/overlay.content/labelling';
import type { ToastButton } from '@/entrypoints/overlay.content/toast';
import { defaultDesk } from '@/lib/desk-settings';
import { wordsOf } from '../components/words-of';
import { pageMarkup } from '../lib/sites/x/markup';

const seller = { key: 'seller', title: 'Seller', description: '', colour: '#2673c9', counts: 'neither' } as const;
const desk = { ...defaultDesk, codebook: { labels: [...defaultDesk.codebook.labels, seller] } };
let asked: [string, unknown][];
beforeEach(() => {
  asked = [];
});

/** @param answers by message; an error is no answer */
function start(answers: Readonly<Record<string, unknown>>) {
  document.body.innerHTML = pageMarkup({ handle: 'amal', postId: '77' });
  const send = async (name: string, question: unknown) => {
    asked.push([name, question]);
    if (answers[name] instanceof Error) throw answers[name];
    return answers[name];
  };
  const ask = (name: string, question: unknown) => send(name, question).catch(() => undefined);
  const background = { send, ask, tell: async () => true } as unknown as Background;
  const shown: [string, ToastButton | undefined][] = [];
  const onChange = vi.fn();
  const toast = { show: (text: string, button?: ToastButton) => void shown.push([text, button]), remove: () => {} };
  const labelling = createLabelling({ document, words: wordsOf('en'), desk: () => desk, background, toast, onChange });
  const focus = () => {
    const article = document.querySelector<HTMLElement>('article')!;
    article.tabIndex = 0;
    article.focus();
  };
  return { labelling, shown, onChange, focus };
}
const kept = { id: 'l1', accountId: '1', value: 'seller', note: '', coder: '', atMs: 5 };

test('the focused post’s account is labelled, with the post; the toast undoes just that', async () => {
  const { labelling, shown, onChange, focus } = start({ label: kept, retract: { value: 'seller', handle: 'amal' } });
  focus();
  await labelling.labelFocused('seller');
  expect(asked).toEqual([
    ['label', expect.objectContaining({ handle: 'amal', value: 'seller', postId: '77', note: '' })],
  ]);
  expect(shown[0]?.[0]).toBe('@amal labelled: Seller');
  expect(onChange).toHaveBeenCalledTimes(1);
  shown[0]?.[1]?.onPress();
  await vi.waitFor(() => expect(shown).toHaveLength(2));
  expect(asked[1]).toEqual(['retract', { id: 'l1', atMs: expect.any(Number) }]);
  expect(shown[1]?.[0]).toBe('@amal: “Seller” taken back');
});

test('without a post in focus it says what to do, and asks nothing', async () => {
  const { labelling, shown } = start({ label: kept });
  await labelling.labelFocused('spam');
  expect(asked).toEqual([]);
  expect(shown[0]?.[0]).toContain('J or K');
});

test('an account that the log does not know yet: the label waits, and says so', async () => {
  const { accountId: _unknown, ...said } = kept;
  const { labelling, shown, focus } = start({ label: { ...said, handle: 'amal' } });
  focus();
  await labelling.labelFocused('seller');
  expect(shown[0]?.[0]).toBe(
    '@amal is not in the log yet. The label “Seller” waits and is kept as soon as posts of this account are read.',
  );
  expect(shown[0]?.[1]?.title).toBe('Undo');
  expect(await labelling.label('amal', 'seller', 'why', undefined)).toBe('waiting');
});

test('what could not be stored is not said to be', async () => {
  const { labelling, shown, focus } = start({ label: new Error('gone'), retract: new Error('gone') });
  focus();
  await labelling.labelFocused('spam');
  expect(shown[0]).toEqual(['The label of @amal could not be saved.', undefined]);
  expect(await labelling.label('amal', 'spam', '', '77')).toBe('failed');
  expect(await labelling.takeBack()).toBe(false);
  expect(shown.at(-1)?.[0]).toBe('The label could not be taken back. It still holds.');
});

test.each([undefined, null])('nothing to take back (%j over the border) is said', async (answer) => {
  const { labelling, shown } = start({ retract: answer });
  expect(await labelling.takeBack()).toBe(false);
  expect(shown[0]?.[0]).toBe('There is no label to take back.');
  expect(asked[0]).toEqual(['retract', { atMs: expect.any(Number) }]);
});
