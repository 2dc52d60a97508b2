/** The log in memory, for archives and the evaluation: the same questions, the same answers, nothing kept. */

import { isOwn } from '../coders';
import type { TextRow } from '../flocks/evidence';
import { standingLabels } from '../labels';
import { keyOf, type Log, type Shelf, type TableName, type Tables } from '../log';
import { sortedIndex } from './sorted-index';

type Rows = { readonly [Name in TableName]: Map<string, Tables[Name]> };
export type MemoryLog = Log & { readonly rows: Rows };

const some = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value]);

export function memoryLog(): MemoryLog {
  const names = Object.keys(keyOf) as TableName[];
  const rows = Object.fromEntries(names.map((name) => [name, new Map()])) as unknown as Rows;
  const [bands, roots, flocks] = [sortedIndex<number>(), sortedIndex<string>(), sortedIndex<string>()];
  const [textKeys, members, handles] = [sortedIndex<string>(), sortedIndex<string>(), sortedIndex<string>()];
  const pending = sortedIndex<0 | 1>();

  const onPut: { readonly [Name in TableName]?: (before: Tables[Name] | undefined, row: Tables[Name]) => void } = {
    texts(before, row) {
      if (!before) bands.move(row.key, [], row.bands);
      if (before?.root !== row.root) roots.move(row.key, some(before?.root), [row.root]);
      if (before?.flock !== row.flock) flocks.move(row.key, some(before?.flock), some(row.flock));
    },
    posts(before, row) {
      if (before?.textKey !== row.textKey) textKeys.move(row.id, some(before?.textKey), some(row.textKey));
    },
    evidence(before, row) {
      if (before?.flock !== row.flock) members.move(row.id, some(before?.flock), some(row.flock));
    },
    flocks: (before, row) => pending.move(row.id, some(before?.pending), [row.pending]),
    accounts(before, row) {
      if (before?.handleKey !== row.handleKey) handles.move(row.id, some(before?.handleKey), some(row.handleKey));
    },
  };

  const onRemove: { readonly [Name in TableName]?: (row: Tables[Name]) => void } = {
    texts(row) {
      bands.move(row.key, row.bands, []);
      roots.move(row.key, [row.root], []);
      flocks.move(row.key, some(row.flock), []);
    },
    posts: (row) => textKeys.move(row.id, some(row.textKey), []),
    evidence: (row) => members.move(row.id, some(row.flock), []),
    flocks: (row) => pending.move(row.id, [row.pending], []),
    accounts: (row) => handles.move(row.id, some(row.handleKey), []),
  };

  const keysAfter = (name: TableName, after: string, limit: number): readonly string[] =>
    [...rows[name].keys()]
      .filter((key) => key > after)
      .toSorted()
      .slice(0, limit);

  const shelf = <Name extends TableName>(name: Name): Shelf<Tables[Name]> => ({
    get: async (keys) => keys.map((key) => rows[name].get(key)),
    put: async (more) => {
      for (const row of more) {
        const key = (row as unknown as Record<string, string>)[keyOf[name]]!;
        onPut[name]?.(rows[name].get(key), row);
        rows[name].set(key, row);
      }
    },
    remove: async (keys) => {
      for (const key of keys) {
        const row = rows[name].get(key);
        if (row !== undefined) onRemove[name]?.(row);
        rows[name].delete(key);
      }
    },
    scan: async (after, limit) => keysAfter(name, after, limit).map((key) => rows[name].get(key)!),
    keys: async (after, limit) => keysAfter(name, after, limit),
    count: async () => rows[name].size,
    clear: async () => {
      for (const row of rows[name].values()) onRemove[name]?.(row);
      rows[name].clear();
    },
  });
  const texts = (keys: readonly string[]): readonly TextRow[] => [...new Set(keys)].map((key) => rows.texts.get(key)!);

  /** One unit of work after another, as on disk. */
  let last: Promise<unknown> = Promise.resolve();
  const log: MemoryLog = {
    rows,
    shelves: Object.fromEntries(names.map((name) => [name, shelf(name)])) as unknown as Log['shelves'],
    textsNear: async (wanted, most) => texts(wanted.flatMap((band) => bands.of(band, '', most))),
    textKeysInGroup: async (root) => roots.of(root),
    textsOf: async (flockId) => texts(flocks.of(flockId)),
    authorsOf: async (keys) =>
      [...new Set(keys.flatMap((key) => textKeys.of(key)).map((id) => rows.posts.get(id)!.authorId))].toSorted(),
    postsOf: async (keys) =>
      [...new Set(keys)].flatMap((textKey) =>
        textKeys.of(textKey).map((id) => {
          const { authorId, createdAtMs } = rows.posts.get(id)!;
          return { id, authorId, createdAtMs, textKey };
        }),
      ),
    membersOf: async (flockId, after, limit) => members.of(flockId, after, limit),
    flocksAfter: async (id, limit) =>
      [...rows.flocks.values()]
        .filter((flock) => flock.id > id)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    pendingFlocks: async (most) => pending.of(1, '', most).map((id) => rows.flocks.get(id)!),
    async labelsOf(ids, own) {
      const standing = standingLabels(
        [...rows.labels.values()].filter((label) => own === undefined || isOwn(label, own)),
      );
      return ids.map((id) => standing.get(id));
    },
    accountByHandle: async (wanted) =>
      wanted.map((handle) =>
        handles
          .of(handle.toLowerCase())
          .map((id) => rows.accounts.get(id)!)
          .toSorted((a, b) => a.lastSeenMs - b.lastSeenMs || (a.id < b.id ? -1 : 1))
          .at(-1),
      ),
    // Nothing outlives the process, so work that fails fails with all of it: there is nothing to roll back to.
    atomically(work) {
      const next = last.then(() => work(log));
      last = next.catch(() => undefined);
      return next;
    },
    tidy: async () => false,
    dropOlder: async () => undefined,
    reading: (work) => work(log),
  };
  return log;
}
