/**
 * A worker that the browser ends in the middle of its work: at one request to IndexedDB, whichever it is, the transaction is
 * rolled back and nothing more comes of it.
 */
const REQUESTS = [
  'get',
  'getAll',
  'getAllKeys',
  'getKey',
  'openCursor',
  'openKeyCursor',
  'count',
  'put',
  'add',
  'delete',
];
const STEPS = ['continue', 'continuePrimaryKey', 'advance'];

type Call = (this: object, ...given: unknown[]) => unknown;

const transactionOf = (place: object): IDBTransaction =>
  place instanceof IDBObjectStore
    ? place.transaction
    : place instanceof IDBIndex
      ? place.objectStore.transaction
      : transactionOf((place as IDBCursor).source);

let [asked, fatal] = [0, Infinity];

/** Has every request counted. Once a test file, after `fake-indexeddb/auto`. */
export function letDie(): void {
  for (const [type, names] of [
    [IDBObjectStore, REQUESTS],
    [IDBIndex, REQUESTS],
    [IDBCursor, STEPS],
  ] as const) {
    const calls = type.prototype as unknown as Record<string, Call | undefined>;
    for (const name of names) {
      const call = calls[name];
      if (!call) continue;
      calls[name] = function (...given) {
        if (++asked === fatal) transactionOf(this).abort();
        return call.apply(this, given);
      };
    }
  }
}

/** Whether the work was ended. It was not where it came to its end with fewer requests than `at`. */
export async function diesAt(at: number, work: () => Promise<unknown>): Promise<boolean> {
  [asked, fatal] = [0, at];
  try {
    await work();
    if (asked >= at) throw new Error('the transaction was rolled back, and nobody noticed');
    return false;
  } catch (error) {
    if (asked < at) throw error;
    return true;
  } finally {
    fatal = Infinity;
  }
}

/** Requests that the work makes. */
export async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  asked = 0;
  await work();
  return asked;
}
