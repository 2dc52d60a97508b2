/** The built extension in a real Firefox: tap, store, badge and card work there too. `npm run build:firefox` comes first. */
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { makeCertificate } from '../browser/certificate';
import { findFirefox, firefoxSkipLine } from '../browser/find-firefox';
import { launchFirefox } from '../browser/launch-firefox';
import { startReplay } from '../replay/server';
import { loadScenario } from '../scenarios/scenarios';
import { addOn, builtForFirefox, openOwnInFirefox } from './own-in-firefox';
import { readStored } from './stored';

/** Scrolls through once; the levels of all badges that came by, by handle. */
const levelsWhileScrolling = (page: Page) =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (let before = -1; before !== scrollY; ) {
      for (const badge of document.querySelectorAll('flockmark-badge')) {
        const author = badge.closest('[data-testid=User-Name]')?.querySelector('a')?.getAttribute('href')?.slice(1);
        const handle = badge.getAttribute('data-handle') ?? '';
        const isWhole =
          author === handle && badge.shadowRoot?.textContent !== '' && badge.shadowRoot?.querySelector('svg');
        found[handle] = isWhole ? (badge.getAttribute('data-level') ?? '') : `wrong place: ${author}`;
      }
      before = scrollY;
      scrollBy(0, 500);
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    scrollTo(0, 0);
    return found;
  });

const stripText = (page: Page) =>
  page.evaluate(
    () => document.querySelector('flockmark-strip')?.shadowRoot?.querySelector('.strip')?.textContent ?? '',
  );

function testInFirefox(program: string): void {
  test('Firefox: the 32 rows are read, stored and badged; the card opens; nothing is asked of the network', async () => {
    const scenario = loadScenario('seed-32');
    const replay = await startReplay({ scenarios: [scenario], ...(await makeCertificate()) });
    const firefox = await launchFirefox({ program, extensionDir: builtForFirefox(), port: replay.port, addOn });
    try {
      const page = await firefox.browser.newPage();
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      await page.goto(replay.pageUrl('seed-32'));
      await page.waitForSelector('article');
      await levelsWhileScrolling(page);
      await expect
        .poll(() => stripText(page))
        .toMatch(/32 posts by 6 accounts seen.*6 match a spam fingerprint \(3 weak\)/);
      const levels = await levelsWhileScrolling(page);
      expect(Object.keys(levels).sort()).toEqual(scenario.accounts.map(({ handle }) => handle).sort());
      expect(Object.values(levels).sort()).toEqual(['strong', 'strong', 'strong', 'weak', 'weak', 'weak']);

      // The page itself sees what a person sees, and a shadow root of another world's as its own.
      await page.evaluate(() => document.querySelector<HTMLElement>('flockmark-badge')?.focus());
      await page.keyboard.press('Enter');
      const cardText = () =>
        page.evaluate(
          () => document.querySelector('flockmark-card')?.shadowRoot?.querySelector('dialog[open]')?.textContent ?? '',
        );
      await expect.poll(cardText).toContain('What matches');
      await page.evaluate(() =>
        [...(document.querySelector('flockmark-card')?.shadowRoot?.querySelectorAll('button') ?? [])]
          .find(({ textContent }) => textContent === 'Everything about this account')
          ?.click(),
      );
      // Where a tab is that the extension opened, only the tab itself knows.
      const places = async () =>
        Promise.all((await firefox.browser.pages()).map((one) => one.evaluate(() => location.href).catch(() => '')));
      await expect
        .poll(async () => (await places()).filter((one) => /^moz-extension:.*log\.html#\/account\?id=\d+$/.test(one)))
        .toHaveLength(1);
      await page.bringToFront();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.evaluate(() => document.querySelector('flockmark-card'))).toBe(null);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('flockmark-badge');

      const own = await openOwnInFirefox(firefox.browser, 'popup.html');
      await expect
        .poll(() => own.evaluate(() => document.querySelector('.state')?.textContent).catch(() => ''))
        .toBe('Working');
      const stored = await readStored(own);
      expect(stored.posts.map(({ id }) => id).sort()).toEqual(scenario.posts.map(({ id }) => id).sort());
      expect(Object.fromEntries(stored.verdicts.map(({ accountId, level }) => [accountId, level]))).toEqual(
        Object.fromEntries(scenario.accounts.map(({ id, handle }) => [id, levels[handle]])),
      );
      expect(replay.log.filter(({ by }) => by === 'other')).toEqual([]);
      expect(troubles).toEqual([]);
    } finally {
      await firefox.close();
      await replay.close();
    }
  });
}

const program = findFirefox();
if (program) testInFirefox(program);
else console.log(firefoxSkipLine);
