/** The main job end to end: a person opens the article's 32 rows and reads. Keys, switch and files are in screen.spec.ts. */
import { sentenceOf } from '@/lib/sentences';
import { ask } from '../replay/demo-figures';
import { loadScenario, responseAt, timelineUrl } from '../scenarios/scenarios';
import { expect, test } from './fixtures';
import { badges, badgesOf, card, levelsWhileScrolling, load, openCard, scrollThrough, strip } from './pages';

const { accounts, posts, hashtag } = loadScenario('seed-32');

test('three accounts strong, all six at least weak; every post of theirs has one badge, in its author’s place', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  await expect(strip(page)).toHaveText(
    /32 posts by 6 accounts seen.*6 match a spam fingerprint \(3 weak\).*100\.0% of posts/,
  );
  const levels = await levelsWhileScrolling(page);
  expect([...levels.keys()].sort()).toEqual(accounts.map(({ handle }) => handle).sort());
  expect([...levels.values()].sort()).toEqual(['strong', 'strong', 'strong', 'weak', 'weak', 'weak']);

  const places = await page.evaluate(() =>
    [...document.querySelectorAll('article')].map((article) => {
      const name = article.querySelector('[data-testid=User-Name]');
      const own = [...article.querySelectorAll('flockmark-badge')];
      return {
        author: name?.querySelector('a')?.getAttribute('href')?.slice(1),
        handles: own.map((badge) => badge.getAttribute('data-handle')),
        inside: own.every((badge) => badge.closest('[data-testid=User-Name]') === name),
        words: own.map((badge) => badge.shadowRoot?.textContent?.trim()).filter(Boolean).length,
        icons: own.filter((badge) => badge.shadowRoot?.querySelector('svg')).length,
      };
    }),
  );
  expect(places.length).toBeGreaterThan(5);
  for (const { author, handles, inside, words, icons } of places)
    expect({ handles, inside, words, icons }).toEqual({ handles: [author], inside: true, words: 1, icons: 1 });

  const own = await openOwn('popup.html');
  const told = await ask(own, 'badges', { handles: accounts.map(({ handle }) => handle) });
  for (const { handle, level } of told) expect(levels.get(handle), handle).toBe(level);
  expect(troubles).toEqual([]);
});

test('the card says what was found and shows the posts; Escape gives the focus back', async ({
  page,
  replay,
  openOwn,
  troubles,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const badge = page.locator('flockmark-badge[data-level=strong]').first();
  const handle = (await badge.getAttribute('data-handle')) ?? '';
  await openCard(page, handle);
  const dialog = page.getByRole('dialog', { name: `Evidence about @${handle}` });
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveAttribute('aria-modal', 'true');

  const own = await openOwn('popup.html');
  const view = await ask(own, 'card', { handle });
  const sentences = (view?.findings ?? [])
    .filter(({ outcome }) => outcome === 'match')
    .map((finding) => sentenceOf(finding));
  expect(sentences.length).toBeGreaterThanOrEqual(2);
  await page.bringToFront();
  for (const sentence of sentences) {
    expect(sentence).not.toMatch(/\b(bot|fake|undefined|NaN|null)\b/i);
    expect(sentence).toMatch(/\d/);
    await expect(card(page).locator('.findings.match')).toContainText(sentence);
  }
  await expect(card(page).getByRole('heading', { name: 'Not enough seen' })).toBeVisible();

  const shown = await card(page)
    .locator('.posts li')
    .evaluateAll((items) =>
      items.map((item) => [item.querySelector('a')?.getAttribute('href'), item.querySelector('p')?.textContent]),
    );
  expect(shown.length).toBeGreaterThan(0);
  const author = accounts.find((account) => account.handle === handle);
  const theirs = posts.filter(({ authorId }) => authorId === author?.id);
  for (const [href, text] of shown) {
    const post = theirs.find(({ id }) => href === `https://x.com/${handle}/status/${id}`);
    expect(text).toBe(post?.text);
  }

  await page.keyboard.press('Escape');
  await expect(page.locator('flockmark-card')).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-handle'))).toBe(handle);
  expect(page.url()).toBe(replay.pageUrl('seed-32'));
  expect(troubles).toEqual([]);
});

test('“never badge this account” holds over a reload, for this account alone, and can be taken back', async ({
  page,
  replay,
}) => {
  await page.goto(replay.pageUrl('seed-32'));
  await scrollThrough(page);
  const strong = page.locator('flockmark-badge[data-level=strong]').first();
  const handle = (await strong.getAttribute('data-handle')) ?? '';
  await openCard(page, handle);
  await card(page).getByRole('button', { name: 'Not spam: never badge this account' }).click();
  await expect(badgesOf(page, handle)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(strip(page)).toContainText('5 match a spam fingerprint');

  await page.reload();
  await scrollThrough(page);
  await expect(strip(page)).toContainText('5 match a spam fingerprint');
  const levels = await levelsWhileScrolling(page);
  expect(levels.size).toBe(5);
  expect(levels.has(handle)).toBe(false);

  // Its post has no badge to open a card from; a label makes a place for one.
  await page
    .locator('article', { has: page.locator(`a[href="/${handle}"]`) })
    .first()
    .focus();
  await page.keyboard.press('Alt+Shift+Digit2');
  await page.locator(`flockmark-label[data-handle="${handle}"]`).first().click();
  await card(page).getByRole('button', { name: 'Undo' }).click();
  await page.keyboard.press('Escape');
  await expect(badgesOf(page, handle).first()).toHaveAttribute('data-level', 'strong');
  await expect(strip(page)).toContainText('6 match a spam fingerprint');
});

test.describe('only the newest four posts', () => {
  const nothing = { id: 'none', hashtag, accounts: [], posts: [] };
  const body = responseAt(nothing, 0);
  // The page itself gets no further than its first response.
  const isNext = (address: URL) => {
    const variables = JSON.parse(address.searchParams.get('variables') ?? '{}') as {
      product?: string;
      cursor?: string;
    };
    return (
      address.pathname.endsWith('/SearchTimeline') && variables.product === 'Latest' && variables.cursor !== undefined
    );
  };
  test.use({ look: { pageSize: 4, intercept: (address) => (isNext(address) ? { status: 200, body } : undefined) } });

  test('posts already on screen get their badge when the evidence has grown', async ({ page, replay, troubles }) => {
    await page.goto(replay.pageUrl('seed-32'));
    await expect(page.locator('article')).toHaveCount(4);
    await expect(strip(page)).toContainText('4 posts by');
    await page.evaluate(() => {
      const nodes = [...document.querySelectorAll('article')];
      Object.assign(window, { same: () => nodes.every((node, i) => node === document.querySelectorAll('article')[i]) });
    });
    await page.waitForTimeout(700);
    await expect(badges(page)).toHaveCount(0);
    for (let i = 0; i * 8 < posts.length; i++) await load(page, timelineUrl(hashtag, 'top', 8, i));
    await expect(badges(page)).toHaveCount(4);
    await expect(strip(page)).toContainText('32 posts by 6 accounts seen');
    expect(await page.evaluate(() => (window as unknown as { same: () => boolean }).same())).toBe(true);
    expect(troubles).toEqual([]);
  });
});
