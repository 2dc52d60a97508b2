/** Tells the popup where this tab is: it has no permission to see for itself. */
import { browser } from 'wxt/browser';
import { PAGE_URL_QUESTION } from '@/lib/messages';
import { pageUrl } from './connect';
import { hasStrip } from './summary';

/** @param first done before the answer, so that the popup's other figures are fresh. @returns stops answering */
export function answerPageUrl(first: () => Promise<void>): () => void {
  const onMessage = (message: unknown, _sender: unknown, answer: (pageUrl: string | undefined) => void): boolean => {
    if (message !== PAGE_URL_QUESTION) return false;
    void first().then(() => answer(hasStrip(pageUrl()) ? pageUrl() : undefined));
    // The answer comes later.
    return true;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => browser.runtime.onMessage.removeListener(onMessage);
}
