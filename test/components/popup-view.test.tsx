// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { type PopupProps, PopupView } from '@/components/popup-view';
import { defaultDesk } from '@/lib/desk-settings';
import { healthOf, noCounters } from '@/lib/health';
import { wordsOf } from './words-of';

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});
const onSwitch = vi.fn();
const onDesk = vi.fn();
function draw(more: Partial<PopupProps> = {}): string {
  const app = document.querySelector('#app') as HTMLElement;
  const props: PopupProps = {
    enabled: true,
    summary: undefined,
    isLast: false,
    health: undefined,
    logUrl: 'log.html',
    optionsUrl: 'options.html',
    desk: defaultDesk,
    onDesk,
    words: wordsOf('en'),
    onSwitch,
    ...more,
  };
  act(() => render(<PopupView {...props} />, app));
  return app.textContent ?? '';
}
const summary = {
  page: { key: 'hashtag:egypt', kind: 'hashtag', tab: 'latest', title: 'Egypt' },
  posts: 1240,
  accounts: 310,
  strong: 185,
  weak: 3,
  matchingPosts: 1117,
  share: 0.901,
} as const;

test('this page’s figures', () => {
  const text = draw({ summary });
  for (const part of [
    'This page',
    '#Egypt',
    '1,240 posts by 310 accounts seen',
    '188 match a spam fingerprint (3 weak)',
    '90.1% of posts',
  ]) {
    expect(text).toContain(part);
  }
  expect(draw({ summary, isLast: true })).toContain('Last page seen');
});

test('no share where too little was seen, no figures where no page is', () => {
  const { share: _, ...without } = summary;
  expect(draw({ summary: without })).toContain('not enough seen yet for a share');
  expect(draw()).toContain('Open a hashtag or search page on X');
});

test('health in words, with its figures', () => {
  const text = draw({ health: healthOf({ ...noCounters, bodies: 12, posts: 240, articles: 15, anchors: 14 }) });
  for (const part of ['Working', '12 responses read', '240 posts', 'Author found in 14 of 15 posts'])
    expect(text).toContain(part);
});

test('troubles are told, and a background that does not answer', () => {
  const health = healthOf({ ...noCounters, bodies: 1, diskFull: 2 });
  const text = draw({ health });
  expect(text).toContain('Something is wrong');
  expect(text).toContain('The disk is full: new responses are not stored now.');
  const inArabic = draw({ health, words: wordsOf('ar') });
  expect(inArabic).toContain('القرص ممتلئ');
  expect(inArabic).not.toContain('disk');
  expect(draw({ health: null })).toContain('does not answer');
});

test('the switch says what it does and what off means', () => {
  draw();
  const input = document.querySelector<HTMLInputElement>('[role=switch]');
  expect(input?.getAttribute('aria-label')).toBe('Read posts and show badges');
  act(() => input?.click());
  expect(onSwitch).toHaveBeenCalledWith(false);
  expect(draw({ enabled: false })).toContain('Nothing is read while Flockmark is off');
});

test('the keys', () => {
  const text = draw().replace(/\s+/g, '');
  for (const key of ['AltShift1Spam', 'AltShift2Notspam', 'AltShift3Unsure']) expect(text).toContain(key);
});

test('blind: no figure of what matches, and it says why', () => {
  const text = draw({ summary: { ...summary, blind: true }, desk: { ...defaultDesk, blind: true } });
  expect(text).toContain('Blind mode is on');
  for (const part of ['188', '90.1%', 'match a spam']) expect(text).not.toContain(part);
});

test('blind mode and label buttons can be switched, and the coder’s name is told', () => {
  draw({ desk: { ...defaultDesk, coder: 'Amal', labelButtons: true } });
  expect(document.body.textContent).toContain('under the name \u2068Amal\u2069');
  const [blind, buttons] = document.querySelectorAll<HTMLInputElement>('.choice input');
  expect([blind?.checked, buttons?.checked]).toEqual([false, true]);
  act(() => blind?.click());
  expect(onDesk).toHaveBeenLastCalledWith({ blind: true });
  act(() => buttons?.click());
  expect(onDesk).toHaveBeenLastCalledWith({ labelButtons: false });
});
