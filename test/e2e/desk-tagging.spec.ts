/** A coder's day: a codebook of one's own, labels by key and by mouse, undo, blind mode, and two coders against each other. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { badges, badgesOf, card, scrollThrough, strip } from './pages';
import { readStored } from './stored';

const toast = (page: Page) => page.locator('flockmark-toast');
const labelsOf = (page: Page, handle: string) => page.locator(`[data-handle="${handle}"][data-label]`);
const postsOf = (page: Page, handle: string) =>
  page.locator('article').filter({ has: page.locator(`[data-testid=User-Name] a[href="/${handle}"]`) });
const focusedHandle = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.querySelector('[data-testid=User-Name] a')?.getAttribute('href')?.slice(1) ?? '',
  );

/** The label is on every post of the account that stands on the screen now. */
async function expectOnAllPosts(page: Page, handle: string, value: string): Promise<void> {
  const told = async () => {
    const posts = await postsOf(page, handle).all();
    const labels = await Promise.all(posts.map((post) => post.locator(`[data-label="${value}"]`).count()));
    return { many: posts.length > 1, labelled: labels.every((count) => count === 1) };
  };
  await expect.poll(told).toEqual({ many: true, labelled: true });
}

async function axeFindsNothing(page: Page, ...parts: readonly string[]): Promise<void> {
  const builder = new AxeBuilder({ page });
  for (const part of parts) builder.include(part);
  const { violations } = await builder.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** A project's own label, with a key of its own, made in the options as a person would. */
async function addLabel(options: Page, title: string, key: string): Promise<void> {
  await options.getByLabel('Name of a new label').fill(title);
  await options.keyboard.press('Enter');
  await options.getByRole('button', { name: `Key for “${title}”` }).click();
  await options.keyboard.press(key);
}

test('a label of one’s own by a key of one’s own: on all posts of the account, taken back, in the log', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  const options = await openOwn('options.html');
  await options.getByLabel('Coder’s name').fill('Amal');
  await options.getByLabel('Project’s title').fill('Loan');
  await addLabel(options, 'Coupon seller', 'j');
  const seller = options.locator('[data-key=coupon-seller]');
  await expect(seller.getByRole('alert')).toContainText('X itself listens');
  await options.keyboard.press('Alt+Shift+Digit2');
  await expect(seller.getByRole('alert')).toHaveText('“Not spam” has this key already.');
  await options.keyboard.press('Digit4');
  await expect(seller.locator('kbd')).toHaveText('4');

  await page.bringToFront();
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const handle = await focusedHandle(page);
  await page.keyboard.press('4');
  await expect(toast(page)).toContainText(`@${handle} labelled: Coupon seller`);
  await expectOnAllPosts(page, handle, 'coupon-seller');
  await expect(labelsOf(page, handle).first()).toContainText('Coupon seller');

  // Taken back by key; and, given anew, by the button.
  await page.keyboard.press('Alt+Shift+KeyU');
  await expect(toast(page)).toContainText(`@${handle}: “Coupon seller” taken back`);
  await expect(labelsOf(page, handle)).toHaveCount(0);
  await page.keyboard.press('Alt+Shift+KeyU');
  await expect(toast(page)).toContainText('There is no label to take back.');
  await page.keyboard.press('4');
  await expectOnAllPosts(page, handle, 'coupon-seller');
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(labelsOf(page, handle)).toHaveCount(0);

  // With a note, by key alone.
  await page.locator('article').nth(1).focus();
  await page.keyboard.press('Alt+Shift+KeyN');
  await expect(card(page).locator('textarea')).toBeFocused();
  await page.keyboard.type('sells followers, j4?');
  await page.keyboard.press('Shift+Tab');
  await expect(card(page).getByRole('button', { name: 'Coupon seller' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('status')).toHaveText('Saved: Coupon seller');
  await page.keyboard.press('Escape');
  const noted = await focusedHandle(page);
  await expectOnAllPosts(page, noted, 'coupon-seller');

  const log = await openOwn('log.html');
  const stored = await readStored(log);
  const idOf = (name: string) => stored.accounts.find((one) => one.handle === name)?.id;
  const rows = stored.labels.toSorted((a, b) => a.atMs - b.atMs);
  expect(rows).toMatchObject([
    { accountId: idOf(handle), value: 'coupon-seller', coder: 'Amal', retractedAtMs: expect.any(Number) },
    { accountId: idOf(handle), value: 'coupon-seller', coder: 'Amal', retractedAtMs: expect.any(Number) },
    { accountId: idOf(noted), value: 'coupon-seller', coder: 'Amal', note: 'sells followers, j4?' },
  ]);
  expect(rows[2]).not.toHaveProperty('retractedAtMs');
  for (const { postId } of rows) expect(stored.posts.map(({ id }) => id)).toContain(postId);

  // Found by its own name in the log, and filtered by it.
  await log.goto(log.url().replace(/#.*|$/, '#/accounts?label=coupon-seller'));
  await expect(log.locator('[role=row], tr').filter({ hasText: `@${noted}` })).toContainText('Coupon seller');
  await expect(log.locator('[role=row], tr').filter({ hasText: '@' })).toHaveCount(1);
  await log.goto(log.url().replace(/#.*/, '#/labels'));
  await expect(log.locator('[role=row], tr').filter({ hasText: 'sells followers' })).toContainText('Coupon seller');

  // A label that was given cannot be deleted; retired, it stays on the posts and is offered no more.
  await options.bringToFront();
  await options.getByRole('button', { name: 'Delete “Coupon seller”' }).click();
  await expect(options.getByText('was given and cannot be deleted')).toBeVisible();
  await options.getByRole('button', { name: 'Retire “Coupon seller”' }).click();
  await expect(options.getByText('Retired: what was given')).toBeVisible();
  await page.bringToFront();
  await expectOnAllPosts(page, noted, 'coupon-seller');
  await page.keyboard.press('Alt+Shift+KeyN');
  await expect(card(page).locator('button.choice')).toHaveText(['Spam', 'Not spam', 'Unsure']);
  expect(troubles).toEqual([]);
});

test('blind: no badge, no finding, no figure, in the page and the popup; labels by mouse all the same', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const handle = (await badges(page).first().getAttribute('data-handle')) ?? '';
  await page.locator('article').first().focus();
  await page.keyboard.press('Alt+Shift+KeyV');
  await expect(badges(page)).toHaveCount(0);
  await expect(strip(page)).toHaveText('Blind mode is on: badges, findings and figures are hidden.');
  // Every post has the same button, so that having one says nothing.
  await expect(page.locator('article flockmark-label')).toHaveCount(await page.locator('article').count());

  const button = page.locator(`flockmark-label[data-handle="${handle}"]`).first();
  await button.click();
  await expect(card(page)).toContainText('Blind mode is on');
  await expect(card(page).locator('.findings, .verdict, .posts')).toHaveCount(0);
  await expect(card(page)).not.toContainText(/spam fingerprint|flock/i);
  for (const choice of await card(page).locator('button.choice').all()) {
    const box = await choice.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await card(page).getByRole('button', { name: 'Not spam', exact: true }).click();
  await expect(card(page).getByRole('status')).toHaveText('Saved: Not spam');
  await axeFindsNothing(page, 'flockmark-card');
  await page.keyboard.press('Escape');
  await expectOnAllPosts(page, handle, 'not-spam');

  const popup = await openOwn('popup.html');
  await expect(popup.getByText('Blind mode is on')).toBeVisible();
  await expect(popup.locator('body')).not.toContainText('match a spam fingerprint');
  await page.reload();
  await page.bringToFront();
  await scrollThrough(page);
  await expectOnAllPosts(page, handle, 'not-spam');
  await expect(badges(page)).toHaveCount(0);
  expect(await page.locator('[data-level]').count()).toBe(0);

  await popup.bringToFront();
  await popup.getByLabel('Blind mode').uncheck();
  await expect(popup.getByText('6 match a spam fingerprint')).toBeVisible();
  await page.bringToFront();
  await expect(badgesOf(page, handle).first()).toHaveAttribute('data-label', 'not-spam');
  await expect(strip(page)).toHaveText(/6 match/);
  expect(troubles).toEqual([]);
});

test('from the card to everything about the account, by keyboard; blind, no judgement on the way', async ({
  page,
  replay,
  extension,
  troubles,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const handle = (await badges(page).first().getAttribute('data-handle')) ?? '';
  const everything = async () => {
    const opened = extension.context.waitForEvent('page');
    await card(page).getByRole('button', { name: 'Everything about this account' }).press('Enter');
    const own = await opened;
    await expect(own).toHaveURL(/^chrome-extension:.*\/log\.html#\/account\?id=\d+$/);
    await expect(own.locator('article.about')).toContainText(`@${handle}`);
    return own;
  };
  await badgesOf(page, handle).first().click();
  const seeing = await everything();
  await expect(seeing.locator('article.about')).toContainText(/matches a spam fingerprint/i);
  await seeing.close();
  await page.bringToFront();
  // The card is as it was left.
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.locator('article').first().focus();
  await page.keyboard.press('Alt+Shift+KeyV');
  await page.locator(`flockmark-label[data-handle="${handle}"]`).first().click();
  const blind = await everything();
  await expect(blind.locator('article.about')).not.toContainText(/spam fingerprint|flock|strong|weak/i);
  expect(troubles).toEqual([]);
});

test('two coders: what labels say of the engine, and of each other', async ({ page, replay, openOwn, troubles }) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  // Post by post, as one codes; each account once, the last of them otherwise.
  const handles: string[] = [];
  for (let i = 0; i < 40 && handles.length < 6; i++) {
    await page.keyboard.press('j');
    const handle = await focusedHandle(page);
    if (handles.includes(handle)) continue;
    handles.push(handle);
    await page.keyboard.press(handles.length === 6 ? 'Alt+Shift+Digit2' : 'Alt+Shift+Digit1');
    await expect(labelsOf(page, handle).first()).toBeVisible();
  }
  expect(handles).toHaveLength(6);
  const own = await openOwn('log.html');
  // The labels as another coder would hand them over.
  await own.getByRole('link', { name: /^Labels [\d,]+$/ }).click();
  const download = own.waitForEvent('download');
  await own.getByRole('button', { name: 'Save as NDJSON' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  await own.getByRole('link', { name: 'Labels and verdicts' }).click();
  await expect(own.getByText('Counted: 5 as spam, 1 as genuine.')).toBeVisible();
  const row = (name: string) => own.locator('tr', { has: own.getByRole('cell', { name, exact: true }) });
  await expect(row('Level: strong or weak')).toContainText('83.3% (43.6%–97.0%), 5 of 6');
  await expect(row('Level: strong or weak')).toContainText('100.0%');
  await expect(own.getByText('there are labels of one coder only')).toBeVisible();

  // Another coder's export, in which one of six is labelled otherwise, and one line is broken.
  const records = file
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly kind: string });
  const given = records.filter(({ kind }) => kind === 'label').map((label) => ({ ...label, coder: 'Bea' }));
  expect(given).toHaveLength(6);
  const others = records.filter(({ kind }) => kind !== 'label');
  const theirs = [...others, { ...given[0], value: 'unsure' }, ...given.slice(1)];
  const text = [...theirs.map((line) => JSON.stringify(line)), '{'].join('\n');
  await own.locator('input[type=file]').setInputFiles([
    { name: 'bea.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(text) },
    { name: 'holiday.csv', mimeType: 'text/csv', buffer: Buffer.from('id,name\n1,x\n') },
  ]);
  await expect(own.getByText(`lines that could not be read: ${theirs.length + 1}`)).toBeVisible();
  await expect(own.getByText('This is no table of labels')).toBeVisible();
  // By hand: same 5 of 6; by chance (5·4 + 1·1 + 0·1) of 36.
  await expect(own.getByText('0.6 (')).toBeVisible();
  await expect(own.getByText(/^Krippendorff’s α of all coders: 0\.\d+, from 12 labels of 6 accounts$/)).toBeVisible();
  await expect(own.getByRole('link', { name: `@${handles[0]}` })).toHaveAttribute('href', /^#\/account\?id=\d+$/);
  expect((await readStored(own)).labels).toHaveLength(6);
  await axeFindsNothing(own);
  expect(troubles).toEqual([]);
});

test('by touch: every target of the card and the badge is a finger wide', async ({ page, replay, troubles }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const badge = badges(page).first();
  // In sight, and no longer moving.
  await badge.click({ trial: true });
  const box = await badge.boundingBox();
  if (box === null) throw new Error('no badge');
  // Below the 20 px that one sees of it.
  const touchPoints = [{ x: box.x + 10, y: box.y + box.height + 8 }];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(card(page).locator('button.choice')).toHaveCount(3);
  for (const button of await card(page).locator('button').all()) {
    const { width, height } = (await button.boundingBox()) ?? { width: 0, height: 0 };
    expect(Math.min(width, height), await button.innerText()).toBeGreaterThanOrEqual(44);
  }
  expect(troubles).toEqual([]);
});

const looks = [
  { lang: 'en', theme: 'light', width: 1280 },
  { lang: 'ar', theme: 'dark', width: 360 },
] as const;
for (const { lang, theme, width } of looks) {
  test.describe(`${lang}, ${theme}, ${width} px`, () => {
    test.use({
      look: { lang, theme },
      browserOptions: { locale: lang, colorScheme: theme, viewport: { width, height: 740 } },
    });
    test('legend and options: nothing for axe to find, nothing wider than the window', async ({
      page,
      replay,
      openOwn,
      troubles,
    }) => {
      await page.goto(replay.pageUrl('seed-32'));
      await page.waitForSelector('article');
      await page.locator('article').first().focus();
      await page.keyboard.press('Alt+Shift+KeyH');
      const legend = page.locator('flockmark-legend dialog');
      await expect(legend.locator('kbd')).toHaveCount(21);
      await axeFindsNothing(page, 'flockmark-legend');
      await page.keyboard.press('Escape');
      await expect(page.locator('flockmark-legend')).toHaveCount(0);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('article');

      const options = await openOwn('options.html');
      await expect(options.locator('html')).toHaveAttribute('dir', lang === 'ar' ? 'rtl' : 'ltr');
      await expect(options.locator('.code')).toHaveCount(3);
      await options.locator('summary').first().click();
      await axeFindsNothing(options);
      expect(troubles).toEqual([]);
    });
  });
}
