// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { strongestFirst } from '@/components/log-columns';
import { fitting, type LogLines, type LogTable, LogView } from '@/components/log-view';
import type { AccountLine } from '@/lib/formats/lines';
import type { Level } from '@/lib/model';
import { wordsOf } from './words-of';

const accountLine = (n: number, level?: Level): AccountLine => ({
  account: {
    id: String(n),
    handle: `user_${n}`,
    name: `Name ${n}`,
    firstSeenMs: 0,
    lastSeenMs: 0,
    handles: [],
    counts: [],
  },
  dismissed: false,
  postsSeen: n,
  ...(level
    ? {
        verdict: {
          accountId: String(n),
          level,
          findings: [],
          counterEvidence: [],
          unknowns: [],
          engineVersion: 1,
          settingsVersion: 1,
        },
      }
    : {}),
});
const post = {
  id: '9',
  authorId: '1',
  createdAtMs: 0,
  text: 'نص عربي <b>',
  links: [],
  hashtags: [],
  mentions: [],
  pages: [],
};
const lines: LogLines = {
  accounts: Array.from({ length: 250 }, (_, n) =>
    accountLine(n, n % 50 === 0 ? 'strong' : n % 7 === 0 ? 'weak' : undefined),
  ),
  posts: [{ post, authorHandle: 'user_1' }],
  labels: [],
};

beforeEach(() => {
  document.body.innerHTML = '<div id="app"></div>';
});
const onExport = vi.fn();
const onAgain = vi.fn();
function draw(shown: LogLines | 'reading' = lines, more: { error?: string; cutAt?: number; table?: LogTable } = {}) {
  const app = document.querySelector('#app') as HTMLElement;
  act(() =>
    render(
      <LogView
        table={more.table ?? 'accounts'}
        lines={shown === 'reading' ? undefined : shown}
        cutAt={more.cutAt}
        error={more.error}
        words={wordsOf('en')}
        onExport={onExport}
        onAgain={onAgain}
      />,
      app,
    ),
  );
  return app;
}
const rows = () => [...document.querySelectorAll('tbody tr')].map((row) => row.querySelector('td')?.textContent);
const press = (name: string) =>
  act(() => [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith(name))?.click());

test('pages of 100', () => {
  const app = draw();
  expect(rows()).toHaveLength(100);
  expect(app.querySelector('.pager')?.textContent).toContain('1–100 of 250');
  press('Next');
  press('Next');
  expect(rows()).toHaveLength(50);
  expect(app.querySelector('.pager')?.textContent).toContain('201–250 of 250');
  expect([...app.querySelectorAll('.pager button')].map((one) => (one as HTMLButtonElement).disabled)).toEqual([
    false,
    true,
  ]);
});

test('a search or a level goes back to the first page', () => {
  const app = draw();
  press('Next');
  const search = app.querySelector('input') as HTMLInputElement;
  search.value = '@USER_24';
  act(() => void search.dispatchEvent(new Event('input', { bubbles: true })));
  expect(rows()).toEqual(['@user_24', ...Array.from({ length: 10 }, (_, n) => `@user_24${n}`)]);
});

test('levels; an account never judged is not enough seen', () => {
  const count = (level: Level) => fitting(lines, 'accounts', level, '').length;
  expect([count('strong'), count('weak'), count('none'), count('not-enough-seen')]).toEqual([5, 35, 0, 210]);
});

test('posts and labels are searched by handle and text', () => {
  expect(fitting(lines, 'posts', 'strong', 'عربي')).toHaveLength(1);
  expect(fitting(lines, 'posts', undefined, 'user_1')).toHaveLength(1);
  expect(fitting(lines, 'posts', undefined, 'nothing')).toHaveLength(0);
});

test('texts are text', () => {
  const app = draw(lines, { table: 'posts' });
  expect(app.querySelector('td .text')?.textContent).toBe(post.text);
  expect(app.querySelector('td b')).toBeNull();
});

test('says what it is doing, what is missing and what went wrong', () => {
  expect(draw('reading').textContent).toContain('Reading the log');
  expect(draw({ accounts: [], posts: [], labels: [] }).textContent).toContain('Nothing here yet');
  expect(draw('reading', { error: 'disk' }).querySelector('[role=alert]')?.textContent).toContain('disk');
  expect(draw(lines, { cutAt: 20_000 }).textContent).toContain('20,000');
});

test('the table shown is the one saved', () => {
  draw(lines, { table: 'posts' });
  press('Save as NDJSON');
  expect(onExport).toHaveBeenCalledWith('posts', 'ndjson');
});

test('strongest first, then most seen', () => {
  const order = strongestFirst([
    accountLine(1),
    accountLine(2, 'weak'),
    accountLine(3, 'strong'),
    accountLine(4, 'strong'),
  ]);
  expect(order.map(({ account }) => account.id)).toEqual(['4', '3', '2', '1']);
});

test('“never badge this account” can be taken back here, where no badge is left', () => {
  draw({ ...lines, accounts: [{ ...accountLine(1, 'strong'), dismissed: true }, accountLine(2, 'strong')] });
  const again = [...document.querySelectorAll('.again')];
  expect(again.map((one) => one.textContent)).toEqual(['Undo @user_1']);
  act(() => (again[0] as HTMLElement).click());
  expect(onAgain).toHaveBeenCalledWith('user_1');
});
