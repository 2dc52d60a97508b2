/**
 * Tells every tab that something was taken out of the log, so that no badge of it stays on a screen: by a time in the local storage,
 * which a content script can watch. New posts need no such word: whoever delivered them asks anyway.
 */
import { browser } from 'wxt/browser';

const KEY = 'changed';

/** @param atMs now; another than the last time */
export const tellChanged = (atMs: number): Promise<void> => browser.storage.local.set({ [KEY]: atMs });

/** @returns stops watching */
export function watchChanged(onChanged: () => void): () => void {
  type Listener = Parameters<typeof browser.storage.onChanged.addListener>[0];
  const listener: Listener = (changes, area) => {
    if (area === 'local' && changes[KEY]?.newValue !== undefined) onChanged();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
