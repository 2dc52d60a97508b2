/** Other languages, themes and pages: the words and figures on screen follow. */
import { ask } from '../replay/demo-figures';
import { loadScenario } from '../scenarios/scenarios';
import { expect, test } from './fixtures';
import { badges, card, openCard, scrollThrough, strip } from './pages';

test.describe('Arabic, lights out', () => {
  test.use({ look: { lang: 'ar', theme: 'dark' }, browserOptions: { locale: 'ar' } });

  test('badge, strip and card stand right to left, in the page’s own theme, also when it changes', async ({
    page,
    replay,
    troubles,
  }) => {
    await page.goto(replay.pageUrl('seed-32'));
    await scrollThrough(page);
    const badge = badges(page).first();
    await expect(badge).toHaveAttribute('data-theme', 'dark');
    await expect(badge).toHaveAttribute('dir', 'rtl');
    await expect(badge).toHaveAttribute('lang', 'ar');
    await expect(badge).toHaveText(/\p{Script=Arabic}/u);
    await expect(strip(page)).toHaveAttribute('dir', 'rtl');
    await expect(strip(page)).toHaveText(/\p{Script=Arabic}/u);
    await expect(page.locator('flockmark-strip')).toHaveAttribute('data-theme', 'dark');
    const sides = await page.evaluate(() => {
      const name = document.querySelector('article [data-testid=User-Name]');
      const side = (selector: string) => name?.querySelector(selector)?.getBoundingClientRect();
      return [side('flockmark-badge')?.right ?? Number.NaN, side('.first')?.left ?? Number.NaN];
    });
    expect(sides[0]).toBeLessThanOrEqual((sides[1] ?? 0) + 1);
    await openCard(page, (await badge.getAttribute('data-handle')) ?? '');
    await expect(card(page)).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('flockmark-card')).toHaveAttribute('data-theme', 'dark');
    // What the engine says is Arabic too; names of apps and hosts stand isolated in it.
    const said = await card(page).locator('.findings li > span:first-child').allTextContents();
    expect(said.length).toBeGreaterThan(10);
    for (const sentence of said) {
      expect(sentence).toMatch(/\p{Script=Arabic}/u);
      expect(sentence.replaceAll(/\u2068[^\u2069]*\u2069/g, '')).not.toMatch(/[A-Za-z\d]/);
    }
    await page.keyboard.press('Escape');

    await page.evaluate(() => document.documentElement.classList.replace('dark', 'light'));
    await expect(badge).toHaveAttribute('data-theme', 'light');
    await expect(page.locator('flockmark-strip')).toHaveAttribute('data-theme', 'light');
    expect(troubles).toEqual([]);
  });
});

test.describe('lights out, told by a style sheet that comes late', () => {
  test.use({ look: { theme: 'dark' } });

  test('the theme is still the page’s own', async ({ page, replay, troubles }) => {
    await page.route('**/page.css', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue();
    });
    await page.goto(replay.pageUrl('seed-32'));
    await scrollThrough(page);
    await expect(badges(page).first()).toHaveAttribute('data-theme', 'dark');
    await expect(page.locator('flockmark-strip')).toHaveAttribute('data-theme', 'dark');
    expect(troubles).toEqual([]);
  });
});

test.describe('two hashtags', () => {
  test.use({ scenarios: ['seed-32', 'organic'] });

  test('in-app navigation changes the strip; figures of one page are never those of another', async ({
    page,
    replay,
    openOwn,
    troubles,
  }) => {
    await page.goto(replay.pageUrl('seed-32'));
    await scrollThrough(page);
    await expect(strip(page)).toHaveText(/32 posts by 6 accounts seen.*6 match/);
    await page.evaluate(() => Object.assign(window, { mark: true }));
    const other = loadScenario('organic');
    await page.locator('[data-testid=trend]', { hasText: other.hashtag }).click();
    await expect(strip(page)).toContainText('0 match');
    await expect(badges(page)).toHaveCount(0);
    const own = await openOwn('popup.html');
    const summary = await ask(own, 'summary', { pageUrl: page.url() });
    expect(summary.page.title).toBe(other.hashtag);
    await expect(strip(page)).toContainText(`${summary.posts} posts by ${summary.accounts} accounts seen`);

    await page.bringToFront();
    await page.goBack();
    await expect(strip(page)).toHaveText(/32 posts by 6 accounts seen.*6 match/);
    await expect(badges(page).first()).toBeVisible();
    expect(await page.evaluate(() => 'mark' in window)).toBe(true);
    expect(troubles).toEqual([]);
  });
});
