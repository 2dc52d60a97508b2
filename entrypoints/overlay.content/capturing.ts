/** From the tap to the background: nothing is read while Flockmark is off. */

import type { Receipt } from '@/lib/messages';
import type { Capture } from '@/lib/model';
import { listenToTap } from './carrier';
import { pageUrl } from './connect';
import type { Counts } from './observed';
import { createOutbox } from './outbox';

export interface Capturing {
  /** Until it is known whether Flockmark is on, what comes is kept; then carried or dropped. */
  readonly setActive: (active: boolean) => void;
  readonly stop: () => void;
}

export interface CapturingOptions {
  readonly send: (capture: Capture) => Promise<Receipt>;
  readonly onStored: () => void;
  readonly count: (what: keyof Counts, n?: number) => void;
}

export function startCapturing({ send, onStored, count }: CapturingOptions): Capturing {
  let active: boolean | undefined;
  let early: Capture[] = [];
  const outbox = createOutbox(send, {
    onReceipt: (_capture, receipt) => {
      if (receipt.ok) onStored();
    },
    onUndelivered: (n) => count('undelivered', n),
  });
  listenToTap(
    (message) => {
      if (active === false) return;
      if (message.kind === 'too-large') count('tooLarge');
      else if (message.kind === 'unreadable') count('unreadable');
      else {
        const capture = { url: message.url, pageUrl: pageUrl(), capturedAtMs: Date.now(), body: message.body };
        if (active) outbox.add(capture);
        else early.push(capture);
      }
    },
    () => active !== false && count('rejected'),
  );
  return {
    setActive(next) {
      active = next;
      if (active) for (const capture of early) outbox.add(capture);
      early = [];
    },
    stop() {
      active = false;
      outbox.stop();
    },
  };
}
