/** Messages that wait for the private port. Linked by hand: in the page's world an array's methods may be the page's. */
import type { TapMessage } from '../../messages';

export interface Backlog {
  readonly add: (message: TapMessage) => void;
  /** Gives every message to `take`, oldest first, then one `unreadable` for each that was dropped; empties the backlog. */
  readonly flush: (take: (message: TapMessage) => void) => void;
}

interface Link {
  readonly message: TapMessage;
  /** Always a property of its own: an assignment to one that is absent would ask Object.prototype, which is the page's. */
  next: Link | undefined;
}

/** Keeps at most `maxMessages` messages and `maxChars` UTF-16 units of bodies; the oldest go first, and are counted. */
export function createBacklog(maxMessages: number, maxChars: number): Backlog {
  let first: Link | undefined;
  let last: Link | undefined;
  let count = 0;
  let chars = 0;
  let dropped = 0;

  const shift = (): TapMessage | undefined => {
    const link = first;
    if (!link) return undefined;
    first = link.next;
    if (!first) last = undefined;
    count -= 1;
    chars -= sizeOf(link.message);
    return link.message;
  };

  return {
    add(message) {
      const link: Link = { message, next: undefined };
      if (last) last.next = link;
      else first = link;
      last = link;
      count += 1;
      chars += sizeOf(message);
      while (count > maxMessages || chars > maxChars) {
        shift();
        dropped += 1;
      }
    },
    flush(take) {
      for (let message = shift(); message; message = shift()) take(message);
      for (; dropped > 0; dropped -= 1) take({ kind: 'unreadable', url: '' });
    },
  };
}

const sizeOf = (message: TapMessage): number => (message.kind === 'body' ? message.body.length : 0);
