/** Counts what is asked of IndexedDB, by table and kind, and for how long the worker had a question open. */
import type { Requests } from './orders';

const READS_AND_WRITES = [
  'get',
  'getAll',
  'getAllKeys',
  'openCursor',
  'openKeyCursor',
  'count',
  'put',
  'add',
  'delete',
];

const STEPS = ['advance', 'continue', 'continuePrimaryKey'];

type Step = (this: IDBCursor, ...given: unknown[]) => void;
type Asked = (this: IDBObjectStore | IDBIndex, ...given: unknown[]) => IDBRequest;

const nameOf = (place: IDBObjectStore | IDBIndex): string =>
  place instanceof IDBIndex ? `${place.objectStore.name}[${place.name}]` : place.name;

export function countRequests() {
  const tallies = new Map<string, { n: number; ms: number }>();
  let [open, openSince] = [0, 0];
  const add = (kind: string, n: number, ms: number) => {
    const tally = tallies.get(kind) ?? { n: 0, ms: 0 };
    tallies.set(kind, { n: tally.n + n, ms: tally.ms + ms });
  };
  const begin = () => {
    if (open++ === 0) openSince = performance.now();
  };
  const end = () => {
    if (--open === 0) add('waiting for any of these', 0, performance.now() - openSince);
  };

  function follow(request: IDBRequest, kind: string): void {
    const begun = performance.now();
    begin();
    const answered = () => {
      request.removeEventListener('success', answered);
      request.removeEventListener('error', answered);
      add(kind, 1, performance.now() - begun);
      end();
    };
    request.addEventListener('success', answered);
    request.addEventListener('error', answered);
  }

  for (const type of [IDBObjectStore, IDBIndex]) {
    const asks = type.prototype as unknown as Record<string, Asked | undefined>;
    for (const name of READS_AND_WRITES) {
      const ask = asks[name];
      if (!ask) continue;
      asks[name] = function (...given) {
        const request = ask.apply(this, given);
        follow(request, `${nameOf(this)}.${name}`);
        return request;
      };
    }
  }
  // A cursor goes on by the same request.
  const steps = IDBCursor.prototype as unknown as Record<string, Step | undefined>;
  for (const name of STEPS) {
    const step = steps[name];
    if (!step) continue;
    steps[name] = function (...given) {
      step.apply(this, given);
      follow(this.request, `${nameOf(this.source)}.${name}`);
    };
  }
  // Reading with one transaction: from its making until it is on disk.
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...given) {
    const made = transaction.apply(this, given);
    const begun = performance.now();
    made.addEventListener('complete', () => add(`transaction ${made.mode}`, 1, performance.now() - begun));
    return made;
  };

  return {
    reset: () => tallies.clear(),
    told: (): readonly Requests[] =>
      [...tallies].map(([kind, { n, ms }]) => ({ kind, n, ms })).toSorted((a, b) => b.ms - a.ms),
  };
}
