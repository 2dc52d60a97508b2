/** The desk in a real Firefox: the tables, a file that comes down, and everything saved, erased and brought in again. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import type { ElementHandle, Page } from 'puppeteer-core';
import { makeCertificate } from '../browser/certificate';
import { findFirefox, firefoxSkipLine } from '../browser/find-firefox';
import { launchFirefox } from '../browser/launch-firefox';
import { startReplay } from '../replay/server';
import { loadScenario } from '../scenarios/scenarios';
import { addOn, builtForFirefox, openOwnInFirefox } from './own-in-firefox';
import { readStored } from './stored';

const text = (page: Page, selector: string) =>
  page.evaluate((one) => document.querySelector(one)?.textContent ?? '', selector).catch(() => '');
const rowCount = (page: Page) =>
  page
    .evaluate(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? 1) - 1)
    .catch(() => -1);
const go = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** The element with these words, by mouse. */
async function press(page: Page, selector: string, words: string): Promise<void> {
  const find = () =>
    page.evaluateHandle(
      (one, wanted) =>
        [...document.querySelectorAll<HTMLButtonElement>(one)].find(
          ({ innerText, disabled }) => innerText.trim() === wanted && !disabled,
        ),
      selector,
      words,
    );
  await expect.poll(async () => (await find()).asElement() !== null, { message: words }).toBe(true);
  await ((await find()).asElement() as ElementHandle<Element>).click();
}

/** The file of a download that has ended. */
async function downloaded(folder: string, name: RegExp): Promise<{ readonly file: string; readonly bytes: Buffer }> {
  const found = async () => {
    const names = await readdir(folder);
    return names.some((one) => one.endsWith('.part')) ? undefined : names.find((one) => name.test(one));
  };
  await expect.poll(async () => (await found()) !== undefined, { message: String(name) }).toBe(true);
  const file = path.join(folder, (await found())!);
  await expect.poll(async () => (await readFile(file)).length).toBeGreaterThan(0);
  return { file, bytes: await readFile(file) };
}

function testInFirefox(program: string): void {
  test('Firefox: the tables, a CSV that comes down, a backup, erased, and brought in again', async () => {
    test.setTimeout(120_000);
    const scenario = loadScenario('seed-32');
    const handles = scenario.accounts.map(({ handle }) => handle).toSorted();
    const replay = await startReplay({ scenarios: [scenario], ...(await makeCertificate()) });
    const downloads = await mkdtemp(path.join(tmpdir(), 'flockmark-downloads-'));
    const extensionDir = builtForFirefox();
    const firefox = await launchFirefox({ program, extensionDir, port: replay.port, addOn, downloads });
    try {
      const page = await firefox.browser.newPage();
      await page.goto(replay.pageUrl('seed-32'));
      await page.waitForSelector('article');
      await page.evaluate(async () => {
        for (let before = -1; before !== scrollY; ) {
          before = scrollY;
          scrollBy(0, 500);
          await new Promise((resolve) => setTimeout(resolve, 120));
        }
      });
      const own = await openOwnInFirefox(firefox.browser, 'log.html');
      const troubles: string[] = [];
      own.on('pageerror', (error) => troubles.push(String(error)));
      own.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });

      await expect.poll(() => rowCount(own), { timeout: 20_000 }).toBe(6);
      for (const handle of handles) expect(await text(own, '[role=grid]')).toContain(`@${handle}`);
      await press(own, 'button', 'Save as CSV');
      const csv = await downloaded(downloads, /^flockmark-accounts\.csv$/);
      const table = Papa.parse(csv.bytes.toString('utf8').slice(1), { header: true, skipEmptyLines: true });
      expect(table.errors).toEqual([]);
      expect(table.data.map(({ handle }) => handle).toSorted()).toEqual(handles);
      expect(table.data.filter(({ level }) => level === 'strong')).toHaveLength(3);

      await go(own, '#/posts');
      await expect.poll(() => rowCount(own)).toBe(32);
      await own.focus('input[type=search]');
      await own.keyboard.type('الاهلي');
      await expect.poll(() => rowCount(own)).toBeLessThan(32);
      expect(await rowCount(own)).toBeGreaterThan(0);
      await expect.poll(() => text(own, '[role=grid]')).toContain('الأهلي');

      await go(own, '#/import');
      const before = await readStored(own);
      await press(own, 'button', 'Save a backup');
      const backup = await downloaded(downloads, /^flockmark-backup-.*\.ndjson\.gz$/);
      await go(own, '#/care');
      await press(own, 'button', 'Erase everything…');
      await own.waitForSelector('dialog input');
      await own.type('dialog input', 'erase');
      await press(own, 'dialog button', 'Erase everything');
      await expect.poll(() => text(own, 'main')).toContain('The log is empty.');
      expect((await readStored(own)).posts).toEqual([]);

      await go(own, '#/import');
      const field = await own.waitForSelector('input[type=file]');
      await (field as ElementHandle<HTMLInputElement>).uploadFile(backup.file);
      await press(own, 'button', 'Import');
      await expect.poll(() => text(own, 'main'), { timeout: 20_000 }).toContain('32 new posts and 6 new accounts');
      const after = await readStored(own);
      expect(after.posts).toEqual(before.posts);
      const levels = ({ verdicts }: typeof after) =>
        verdicts.map(({ accountId, level }) => `${accountId} ${level}`).toSorted();
      expect(levels(after)).toEqual(levels(before));
      await go(own, '#/accounts?level=strong');
      await expect.poll(() => rowCount(own), { timeout: 20_000 }).toBe(3);
      expect(replay.log.filter(({ by }) => by === 'other')).toEqual([]);
      expect(troubles).toEqual([]);
    } finally {
      await firefox.close();
      await replay.close();
      await rm(downloads, { recursive: true, force: true });
    }
  });
}

const program = findFirefox();
if (program) testInFirefox(program);
else console.log(firefoxSkipLine);
