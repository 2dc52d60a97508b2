/** The channel between the worlds in a real Firefox: a port handed from the content script to the page's world carries bodies. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { findFirefox, firefoxSkipLine } from '../browser/find-firefox';
import { launchFirefox } from '../browser/launch-firefox';
import { privatePrefix, type Records, wantedPrefix } from './tap-addresses';
import { buildTapExtension, type Part } from './tap-extension';
import { recordFetch } from './tap-record-fetch';
import { recordLooks } from './tap-record-looks';
import { recordXhr } from './tap-record-xhr';
import { startTapServer, type TapServer } from './tap-server';

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

async function withFirefox(
  firefox: string,
  parts: readonly Part[],
  run: (page: Page, server: TapServer) => Promise<void>,
): Promise<void> {
  const server = await startTapServer();
  const folder = mkdtempSync(path.join(tmpdir(), 'flockmark-tap-'));
  try {
    const extensionDir = await buildTapExtension(folder, parts, 'firefox');
    const { browser, close } = await launchFirefox({ program: firefox, extensionDir, port: server.port });
    try {
      await run(await browser.newPage(), server);
    } finally {
      await close();
    }
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With a Firefox only; else one line says why there is none. */
function testInFirefox(firefox: string): void {
  for (const parts of orders) {
    test(`Firefox, ${parts[0]} first: bodies arrive on every navigation, the page sees no handshake`, () =>
      withFirefox(firefox, parts, async (page, server) => {
        server.firstScript = firstScript;
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
      }));
  }

  test('Firefox: the page sees the same with and without the tap', async () => {
    const recorded: Records[] = [];
    for (const parts of [[], ['tap', 'probe']] as const)
      await withFirefox(firefox, parts, async (page) => {
        await page.goto('https://x.com/page');
        recorded.push({
          ...(await page.evaluate(recordLooks)),
          ...(await page.evaluate(recordXhr, wantedPrefix)),
          ...(await page.evaluate(recordFetch, wantedPrefix)),
        });
      });
    const [without, withTap] = recorded;
    expect(Object.keys(without ?? {}).length).toBeGreaterThan(250);
    for (const [name, record] of Object.entries(without ?? {})) expect.soft(withTap?.[name], name).toEqual(record);
  });
}

if (program) testInFirefox(program);
else console.log(firefoxSkipLine);
