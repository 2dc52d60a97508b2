/** Archives come in: the article's table by column mapping, as a researcher would bring it. */
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const seed = path.resolve(import.meta.dirname, '../scenarios/data/tweets.csv');

async function openImport(log: Page): Promise<void> {
  await log.getByRole('link', { name: /^Import/ }).click();
  await expect(log.getByRole('heading', { name: 'Import' })).toBeVisible();
}

test.use({ scenarios: ['organic'] });

/** A figure of the preview. */
const figure = (log: Page, name: string) =>
  log.locator('.import-preview dl > div', { has: log.getByText(name, { exact: true }) }).locator('dd');

test('the article’s table: columns, a zone, three strong and three weak accounts', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  // Other people's page is in the log already.
  await page.goto(replay.pageUrl('organic'));
  await page.locator('article').first().waitFor();
  const log = await openOwn('log.html');
  await openImport(log);
  await log.locator('input[type=file]').setInputFiles(seed);
  await expect(figure(log, 'Posts')).toHaveText('32');
  await expect(figure(log, 'Accounts')).toHaveText('6');
  // Guessed from the names; the text as published, not the normalised one.
  await expect(log.getByLabel('Holds: time_as_given')).toHaveValue('time');
  await expect(log.getByLabel('Holds: display_name')).toHaveValue('name');
  await expect(log.getByLabel('Holds: text', { exact: true })).toHaveValue('text');
  await expect(log.getByLabel('Holds: text_norm')).toHaveValue('');

  const start = log.getByRole('button', { name: 'Import', exact: true });
  await expect(start).toBeDisabled();
  await log.getByLabel('Time zone of its times').fill('Nowhere/Land');
  await log.getByLabel('Time zone of its times').press('Enter');
  await expect(log.getByText('No such time zone.')).toBeVisible();
  await expect(start).toBeDisabled();
  await log.getByLabel('Time zone of its times').fill('UTC');
  await log.getByLabel('Time zone of its times').press('Enter');
  await expect(log.getByLabel('Seen on')).toHaveValue('#السعوديه_تدعم_مصر_مليار_دولار');
  await start.click();
  await expect(log.getByText('32 new posts and 6 new accounts are in the log.')).toBeVisible();
  await log.getByRole('link', { name: 'See the accounts' }).click();
  await expect(log.locator('.level.strong')).toHaveCount(3);
  await expect(log.locator('.level.weak')).toHaveCount(3);

  // Once more: the same rows are the same posts.
  await openImport(log);
  await log.locator('input[type=file]').setInputFiles(seed);
  await log.getByLabel('Time zone of its times').fill('UTC');
  await log.getByLabel('Time zone of its times').press('Enter');
  await expect(figure(log, 'Posts already in the log: they only gain what is missing')).toHaveText('32');
  await start.click();
  await expect(log.getByText('0 new posts and 0 new accounts are in the log.')).toBeVisible();
  expect(troubles).toEqual([]);
});
