/** Logs in IndexedDB, each with a database of its own, for tests that import `fake-indexeddb/auto`. */
import type { Log } from '../../../lib/log';
import { indexedLog } from '../../../lib/store/indexed-log';
import { type LogDatabase, openDatabase } from '../../../lib/store/schema';

let n = 0;
const opened: LogDatabase[] = [];

export function freshIndexed(): { readonly log: Log; readonly db: LogDatabase } {
  const db = openDatabase(`care-${++n}`);
  opened.push(db);
  return { log: indexedLog(db), db };
}

/** After each test. */
export async function removeDatabases(): Promise<void> {
  for (const db of opened.splice(0)) await db.delete();
}

/** The same disk for the next worker: what the one before had in memory is gone. */
export function reopened(db: LogDatabase): { readonly log: Log; readonly db: LogDatabase } {
  db.close();
  opened.splice(opened.indexOf(db), 1);
  const again = openDatabase(db.name);
  opened.push(again);
  return { db: again, log: indexedLog(again) };
}
