/**
 * IndexedDB's own requests inside a transaction of Dexie's, for the few that a capture makes by the dozen: Dexie's way of each costs
 * more than the disk's (its promises, its zones, what it notes for live queries).
 */
import type { Transaction } from 'dexie';

/** The plain transaction under Dexie's. */
export function plainStore(tx: Transaction, name: string): IDBObjectStore {
  return (tx as Transaction & { readonly idbtrans: IDBTransaction }).idbtrans.objectStore(name);
}

/** @throws the request's own error; the transaction is then rolled back by the browser. */
export const answerTo = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Asks for many at once; each costs a request. */
export const answersTo = <T>(requests: readonly IDBRequest<T>[]): Promise<readonly T[]> =>
  Promise.all(requests.map(answerTo));

/**
 * Waits for all of these writes, made one after another in one transaction, at the cost of one.
 * @throws the error of the first that fails: the browser then rolls all of them back, and says of the later ones only that.
 */
export function ended(requests: readonly IDBRequest[]): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const request of requests) request.onerror = () => reject(request.error);
    const last = requests.at(-1);
    // Requests are answered in their order, so the last answer is that of all.
    if (last) last.onsuccess = () => resolve();
    else resolve();
  });
}
