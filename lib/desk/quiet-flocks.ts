/**
 * Which flocks an import has touched, and which of them are quiet by now: most archives tell one page after the other, and a flock that is complete
 * is best judged while its accounts are still in memory. Each is judged so once; what is touched again waits for the end, for
 * in an archive of many pages by turns it would be judged again and again.
 */

/** Chunks without it after which a flock is taken to be complete. */
const QUIET = 2;
/** Flocks that are judged in one unit of work. */
const TOGETHER = 3;

export interface QuietFlocks {
  /** To be told of every chunk which flocks wait since. */
  note(flockIds: readonly string[]): void;
  /** Takes out those that are to be judged now. */
  takeQuiet(most?: number): readonly string[];
  /** Takes out those that wait still. */
  takeRest(most?: number): readonly string[];
}

export function quietFlocks(): QuietFlocks {
  /** By flock the chunk that touched it last. */
  const waiting = new Map<string, number>();
  const early = new Set<string>();
  let chunk = 0;
  function take(ids: readonly string[]): readonly string[] {
    for (const id of ids) waiting.delete(id);
    return ids;
  }
  return {
    note(flockIds) {
      chunk++;
      for (const id of flockIds) waiting.set(id, chunk);
    },
    takeQuiet(most = TOGETHER) {
      const quiet = [...waiting].filter(([id, last]) => chunk - last >= QUIET && !early.has(id));
      const ids = take(quiet.slice(0, most).map(([id]) => id));
      for (const id of ids) early.add(id);
      return ids;
    },
    takeRest: (most = TOGETHER) => take([...waiting.keys()].slice(0, most)),
  };
}
