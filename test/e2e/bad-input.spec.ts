/** What a site may send by mistake or by malice: it is counted and told in words, and nothing else happens. */
import type { Page } from '@playwright/test';
import { loadScenario, responseAt } from '../scenarios/scenarios';
import { seed32 } from '../scenarios/seed-32';
import { expect, test } from './fixtures';
import { badges, badgesOf, card, levelsWhileScrolling, load, openCard, scrollThrough, strip } from './pages';
import { readStored } from './stored';

const good = responseAt(loadScenario('organic'), 0);
const tweets = (results: readonly unknown[]) =>
  JSON.stringify({
    data: {
      timeline: {
        instructions: [
          {
            type: 'TimelineAddEntries',
            entries: results.map((result, i) => ({
              entryId: `tweet-${i}`,
              content: { itemContent: { itemType: 'TimelineTweet', tweet_results: { result } } },
            })),
          },
        ],
      },
    },
  });
const legacy = { full_text: 'made up', created_at: 'Tue Jul 26 17:36:04 +0000 2016', entities: {} };
const author = { user_results: { result: { __typename: 'User', rest_id: '77' } } };

const bodies: Readonly<Record<string, () => string>> = {
  malformed: () => '{"data":{"cut',
  truncated: () => good.slice(0, good.length * 0.6),
  'a page of words': () => '<h1>Over capacity</h1>',
  empty: () => '',
  'not an object': () => '[null,1,"two"]',
  'nested 200,000 deep': () => `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  'unknown types': () =>
    tweets([
      { __typename: 'TweetOfTomorrow', rest_id: '1', body: { said: 'x' } },
      { __typename: 'Tweet', rest_id: '2', core: author, tomorrow: true },
    ]),
  'ids that are none': () =>
    tweets(
      ['abc', '1e5', '-4', '__proto__', '123456789012345678901234', 2 ** 60, null, {}].map((id) => ({
        __typename: 'Tweet',
        rest_id: id,
        core: author,
        legacy: { ...legacy, id_str: id },
      })),
    ),
  'values of wrong kinds': () =>
    tweets([
      { __typename: 'Tweet', rest_id: '760000000000000001', core: [], legacy: 'none' },
      7,
      null,
      [[]],
      JSON.parse('{"__proto__":1}') as unknown,
    ]),
  '50 MB': () => `{"data":"${'x'.repeat(50_000_000)}"}`,
};
const kindOf = (address: URL) => address.searchParams.get('kind') ?? '';
const address = (kind: string) =>
  `/i/api/graphql/aB3standinQ1/SearchTimeline?variables=%7B%7D&kind=${encodeURIComponent(kind)}`;

test.describe('bodies that are none', () => {
  test.use({
    scenarios: ['seed-32', 'organic'],
    look: {
      intercept: (asked) => {
        const body = bodies[kindOf(asked)];
        return body && { status: 200, body: body() };
      },
    },
  });

  test('are told in the popup, take nothing that was stored with them, and stop nothing', async ({
    page,
    replay,
    openOwn,
    troubles,
  }) => {
    await page.goto(replay.pageUrl('seed-32'));
    await scrollThrough(page);
    await expect(strip(page)).toContainText('32 posts by 6 accounts seen');
    const popup = await openOwn('popup.html');
    const before = await readStored(popup);

    for (const [kind, make] of Object.entries(bodies))
      expect(await load(page, address(kind)), kind).toEqual({ status: 200, length: make().length });
    await expect(popup.getByText('1 response was too large to read and was left out.')).toBeVisible();
    await expect(popup.getByText(/^\d+ posts or accounts were of a form not known and left out\.$/)).toBeVisible();
    await expect(popup.getByText(/^[3-5] responses could not be read and were left out\.$/)).toBeVisible();
    await expect(popup.locator('.state')).toHaveText('Working');

    const after = await readStored(popup);
    expect(after.posts).toEqual(before.posts);
    const isKnown = (id: string) => before.accounts.some((one) => one.id === id);
    expect(after.accounts.filter(({ id }) => isKnown(id))).toEqual(before.accounts);
    expect(after.verdicts).toEqual(before.verdicts);

    // What follows is read as ever.
    await page.bringToFront();
    expect(await levelsWhileScrolling(page)).toHaveProperty('size', 6);
    await page.goto(replay.pageUrl('organic'));
    await expect(strip(page)).toContainText(/\d+ posts by \d+ accounts seen/);
    expect((await readStored(popup)).posts.length).toBeGreaterThan(before.posts.length + 10);
    expect(troubles).toEqual([]);
  });
});

const script = `<img src=x onerror="window.owned=1;alert('owned')"><script>window.owned=1;alert('owned')</script>`;
const bidi = '\u202Emoc.live\u202C \u2066\u2067 \u200F end';
const long = 'ن'.repeat(10_000);
const names = [script, bidi, long, '{{7*7}} <%= 7 %>', '\u0000\u0007 &lt;b&gt;', '𝕏'.repeat(60)];

function hostile() {
  const scenario = seed32();
  const accounts = scenario.accounts.map((one, i) => ({
    ...one,
    name: names[i] ?? '',
    bio: `${script}${long}`,
    location: 'javascript:alert(1)',
    banner: 'javascript:alert(1)',
  }));
  const posts = scenario.posts.map((post, i) => (i === 0 ? { ...post, text: `${script} ${bidi}` } : post));
  return { ...scenario, id: 'hostile', accounts, posts };
}
const scenario = hostile();

async function expectNoMarkup(shown: Page, root: string): Promise<void> {
  const made = await shown.locator(root).locator('img, script, iframe, object, a[href^="javascript"], b').count();
  expect(made, `elements out of a text in ${root}`).toBe(0);
  expect(await shown.evaluate(() => 'owned' in window)).toBe(false);
}

test.describe('hostile names', () => {
  test.use({ scenarios: [scenario] });

  test('are text wherever they stand, and no wider than their place', async ({
    page,
    replay,
    extension,
    openOwn,
    troubles,
  }) => {
    const dialogs: string[] = [];
    extension.context.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(replay.pageUrl('hostile'));
    await scrollThrough(page);
    await expect(strip(page)).toHaveText(/32 posts by 6 accounts seen.*6 match/);
    const levels = await levelsWhileScrolling(page);
    expect([...levels.keys()].sort()).toEqual(scenario.accounts.map(({ handle }) => handle).sort());

    let shown = 0;
    for (const { handle, name } of scenario.accounts) {
      const article = page.locator('article', { has: badgesOf(page, handle) }).first();
      if ((await article.count()) === 0) continue;
      shown += 1;
      await article.evaluate((node) => node.scrollIntoView({ block: 'center' }));
      await openCard(page, handle);
      const head = card(page).locator('h2');
      expect(name.startsWith(((await head.textContent()) ?? '').slice(0, 150)), handle).toBe(true);
      await expect(head.locator('bdi')).toHaveCount(1);
      await expectNoMarkup(page, 'flockmark-card dialog');
      const box = await card(page).boundingBox();
      expect(box?.width).toBeLessThan(600);
      expect(await card(page).evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);
      await page.keyboard.press('Escape');
    }
    expect(shown).toBeGreaterThanOrEqual(3);
    await expect(badges(page).first()).toBeVisible();

    const log = await openOwn('log.html');
    await expect(log.locator('tbody tr[id]')).toHaveCount(6);
    await expect(log.locator('tbody:not([aria-hidden])')).toContainText(script);
    await expectNoMarkup(log, 'tbody');
    await log.getByRole('button', { name: /^Posts/ }).click();
    await expect(log.locator('tbody:not([aria-hidden])')).toContainText(script);
    await expectNoMarkup(log, 'tbody');
    expect(await log.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

    const popup = await openOwn('popup.html');
    await expect(popup.locator('.state')).toHaveText('Working');
    const stored = await readStored(popup);
    for (const one of stored.accounts) {
      expect(one.name?.length).toBeLessThanOrEqual(200);
      expect(one.bannerUrl ?? '').not.toContain('javascript');
    }
    expect(dialogs).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
