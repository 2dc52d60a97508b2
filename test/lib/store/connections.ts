/** Connections to databases of a test file: as many to one as a test wants, closed after it, the databases deleted. */
import { afterEach } from 'vitest';
import type { Log } from '../../../lib/log';
import { indexedLog } from '../../../lib/store/indexed-log';
import { type LogDatabase, openDatabase } from '../../../lib/store/schema';

export interface Connection {
  readonly log: Log;
  readonly db: LogDatabase;
}
export interface Connections {
  /** To the database of this test. */
  connect(isImport: boolean): Connection;
  /** From now on it is another one, and empty. */
  anew(): void;
}

/** What an import keeps in mind is read when nobody else has written for a while. */
export async function settle(log: Log): Promise<void> {
  for (let k = 0; k < 6; k++) await log.shelves.meta.put([{ key: 'waits', value: k }]);
}

export function openConnections(prefix: string): Connections {
  let n = 0;
  const opened: LogDatabase[] = [];
  afterEach(async () => {
    for (const db of opened) db.close();
    for (const db of opened.splice(0)) await db.delete();
    n++;
  });
  return {
    connect(isImport) {
      const db = openDatabase(`${prefix}-${n}`);
      opened.push(db);
      return { log: indexedLog(db, isImport), db };
    },
    anew() {
      n++;
    },
  };
}
