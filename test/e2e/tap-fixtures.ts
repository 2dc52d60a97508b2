/** One server and one browser a worker, with the tap alone; the second browser, without it, only where a test compares. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type Launched, type LaunchedWithExtension, launchPlain, launchWithExtension } from '../browser/launch';
import { builtExtension } from './fixtures';
import { buildTapExtension, type Part } from './tap-extension';
import type { Heard } from './tap-probe/worker';
import { startTapServer, type TapServer } from './tap-server';

interface Fixtures {
  readonly server: TapServer;
  readonly tapped: LaunchedWithExtension;
  readonly plain: Launched;
  /** The whole extension, as built. */
  readonly built: Launched;
  /** Starts Chromium with a tiny extension whose content scripts are these, in this order. */
  readonly startWith: (parts: readonly Part[]) => Promise<LaunchedWithExtension>;
}

export const test = base.extend<object, Fixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const server = await startTapServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  startWith: [
    async ({ server }, use) => {
      const started: LaunchedWithExtension[] = [];
      const folders: string[] = [];
      await use(async (parts) => {
        const folder = mkdtempSync(path.join(tmpdir(), 'flockmark-tap-'));
        folders.push(folder);
        const extensionDir = await buildTapExtension(folder, parts);
        const launched = await launchWithExtension({ ...whereIs(server), extensionDir });
        started.push(launched);
        return launched;
      });
      for (const one of started) await one.close();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  tapped: [async ({ startWith }, use) => use(await startWith(['tap', 'probe'])), { scope: 'worker' }],
  built: [
    async ({ server }, use) => {
      const launched = await launchWithExtension({ ...whereIs(server), extensionDir: builtExtension });
      await use(launched);
      await launched.close();
    },
    { scope: 'worker' },
  ],
  plain: [
    async ({ server }, use) => {
      const launched = await launchPlain(whereIs(server));
      await use(launched);
      await launched.close();
    },
    { scope: 'worker' },
  ],
});

const whereIs = (server: TapServer) => ({ port: server.port, spki: server.certificate.spki });

/** A page of the test server; `firstScript` runs in its head, ahead of everything else of the page. */
export async function openPage(server: TapServer, browser: Launched, query = '', firstScript = ''): Promise<Page> {
  server.firstScript = firstScript;
  const page = await browser.context.newPage();
  await page.goto(`https://x.com/page${query}`);
  return page;
}

/** What the content script received from the tap on pages whose address ends so. */
export function heardOn(browser: LaunchedWithExtension, query: string): Promise<readonly Heard[]> {
  return browser.worker.evaluate((end) => globalThis.heard.filter((one) => one.pageUrl.endsWith(end)), query);
}
