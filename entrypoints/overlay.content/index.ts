/**
 * The isolated world of X's page: carries captures to the background, keeps badges and strip, opens the card.
 * Runs at document_start, so that its MutationObserver is older, and called earlier, than any of the page's.
 */
import { createWords } from '@/components/words';
import { matches } from '@/lib/sites/x/matches';
import { changeDesk, watchDesk } from '@/lib/store/kept-desk';
import { watchChanged } from '@/lib/store/log-changed';
import { answerPageUrl } from './answer-page-url';
import { startCapturing } from './capturing';
import { connect, pageUrl } from './connect';
import { watchObserved } from './observed';
import { createOverlay } from './overlay';
import { watchSwitch } from './switch';

export default defineContentScript({
  matches: [...matches],
  runAt: 'document_start',
  main(ctx) {
    const background = connect(() => void ctx.isInvalid);
    const overlay = createOverlay({
      document,
      words: createWords(browser.i18n),
      background,
      onBlind: (blind) => void changeDesk((desk) => ({ ...desk, blind })),
    });
    const observed = watchObserved(overlay.tally, (counts) =>
      background.tell('observed', { pageUrl: pageUrl(), atMs: Date.now(), ...counts }),
    );
    const capturing = startCapturing({
      send: (capture) => background.send('capture', capture),
      onStored: overlay.onStored,
      count: observed.count,
    });
    let unwatch = () => {};
    let isReady = false;
    // What is hidden from blind eyes must not flash up before it is known that they are blind.
    const unwatchDesk = watchDesk((desk) => {
      overlay.setDesk(desk);
      if (isReady) return;
      isReady = true;
      unwatch = watchSwitch((on) => {
        capturing.setActive(on);
        overlay.setActive(on);
      });
    });
    const unwatchChanged = watchChanged(overlay.onStored);
    const unanswer = answerPageUrl(observed.flush);
    const onHide = () => {
      overlay.onVisibility();
      void observed.flush();
    };
    ctx.addEventListener(document, 'visibilitychange', onHide);
    ctx.addEventListener(window, 'wxt:locationchange', overlay.onNavigation);
    ctx.onInvalidated(() => {
      unwatch();
      unwatchDesk();
      unwatchChanged();
      unanswer();
      capturing.stop();
      observed.stop();
      overlay.stop();
    });
  },
});
