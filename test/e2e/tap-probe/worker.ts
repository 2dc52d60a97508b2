/** Keeps what the probe heard where the test can read it: `self.heard`. */
import type { TapMessage } from '@/lib/messages';

export type Heard = (TapMessage | { readonly kind: 'rejected' }) & { readonly pageUrl: string };

declare const chrome: {
  readonly runtime: { readonly onMessage: { addListener(listener: (heard: Heard) => void): void } };
};
declare global {
  var heard: Heard[];
}

globalThis.heard = [];
chrome.runtime.onMessage.addListener((one) => void globalThis.heard.push(one));
