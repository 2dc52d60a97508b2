/** Writes to the log one after another, each whole or not at all; what goes wrong is counted and told, never swallowed. */
import { addCounts, type Counters } from '../health';
import type { Log } from '../log';
import { countHealth } from '../pipeline';
import { openUnit, type Unit } from '../unit';

/** Errors of a store that may work again: the same capture is worth another try. */
const PASSING = new Set(['AbortError', 'DatabaseClosedError', 'InvalidStateError', 'TimeoutError', 'UnknownError']);

/** A full disk, however deep the store has wrapped it. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'QuotaExceededError' || isFull((error as { inner?: unknown }).inner));

export interface Writing {
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** One unit of work, in its turn. Rejects where the log does. */
  readonly write: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;
  /** Never rejects: what cannot be written waits for the next count that can. */
  readonly count: (more: Partial<Counters>) => Promise<void>;
  /** A store that may work again is no trouble yet: what never gets through is counted as undelivered by who sent it. */
  readonly countError: (error: unknown) => Promise<'disk-full' | 'passing' | 'unexpected'>;
  /** Troubles that could not be written. */
  readonly unwritten: () => Partial<Counters>;
  /** It could be written, so there is space; what waits here must not say otherwise later. */
  readonly foundSpace: () => void;
  /** The log was emptied: what went wrong before counts no more. */
  readonly startAnew: () => void;
}

export function openWriting(log: Log): Writing {
  let last: Promise<unknown> = Promise.resolve();
  let unwritten: Partial<Counters> = {};

  const inTurn: Writing['inTurn'] = (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
  const write: Writing['write'] = (work) =>
    inTurn(() =>
      log.atomically(async (inside) => {
        const unit = openUnit(inside);
        const result = await work(unit);
        await unit.flush();
        return result;
      }),
    );
  async function count(more: Partial<Counters>): Promise<void> {
    const now = addCounts(unwritten, more);
    unwritten = {};
    try {
      await write((unit) => countHealth(unit, now));
    } catch {
      // The store is what is broken: the figures wait, and health() tells them all the same.
      unwritten = addCounts(unwritten, now);
    }
  }
  return {
    inTurn,
    write,
    count,
    async countError(error) {
      if (isFull(error)) {
        await count({ diskFull: 1 });
        return 'disk-full';
      }
      if (error instanceof Error && PASSING.has(error.name)) return 'passing';
      const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      await count({ errors: 1, lastError: words.slice(0, 300) });
      return 'unexpected';
    },
    unwritten: () => unwritten,
    foundSpace() {
      const { diskFull: _over, ...rest } = unwritten;
      unwritten = rest;
    },
    startAnew() {
      unwritten = {};
    },
  };
}
