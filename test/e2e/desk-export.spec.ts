/** The log taken out as a file: every format by download, opened again; progress, cancel, pseudonyms; by keyboard, in both languages. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';
import { formats } from '../../lib/desk/export-choice';
import type { PackedBundle } from '../../lib/store/packing';
import { expect, test } from './fixtures';
import { scrollThrough } from './pages';
import { readStored } from './stored';
import { withTraps } from './traps';

const traps = withTraps();
test.use({ scenarios: [traps] });

/** Saves with what is chosen, and reads what came down. */
async function saved(room: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = room.waitForEvent('download');
  await room.getByRole('button', { name: 'Save file' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const open = async (openOwn: (file: 'log.html') => Promise<Page>, query = ''): Promise<Page> => {
  const room = await openOwn('log.html');
  await room.goto(`${room.url().split('#')[0]}#/export${query}`);
  await expect(room.getByRole('heading', { name: 'Export' })).toBeVisible();
  return room;
};

test('every format comes down and opens', async ({ page, replay, openOwn, troubles }) => {
  await page.goto(replay.pageUrl('traps'));
  await scrollThrough(page);
  const room = await open(openOwn);
  const stored = await readStored(room);
  const posts = stored.posts.length;
  expect(posts).toBe(40);
  const check: Readonly<Record<string, (bytes: Buffer) => Promise<unknown>>> = {
    csv: async (bytes) => Papa.parse(bytes.toString('utf8'), { header: true, skipEmptyLines: true }).data.length,
    ndjson: async (bytes) => bytes.toString('utf8').match(/^\{"kind":"post"/gm)?.length,
    json: async (bytes) => JSON.parse(bytes.toString('utf8')).posts.length,
    parquet: async (bytes) => (await parquetReadObjects({ file: new Uint8Array(bytes).buffer })).length,
    xlsx: async (bytes) => (await readXlsx(bytes))[0]!.data.length - 1,
    datapackage: async (bytes) =>
      JSON.parse(Buffer.from(unzipSync(bytes)['datapackage.json']!).toString('utf8')).flockmark.coverage.tables.posts
        .rows,
    '4cat': async (bytes) => bytes.toString('utf8').trimEnd().split('\n').length,
  };
  for (const format of formats) {
    await room.locator(`input[name=format]`).nth(formats.indexOf(format)).check();
    const { name, bytes } = await saved(room);
    expect(name, format).toMatch(/^flockmark/);
    expect(bytes.length, format).toBeGreaterThan(100);
    if (check[format]) expect(await check[format](bytes), format).toBe(posts);
    if (format === 'gexf' || format === 'graphml') {
      expect(bytes.toString('utf8').match(/<node /g)?.length).toBe(6);
    }
    await expect(room.getByRole('status')).toContainText(`Saved: ${name}`);
  }
  expect(troubles).toEqual([]);
});

test('pseudonyms: nobody is named, and the key stays; only the current filter', async ({ page, replay, openOwn }) => {
  await page.goto(replay.pageUrl('traps'));
  await scrollThrough(page);
  const room = await open(openOwn, '?format=ndjson');
  await room.getByRole('radio', { name: 'Pseudonyms' }).check();
  const [first, second] = [await saved(room), await saved(room)];
  expect(first.name).toBe('flockmark-pseudonymised.ndjson');
  const { accounts, posts, meta } = await readStored(room);
  const file = first.bytes.toString('utf8');
  for (const { id, handle = '' } of accounts) for (const one of [id, handle]) expect(file).not.toContain(one);
  for (const { id } of posts) expect(file).not.toContain(id);
  const project = meta.find(({ key }) => key === 'project');
  expect(project?.value).toMatchObject({ pseudonymKey: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const { pseudonymKey } = project!.value as { readonly pseudonymKey: string };
  expect(file).not.toContain(pseudonymKey);
  // The same person has the same code in every file of the project.
  const lines = ({ bytes }: typeof first) => bytes.toString('utf8').split('\n').slice(1);
  expect(lines(second)).toEqual(lines(first));

  const part = await open(openOwn, '?level=strong');
  await expect(part.getByRole('radio', { name: 'The current filter' })).toBeChecked();
  const { name, bytes } = await saved(part);
  expect(name).toBe('flockmark-posts-part.csv');
  const { data } = Papa.parse(bytes.toString('utf8').slice(1), { header: true, skipEmptyLines: true });
  const { verdicts } = await readStored(part);
  const strong = new Set(verdicts.filter(({ level }) => level === 'strong').map(({ accountId }) => accountId));
  expect(strong.size).toBe(3);
  expect(data.map(({ id }) => id).toSorted()).toEqual(
    posts.flatMap(({ id, authorId }) => (strong.has(authorId) ? [id] : [])).toSorted(),
  );
  await part.getByRole('radio', { name: 'The whole log' }).check();
  expect(part.url()).toContain('whole=1');
  expect((await saved(part)).name).toBe('flockmark-posts.csv');
});

test('blind: no room of the log shows a judgement, not even at the first glance, and no file holds one', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  await page.goto(replay.pageUrl('traps'));
  await scrollThrough(page);
  const options = await openOwn('options.html');
  const judged = /spam fingerprint|Match|strong|weak|copied-text|\bflock of\b|said this\? \(|Nobody else/;
  const room = await open(openOwn, '?format=gexf&level=strong');
  await expect(room.getByRole('radio', { name: /Flock network/ })).toHaveCount(2);
  await room.goto(`${room.url().split('#')[0]}#/accounts?level=strong`);
  await expect(room.getByText('3 rows')).toBeVisible();
  await expect(room.locator('main')).toContainText(judged);
  await options.getByRole('checkbox', { name: 'Blind mode' }).check();
  // A filter by level would tell whose level it is.
  await expect(room.getByText('3 rows')).toBeHidden();
  await expect(room.locator('main')).not.toContainText(judged);

  // From the first drawing on: whatever stood there, even for a moment, is kept.
  await room.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => seen.add(document.body?.innerText ?? '')).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const stored = await readStored(room);
  const account = stored.verdicts.find(({ level }) => level === 'strong')!.accountId;
  const post = stored.posts.find(({ authorId }) => authorId === account)!.id;
  const flock = encodeURIComponent(stored.flocks[0]!.id);
  const places = [
    'accounts?level=strong&sort=-level',
    'posts',
    'flocks',
    'labels',
    'quality',
    'export',
    'import',
    'care',
  ];
  for (const place of [...places, `account?id=${account}`, `post?id=${post}`, `flock?id=${flock}`]) {
    await room.goto(`${room.url().split('#')[0]}#/${place}`);
    await room.reload();
    await expect(room.locator('main')).toBeVisible();
    await room.waitForTimeout(500);
    const seen = await room.evaluate(() => [...(window as unknown as { readonly seen: Set<string> }).seen]);
    expect(seen.length, place).toBeGreaterThan(0);
    for (const text of seen) expect(text, place).not.toMatch(judged);
    await expect(room.getByRole('link', { name: 'Flocks' }), place).toHaveText(/^Flocks\s*$/);
    // How many labels there are would tell how much others have labelled.
    await expect(room.getByRole('link', { name: /^Labels(?! and)/ }), place).toHaveText(/^Labels\s*$/);
  }

  await room.goto(`${room.url().split('#')[0]}#/export?format=gexf`);
  await expect(room.getByText('Blind mode is on: verdicts, findings')).toBeVisible();
  await expect(room.getByRole('radio', { name: /Flock network/ })).toHaveCount(0);
  await expect(room.getByRole('checkbox', { name: 'Findings' })).toHaveCount(0);
  await room.getByRole('radio', { name: 'NDJSON' }).check();
  const { name, bytes } = await saved(room);
  expect(name).toBe('flockmark-blind.ndjson');
  const kinds = new Set(
    bytes
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).kind),
  );
  expect([...kinds].toSorted()).toEqual(['account', 'header', 'post', 'project', 'sighting']);
  await room.getByRole('link', { name: /^Accounts/ }).click();
  const download = room.waitForEvent('download');
  await room.getByRole('button', { name: 'Save as CSV' }).click();
  const table = await readFile(await (await download).path(), 'utf8');
  expect(table.split('\r\n')[0]).not.toMatch(/level|fingerprints|flock|never_badge/);
  await room.getByRole('link', { name: 'Import' }).click();
  await expect(room.getByText('A backup leaves nothing out')).toBeVisible();
  expect(troubles).toEqual([]);
});

test('a large log: the bar moves, and it can be stopped; by keyboard alone', async ({ page, replay, openOwn }) => {
  await page.goto(replay.pageUrl('traps'));
  await scrollThrough(page);
  const room = await open(openOwn);
  await room.evaluate(fillPosts, 8_000);
  await room.locator('input[name=format]:checked').focus();
  for (let i = 0; i < formats.indexOf('datapackage'); i++) await room.keyboard.press('ArrowDown');
  await expect(room.getByRole('radio', { name: 'Data package' })).toBeChecked();
  expect(room.url()).toContain('format=datapackage');
  await room.getByRole('button', { name: 'Save file' }).focus();
  await room.keyboard.press('Enter');
  const bar = room.getByRole('progressbar');
  await expect.poll(() => bar.evaluate((one) => (one as HTMLProgressElement).value)).toBeGreaterThan(0);
  await expect(room.getByText(/^[\d,]+ of [\d,]+ rows read$/)).toBeVisible();
  await expect(room.getByRole('button', { name: 'Save file' })).toBeDisabled();
  await room.getByRole('button', { name: 'Cancel' }).focus();
  await room.keyboard.press('Enter');
  await expect(room.getByRole('status')).toHaveText('Cancelled. Nothing was saved.');
  await expect(bar).toHaveCount(0);
  // And it can be begun again.
  await room.getByRole('radio', { name: 'CSV' }).check();
  const { bytes } = await saved(room);
  expect(bytes.toString('utf8').match(/\r\n/g)!.length).toBeGreaterThan(8_000);
});

for (const [lang, theme, width] of [
  ['en', 'light', 1280],
  ['ar', 'dark', 360],
] as const) {
  test.describe(`${lang}, ${theme}, ${width} wide`, () => {
    test.use({
      look: { lang, theme },
      browserOptions: { locale: lang, colorScheme: theme, viewport: { width, height: 740 } },
    });
    test('nothing for axe to find, nothing wider than the window', async ({ page, replay, openOwn }) => {
      await page.goto(replay.pageUrl('traps'));
      const room = await openOwn('log.html');
      await room.goto(`${room.url().split('#')[0]}#/export?format=xlsx&tables=posts,accounts&names=pseudonyms`);
      const save = room.locator('button.primary');
      const download = room.waitForEvent('download');
      await save.click();
      await download;
      await expect(room.getByRole('status')).not.toBeEmpty();
      const { violations } = await new AxeBuilder({ page: room }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await room.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  });
}

/**
 * Posts put into the log past all code, in bundles as the store keeps them: what matters is that there are many. Their texts are long, so that
 * writing takes its time with few rows to put there first.
 */
function fillPosts(count: number): Promise<void> {
  const postAt = (i: number) => ({
    id: String(10n ** 18n + BigInt(i)),
    authorId: String(10n ** 17n + BigInt(i % 900)),
    createdAtMs: 1_469_500_000_000 + i * 1000,
    text: `${i} `.repeat(1500),
    links: [],
    hashtags: ['many'],
    mentions: [],
    pages: ['hashtag:many'],
  });
  const bundleAt = (from: number): PackedBundle => {
    const posts = Array.from({ length: 50 }, (_, i) => postAt(from + i));
    return { key: posts[0]!.id, ids: posts.map(({ id }) => id), said: [], json: JSON.stringify(posts) };
  };
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('flockmark');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      try {
        const filling = opening.result.transaction('bundles', 'readwrite');
        for (let i = 0; i < count; i += 50) filling.objectStore('bundles').put(bundleAt(i));
        filling.onerror = () => reject(filling.error);
        filling.oncomplete = () => {
          opening.result.close();
          resolve();
        };
      } catch (error) {
        reject(error);
      }
    };
  });
}
