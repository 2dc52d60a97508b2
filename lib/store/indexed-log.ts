/** The log in IndexedDB: the one the extension keeps. */
import Dexie from 'dexie';
import { keyOf, type Log, type Shelf, type TableName, type Tables } from '../log';
import type { LogDatabase } from './schema';

const LAST = Dexie.maxKey;

export function indexedLog(db: LogDatabase): Log {
  const names = Object.keys(keyOf) as TableName[];
  const shelf = <Name extends TableName>(name: Name): Shelf<Tables[Name]> => {
    const table = db.table<Tables[Name], string>(name);
    return {
      get: (keys) => table.bulkGet([...keys]),
      put: async (rows) => {
        await table.bulkPut([...rows]);
      },
    };
  };
  return {
    shelves: Object.fromEntries(names.map((name) => [name, shelf(name)])) as unknown as Log['shelves'],
    textsNear: (bands) =>
      db.texts
        .where('bands')
        .anyOf([...new Set(bands)])
        .distinct()
        .toArray(),
    textKeysInGroup: (root) => db.texts.where('root').equals(root).primaryKeys(),
    textsOf: (flockId) => db.texts.where('flock').equals(flockId).toArray(),
    async authorsOf(textKeys) {
      const authors = new Set<string>();
      await db.posts
        .where('textKey')
        .anyOf([...textKeys])
        .each((post) => authors.add(post.authorId));
      return [...authors].toSorted();
    },
    membersOf: (flockId, after, limit) =>
      db.evidence
        .where('[flock+id]')
        .between([flockId, after], [flockId, LAST], false, true)
        .limit(limit)
        .primaryKeys(),
    pendingFlocks: () => db.flocks.where('pending').equals(1).toArray(),
    async labelsOf(accountIds) {
      const last = (id: string) => db.labels.where('[accountId+atMs]').between([id, Dexie.minKey], [id, LAST]).last();
      return Promise.all(accountIds.map(last));
    },
    async accountByHandle(handles) {
      const keys = handles.map((handle) => handle.toLowerCase());
      const rows = await db.accounts.where('handleKey').anyOf(keys).toArray();
      // Two accounts on one handle happen (one renamed): the one seen last holds it now.
      const newest = rows.toSorted((a, b) => a.lastSeenMs - b.lastSeenMs);
      const byKey = new Map(newest.map((row) => [row.handleKey, row]));
      return keys.map((key) => byKey.get(key));
    },
    atomically: (work) => db.transaction('rw', names, work),
  };
}
