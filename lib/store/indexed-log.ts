/** The log in IndexedDB: the one the extension keeps. */
import Dexie, { type Table } from 'dexie';
import { keyOf, type Log, type PostedText, type Shelf, type TableName, type Tables } from '../log';
import type { LogDatabase } from './schema';

const LAST = Dexie.maxKey;

const names = Object.keys(keyOf) as TableName[];

export function indexedLog(db: LogDatabase): Log {
  // Tables bound to the transaction by hand: Dexie's own binding is lost after a hundred awaits that ask it nothing
  // (4.4, ZONE_ECHO_LIMIT), and a unit of work has thousands.
  const within =
    (mode: 'r' | 'rw'): Atomically =>
    (work) =>
      db.transaction(mode, names, (tx) => work(logOver(tx, nested, nested)));
  return logOver(db, within('rw'), within('r'));
}

const nested = () => Promise.reject(new Error('a unit of work inside a unit of work'));

type Atomically = Log['atomically'];
/** A database, or a transaction in it. */
interface Tabled {
  table(name: string): Table;
}

/** Rows in one range that are looked through to see which of some keys are there. */
const LOOKED_THROUGH = 64;

/**
 * Rows most of which are not there yet: what a page shows stands together in time, and so do the ids of its posts. Asking
 * what there is between the first and the last costs one request instead of one a post.
 */
async function getNew<Row>(table: Table<Row, string>, keys: readonly string[]): Promise<readonly (Row | undefined)[]> {
  if (keys.length < 4) return table.bulkGet([...keys]);
  const sorted = keys.toSorted();
  const between = table.where(':id').between(sorted[0]!, sorted.at(-1)!, true, true);
  const there = await between.limit(LOOKED_THROUGH).primaryKeys();
  if (there.length === LOOKED_THROUGH) return table.bulkGet([...keys]);
  const known = new Set(there);
  const wanted = keys.filter((key) => known.has(key));
  const rows = wanted.length === 0 ? [] : await table.bulkGet(wanted);
  const byKey = new Map(wanted.map((key, i) => [key, rows[i]]));
  return keys.map((key) => byKey.get(key));
}

function logOver(tables: Tabled, atomically: Atomically, reading: Atomically): Log {
  const of = <Name extends TableName>(name: Name) => tables.table(name) as Table<Tables[Name], string>;
  const shelf = <Name extends TableName>(name: Name): Shelf<Tables[Name]> => {
    const table = of(name);
    return {
      get: (keys) => (name === 'posts' ? getNew(table, keys) : table.bulkGet([...keys])),
      put: async (rows) => {
        await table.bulkPut([...rows]);
      },
      remove: (keys) => table.bulkDelete([...keys]),
      scan: (after, limit) => table.where(':id').above(after).limit(limit).toArray(),
      keys: (after, limit) => table.where(':id').above(after).limit(limit).primaryKeys(),
      count: () => table.count(),
      clear: () => table.clear(),
    };
  };
  return {
    shelves: Object.fromEntries(names.map((name) => [name, shelf(name)])) as unknown as Log['shelves'],
    async textsNear(bands) {
      // A question a band, all at once: a cursor over them asks as often, but each time only when it has the last answer.
      const ask = (band: number) => of('texts').where('bands').equals(band).primaryKeys();
      const keys = (await Promise.all([...new Set(bands)].map(ask))).flat();
      const rows = keys.length === 0 ? [] : await of('texts').bulkGet([...new Set(keys)]);
      return rows.filter((row) => row !== undefined);
    },
    textKeysInGroup: (root) => of('texts').where('root').equals(root).primaryKeys(),
    textsOf: (flockId) => of('texts').where('flock').equals(flockId).toArray(),
    async authorsOf(textKeys) {
      const authors = new Set<string>();
      await of('posts')
        .where('textKey')
        .anyOf([...textKeys])
        .each((post) => authors.add(post.authorId));
      return [...authors].toSorted();
    },
    async postsOf(textKeys) {
      const posted: PostedText[] = [];
      // One text after the other, so that whole rows of one alone are in memory at a time.
      for (const textKey of new Set(textKeys)) {
        for (const { id, authorId, createdAtMs } of await of('posts').where('textKey').equals(textKey).toArray())
          posted.push({ id, authorId, createdAtMs, textKey });
      }
      return posted;
    },
    membersOf: (flockId, after, limit) =>
      of('evidence')
        .where('[flock+id]')
        .between([flockId, after], [flockId, LAST], false, true)
        .limit(limit)
        .primaryKeys(),
    flocksAfter: (id, limit) => of('flocks').where(':id').above(id).limit(limit).toArray(),
    pendingFlocks: () => of('flocks').where('pending').equals(1).toArray(),
    async labelsOf(accountIds, coder) {
      const last = (id: string) =>
        of('labels')
          .where('[accountId+atMs]')
          .between([id, Dexie.minKey], [id, LAST])
          .reverse()
          .filter((label) => label.retractedAtMs === undefined && (coder === undefined || label.coder === coder))
          .first();
      return Promise.all(accountIds.map(last));
    },
    async accountByHandle(handles) {
      const keys = handles.map((handle) => handle.toLowerCase());
      const rows = await of('accounts').where('handleKey').anyOf(keys).toArray();
      // Two accounts on one handle happen (one renamed): the one seen last holds it now.
      const newest = rows.toSorted((a, b) => a.lastSeenMs - b.lastSeenMs);
      const byKey = new Map(newest.map((row) => [row.handleKey, row]));
      return keys.map((key) => byKey.get(key));
    },
    atomically,
    reading,
  };
}
