/** Owns the log: takes captures one at a time, answers the screen, judges what waits. May be killed after any line. */
import { defineExtensionMessaging } from '@webext-core/messaging';
import { answers } from '@/lib/answers';
import type { Protocol } from '@/lib/messages';
import { defaultSettings } from '@/lib/settings';
import { site } from '@/lib/sites';
import { indexedLog } from '@/lib/store/indexed-log';
import { readDesk } from '@/lib/store/kept-desk';
import { openDatabase } from '@/lib/store/schema';
import { answerCare } from './answer-care';
import { openPages } from './open-pages';

/** Quiet after which waiting accounts are judged, so that scrolling comes first. */
const QUIET_MS = 700;
/** Pause between two rounds, in which captures and badges get their turn. */
const BREATH_MS = 20;

export default defineBackground(() => {
  const answer = answers({
    log: indexedLog(openDatabase()),
    site,
    settings: defaultSettings,
    newId: () => crypto.randomUUID(),
    desk: readDesk,
  });
  const { onMessage } = defineExtensionMessaging<Protocol>();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const judgeSoon = (waitMs = QUIET_MS) => {
    clearTimeout(quiet);
    quiet = setTimeout(async () => {
      if (await answer.workWaiting(Date.now())) judgeSoon(BREATH_MS);
    }, waitMs);
  };

  onMessage('capture', async ({ data }) => {
    const receipt = await answer.capture(data);
    judgeSoon();
    return receipt;
  });
  onMessage('badges', ({ data }) => answer.badges(data));
  onMessage('card', ({ data }) => answer.card(data));
  onMessage('summary', ({ data }) => answer.summary(data));
  onMessage('seen', ({ data }) => answer.seen(data));
  onMessage('label', ({ data }) => answer.label(data));
  onMessage('retract', ({ data }) => answer.retract(data));
  onMessage('dismiss', ({ data }) => answer.dismiss(data));
  onMessage('observed', ({ data }) => answer.observed(data));
  onMessage('health', () => answer.health());
  openPages(onMessage);
  answerCare(onMessage, answer, () => judgeSoon(BREATH_MS));
  browser.runtime.onInstalled.addListener(async () => {
    await answer.renew();
    judgeSoon();
  });
  // What waited when the worker was killed is taken up again.
  judgeSoon();
});
