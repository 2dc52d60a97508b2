/** Which page the figures are of. The popup has no `tabs` permission: tabs are asked where they are, and X's answer. */
import { browser } from 'wxt/browser';
import { PAGE_URL_QUESTION } from '@/lib/messages';

const TABS_ASKED = 4;

export interface FoundPage {
  readonly pageUrl: string;
  /** Not the tab in front, but the one looked at last before it. */
  readonly isLast: boolean;
}

/** No answer is the ordinary case: most tabs are not X. */
const ask = (tabId: number): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, PAGE_URL_QUESTION).catch(() => undefined);

/** The page of the tab in front, else of the one looked at last among a few. */
export async function findPage(): Promise<FoundPage | undefined> {
  const newestFirst = (await browser.tabs.query({ currentWindow: true })).toSorted(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  for (const { id, active } of newestFirst.slice(0, TABS_ASKED)) {
    const pageUrl = id === undefined ? undefined : await ask(id);
    if (typeof pageUrl === 'string') return { pageUrl, isLast: !active };
  }
  return undefined;
}
