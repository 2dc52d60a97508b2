/** The content script's end of the channel from the tap. */
import * as v from 'valibot';
import { HANDSHAKE } from '@/lib/border';
import { TapMessage } from '@/lib/messages';

/**
 * Gives the tap a private port and listens on it. To be called at document_start, before any script of the page: the tap takes
 * the first port that it is offered. What has a wrong form is counted through `onRejected`, never carried.
 */
export function listenToTap(onMessage: (message: TapMessage) => void, onRejected: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event: MessageEvent<unknown>) => {
    const checked = v.safeParse(TapMessage, event.data);
    if (checked.success) onMessage(checked.output);
    else onRejected();
  };
  window.postMessage(HANDSHAKE, location.origin, [port2]);
}
