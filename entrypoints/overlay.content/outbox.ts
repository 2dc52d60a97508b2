/** Captures on their way to the background, kept until it says that they are on disk: it may be killed at any moment. */
import type { Receipt } from '@/lib/messages';
import type { Capture } from '@/lib/model';

export interface OutboxOptions {
  /** Above either, the oldest that is not on its way is dropped and reported as undelivered. */
  readonly maxCaptures?: number;
  /** UTF-16 units of all bodies held. */
  readonly maxChars?: number;
  /** Pause before the first repetition; doubles each time up to `maxRetryMs`. */
  readonly firstRetryMs?: number;
  readonly maxRetryMs?: number;
  /** No answer for this long counts as a failure: the store takes the same capture twice without harm. */
  readonly answerMs?: number;
  readonly onReceipt?: (capture: Capture, receipt: Receipt) => void;
  readonly onUndelivered?: (count: number) => void;
}

export interface Outbox {
  readonly add: (capture: Capture) => void;
  /** How many are held, the one on its way included. */
  readonly held: () => number;
  /** For good: the extension was updated or removed, nobody will ever answer. */
  readonly stop: () => void;
}

/**
 * Sends captures one at a time, in order, through `send`. One whose `send` rejects, does not answer, or whose receipt asks for a
 * repetition is sent again for as long as the page lives.
 */
export function createOutbox(send: (capture: Capture) => Promise<Receipt>, options: OutboxOptions = {}): Outbox {
  const {
    maxCaptures = 200,
    maxChars = 64_000_000,
    firstRetryMs = 100,
    maxRetryMs = 10_000,
    answerMs = 30_000,
  } = options;
  const held: Capture[] = [];
  let chars = 0;
  let sending = false;
  let stopped = false;

  const remove = (index: number) => {
    const [capture] = held.splice(index, 1);
    chars -= capture?.body.length ?? 0;
  };

  // The first of several is always on its way.
  const trim = () => {
    let dropped = 0;
    for (; held.length > 1 && (held.length > maxCaptures || chars > maxChars); dropped += 1) remove(1);
    if (dropped > 0) options.onUndelivered?.(dropped);
  };

  const attempt = async (capture: Capture): Promise<Receipt | undefined> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), answerMs);
    });
    try {
      return await Promise.race([send(capture), silence]);
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };

  const run = async () => {
    let pauseMs = firstRetryMs;
    for (let capture = held[0]; capture && !stopped; capture = held[0]) {
      const receipt = await attempt(capture);
      if (stopped) break;
      if (receipt && (receipt.ok || !receipt.retry)) {
        remove(0);
        pauseMs = firstRetryMs;
        options.onReceipt?.(capture, receipt);
      } else {
        const ms = pauseMs;
        await new Promise((resolve) => setTimeout(resolve, ms));
        pauseMs = Math.min(pauseMs * 2, maxRetryMs);
      }
    }
  };

  const start = () => {
    sending = true;
    // What `onReceipt` throws must not stop the rest.
    run()
      .catch((error: unknown) => console.error('flockmark: a receipt could not be handled', error))
      .finally(() => {
        sending = false;
        if (held.length > 0) start();
      });
  };

  return {
    add(capture) {
      if (stopped) return;
      held.push(capture);
      chars += capture.body.length;
      trim();
      if (!sending) start();
    },
    held: () => held.length,
    stop() {
      stopped = true;
      held.length = 0;
      chars = 0;
    },
  };
}
