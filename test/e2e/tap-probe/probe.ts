/** The content script's end, which hands what arrives to the probe's worker. `?late=500` in the page's address delays it. */
import { listenToTap } from '@/entrypoints/overlay.content/carrier';
import type { Heard } from './worker';

declare const chrome: { readonly runtime: { sendMessage(heard: Heard): Promise<unknown> } };

const tell = (heard: Heard) => void chrome.runtime.sendMessage(heard);
const listen = () =>
  listenToTap(
    (message) => tell({ ...message, pageUrl: location.href }),
    () => tell({ kind: 'rejected', pageUrl: location.href }),
  );
const lateMs = Number(new URLSearchParams(location.search).get('late') ?? 0);
if (lateMs > 0) setTimeout(listen, lateMs);
else listen();
