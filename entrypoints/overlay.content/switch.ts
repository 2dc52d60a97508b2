/** The on/off switch: `enabled` in the extension's local storage, on unless a person turned it off. */
import { browser } from 'wxt/browser';

const KEY = 'enabled';

/** Calls `onSwitch` with the state once it is known, and whenever it changes. @returns stops watching */
export function watchSwitch(onSwitch: (on: boolean) => void): () => void {
  type Listener = Parameters<typeof browser.storage.onChanged.addListener>[0];
  const onChanged: Listener = (changes, area) => {
    const change = area === 'local' ? changes[KEY] : undefined;
    if (change) onSwitch(change.newValue !== false);
  };
  browser.storage.onChanged.addListener(onChanged);
  void browser.storage.local.get(KEY).then((stored) => onSwitch(stored[KEY] !== false));
  return () => browser.storage.onChanged.removeListener(onChanged);
}
