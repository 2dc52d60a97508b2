/** What the tests do on a hashtag page, and where they find things. */
import { expect, type Page } from '@playwright/test';

export const badges = (page: Page) => page.locator('flockmark-badge');
export const badgesOf = (page: Page, handle: string) => page.locator(`flockmark-badge[data-handle="${handle}"]`);
export const strip = (page: Page) => page.locator('flockmark-strip .strip');
export const card = (page: Page) => page.locator('flockmark-card dialog');

/** Scrolls to the end of what the page loads, and back to its top. */
export async function scrollThrough(page: Page, stepPx = 700): Promise<void> {
  await page.waitForSelector('article');
  await page.evaluate(async (step) => {
    const isLoading = () => document.querySelector('main [role=progressbar]:not([hidden])') !== null;
    for (let before = -1; before !== scrollY || isLoading(); ) {
      before = scrollY;
      scrollBy(0, step);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    scrollTo(0, 0);
  }, stepPx);
}

/** The page's own XHR for one address: what X does when one scrolls on. Resolves to the status and the length of the body. */
export const load = (page: Page, url: string) =>
  page.evaluate(
    (address) =>
      new Promise<{ readonly status: number; readonly length: number }>((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', address);
        request.setRequestHeader('x-twitter-active-user', 'yes');
        request.onload = () => resolve({ status: request.status, length: request.responseText.length });
        request.onerror = () => reject(new Error('no answer'));
        request.send();
      }),
    url,
  );

/** Levels by handle of all badges that come by while one scrolls from the top to the end. */
export async function levelsWhileScrolling(page: Page): Promise<ReadonlyMap<string, string>> {
  const pairs = await page.evaluate(async () => {
    const found: [string, string][] = [];
    for (let before = -1; before !== scrollY; ) {
      for (const badge of document.querySelectorAll('flockmark-badge'))
        found.push([badge.getAttribute('data-handle') ?? '', badge.getAttribute('data-level') ?? '']);
      before = scrollY;
      scrollBy(0, 500);
      await new Promise((resolve) => setTimeout(resolve, 80));
    }
    scrollTo(0, 0);
    return found;
  });
  return new Map(pairs);
}

/** Opens the card of the first badge with this handle, by mouse. */
export async function openCard(page: Page, handle: string): Promise<void> {
  await badgesOf(page, handle).first().click();
  await expect(card(page).locator('h3').first()).toBeVisible();
}
