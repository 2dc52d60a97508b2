/** The researcher's loop: labels by key and by card, the log page, and files that hold what the log holds. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { expect, test } from './fixtures';
import { badgesOf, card, openCard, scrollThrough } from './pages';
import { readStored } from './stored';
import { texts, withTraps } from './traps';

const traps = withTraps();

type Table = 'Accounts' | 'Posts' | 'Labels';
type Cells = Readonly<Record<string, string>>;

async function saved(log: Page, table: Table, format: 'CSV' | 'NDJSON'): Promise<string> {
  await log.getByRole('link', { name: new RegExp(`^${table} [\\d,]+$`) }).click();
  const download = log.waitForEvent('download');
  await log.getByRole('button', { name: `Save as ${format}` }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`flockmark-${table.toLowerCase()}.${format.toLowerCase()}`);
  return readFile(await file.path(), 'utf8');
}

async function savedCsv(log: Page, table: Table): Promise<{ readonly raw: string; readonly rows: readonly Cells[] }> {
  const raw = await saved(log, table, 'CSV');
  expect(raw.charCodeAt(0)).toBe(0xfeff);
  const { data, errors } = Papa.parse(raw.slice(1), { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  for (const cell of data.flatMap((row) => Object.values(row))) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  return { raw, rows: data };
}

const savedLines = async (log: Page, table: Table) =>
  (await saved(log, table, 'NDJSON'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly kind: string })
    // What wrote the file, and the project, come first.
    .filter(({ kind }) => kind !== 'header' && kind !== 'project');

/** As a cell must be written so that no spreadsheet runs it. */
const guarded = (text: string) => (/^[=+\-@＝]/.test(text) ? `'${text}` : text);
const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

test.use({ scenarios: [traps] });

test('labels by key and by card; the log page and its files hold what the log holds', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  await page.goto(replay.pageUrl('traps'));
  await scrollThrough(page);
  const focused = () =>
    page.evaluate(() => document.activeElement?.querySelector('time')?.closest('a')?.pathname.split('/') ?? []);

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const [, first = '', , firstPost = ''] = await focused();
  await page.keyboard.press('Alt+Shift+Digit1');
  await expect(page.locator('flockmark-toast')).toContainText(`@${first} labelled: Spam`);
  for (let i = 0; i < 12; i++) await page.keyboard.press('j');
  await page.keyboard.press('k');
  const [, second = '', , secondPost = ''] = await focused();
  expect(secondPost).not.toBe(firstPost);
  await page.keyboard.press('Alt+Shift+Digit2');
  await expect(page.locator('flockmark-toast')).toContainText(`@${second} labelled: Not spam`);

  const strong = page.locator(`flockmark-badge[data-level=strong]:not([data-handle="${second}"])`).first();
  const third = (await strong.getAttribute('data-handle')) ?? '';
  await openCard(page, third);
  const note = '=SUM(A1), “why”\nbecause "so"';
  await card(page).locator('textarea').fill(note);
  await card(page).getByRole('button', { name: 'Unsure' }).click();
  await expect(card(page).getByRole('status')).toHaveText('Saved: Unsure');
  await page.keyboard.press('Escape');
  await expect(badgesOf(page, third).first()).toHaveAttribute('data-label', 'unsure');

  const log = await openOwn('log.html');
  const stored = await readStored(log);
  const idOf = (handle: string) => stored.accounts.find((one) => one.handle === handle)?.id;
  expect(stored.labels.toSorted((a, b) => a.atMs - b.atMs)).toMatchObject([
    { accountId: idOf(first), value: 'spam', note: '', postId: firstPost },
    { accountId: idOf(second), value: 'not-spam', note: '', postId: secondPost },
    { accountId: idOf(third), value: 'unsure', note },
  ]);
  // Every row but the head's.
  const hasRows = (n: number) => expect(log.getByRole('grid')).toHaveAttribute('aria-rowcount', String(n + 1));
  await hasRows(7);
  await expect(log.getByRole('row').filter({ hasText: '@trap_setter' })).toContainText('=1+1, "Trap"');
  await log.getByRole('link', { name: /^Posts [\d,]+$/ }).click();
  await hasRows(40);
  await log.getByRole('link', { name: /^Labels [\d,]+$/ }).click();
  await hasRows(3);

  const accounts = await savedCsv(log, 'Accounts');
  expect(accounts.rows.map(({ id, handle, name, bio, posts_seen }) => ({ id, handle, name, bio, posts_seen }))).toEqual(
    byId(stored.accounts).map(({ id, handle, name = '', bio = '' }) => ({
      id,
      handle,
      name: guarded(name),
      bio: guarded(bio),
      posts_seen: String(stored.evidence.find((one) => one.id === id)?.posts.length),
    })),
  );
  const levelOf = (id = '') => stored.verdicts.find(({ accountId }) => accountId === id)?.level ?? '';
  expect(accounts.rows.map(({ level }) => level)).toEqual(accounts.rows.map(({ id }) => levelOf(id)));
  expect(accounts.rows.filter(({ level }) => level === 'strong')).toHaveLength(3);
  expect(accounts.rows.find(({ handle }) => handle === third)).toMatchObject({
    label: 'unsure',
    label_note: guarded(note),
  });
  expect(accounts.raw).toContain('\r\n"9223372036854775807",trap_setter,');

  const posts = await savedCsv(log, 'Posts');
  expect(
    posts.rows.map(({ id, author_id, created_at, text, client, pages }) => [
      id,
      author_id,
      created_at,
      text,
      client,
      pages,
    ]),
  ).toEqual(
    byId(stored.posts).map((post) => [
      post.id,
      post.authorId,
      new Date(post.createdAtMs).toISOString(),
      guarded(post.text),
      guarded(post.client ?? ''),
      post.pages.join('; '),
    ]),
  );
  const written = posts.rows.filter(({ author_handle }) => author_handle === 'trap_setter').map(({ text }) => text);
  expect(written).toEqual(texts.map(guarded));
  for (const { id } of stored.posts) expect(posts.raw).toContain(`\r\n"${id}","`);

  const labels = await savedCsv(log, 'Labels');
  expect(labels.rows.map(({ handle, label, note: said, post_id }) => [handle, label, said, post_id])).toEqual([
    [first, 'spam', '', firstPost],
    [second, 'not-spam', '', secondPost],
    [third, 'unsure', guarded(note), stored.labels.find(({ value }) => value === 'unsure')?.postId ?? ''],
  ]);

  expect(await savedLines(log, 'Posts')).toEqual(
    byId(stored.posts).map(({ textKey: _key, ...post }) => ({ kind: 'post', ...post })),
  );
  expect(await savedLines(log, 'Accounts')).toEqual(
    byId(stored.accounts).map(({ handleKey: _key, ...account }) => ({ kind: 'account', ...account })),
  );
  expect(await savedLines(log, 'Labels')).toEqual(
    stored.labels.toSorted((a, b) => a.atMs - b.atMs).map((label) => ({ kind: 'label', ...label })),
  );
  expect(troubles).toEqual([]);
});
