// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createCardHost } from '@/entrypoints/overlay.content/card-host';
import { defaultDesk } from '@/lib/desk-settings';
import type { CardView } from '@/lib/messages';
import type { Finding } from '@/lib/model';
import { wordsOf } from '../components/words-of';

const finding = (outcome: Finding['outcome'], fingerprint: string, sentence: string): Finding => ({
  fingerprint,
  version: 1,
  family: 'text',
  outcome,
  scope: 'own',
  observed: 6,
  threshold: 2,
  n: 41,
  sentence,
  postIds: ['5'],
});
const findings = [
  finding('match', 'copied-text', 'Posts the same 6 texts as 41 other accounts seen here.'),
  finding('no-match', 'burst-rhythm', 'Its posts come at no common rhythm.'),
  finding('not-enough-seen', 'one-client', 'The app of too few posts is known.'),
];
const view: CardView = {
  handle: 'amal',
  accountId: '1',
  level: 'strong',
  flockSize: 42,
  dismissed: false,
  account: { id: '1', handle: 'amal', name: '\u202eevil<img src=x onerror=alert(1)>' },
  verdict: {
    accountId: '1',
    level: 'strong',
    findings,
    counterEvidence: ['It replies to others.', 'Its posts come at no common rhythm.'],
    unknowns: ['When it joined.'],
    engineVersion: 1,
    settingsVersion: 1,
  },
  findings,
  provingPosts: [
    {
      id: '5',
      authorId: '1',
      createdAtMs: 1469527200000,
      text: 'نص <b>',
      lang: 'ar',
      links: [],
      hashtags: [],
      mentions: [],
    },
  ],
  postsSeen: 9,
};

const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
const root = () => document.querySelector('flockmark-card')?.shadowRoot;
const text = () => root()?.querySelector('dialog')?.textContent ?? '';
const button = (name: string) =>
  [...(root()?.querySelectorAll('button') ?? [])].find((one) => (one.textContent || one.ariaLabel) === name);

function start(answer: CardView | undefined = view) {
  document.body.innerHTML = '<button id="badge" data-handle="amal">badge</button>';
  const badge = document.querySelector<HTMLElement>('#badge');
  if (badge === null) throw new Error('no badge');
  let current = answer;
  const label = vi.fn(async (_handle: string, value: string, note: string) => {
    current = current && { ...current, label: { id: 'l', accountId: '1', value, note, coder: '', atMs: 0 } };
    return 'kept' as const;
  });
  const takeBack = vi.fn(async () => {
    const { label: _gone, ...rest } = current;
    current = rest;
    return true;
  });
  const dismiss = vi.fn(async (_handle: string, dismissed: boolean) => {
    current = current && { ...current, dismissed };
  });
  const onAccount = vi.fn();
  const host = createCardHost({
    document,
    words: wordsOf('en'),
    theme: () => 'dark',
    load: async () => current,
    desk: () => defaultDesk,
    takeBack,
    onOptions: () => {},
    onAccount,
    label,
    dismiss,
  });
  host.open(badge, 'amal', '77');
  return { host, badge, label, takeBack, dismiss, onAccount };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

test('says level, findings with figures, what speaks against, what is unknown, and the posts', async () => {
  start();
  await settle();
  for (const part of [
    'Matches a spam fingerprint',
    'In a flock of 42 accounts',
    'Posts the same 6 texts as 41 other accounts seen here.',
    'measured 6',
    'threshold 2',
    'n = 41',
    'It replies to others.',
    'When it joined.',
    'The app of too few posts is known.',
    '9 posts seen',
  ]) {
    expect(text()).toContain(part);
  }
  expect(text().indexOf('same 6 texts')).toBeLessThan(text().indexOf('no common rhythm'));
  expect(text().split('Its posts come at no common rhythm.')).toHaveLength(2);
  const link = root()?.querySelector('a');
  expect(link?.getAttribute('href')).toMatch(/\/amal\/status\/5$/);
  expect(root()?.querySelector('.posts p')?.getAttribute('dir')).toBe('auto');
});

test('names and texts are text: isolated, never markup', async () => {
  start();
  await settle();
  expect(root()?.querySelector('h2 bdi')?.textContent).toBe(view.account.name);
  expect(root()?.querySelector('img, b')).toBeNull();
});

test('is a dialog with a name, takes the focus and gives it back', async () => {
  const { host, badge } = start();
  await settle();
  const dialog = root()?.querySelector('dialog');
  expect(dialog?.getAttribute('role')).toBe('dialog');
  expect(dialog?.getAttribute('aria-label')).toBe('Evidence about @amal');
  expect(dialog?.open).toBe(true);
  expect(document.querySelector('flockmark-card')?.getAttribute('data-theme')).toBe('dark');
  host.onKey(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(document.querySelector('flockmark-card')).toBeNull();
  expect(host.element()).toBeUndefined();
  expect(document.activeElement).toBe(badge);
});

test('gives the focus to the account’s new badge when X has redrawn the post', async () => {
  const { host, badge } = start();
  await settle();
  badge.outerHTML = '<button id="again" data-handle="amal">badge</button>';
  host.close();
  expect(document.activeElement?.id).toBe('again');
});

test('a label goes with its note and the post, and shows', async () => {
  const { label } = start();
  await settle();
  const field = root()?.querySelector('textarea');
  if (!field) throw new Error('no note');
  field.value = 'same texts as a friend';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
  button('Spam')?.click();
  await settle();
  expect(label).toHaveBeenCalledWith('amal', 'spam', 'same texts as a friend', '77');
  expect(button('Spam')?.getAttribute('aria-pressed')).toBe('true');
  expect(button('Unsure')?.getAttribute('aria-pressed')).toBe('false');
  expect(root()?.querySelector('[role=status]')?.textContent).toBe('Saved: Spam');
});

test('never badge this account, and undo', async () => {
  const { dismiss } = start();
  await settle();
  button('Not spam: never badge this account')?.click();
  await settle();
  expect(dismiss).toHaveBeenLastCalledWith('amal', true);
  expect(text()).toContain('This account is never badged.');
  button('Undo')?.click();
  await settle();
  expect(dismiss).toHaveBeenLastCalledWith('amal', false);
  expect(text()).not.toContain('This account is never badged.');
});

test.each([
  ['with its evidence', view],
  ['blind', { ...view, blind: true as const, level: 'not-enough-seen' as const, findings: [], provingPosts: [] }],
])('everything about the account is one step away, by its id: %s', async (_, answer) => {
  const { onAccount } = start(answer);
  await settle();
  button('Everything about this account')?.click();
  expect(onAccount).toHaveBeenCalledExactlyOnceWith('1');
});

test('an account that the log does not know', async () => {
  const { host } = start();
  host.close();
  document.body.innerHTML = '<i id="badge"></i>';
  const empty = createCardHost({
    document,
    words: wordsOf('en'),
    theme: () => 'light',
    load: async () => undefined,
    desk: () => defaultDesk,
    label: async () => 'failed',
    takeBack: async () => false,
    onOptions: () => {},
    onAccount: () => {},
    dismiss: async () => {},
  });
  empty.open(document.querySelector('#badge') as HTMLElement, 'nobody', undefined);
  expect(text()).toContain('Reading the log');
  await settle();
  expect(text()).toContain('Nothing is in the log about this account yet.');
  expect(button('Everything about this account')).toBeUndefined();
});
