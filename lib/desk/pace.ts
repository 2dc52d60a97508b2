/**
 * How much fits into one unit of work. Others wait for it: a capture of X's tab is written when it ends. Alone, larger ones cost less a
 * piece, for each writes the rows of its accounts, pages and flocks once; while somebody scrolls, they are small.
 */
import type { Log } from '../log';

/** Milliseconds that a unit may take. */
const ALONE_MS = 400;
const BESIDE_MS = 90;
/** Alone, never fewer pieces than so many times the least: on a slow machine smaller units only make it slower. */
const FLOOR = 6;
/** Units after a write of others until nobody seems to be there any more. */
const BESIDE_UNITS = 20;

export interface Pace {
  /** Pieces of the next unit. */
  readonly size: number;
  /** @param done pieces of the last unit @param tookMs how long it took */
  next(done: number, tookMs: number): Promise<void>;
}

/** Every capture, and all that the page tells, is counted there; an import is not. */
const othersIn = async (log: Log): Promise<string> => JSON.stringify((await log.shelves.counters.get(['health']))[0]);

export async function openPace(
  log: Log,
  { first, least, most }: Readonly<Record<'first' | 'least' | 'most', number>>,
): Promise<Pace> {
  let [size, others, beside] = [first, await othersIn(log), 0];
  return {
    get size() {
      return size;
    },
    async next(done, tookMs) {
      const now = await othersIn(log);
      beside = now === others ? Math.max(0, beside - 1) : BESIDE_UNITS;
      others = now;
      const fits = (done * (beside > 0 ? BESIDE_MS : ALONE_MS)) / Math.max(1, tookMs);
      size = Math.round(Math.min(most, size * 2, Math.max(beside > 0 ? least : least * FLOOR, fits)));
    },
  };
}
