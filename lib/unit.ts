/**
 * One unit of work on the log: reads each row once, keeps what changes, writes it at the end in one go.
 * Twenty posts of one flock touch its row twenty times; the disk sees it once.
 */
import { keyOf, type Log, type TableName, type Tables } from './log';

export interface Unit {
  get<Name extends TableName>(table: Name, key: string): Promise<Tables[Name] | undefined>;
  getMany<Name extends TableName>(table: Name, keys: readonly string[]): Promise<readonly (Tables[Name] | undefined)[]>;
  put<Name extends TableName>(table: Name, row: Tables[Name]): void;
  /** Writes what changed: before a question that an index answers, and at the end. */
  flush(): Promise<void>;
  readonly log: Log;
}

type Cache = Map<string, Tables[TableName] | undefined>;

/** Are these two plain values the same to the last field? */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(x);
  return keys.length === Object.keys(y).length && keys.every((key) => Object.hasOwn(y, key) && same(x[key], y[key]));
}

export function openUnit(log: Log): Unit {
  const names = Object.keys(keyOf) as TableName[];
  const rows = new Map<TableName, Cache>(names.map((name) => [name, new Map()]));
  /** Rows as they stand in the log: to write one again as it is costs as much as another. */
  const kept = new Map<TableName, Cache>(names.map((name) => [name, new Map()]));
  const changed = new Map<TableName, Set<string>>(names.map((name) => [name, new Set()]));

  async function getMany<Name extends TableName>(
    table: Name,
    keys: readonly string[],
  ): Promise<readonly (Tables[Name] | undefined)[]> {
    const cache = rows.get(table)!;
    if (!keys.every((key) => cache.has(key))) {
      const missing = [...new Set(keys)].filter((key) => !cache.has(key));
      const found = await log.shelves[table].get(missing);
      for (const [i, key] of missing.entries()) {
        cache.set(key, found[i]);
        kept.get(table)!.set(key, found[i]);
      }
    }
    return keys.map((key) => cache.get(key) as Tables[Name] | undefined);
  }

  async function flushTable<Name extends TableName>(table: Name): Promise<void> {
    const keys = changed.get(table)!;
    if (keys.size === 0) return;
    const [cache, before] = [rows.get(table)!, kept.get(table)!];
    const other = [...keys].filter((key) => !same(cache.get(key), before.get(key)));
    if (other.length > 0) await log.shelves[table].put(other.map((key) => cache.get(key) as Tables[Name]));
    for (const key of other) before.set(key, cache.get(key));
    keys.clear();
  }

  return {
    log,
    getMany,
    async get<Name extends TableName>(table: Name, key: string) {
      const cache = rows.get(table)!;
      // What is there needs no lists: an import asks a dozen times a post.
      return cache.has(key) ? (cache.get(key) as Tables[Name] | undefined) : (await getMany(table, [key]))[0];
    },
    put(table, row) {
      const key = (row as unknown as Record<string, string>)[keyOf[table]]!;
      rows.get(table)!.set(key, row);
      changed.get(table)!.add(key);
    },
    async flush() {
      for (const name of names) await flushTable(name);
    },
  };
}
