/** The differential test: a page observes the same of XMLHttpRequest and fetch with and without the tap. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Launched } from '../browser/launch';
import { builtExtension } from './fixtures';
import { otherPrefix, privatePrefix, type Records, wantedPrefix } from './tap-addresses';
import { openPage, test } from './tap-fixtures';
import { recordFetch } from './tap-record-fetch';
import { recordLooks } from './tap-record-looks';
import { recordXhr } from './tap-record-xhr';
import type { TapServer } from './tap-server';

test.describe.configure({ timeout: 120_000 });

interface Comparison {
  readonly server: TapServer;
  readonly without: Launched;
  readonly withTap: Launched;
  readonly run: (page: Page) => Promise<Records>;
  readonly firstScript?: string;
}

/** Runs the same in both browsers; every record that differs is named. */
async function compare({ server, without, withTap, run, firstScript = '' }: Comparison): Promise<Records> {
  const recorded = async (browser: Launched) => {
    const page = await openPage(server, browser, '', firstScript);
    const records = await run(page);
    await page.close();
    return records;
  };
  const expected = await recorded(without);
  const actual = await recorded(withTap);
  expect(Object.keys(actual)).toEqual(Object.keys(expected));
  for (const [name, record] of Object.entries(expected)) expect.soft(actual[name], name).toEqual(record);
  return expected;
}

test('functions, their properties and looks', async ({ server, plain, tapped }) => {
  const run = (page: Page) => page.evaluate(recordLooks);
  const looks = await compare({ server, without: plain, withTap: tapped, run });
  expect(looks.fetch).toMatchObject({ name: 'fetch', length: 1, native: true });
});

for (const [name, prefix] of Object.entries({ copied: wantedPrefix, other: otherPrefix, private: privatePrefix })) {
  test(`XMLHttpRequest, ${name} addresses`, async ({ server, plain, tapped }) => {
    const run = (page: Page) => page.evaluate(recordXhr, prefix);
    const records = await compare({ server, without: plain, withTap: tapped, run });
    expect(Object.keys(records).length).toBeGreaterThan(100);
  });

  test(`fetch, ${name} addresses`, async ({ server, plain, tapped }) => {
    const run = (page: Page) => page.evaluate(recordFetch, prefix);
    const records = await compare({ server, without: plain, withTap: tapped, run });
    expect(Object.keys(records).length).toBeGreaterThan(170);
  });
}

/** The page's own wrappers, as monitoring libraries install them. */
const pageWraps = `{
  const { fetch } = window;
  window.fetch = function () { return fetch.apply(this, arguments); };
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function () { return open.apply(this, arguments); };
  XMLHttpRequest.prototype.send = function () { return send.apply(this, arguments); };
}`;

test('with wrappers of the page’s own', async ({ server, plain, tapped }) => {
  const run = async (page: Page) => ({
    ...(await page.evaluate(recordXhr, wantedPrefix)),
    ...(await page.evaluate(recordFetch, wantedPrefix)),
    ...(await page.evaluate(recordLooks)),
  });
  await compare({ server, without: plain, withTap: tapped, run, firstScript: pageWraps });
});

test('with the wrappers of another extension beneath', async ({ server, startWith }) => {
  const run = async (page: Page) => ({
    ...(await page.evaluate(recordXhr, wantedPrefix)),
    ...(await page.evaluate(recordFetch, wantedPrefix)),
  });
  const [without, withTap] = [await startWith(['early']), await startWith(['early', 'tap', 'probe'])];
  await compare({ server, without, withTap, run });
});

test('the whole extension, as built', async ({ server, plain, built }) => {
  const run = async (page: Page) => ({
    ...(await page.evaluate(recordLooks)),
    ...(await page.evaluate(recordXhr, wantedPrefix)),
    ...(await page.evaluate(recordFetch, wantedPrefix)),
  });
  await compare({ server, without: plain, withTap: built, run });
  const script = readFileSync(path.join(builtExtension, 'content-scripts/tap.js'), 'utf8');
  expect(script.length).toBeLessThan(6_000);
});
