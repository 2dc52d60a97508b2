/** The demo's figures: from the extension's own log, compared with what the scenario says is true. */
import type { Page } from 'playwright-core';
import type { BadgeView, PageSummary, Protocol } from '@/lib/messages';
import type { Scenario } from '../scenarios/truth';

/** Asks the background as the extension's own pages do; `page` is one of them. */
export async function ask<N extends keyof Protocol>(
  page: Page,
  type: N,
  data: Parameters<Protocol[N]>[0],
): Promise<Awaited<ReturnType<Protocol[N]>>> {
  const answer = await page.evaluate(
    ({ type, data }) => {
      const { chrome } = globalThis as unknown as {
        chrome: { runtime: { sendMessage: (message: unknown) => Promise<unknown> } };
      };
      return chrome.runtime.sendMessage({ id: 1, type, data, timestamp: Date.now() });
    },
    { type, data },
  );
  const { res, err } = answer as { res?: unknown; err?: unknown };
  if (err) throw new Error(`${type}: ${JSON.stringify(err)}`);
  return res as Awaited<ReturnType<Protocol[N]>>;
}

/** The page's summary once it has stopped changing for a second and a half, or after half a minute. */
export async function settledSummary(page: Page, pageUrl: string): Promise<PageSummary> {
  let summary = await ask(page, 'summary', { pageUrl });
  for (let quiet = 0, tries = 0; quiet < 5 && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const next = await ask(page, 'summary', { pageUrl });
    quiet = JSON.stringify(next) === JSON.stringify(summary) ? quiet + 1 : 0;
    summary = next;
  }
  return summary;
}

/** What the log says of every account of the scenario. */
export async function verdicts(page: Page, scenario: Scenario): Promise<readonly BadgeView[]> {
  const handles = scenario.accounts.map(({ handle }) => handle);
  const views: BadgeView[] = [];
  for (let i = 0; i < handles.length; i += 400)
    views.push(...(await ask(page, 'badges', { handles: handles.slice(i, i + 400) })));
  return views;
}

export const isBadged = ({ level, dismissed }: BadgeView) => !dismissed && (level === 'strong' || level === 'weak');
