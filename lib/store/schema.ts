/**
 * The tables in IndexedDB, and their versions. Few and narrow indexes: a row costs 0.1–0.2 ms to write, whatever is in it.
 * A new version adds a `db.version(n)` below the old ones, with an upgrade that loses nothing.
 */
import Dexie, { type Table } from 'dexie';
import type { TableName, Tables } from '../log';

export type LogDatabase = Dexie & { readonly [Name in TableName]: Table<Tables[Name], string> };

export function openDatabase(name = 'flockmark'): LogDatabase {
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as LogDatabase;
  db.version(1).stores({
    accounts: 'id, handleKey',
    posts: 'id, authorId, textKey',
    sightings: 'key, [pageKey+atMs]',
    evidence: 'id, [flock+id]',
    texts: 'key, *bands, root, flock',
    links: 'key',
    flocks: 'id, pending',
    pages: 'key',
    verdicts: 'accountId, level',
    dismissals: 'accountId',
    labels: 'id, [accountId+atMs]',
    counters: 'key',
  } satisfies Record<Exclude<TableName, 'meta'>, string>);
  db.version(2).stores({ meta: 'key' });
  return db;
}
