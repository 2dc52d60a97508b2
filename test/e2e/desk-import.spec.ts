/** Archives come in: the article's table by column mapping, as a researcher would bring it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { keyOf } from '../../lib/log';
import { expect, test } from './fixtures';
import { scrollThrough } from './pages';
import { readStored, repeated } from './stored';

const seed = path.resolve(import.meta.dirname, '../scenarios/data/tweets.csv');

async function openImport(log: Page): Promise<void> {
  // By keyboard: the row of rooms moves while its counts come in.
  await log.getByRole('link', { name: /^Import/ }).press('Enter');
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

/** Rows of all stores go, as if the log were new. */
const erase = (log: Page) =>
  log.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('flockmark');
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction([...db.objectStoreNames], 'readwrite');
          for (const name of db.objectStoreNames) writing.objectStore(name).clear();
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
        opening.onerror = () => reject(opening.error);
      }),
  );

const chooseFile = (log: Page, name: string, buffer: Buffer) =>
  log.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test.describe('a page that was seen', () => {
  test.use({ scenarios: ['seed-32'] });

  test('backup → erase → import: the same log, the same verdicts', async ({ page, replay, openOwn, troubles }) => {
    await page.goto(replay.pageUrl('seed-32'));
    await scrollThrough(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Alt+Shift+Digit1');
    await expect(page.locator('flockmark-toast')).toContainText('labelled: Spam');
    const log = await openOwn('log.html');
    await expect.poll(async () => (await readStored(log)).flocks.filter(({ pending }) => pending === 1).length).toBe(0);
    await page.close();
    const before = await readStored(log);
    expect(before.posts).toHaveLength(32);
    expect(before.labels).toHaveLength(1);

    await openImport(log);
    const download = log.waitForEvent('download');
    await log.getByRole('button', { name: 'Save a backup' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^flockmark-backup-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
    const bytes = await readFile(await file.path());

    await erase(log);
    await log.reload();
    await chooseFile(log, 'renamed.bin', bytes);
    await expect(figure(log, 'Posts')).toHaveText('32');
    await expect(figure(log, 'Labels')).toHaveText('1');
    await log.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(log.getByText('32 new posts and 6 new accounts are in the log.')).toBeVisible();
    const after = await readStored(log);
    for (const table of ['accounts', 'posts', 'sightings', 'labels', 'dismissals'] as const) {
      const keyed = (rows: readonly object[]) =>
        new Map(rows.map((row) => [String(Reflect.get(row, keyOf[table])), row]));
      expect(keyed(after[table]), table).toEqual(keyed(before[table]));
    }
    const levels = ({ verdicts }: typeof after) =>
      verdicts.map(({ accountId, level }) => [accountId, level]).toSorted();
    expect(levels(after)).toEqual(levels(before));
    expect(levels(after).filter(([, level]) => level === 'strong')).toHaveLength(3);
    expect(troubles).toEqual([]);
  });
});

/** Posts of made-up people, no two alike, with ids of 2016. */
function table(posts: number): Buffer {
  const word = (n: number) => (n * 2_654_435_761).toString(36);
  const rows = Array.from({ length: posts }, (_, i) => {
    const id = 757_961_743_000_000_123n + BigInt(i) * 4_194_304_123n;
    return `${id},${4_800_000_001 + (i % 900)},person_${i % 900},"${[1, 2, 3, 4, 5, 6].map((k) => word(i * 7 + k)).join(' ')} #bread"`;
  });
  return Buffer.from(`id,author_id,handle,text\n${rows.join('\n')}\n`);
}

test('killed in the middle, the same file goes on; cancelled, what is in stays in', async ({
  page,
  replay,
  openOwn,
}) => {
  await page.goto(replay.pageUrl('organic'));
  await page.locator('article').first().waitFor();
  const file = table(4_000);
  const log = await openOwn('log.html');
  await openImport(log);
  await chooseFile(log, 'people.csv', file);
  await log.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(log.getByText(/posts are in/)).toBeVisible();
  await log.close();

  const again = await openOwn('log.html');
  await openImport(again);
  await expect(again.getByText(/The import of people.csv was not finished/)).toBeVisible();
  await chooseFile(again, 'people.csv', file);
  await expect(again.getByText(/it goes on after record/)).toBeVisible();
  await again.getByRole('button', { name: 'Go on' }).click();
  await expect(again.getByText(/posts are in/)).toBeVisible();
  await again.getByRole('button', { name: 'Cancel' }).click();
  await expect(again.getByText(/Stopped. What is in stays in/)).toBeVisible();
  await chooseFile(again, 'people.csv', file);
  await again.getByRole('button', { name: /Go on|^Import$/ }).click();
  await expect(again.getByText('Done.')).toBeVisible({ timeout: 60_000 });
  const stored = await readStored(again);
  const imported = stored.posts.filter(({ hashtags }) => hashtags.includes('bread'));
  expect(imported).toHaveLength(4_000);
  expect(repeated(imported.map(({ id }) => id))).toEqual([]);
  expect(stored.pages.find(({ key }) => key === 'hashtag:bread')).toMatchObject({ posts: 4_000, accounts: 900 });
});

test('what cannot be taken is said, and the log is as it was', async ({ page, replay, openOwn }) => {
  await page.goto(replay.pageUrl('organic'));
  await page.locator('article').first().waitFor();
  const log = await openOwn('log.html');
  await openImport(log);
  const before = (await readStored(log)).posts.length;
  const good = table(50);
  const zip = Buffer.from(zipSync({ 'people.csv': good }));
  const rounded = Buffer.from(good.toString().replace(/^(\d{15})\d{3}/gm, '$1000'));
  for (const [name, bytes, words] of [
    ['empty.csv', Buffer.alloc(0), 'The file is empty.'],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0]), 'This is no text'],
    ['letter.txt', Buffer.from('Dear all,\nhere it is.'), 'none of the formats'],
    ['cut.zip', zip.subarray(0, zip.length - 60), 'It was cut off'],
    ['rounded.csv', rounded, 'A spreadsheet has rounded the ids'],
  ] as const) {
    await chooseFile(log, name, bytes);
    await expect(log.getByRole('alert'), name).toContainText(words);
    await expect(log.getByRole('alert')).toContainText('The log is as it was.');
    await expect(log.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
  }
  // One broken line among good ones is named, and the rest goes in.
  const lines = good.toString().split('\n');
  lines[10] = '12,"';
  await chooseFile(log, 'one-broken.csv', Buffer.from(lines.join('\n')));
  await expect(log.getByText(/Line 11: broken/)).toBeVisible();
  await expect(figure(log, 'Posts')).toHaveText('49');
  expect((await readStored(log)).posts).toHaveLength(before);
});

for (const [locale, scheme] of [
  ['en-GB', 'light'],
  ['ar', 'dark'],
] as const) {
  test.describe(`the room in ${locale}, ${scheme}`, () => {
    test.use({ browserOptions: { locale, colorScheme: scheme } });

    test('holds to the rules of accessibility, by keyboard, and in 360 pixels', async ({ page, replay, openOwn }) => {
      await page.goto(replay.pageUrl('organic'));
      const log = await openOwn('log.html');
      await log.goto(`${log.url()}#/import`);
      await log.locator('input[type=file]').setInputFiles(seed);
      await expect(log.locator('.import-preview')).toBeVisible();
      for (const width of [1280, 360]) {
        await log.setViewportSize({ width, height: 900 });
        expect(await log.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page: log }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
        await log.screenshot({ path: test.info().outputPath(`import-${width}.png`), fullPage: true });
      }
      // The file chooser is the first thing in the room that the keyboard meets.
      await log.locator('input[type=file]').focus();
      await expect(log.locator('.import-file')).toHaveCSS('outline-style', 'solid');
    });
  });
}
