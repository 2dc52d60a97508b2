/** The popup. It has no `tabs` permission: the page in front is asked where it is, and answers if it is one of X's. */
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

const words = createWords(browser.i18n);
const background = defineExtensionMessaging<Protocol>();
const tabs = defineExtensionMessaging<TabProtocol>();
const app = document.getElementById('app') as HTMLElement;
let enabled = true;
let summary: PageSummary | undefined;
let health: HealthReport | null | undefined;

async function pageInFront(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  // No answer is the ordinary case: most tabs are not X.
  return tabs.sendMessage('pageInFront', undefined, tab.id).catch(() => undefined);
}

async function read(): Promise<void> {
  enabled = (await browser.storage.local.get('enabled')).enabled !== false;
  const pageUrl = await pageInFront();
  try {
    summary = pageUrl === undefined ? undefined : await background.sendMessage('summary', { pageUrl });
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
