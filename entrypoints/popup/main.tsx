/** The popup: asks the page and the background anew each second while it is open. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { render } from 'preact';
import { dressPage } from '@/components/dress-page';
import { PopupView } from '@/components/popup-view';
import { createWords } from '@/components/words';
import { defaultDesk } from '@/lib/desk-settings';
import type { HealthReport } from '@/lib/health';
import type { PageSummary, Protocol } from '@/lib/messages';
import { changeDesk, watchDesk } from '@/lib/store/kept-desk';
import { findPage } from './find-page';
import '@/components/tokens.css';
import '@/components/page.css';
import '@/components/key-caps.css';
import '@/components/popup-view.css';

const EVERY_MS = 1000;

const words = createWords(browser.i18n);
const background = defineExtensionMessaging<Protocol>();
const app = document.getElementById('app') as HTMLElement;
let enabled = true;
let desk = defaultDesk;
let summary: PageSummary | undefined;
let isLast = false;
let health: HealthReport | null | undefined;

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
      optionsUrl={browser.runtime.getURL('/options.html')}
      desk={desk}
      words={words}
      onSwitch={(next) => void onSwitch(next)}
      onDesk={(change) => void changeDesk((now) => ({ ...now, ...change }))}
    />,
    app,
  );
}

dressPage(document, words, 'Flockmark');
watchDesk((next) => {
  desk = next;
  void read();
});
setInterval(() => void read(), EVERY_MS);
