/** The log page's tables and pages in a real browser: search, filter, order, an account, back; by keyboard, in both languages. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { scrollThrough } from './pages';

const grid = (log: Page) => log.getByRole('grid');
const rows = (log: Page) => log.locator('tbody tr[id]');
/** Every row but the head's. */
const hasRows = (log: Page, n: number) => expect(grid(log)).toHaveAttribute('aria-rowcount', String(n + 1));
const go = (log: Page, hash: string) =>
  log.evaluate((to) => {
    location.hash = to;
  }, hash);

test('search in Arabic, filter, order, columns; an account and back; all by keyboard', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const log = await openOwn('log.html');
  await hasRows(log, 6);
  await log.getByRole('link', { name: /^Posts/ }).click();
  await hasRows(log, 32);

  // The post has “الأهلي”; whoever types hears no hamza.
  const search = log.getByRole('searchbox');
  await search.pressSequentially('الاهلي');
  await expect.poll(() => decodeURIComponent(log.url())).toContain('q=الاهلي');
  await expect(rows(log).first()).toContainText('الأهلي');
  const found = Number(await grid(log).getAttribute('aria-rowcount')) - 1;
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(32);
  // One word typed is one step.
  await log.goBack();
  await expect(search).toHaveValue('');
  await hasRows(log, 32);
  await log.goForward();
  await expect(search).toHaveValue('الاهلي');
  await hasRows(log, found);
  await log.getByRole('button', { name: 'Clear all' }).click();
  await hasRows(log, 32);

  await log.locator('.filters summary').click();
  await log.getByRole('combobox', { name: 'Level' }).selectOption('strong');
  await hasRows(log, 23);
  expect(log.url()).toContain('level=strong');
  await log.getByRole('columnheader', { name: 'Time' }).getByRole('button').click();
  await expect(log.getByRole('columnheader', { name: 'Time' })).toHaveAttribute('aria-sort', 'ascending');
  const times = await rows(log)
    .locator('time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
  expect(times.length).toBeGreaterThan(5);
  expect(times).toEqual(times.toSorted());
  await log.locator('.column-choice summary').click();
  await log.getByRole('checkbox', { name: 'App' }).uncheck();
  await log.getByRole('checkbox', { name: 'Kind' }).check();
  await expect(log.getByRole('columnheader', { name: 'App' })).toHaveCount(0);
  await expect(log.getByRole('columnheader', { name: 'Kind' })).toBeVisible();
  // The address holds all of it: a page opened anew is the same page.
  await log.reload();
  await hasRows(log, 23);
  await expect(log.getByRole('columnheader', { name: 'Time' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(log.getByRole('columnheader', { name: 'Kind' })).toBeVisible();

  // Accounts, with the filter still on; keys move and open.
  await log.getByRole('link', { name: /^Accounts/ }).click();
  await hasRows(log, 3);
  await grid(log).focus();
  await log.keyboard.press('End');
  await log.keyboard.press('ArrowUp');
  await expect(log.locator('tr[aria-selected=true]')).toHaveAttribute('aria-rowindex', '3');
  const handle = (await log.locator('tr[aria-selected=true] a').textContent()) ?? '';
  await log.keyboard.press('Enter');
  await expect(log.locator('article header')).toContainText(handle);
  await expect(log.getByText('Matches a spam fingerprint')).toBeVisible();
  await expect(log.locator('.findings.match li').first()).toBeVisible();
  await expect(log.getByRole('img', { name: /Posts per minute/ })).toBeVisible();
  await log
    .getByRole('button', { name: /^Who else said this/ })
    .first()
    .click();
  const others = log.locator('.who-else tbody tr');
  await expect(others.first()).toContainText('@');
  // “Never badge” and taking it back.
  await log.getByRole('button', { name: 'never badge this account' }).click();
  await expect(log.getByText('This account is never badged.')).toBeVisible();
  await log.getByRole('button', { name: 'Undo' }).click();
  await expect(log.getByText('This account is never badged.')).toHaveCount(0);
  await log.goBack();
  await hasRows(log, 3);
  await expect(log.locator('tr[aria-selected=true]')).toHaveAttribute('aria-rowindex', '3');

  await go(log, '#/flocks');
  await hasRows(log, 1);
  await grid(log).focus();
  await log.keyboard.press('Enter');
  await expect(log.getByRole('heading', { name: 'Flock of 6 accounts' })).toBeVisible();
  await log.getByRole('link', { name: 'Its accounts' }).click();
  await hasRows(log, 6);
  expect(troubles).toEqual([]);
});

test('what is captured while one looks comes in by itself', async ({ page, replay, openOwn, troubles }) => {
  const log = await openOwn('log.html');
  await expect(log.getByText('Nothing here yet')).toBeVisible();
  await page.bringToFront();
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  await log.bringToFront();
  await hasRows(log, 6);
  await expect(log.getByRole('link', { name: /^Posts 32/ })).toBeVisible();
  expect(troubles).toEqual([]);
});

test('a coder who works blind is shown no judgement', async ({ page, replay, openOwn, troubles }) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const log = await openOwn('log.html');
  await expect(log.getByRole('columnheader', { name: 'Level' })).toBeVisible();
  await log.evaluate(() =>
    (
      globalThis as unknown as { chrome: { storage: { local: { set(all: object): Promise<void> } } } }
    ).chrome.storage.local.set({ desk: { blind: true, coder: 'ann' } }),
  );
  await expect(log.getByRole('columnheader', { name: 'Level' })).toHaveCount(0);
  await expect(log.getByRole('columnheader', { name: 'Posts seen' })).toHaveAttribute('aria-sort', 'descending');
  await grid(log).focus();
  await log.keyboard.press('Enter');
  await expect(log.locator('article h2')).toBeVisible();
  await expect(log.locator('article')).toContainText('Blind mode is on');
  await log
    .getByRole('button', { name: /^Who else said this/ })
    .first()
    .click();
  await expect(log.locator('.who-else')).toContainText('@');
  await expect(log.locator('.findings, .level')).toHaveCount(0);
  await go(log, '#/flocks');
  await expect(log.getByText('Blind mode is on')).toBeVisible();
  await expect(grid(log)).toHaveCount(0);
  expect(troubles).toEqual([]);
});

for (const [lang, theme, width] of [
  ['en', 'light', 1280],
  ['ar', 'dark', 360],
] as const) {
  test.describe(`${lang}, ${theme}, ${width} wide`, () => {
    test.use({
      look: { lang, theme },
      browserOptions: { locale: lang, colorScheme: theme, viewport: { width, height: 740 } },
    });
    test('nothing for axe to find, nothing wider than the window', async ({ page, replay, openOwn }) => {
      await page.goto(replay.pageUrl('seed-32'));
      await scrollThrough(page);
      const log = await openOwn('log.html');
      const check = async () => {
        const { violations } = await new AxeBuilder({ page: log }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
        expect(await log.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      for (const room of ['accounts', 'posts', 'flocks']) {
        await go(log, `#/${room}`);
        await expect(rows(log).first()).toContainText(/\S/);
        await check();
      }
      for (const room of ['flocks', 'posts', 'accounts']) {
        await go(log, `#/${room}`);
        await expect(rows(log).first()).toContainText(/\S/);
        await grid(log).focus();
        await log.keyboard.press('Enter');
        await expect(log.locator('article h2')).toBeVisible();
        await expect(log.getByText(lang === 'ar' ? 'تجري القراءة' : 'Reading the log')).toHaveCount(0);
        await check();
      }
    });
  });
}
