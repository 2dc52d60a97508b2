/** The popup. It has no `tabs` permission: tabs are asked where they are, and X's answer. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { render } from 'preact';
import { dressPage } from '@/components/dress-page';
import { PopupView } from '@/components/popup-view';
import { createWords } from '@/components/words';
import type { HealthReport } from '@/lib/health';
import type { PageSummary, Protocol, TabProtocol } from '@/lib/messages';
import '@/components/tokens.css';
import '@/components/popup-view.css';

const EVERY_MS = 1000;
const TABS_ASKED = 4;

const words = createWords(browser.i18n);
const background = defineExtensionMessaging<Protocol>();
const tabs = defineExtensionMessaging<TabProtocol>();
const app = document.getElementById('app') as HTMLElement;
let enabled = true;
let summary: PageSummary | undefined;
let isLast = false;
let health: HealthReport | null | undefined;

/** The page of the tab in front, else of the one looked at last among a few. */
async function findPage(): Promise<{ readonly pageUrl: string; readonly isLast: boolean } | undefined> {
  const newestFirst = (await browser.tabs.query({ currentWindow: true })).toSorted(
    (a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
  );
  for (const { id, active } of newestFirst.slice(0, TABS_ASKED)) {
    // No answer is the ordinary case: most tabs are not X.
    const pageUrl =
      id === undefined ? undefined : await tabs.sendMessage('pageUrl', undefined, id).catch(() => undefined);
    if (pageUrl) return { pageUrl, isLast: !active };
  }
  return undefined;
}

async function read(): Promise<void> {
  enabled = (await browser.storage.local.get('enabled')).enabled !== false;
  const page = await findPage();
  isLast = page?.isLast ?? false;
  try {
    summary = page && (await background.sendMessage('summary', { pageUrl: page.pageUrl }));
    health = await background.sendMessage('health', undefined);
  } catch {
    health = null;
  }
  draw();
}

function draw(): void {
  const onSwitch = async (next: boolean) => {
    enabled = next;
    draw();
    await browser.storage.local.set({ enabled: next });
  };
  const logUrl = browser.runtime.getURL('/log.html');
  render(
    <PopupView
      enabled={enabled}
      summary={summary}
      isLast={isLast}
      health={health}
      logUrl={logUrl}
      words={words}
      onSwitch={(next) => void onSwitch(next)}
    />,
    app,
  );
}

dressPage(document, words, 'Flockmark');
void read();
setInterval(() => void read(), EVERY_MS);
