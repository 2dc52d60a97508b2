/** What the page asks of the worker, and what the worker tells of it. */

export type Order =
  /** Take the captures that stand at this address, one a line. */
  | { readonly work: 'take'; readonly feed: string }
  /** Take them as an import does, at once and without judging. */
  | { readonly work: 'fill'; readonly feed: string }
  /** Take them into a log that is thrown away, so that the engine's code is compiled when the clock runs. */
  | { readonly work: 'warm'; readonly feed: string }
  /** Have every flock wait to be judged anew. */
  | { readonly work: 'unsettle' }
  /** Judge until nobody waits. */
  | { readonly work: 'judge' }
  /** Make the engine's rows anew, step by step, without judging. */
  | { readonly work: 'rebuild' };

/** Requests to IndexedDB of one kind, e.g. `texts.get`. */
export interface Requests {
  readonly kind: string;
  readonly n: number;
  /** Milliseconds until they were answered, added up; they overlap. */
  readonly ms: number;
}

export interface Took {
  readonly eachMs: readonly number[];
  /** Posts in the log afterwards. */
  readonly posts: number;
  readonly rounds?: number;
  readonly flocks?: number;
  readonly verdicts?: number;
  readonly requests: readonly Requests[];
}
