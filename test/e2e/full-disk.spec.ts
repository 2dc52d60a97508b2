/**
 * A full disk, for real: the browser itself refuses to write. The extension may write without a limit, and Chromium takes a
 * limit of ours only where there is one: so its manifest is without that permission here, and nothing else is changed.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadScenario, responseAt, timelineUrl } from '../scenarios/scenarios';
import { postIdsIn } from './bodies';
import { test as base, builtExtension, expect } from './fixtures';
import { badges, card, load, openCard, scrollThrough, strip } from './pages';
import { readStored } from './stored';

/** Enough for the 32 rows and some pages more. */
const QUOTA_BYTES = 1_300_000;

const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  extensionDir: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'flockmark-limited-'));
    cpSync(builtExtension, folder, { recursive: true });
    const file = path.join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { readonly permissions: readonly string[] };
    const permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
    expect(permissions.length).toBe(manifest.permissions.length - 1);
    writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
});
test.use({ scenarios: ['seed-32', 'organic'] });

test('a full disk is told in words, what was stored stays, the page goes on; with space the capture does', async ({
  page,
  replay,
  extension,
  openOwn,
  troubles,
}) => {
  const popup = await openOwn('popup.html');
  const health = popup.getByText('The disk is full: new responses are not stored now.');
  const session = await extension.context.newCDPSession(popup);
  const origin = `chrome-extension://${extension.extensionId}`;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: QUOTA_BYTES });

  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  await expect(strip(page)).toHaveText(/32 posts by 6 accounts seen.*6 match/);
  const before = await readStored(popup);
  expect(before.posts).toHaveLength(32);

  const { hashtag } = loadScenario('organic');
  let loaded = 0;
  for (; loaded < 60 && !(await health.isVisible()); loaded++) {
    expect(await load(page, timelineUrl(hashtag, 'latest', 20, loaded))).toMatchObject({ status: 200 });
    await page.waitForTimeout(100);
  }
  await expect(health).toBeVisible();
  await expect(popup.locator('.state')).toHaveText('Something is wrong');

  // The page goes on as if nothing were.
  for (const more of [loaded, loaded + 1])
    expect(await load(page, timelineUrl(hashtag, 'latest', 20, more))).toMatchObject({ status: 200 });
  await page.bringToFront();
  await expect(badges(page).first()).toBeVisible();
  const handle = (await badges(page).first().getAttribute('data-handle')) ?? '';
  await openCard(page, handle);
  await expect(card(page).locator('.findings.match li').first()).toBeVisible();
  await page.keyboard.press('Escape');

  const bodies = Array.from({ length: loaded + 2 }, (_, i) => responseAt(loadScenario('organic'), i));
  const wanted = new Set(bodies.flatMap((body) => postIdsIn(JSON.parse(body))));
  for (const { id } of before.posts) wanted.add(id);
  const full = await readStored(popup);
  expect(full.posts.length).toBeLessThan(wanted.size);
  const seedIds = new Set(before.posts.map(({ id }) => id));
  expect(full.posts.filter(({ id }) => seedIds.has(id))).toEqual(before.posts);

  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(health).toHaveCount(0, { timeout: 20_000 });
  const ids = async () => (await readStored(popup)).posts.map(({ id }) => id).sort();
  await expect.poll(ids, { timeout: 20_000 }).toEqual([...wanted].sort());
  await expect(popup.locator('.state')).toHaveText('Working');
  expect(troubles).toEqual([]);
});
