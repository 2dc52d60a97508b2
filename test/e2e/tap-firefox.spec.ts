/** The channel between the worlds in a real Firefox: a port handed from the content script to the page's world carries bodies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { findFirefox, firefoxSkipLine } from '../browser/find-firefox';
import { launchFirefox } from '../browser/launch-firefox';
import { privatePrefix, wantedPrefix } from './tap-addresses';
import { buildTapExtension, type Part } from './tap-extension';
import { startTapServer } from './tap-server';

const program = findFirefox();
const orders: readonly (readonly Part[])[] = [
  ['tap', 'probe-dom'],
  ['probe-dom', 'tap'],
];

const firstScript = `
  window.seen = [];
  addEventListener('message', (event) => window.seen.push(String(event.data)), true);
  const xhr = new XMLHttpRequest();
  xhr.open('GET', '${wantedPrefix}limited', false);
  xhr.send();
  fetch('${wantedPrefix}ok').then((response) => response.text()).then((text) => { window.length_ = text.length; });
  fetch('${privatePrefix}ok');
`;

/** With a Firefox only; else one line says why there is none. */
function testInFirefox(firefox: string): void {
  for (const parts of orders) {
    test(`Firefox, ${parts[0]} first: bodies arrive on every navigation, the page sees no handshake`, async () => {
      const server = await startTapServer();
      server.firstScript = firstScript;
      const folder = mkdtempSync(path.join(tmpdir(), 'flockmark-tap-'));
      const extensionDir = await buildTapExtension(folder, parts, 'firefox');
      const { browser, close } = await launchFirefox({ program: firefox, extensionDir, port: server.port });
      try {
        const page = await browser.newPage();
        for (let n = 0; n < 20; n += 1) {
          await page.goto(`https://x.com/page?n=${n}`);
          const heard = () => page.evaluate(() => JSON.parse(document.documentElement.dataset.heard ?? '[]'));
          await expect.poll(heard).toHaveLength(2);
          expect(await heard()).toEqual([
            { kind: 'body', url: `https://x.com${wantedPrefix}limited`, body: '{"errors":[{"code":88}]}' },
            { kind: 'body', url: `https://x.com${wantedPrefix}ok`, body: expect.stringContaining('سلام 👋') },
          ]);
          expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([]);
        }
      } finally {
        await close();
        await server.close();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
}

if (program) testInFirefox(program);
else console.log(firefoxSkipLine);
