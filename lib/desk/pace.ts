/**
 * How much fits into one unit of work. Others wait for it: a capture of X's tab is written when it ends. Alone, larger ones cost less a
 * piece, for each writes the rows of its accounts, pages and flocks once; while somebody scrolls, they are small.
 */
import type { CountersRow, Log } from '../log';

/** Milliseconds that a unit may take. Two of them may be under way. */
const ALONE_MS = 1000;
const BESIDE_MS = 30;
/** Alone, never fewer pieces than so many times the least: on a slow machine smaller units only make it slower. */
const FLOOR = 6;
/** Milliseconds after a write of others until nobody seems to be there any more: who scrolls has a new response every few seconds. */
const BESIDE_FOR_MS = 30_000;

export interface Pace {
  /** Pieces of the next unit. */
  readonly size: number;
  /** Milliseconds for which somebody else is still taken to be there. */
  readonly besideMs: number;
  /** @param done pieces of the last unit @param tookMs how long it took @param others what others had written when it was */
  next(done: number, tookMs: number, others: Others): void;
}

/** Every capture, and all that the page tells, is counted there; an import is not. */
export type Others = CountersRow | undefined;
export const othersIn = async (log: Log): Promise<Others> => (await log.shelves.counters.get(['health']))[0];

/** @param beside of the pace before this one */
export async function openPace(
  log: Log,
  { first, least, most }: Readonly<Record<'first' | 'least' | 'most', number>>,
  beside = 0,
): Promise<Pace> {
  let [size, before, besideMs] = [beside > 0 ? least : first, JSON.stringify(await othersIn(log)), beside];
  return {
    get size() {
      return size;
    },
    get besideMs() {
      return besideMs;
    },
    next(done, tookMs, others) {
      const now = JSON.stringify(others);
      besideMs = now === before ? Math.max(0, besideMs - tookMs) : BESIDE_FOR_MS;
      before = now;
      const fits = (done * (besideMs > 0 ? BESIDE_MS : ALONE_MS)) / Math.max(1, tookMs);
      size = Math.round(Math.min(most, size * 2, Math.max(besideMs > 0 ? least : least * FLOOR, fits)));
    },
  };
}
