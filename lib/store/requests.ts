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
