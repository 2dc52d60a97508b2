/**
 * The built extension in Chromium, with the stand-in as https://x.com. Each test has a browser and a log of its own:
 *
 *   test.use({ scenarios: ['seed-page'], look: { theme: 'dark' } });
 *   test('…', async ({ page, replay, extension }) => { await page.goto(replay.pageUrl('seed-page')); … });
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Certificate, makeCertificate } from '../browser/certificate';
import { type LaunchedWithExtension, type LaunchOptions, launchWithExtension } from '../browser/launch';
import { watchExtension } from '../replay/demo-targets';
import { type Replay, type ReplayOptions, startReplay } from '../replay/server';

/** Where `npm run build` puts it. */
export const builtExtension = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');

interface Options {
  /** Names of scenarios, or made ones. */
  readonly scenarios: ReplayOptions['scenarios'];
  readonly look: Omit<ReplayOptions, 'scenarios' | 'key' | 'cert'>;
  /** The unpacked extension. */
  readonly extensionDir: string;
  readonly browserOptions: Pick<LaunchOptions, 'locale' | 'colorScheme' | 'viewport' | 'userDataDir' | 'headed'>;
}

interface Fixtures extends Options {
  readonly replay: Replay;
  /** The browser with its extension; `context` and `page` are of this browser. */
  readonly extension: LaunchedWithExtension;
  /** Errors on the console of pages and worker, and uncaught ones, in words. Tests of sound input expect none. */
  readonly troubles: readonly string[];
  /** Opens a page of the extension's own: `log.html`, `popup.html`, `options.html`. */
  readonly openOwn: (file: 'log.html' | 'popup.html' | 'options.html') => Promise<Page>;
  /**
   * Holds in every test, asked for or not: the extension asked the network for nothing, as the browser and the server tell it,
   * and no error reached the worker's end, in any of the workers that were started.
   */
  readonly quiet: undefined;
}

export const test = base.extend<Fixtures, { readonly certificate: Certificate }>({
  scenarios: [['seed-32'], { option: true }],
  look: [{}, { option: true }],
  extensionDir: [builtExtension, { option: true }],
  browserOptions: [{}, { option: true }],
  certificate: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => use(await makeCertificate()),
    { scope: 'worker' },
  ],
  replay: async ({ certificate, scenarios, look }, use) => {
    const replay = await startReplay({ ...look, scenarios, key: certificate.key, cert: certificate.cert });
    await use(replay);
    await replay.close();
  },
  extension: async ({ certificate, replay, browserOptions, extensionDir }, use) => {
    if (!existsSync(path.join(extensionDir, 'manifest.json')))
      throw new Error('build the extension first: npm run build');
    const where = { extensionDir, port: replay.port, spki: certificate.spki };
    const extension = await launchWithExtension({ ...where, ...browserOptions });
    await use(extension);
    await extension.close();
  },
  context: async ({ extension }, use) => use(extension.context),
  troubles: async ({ extension }, use) => {
    const troubles: string[] = [];
    extension.context.on('console', (message) => {
      if (message.type() === 'error') troubles.push(`${message.location().url}: ${message.text()}`);
    });
    extension.context.on('weberror', (error) => troubles.push(`uncaught: ${error.error().message}`));
    extension.worker.on('console', (message) => {
      if (message.type() === 'error') troubles.push(`worker: ${message.text()}`);
    });
    await use(troubles);
  },
  openOwn: async ({ extension }, use) => {
    await use(async (file) => {
      const own = await extension.context.newPage();
      await own.goto(`chrome-extension://${extension.extensionId}/${file}`);
      return own;
    });
  },
  quiet: [
    async ({ extension, replay }, use) => {
      const worker = await watchExtension(extension.context, extension.extensionId);
      const strangers: string[] = [];
      extension.context.on('request', (request) => {
        if (!standsIn.test(request.url())) strangers.push(request.url());
      });
      await use(undefined);
      expect(replay.log.length, 'requests that the server saw at all').toBeGreaterThan(0);
      const others = replay.log.filter(({ by }) => by === 'other').map(({ url }) => url);
      expect([...others, ...worker.requests, ...strangers], 'requests by the extension').toEqual([]);
      expect(worker.errors, 'errors in the worker').toEqual([]);
    },
    { auto: true },
  ],
});

/** The stand-in's own hosts, and what never reaches a network. */
const standsIn = /^(?:https:\/\/(?:[\w-]+\.)*(?:x|twitter|twimg)\.com\/|chrome-extension:|data:|blob:|about:)/;

export { expect } from '@playwright/test';
