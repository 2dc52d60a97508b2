/** The built add-on for Firefox, and pages of its own there. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'puppeteer-core';

export const addOn = { id: 'flockmark@flockmark.example', host: '5f0c3a44-6a53-4a5e-9a6b-3f6f1f5d7a10' };

/** Where `npm run build:firefox` puts it. @throws where it is not */
export function builtForFirefox(): string {
  const folder = path.resolve(import.meta.dirname, '../../.output/firefox-mv2');
  if (existsSync(path.join(folder, 'manifest.json'))) return folder;
  throw new Error('build the extension first: npm run build:firefox');
}

export async function openOwnInFirefox(browser: Browser, place: string): Promise<Page> {
  const own = await browser.newPage();
  // Puppeteer never hears that such a page has loaded, although it has.
  void own.goto(`moz-extension://${addOn.host}/${place}`, { timeout: 1 }).catch(() => {});
  return own;
}
