/** What a person sees and does, in a real browser: badges, strip, card, keys, popup, log page. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const badges = (page: Page) => page.locator('flockmark-badge');
const card = (page: Page) => page.locator('flockmark-card dialog');

async function openPage(page: Page, url: string): Promise<void> {
  await page.goto(url);
  // The whole of the scenario is loaded by scrolling through it once.
  await page.mouse.move(300, 400);
  for (let i = 0; i < 6; i += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(120);
  }
  await page.evaluate(() => scrollTo(0, 0));
  await expect(badges(page).first()).toBeVisible();
}

/** Watches, with an observer younger than ours, for a badge on another account than its own. */
async function watchForLies(
  page: Page,
): Promise<() => Promise<{ readonly looks: number; readonly lies: readonly string[] }>> {
  await page.evaluate(() => {
    const seen = { looks: 0, lies: [] as string[] };
    Object.assign(window, { seen });
    const look = () => {
      seen.looks += 1;
      for (const badge of document.querySelectorAll('flockmark-badge')) {
        const slot = badge.closest('[data-testid=User-Name]');
        const handle = slot?.querySelector('a')?.getAttribute('href')?.slice(1);
        if (handle !== badge.getAttribute('data-handle'))
          seen.lies.push(`${badge.getAttribute('data-handle')} on ${handle}`);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { seen: { looks: number; lies: string[] } }).seen);
}

for (const recycle of ['refill', 'replace'] as const) {
  test.describe(`nodes that leave the window are made new by ${recycle}`, () => {
    test.use({ look: { recycle } });
    test('each badge is on its own account, whatever the scrolling', async ({ page, replay, extension, troubles }) => {
      expect(extension.extensionId).toBeTruthy();
      await openPage(page, replay.pageUrl('seed-32'));
      const told = await watchForLies(page);
      for (let i = 0; i < 40; i += 1) {
        await page.mouse.wheel(0, i % 16 < 8 ? 500 : -500);
        await page.waitForTimeout(25);
      }
      const { looks, lies } = await told();
      expect(looks).toBeGreaterThan(10);
      expect(lies).toEqual([]);
      expect(troubles).toEqual([]);
    });
  });
}

test('the card by keyboard: opens, keeps the focus and the keys, closes, gives the focus back', async ({
  page,
  replay,
  troubles,
}) => {
  await openPage(page, replay.pageUrl('seed-32'));
  await badges(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(card(page)).toContainText('What matches');
  expect(page.url()).toBe(replay.pageUrl('seed-32'));

  const leaked = await page.evaluateHandle(() => {
    const keys: string[] = [];
    for (const target of [window, document]) {
      for (const capture of [true, false])
        target.addEventListener('keydown', (event) => keys.push((event as KeyboardEvent).key), capture);
    }
    return keys;
  });
  const stops = await card(page).locator('a, button, textarea').count();
  for (let i = 0; i < stops + 2; i += 1) {
    await page.keyboard.press(i % 5 === 4 ? 'Shift+Tab' : 'Tab');
    expect(
      await page.evaluate(() => document.querySelector('flockmark-card')?.shadowRoot?.activeElement?.localName),
    ).toMatch(/^(a|button|textarea)$/);
  }
  await card(page).locator('textarea').focus();
  await page.keyboard.type('jkn/');
  await expect(card(page).locator('textarea')).toHaveValue('jkn/');
  expect(await leaked.jsonValue()).toEqual([]);

  await page.mouse.move(30, 300);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  await expect(page.locator('flockmark-card')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('flockmark-badge');
  expect(troubles).toEqual([]);
});

test('a label from the card and by key; never badge this account, and undo', async ({
  page,
  replay,
  extension,
  troubles,
}) => {
  await openPage(page, replay.pageUrl('seed-32'));
  const handle = await badges(page).first().getAttribute('data-handle');
  const ofHandle = page.locator(`flockmark-badge[data-handle="${handle}"]`);

  await badges(page).first().click();
  await card(page).locator('textarea').fill('same texts, same minute');
  await card(page).getByRole('button', { name: 'Spam', exact: true }).click();
  await expect(card(page).getByRole('status')).toHaveText('Saved: Spam');
  await expect(ofHandle.first()).toHaveAttribute('data-label', 'spam');

  await card(page).getByRole('button', { name: 'Not spam: never badge this account' }).click();
  await expect(ofHandle).toHaveCount(0);
  await expect(page.locator(`flockmark-label[data-handle="${handle}"]`).first()).toHaveAttribute('data-label', 'spam');
  await card(page).getByRole('button', { name: 'Undo' }).click();
  await expect(ofHandle.first()).toHaveAttribute('data-level', 'strong');
  await page.keyboard.press('Escape');

  await page.locator('article').first().focus();
  await page.keyboard.press('Alt+Shift+Digit3');
  await expect(page.locator('flockmark-toast')).toContainText(`@${handle} labelled: Unsure`);
  await expect(ofHandle.first()).toHaveAttribute('data-label', 'unsure');

  const log = await extension.context.newPage();
  await log.goto(`chrome-extension://${extension.extensionId}/log.html`);
  // Every row, and the head's.
  const hasRows = (n: number) => expect(log.getByRole('grid')).toHaveAttribute('aria-rowcount', String(n + 1));
  await hasRows(6);
  await log.getByRole('link', { name: /^Labels [\d,]+$/ }).click();
  await hasRows(2);
  const download = log.waitForEvent('download');
  await log.getByRole('button', { name: 'Save as CSV' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toMatch(/^\uFEFFaccount_id,handle,label,note,coder,at,post_id,retracted_at,id\r\n/);
  expect(file).toContain(`,${handle},spam,"same texts, same minute",`);
  await log.getByRole('link', { name: /^Posts [\d,]+$/ }).click();
  const posts = log.waitForEvent('download');
  await log.getByRole('button', { name: 'Save as NDJSON' }).click();
  const lines = (await readFile(await (await posts).path(), 'utf8')).trimEnd().split('\n');
  // What the file is, whose project it is of, then the posts.
  const records = lines.map((line) => JSON.parse(line) as { readonly kind: string });
  expect(records.map(({ kind }) => kind)).toEqual(['header', 'project', ...Array(32).fill('post')]);
  expect(records[2]).toMatchObject({ kind: 'post', id: expect.stringMatching(/^\d+$/) });
  expect(troubles).toEqual([]);
});

test('the strip stands on hashtag pages only, and under X’s header while one scrolls', async ({
  page,
  replay,
  troubles,
}) => {
  await openPage(page, replay.pageUrl('seed-32'));
  const strip = page.locator('[data-testid=primaryColumn] > flockmark-strip:first-child');
  await expect(strip.locator('.strip')).toHaveText(
    /32 posts by 6 accounts seen.*6 match a spam fingerprint \(3 weak\).*% of posts/,
  );
  await page.mouse.wheel(0, 700);
  await expect(strip).toHaveAttribute('data-stuck', '');
  const gap = () =>
    page.evaluate(() => {
      const host = document.querySelector('flockmark-strip') as HTMLElement;
      const column = host.parentElement as HTMLElement;
      const sticky = [...column.querySelectorAll(':scope > div, :scope > div *')].find(
        (one) => getComputedStyle(one).position === 'sticky',
      );
      return Math.abs(host.getBoundingClientRect().top - (sticky?.getBoundingClientRect().bottom ?? 0));
    });
  await expect.poll(gap).toBeLessThanOrEqual(1);
  await page.evaluate(() => history.pushState({}, '', '/home'));
  await expect(strip).toHaveCount(0);
  expect(troubles).toEqual([]);
});

test('off removes all at once and reads nothing; on brings it back', async ({ page, replay, extension, troubles }) => {
  await openPage(page, replay.pageUrl('seed-32'));
  const popup = await extension.context.newPage();
  await popup.goto(`chrome-extension://${extension.extensionId}/popup.html`);
  await expect(popup.getByText('6 match a spam fingerprint (3 weak)')).toBeVisible();
  await expect(popup.getByText('Working')).toBeVisible();
  await expect(popup.getByText(/Author found in (\d+) of \1 posts/)).toBeVisible();
  const onOff = popup.getByRole('switch');
  await onOff.click();
  await expect(page.locator('flockmark-badge, flockmark-strip')).toHaveCount(0);
  await page.reload();
  await page.waitForTimeout(1500);
  await expect(page.locator('flockmark-badge, flockmark-strip')).toHaveCount(0);
  await onOff.click();
  await expect(badges(page).first()).toBeVisible();
  await expect(page.locator('flockmark-strip')).toHaveCount(1);
  expect(troubles).toEqual([]);
});

test('X’s own theme is followed, not the system’s, also when it changes', async ({ page, replay }) => {
  await openPage(page, replay.pageUrl('seed-32'));
  await expect(badges(page).first()).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => {
    document.body.style.backgroundColor = 'rgb(0, 0, 0)';
  });
  await expect(badges(page).first()).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('flockmark-strip')).toHaveAttribute('data-theme', 'dark');
});

const looks = [
  { lang: 'en', theme: 'light', width: 1280 },
  { lang: 'ar', theme: 'dark', width: 360 },
] as const;
for (const { lang, theme, width } of looks) {
  test.describe(`${lang}, ${theme}, ${width} px`, () => {
    test.use({
      look: { lang, theme },
      browserOptions: { locale: lang, colorScheme: theme, viewport: { width, height: 740 } },
    });
    test('nothing for axe to find, nothing wider than the window', async ({ page, replay, extension }) => {
      const check = async (shown: Page, ...parts: readonly string[]) => {
        const builder = new AxeBuilder({ page: shown });
        for (const part of parts) builder.include(part);
        const { violations } = await builder.analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
        expect(await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      };
      await openPage(page, replay.pageUrl('seed-32'));
      await check(page, 'flockmark-badge', 'flockmark-strip');
      await badges(page).first().click();
      await expect(card(page).locator('.findings').first()).toBeVisible();
      await check(page, 'flockmark-card');
      const box = await card(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
      if (width <= 480) expect(box?.width).toBe(width);
      const own = await extension.context.newPage();
      for (const file of ['popup.html', 'log.html']) {
        await own.goto(`chrome-extension://${extension.extensionId}/${file}`);
        await expect(own.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
        await expect(
          own.locator(file === 'log.html' ? '[role=grid] [aria-rowindex="2"]' : '.state').first(),
        ).toBeVisible();
        await check(own);
      }
    });
  });
}
