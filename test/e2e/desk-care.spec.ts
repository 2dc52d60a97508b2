/** Keep and delete, in a real browser: an account is forgotten and stays so, what is old goes, everything is erased. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { ask } from '../replay/demo-figures';
import { expect, test } from './fixtures';
import { badges, badgesOf, scrollThrough, strip } from './pages';
import { readStored } from './stored';

const archive = path.resolve(import.meta.dirname, '../scenarios/data/tweets.csv');

test.use({ scenarios: ['seed-32'] });
test.setTimeout(60_000);

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('an account is forgotten and never comes back; everything is erased, and the extension goes on', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const badge = page.locator('flockmark-badge[data-level=strong]').first();
  await expect(badge).toBeVisible();
  const handle = (await badge.getAttribute('data-handle')) ?? '';
  const own = await openOwn('log.html');
  const before = await readStored(own);
  const id = before.accounts.find((one) => one.handle === handle)?.id ?? '';
  const posts = before.posts.filter(({ authorId }) => authorId === id).map((post) => post.id);
  expect(posts.length).toBeGreaterThan(1);

  await own.goto(`${own.url().split('#')[0]}#/account?handle=${handle}`);
  await own.getByRole('link', { name: 'Forget this account…' }).click();
  await expect(own.getByLabel('Handle')).toHaveValue(handle);
  await expect(own.getByText(`${before.posts.length} posts`)).toBeVisible();
  await expectAccessible(own);
  await own.getByLabel('Handle').fill(`@${handle.toUpperCase()}`);
  await own.keyboard.press('Enter');
  const dialog = own.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(own);
  // “No” has the focus, and the field gets it back.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await own.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(own.getByLabel('Handle')).toBeFocused();
  await own.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await own.keyboard.press('Tab');
  await own.keyboard.press('Enter');
  await expect(own.getByText('has no badge any more')).toBeVisible();
  await expect(own.getByText('1 account is kept out.')).toBeVisible();

  await page.bringToFront();
  await expect(badgesOf(page, handle)).toHaveCount(0);
  const traces = async () => {
    const { counters: _health, ...rows } = await readStored(own);
    const all = JSON.stringify(rows);
    return [id, ...posts]
      .filter((word) => all.includes(word))
      .concat(new RegExp(`\\b${handle}\\b`, 'i').exec(all)?.[0] ?? []);
  };
  await expect.poll(traces, { timeout: 15_000 }).toEqual([]);
  // The whole page again, as from the beginning.
  await page.reload();
  await scrollThrough(page);
  await expect(badges(page).first()).toBeVisible();
  await page.waitForTimeout(1_000);
  await expect(badgesOf(page, handle)).toHaveCount(0);
  expect(await traces()).toEqual([]);

  await own.bringToFront();
  await own.getByRole('button', { name: 'Erase everything…' }).click();
  const yes = own.getByRole('dialog').getByRole('button', { name: 'Erase everything' });
  await expect(yes).toBeDisabled();
  await own.getByLabel('To go on, type').fill('erase');
  await yes.click();
  await expect(own.getByText('The log is empty.')).toBeVisible();
  const { accounts, posts: left, evidence, verdicts, sightings, flocks, pages, links, meta } = await readStored(own);
  expect([accounts, left, evidence, verdicts, sightings, flocks, pages, links, meta].flat()).toEqual([]);
  expect((await ask(own, 'health', undefined)).counters.posts).toBe(0);

  await page.bringToFront();
  await page.reload();
  await scrollThrough(page);
  // Nobody is kept out any more.
  await expect(badgesOf(page, handle).first()).toBeVisible();
  await expect(strip(page)).toBeVisible();
  expect(troubles).toEqual([]);
});

test('what is old goes once somebody has seen how much, and the rest is judged as before', async ({
  page,
  replay,
  openOwn,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  await expect(page.locator('flockmark-badge[data-level=strong]').first()).toBeVisible();
  const own = await openOwn('log.html');
  await own.goto(`${own.url().split('#')[0]}#/care`);
  const stored = await readStored(own);
  await own.getByLabel('Older than, in days').fill('1');
  await own.getByRole('button', { name: 'See what would go…' }).click();
  // Seen just now: nothing is old.
  await expect(own.getByRole('dialog')).toContainText('0 posts · 0 accounts · 0 sightings');
  await own.getByRole('button', { name: 'Cancel' }).click();
  await own.getByRole('button', { name: 'Compute anew' }).click();
  await expect(own.getByRole('button', { name: 'Compute anew' })).toBeEnabled();
  const settled = async () => {
    const { verdicts, meta } = await readStored(own);
    return meta.some(({ key }) => key === 'rebuild')
      ? []
      : verdicts.map(({ accountId, level }) => [accountId, level]).sort();
  };
  await expect
    .poll(settled, { timeout: 15_000 })
    .toEqual(stored.verdicts.map(({ accountId, level }) => [accountId, level]).sort());
});

test.describe('beside people of today, an archive of 2016', () => {
  test.use({ scenarios: ['organic'] });

  test('what is old goes for good; a labelled account stays with all its posts, and so does what was seen today', async ({
    page,
    replay,
    openOwn,
    troubles,
  }) => {
    const table = Papa.parse(await readFile(archive, 'utf8'), { header: true, skipEmptyLines: true });
    const archived = new Set(table.data.map(({ handle = '' }) => handle));
    await page.goto(replay.pageUrl('organic'));
    await expect(strip(page)).toContainText('posts by');
    await page.close();
    const own = await openOwn('log.html');
    const room = (name: string) => own.goto(`${own.url().split('#')[0]}#/${name}`);
    await room('import');
    await own.locator('input[type=file]').setInputFiles(archive);
    await own.getByLabel('Time zone of its times').fill('UTC');
    await own.getByLabel('Time zone of its times').press('Enter');
    await own.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(own.getByText('32 new posts and 6 new accounts are in the log.')).toBeVisible();

    const before = await readStored(own);
    const handles = new Map(before.accounts.map((one) => [one.id, one.handle ?? '']));
    const isOld = ({ authorId }: { readonly authorId: string }) => archived.has(handles.get(authorId) ?? '');
    const old = before.posts.filter(isOld);
    const today = before.posts.flatMap((post) => (isOld(post) ? [] : [post.id]));
    expect([old.length, today.length > 10]).toEqual([32, true]);
    const authors = [...new Set(old.map(({ authorId }) => authorId))];
    const postsOf = (id: string) => old.filter(({ authorId }) => authorId === id);
    const labelled = authors.toSorted((a, b) => postsOf(b).length - postsOf(a).length)[0]!;
    const theirs = postsOf(labelled);
    expect(theirs.length).toBeGreaterThan(1);
    const handle = handles.get(labelled) ?? '';
    // An archive without ids of accounts: by one of its posts, as a label on the page is given.
    await ask(own, 'label', { handle, value: 'spam', note: 'stays', atMs: Date.now(), postId: theirs[0]!.id });

    await room('care');
    await own.getByLabel('Older than, in days').fill('30');
    await own.getByRole('button', { name: 'See what would go…' }).click();
    const dialog = own.getByRole('dialog');
    await expect(dialog).toContainText(`${32 - theirs.length} posts · 5 accounts ·`);
    // Looked at, nothing is gone yet.
    expect((await readStored(own)).posts).toHaveLength(before.posts.length);
    await dialog.getByRole('button', { name: 'Delete, now and daily' }).click();
    const left = async () => (await readStored(own)).posts.map(({ id }) => id).toSorted();
    await expect.poll(left, { timeout: 15_000 }).toEqual([...today, ...theirs.map(({ id }) => id)].toSorted());
    await expect(own.getByText(`${32 - theirs.length} posts · 5 accounts`)).toBeVisible();
    await expect(own.getByText('On: what is older than 30 days is deleted once a day.')).toBeVisible();

    const { accounts, labels } = await readStored(own);
    const gone = authors.filter((id) => id !== labelled);
    expect(accounts.map(({ id }) => id)).toContain(labelled);
    expect(accounts.filter(({ id }) => gone.includes(id))).toEqual([]);
    expect(labels).toMatchObject([{ accountId: labelled, note: 'stays' }]);
    const levels = async () => (await readStored(own)).verdicts.filter(({ accountId }) => gone.includes(accountId));
    await expect.poll(levels, { timeout: 15_000 }).toEqual([]);
    await room(`account?id=${labelled}`);
    await expect(own.locator('.timeline li')).toHaveCount(theirs.length);
    expect(troubles).toEqual([]);
  });
});
