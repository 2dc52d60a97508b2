/** The stand-in does what X does and the extension's tests lean on: recycled nodes, no reloads, a policy that bites. */
import { test as base, expect } from '@playwright/test';
import { makeCertificate } from '../browser/certificate';
import { type Launched, launchPlain } from '../browser/launch';
import { type Replay, startReplay } from '../replay/server';
import { loadScenario } from '../scenarios/scenarios';

const test = base.extend<{ recycle: 'refill' | 'replace' }, { site: { replay: Replay; browser: Launched } }>({
  recycle: ['refill', { option: true }],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its first parameter.
    async ({}, use) => {
      const certificate = await makeCertificate();
      const replay = await startReplay({ scenarios: ['seed-32', 'organic'], ...certificate });
      const browser = await launchPlain({ port: replay.port, spki: certificate.spki });
      await use({ replay, browser });
      await browser.close();
      await replay.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ site, recycle }, use) => {
    site.replay.look.recycle = recycle;
    const page = await site.browser.context.newPage();
    await page.goto(site.replay.pageUrl('organic'));
    await page.waitForSelector('article');
    await use(page);
    await page.close();
  },
});

for (const recycle of ['refill', 'replace'] as const)
  test.describe(recycle, () => {
    test.use({ recycle });

    test('keeps few nodes however far one scrolls, and shows every post once', async ({ page }) => {
      const seen = await page.evaluate(async () => {
        const ids = new Set<string>();
        const nodes = new Map<Element, Set<string>>();
        let most = 0;
        for (let i = 0; i < 40; i++) {
          for (const article of document.querySelectorAll('article')) {
            const id = article.querySelector('time')?.closest('a')?.pathname.split('/').at(-1);
            if (id) {
              ids.add(id);
              nodes.set(article, (nodes.get(article) ?? new Set()).add(id));
            }
          }
          most = Math.max(most, document.querySelectorAll('[data-testid=cellInnerDiv]').length);
          scrollBy(0, 700);
          await new Promise((resolve) => setTimeout(resolve, 40));
        }
        return { ids: [...ids], most, reused: [...nodes.values()].filter((shown) => shown.size > 1).length };
      });
      const newest = [...loadScenario('organic').posts].reverse().map(({ id, repostOf }) => repostOf ?? id);
      expect(seen.ids.length).toBeGreaterThan(100);
      expect(newest.slice(0, 100).filter((id) => !seen.ids.includes(id))).toEqual([]);
      expect(seen.most).toBeLessThan(40);
      expect(seen.reused > 0).toBe(recycle === 'refill');
    });
  });

test('asks for its first timeline before its own program is there, by XHR', async ({ page, site }) => {
  // What the visit before still asks for is not this one's.
  await page.waitForLoadState('networkidle');
  const from = site.replay.log.length;
  await page.reload();
  await page.waitForSelector('article');
  const urls = site.replay.log.slice(from).map(({ url }) => url);
  const paths = urls.map((url) => new URL(url).pathname);
  expect(paths.findIndex((path) => path.endsWith('/SearchTimeline'))).toBeLessThan(paths.indexOf('/main.js') + 2);
  const timelines = urls.filter((url) => url.includes('/SearchTimeline'));
  expect(new Set(timelines).size).toBe(timelines.length);
  const kinds = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((one) => (one as PerformanceResourceTiming).initiatorType),
  );
  expect(kinds).toContain('xmlhttprequest');
});

test('goes to another hashtag, a post and back without a reload', async ({ page }) => {
  await page.evaluate(() => Object.assign(window, { mark: true }));
  await page.getByTestId('trend').first().click();
  await expect(page.getByTestId('User-Name').first()).toContainText('@3adelelmreshed');
  await page.locator('article time').first().click();
  await expect(page).toHaveURL(/\/status\/\d+$/);
  await expect(page.locator('article').first().locator('[data-testid=User-Name] a')).toHaveCount(2);
  await page.goBack();
  await page.getByRole('tab', { name: 'Latest' }).click();
  await expect(page).toHaveURL(/f=live/);
  expect(await page.evaluate(() => 'mark' in window)).toBe(true);
});

test('moves from post to post with j and k', async ({ page }) => {
  const focused = () => page.evaluate(() => document.activeElement?.querySelector('time')?.closest('a')?.pathname);
  await page.keyboard.press('j');
  const first = await focused();
  await page.keyboard.press('j');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focused()).toBe(first);
});

test('lets no foreign script in, and tells its own requests from others', async ({ page, site }) => {
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective));
        const script = document.createElement('script');
        script.textContent = 'window.slipped = true';
        document.head.append(script);
      }),
  );
  expect(blocked).toContain('script-src');
  expect(await page.evaluate(() => 'slipped' in window)).toBe(false);
  const from = site.replay.log.length;
  await page.evaluate(() => fetch('/i/api/graphql/x/SearchTimeline?variables=%7B%7D').then(() => {}));
  expect(site.replay.log.slice(from).filter(({ by }) => by === 'other')).toHaveLength(1);
});

test('fits a window of 360 px, right to left and in the dark', async ({ page, site }) => {
  Object.assign(site.replay.look, { lang: 'ar', theme: 'dark' });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.reload();
  await page.waitForSelector('article');
  Object.assign(site.replay.look, { lang: 'en', theme: 'light' });
  const look = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.dir,
    getComputedStyle(document.body).backgroundColor,
  ]);
  expect(look).toEqual([360, 'rtl', 'rgb(0, 0, 0)']);
});
