/** The desk's settings in the extension's local storage, which all its worlds share. Changes reach every page at once. */
import { browser } from 'wxt/browser';
import { DESK_KEY, type DeskSettings, parseDesk } from '../desk-settings';

export async function readDesk(): Promise<DeskSettings> {
  return parseDesk((await browser.storage.local.get(DESK_KEY))[DESK_KEY]);
}

/** Changes what is kept now, not what the caller read some time ago. @returns what is kept after */
export async function changeDesk(change: (desk: DeskSettings) => DeskSettings): Promise<DeskSettings> {
  const next = change(await readDesk());
  await browser.storage.local.set({ [DESK_KEY]: next });
  return next;
}

/**
 * Calls `onDesk` once they are known, and whenever they change. @param onError told where they cannot be read
 * @returns stops watching
 */
export function watchDesk(
  onDesk: (desk: DeskSettings) => void,
  onError: (message: string) => void = () => undefined,
): () => void {
  type Listener = Parameters<typeof browser.storage.onChanged.addListener>[0];
  const onChanged: Listener = (changes, area) => {
    const change = area === 'local' ? changes[DESK_KEY] : undefined;
    if (change) onDesk(parseDesk(change.newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  readDesk().then(onDesk, (reason) => onError(reason instanceof Error ? reason.message : String(reason)));
  return () => browser.storage.onChanged.removeListener(onChanged);
}
