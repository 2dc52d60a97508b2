/**
 * Nodes re-used at speed, genuine people and the article's page in turn: an observer of the page's own looks at every batch of
 * mutations. (screen.spec.ts does so on the 32 rows, by wheel.)
 */
import type { Page } from '@playwright/test';
import { loadScenario } from '../scenarios/scenarios';
import type { Scenario } from '../scenarios/truth';
import { expect, test } from './fixtures';
import { badges, strip } from './pages';

interface Watched {
  readonly batches: number;
  readonly badged: readonly string[];
  readonly lies: readonly string[];
}

/** As a script of the page's: younger than ours, and called after it. Looks at every badge that there is, at every batch. */
async function watch(page: Page): Promise<() => Promise<Watched>> {
  await page.evaluate(() => {
    const watched = { batches: 0, badged: new Set<string>(), lies: [] as string[] };
    Object.assign(window, { watched });
    const look = () => {
      watched.batches += 1;
      for (const badge of document.querySelectorAll('flockmark-badge')) {
        const name = badge.closest('[data-testid=User-Name]');
        const author = name?.querySelector('a')?.getAttribute('href')?.slice(1);
        const handle = badge.getAttribute('data-handle') ?? '';
        if (author !== handle) watched.lies.push(`${handle} on ${author}`);
        if (name && name.querySelectorAll('flockmark-badge').length > 1) watched.lies.push(`two on ${author}`);
        watched.badged.add(handle);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  return () =>
    page.evaluate(() => {
      const { watched } = window as unknown as { watched: Omit<Watched, 'badged'> & { badged: Set<string> } };
      return { batches: watched.batches, badged: [...watched.badged], lies: watched.lies };
    });
}

/** Down and up at a pace at which no post stays for more than a few frames. */
const rush = (page: Page, steps: number) =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; i++) {
      scrollBy(0, i % 10 < 7 ? 1_900 : -2_300);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 8)));
    }
  }, steps);

/** Two scenarios draw from the same names; here each handle is one account's. */
function organicApart(): Scenario {
  const scenario = loadScenario('organic');
  const accounts = scenario.accounts.map((one, i) => ({ ...one, handle: `${one.handle.slice(0, 9)}_${i}` }));
  return { ...scenario, accounts };
}
const [genuine, mixed] = [organicApart(), loadScenario('seed-page')];

for (const recycle of ['refill', 'replace'] as const) {
  test.describe(recycle, () => {
    test.use({ scenarios: [genuine, 'seed-page'], look: { recycle, pageSize: 40 } });

    test('no badge ever stands on another account, none on a genuine one', async ({ page, replay, troubles }) => {
      // Some 370 steps of scrolling, whatever the machine takes for each.
      test.setTimeout(180_000);
      await page.goto(replay.pageUrl('organic'));
      await page.waitForSelector('article');
      const told = await watch(page);
      await rush(page, 90);
      await expect(strip(page)).toContainText('0 match');
      expect((await told()).badged).toEqual([]);

      await page.locator('[data-testid=trend]', { hasText: mixed.hashtag }).click();
      await page.getByRole('tab', { name: 'Latest' }).click();
      await page.waitForURL(/f=live/);
      await rush(page, 160);
      await expect(badges(page).first()).toBeVisible();
      await rush(page, 60);
      const { batches, badged, lies } = await told();
      expect(lies).toEqual([]);
      expect(batches).toBeGreaterThan(300);
      expect(badged.length).toBeGreaterThan(100);
      const campaign = new Set(mixed.accounts.flatMap((one) => (one.campaign === null ? [] : one.handle)));
      expect(badged.filter((handle) => !campaign.has(handle))).toEqual([]);

      // Back to the genuine page: the nodes that had badges are filled with people again.
      await page.locator('[data-testid=trend]', { hasText: genuine.hashtag }).click();
      await rush(page, 60);
      await expect(badges(page)).toHaveCount(0);
      expect((await told()).lies).toEqual([]);
      expect(troubles).toEqual([]);
    });
  });
}
