/** The demo's pictures: the badged page, an open card, the popup, lights out, Arabic. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { LaunchedWithExtension } from '../browser/launch';
import { scrollThrough } from './demo-scroll';
import { popupPicture } from './demo-targets';
import type { Replay } from './server';

export const PICTURES = 'demo-output';

/** The middle of the first badge that a person can see whole, below the header. */
const badgeInView = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('flockmark-badge')].map((badge) => badge.getBoundingClientRect());
    const box = boxes.sort((a, b) => a.top - b.top).find(({ top, bottom }) => top > 140 && bottom < innerHeight - 60);
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });

/** Writes them into `demo-output/`; the page is left on the hashtag, light and English. */
export async function takePictures(
  page: Page,
  browser: LaunchedWithExtension,
  replay: Replay,
  pageUrl: string,
): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const save = (name: string) => page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  const look = async (theme: 'light' | 'dark', lang: 'en' | 'ar') => {
    Object.assign(replay.look, { theme, lang });
    await page.goto(pageUrl);
    await page.waitForSelector('article');
    await scrollThrough(page, { stepPx: 500, pauseMs: 100, posts: 150 });
    await page.waitForTimeout(800);
  };
  await page.bringToFront();
  await look('light', 'en');
  await save('page');
  const badge = await badgeInView(page);
  if (badge) {
    await page.mouse.click(badge.x, badge.y);
    await page.waitForTimeout(700);
    await save('card');
    await page.keyboard.press('Escape');
  }
  const open = () => {
    type Chrome = { readonly chrome: { readonly action: { readonly openPopup: () => Promise<void> } } };
    return (globalThis as unknown as Chrome).chrome.action.openPopup();
  };
  writeFileSync(
    path.join(PICTURES, 'popup.png'),
    await popupPicture(browser.context, () => browser.worker.evaluate(open)),
  );
  await look('dark', 'en');
  await save('dark');
  await look('light', 'ar');
  await save('arabic');
  await look('light', 'en');
}
