/**
 * Rows that came together stand in one record, a bundle, for each record costs the browser a tenth of a millisecond and more, whatever it
 * carries. In which bundle a row is, and whether it is there at all, an index of the bundles' keys of rows tells.
 */
import type { Places } from './places';
import type { Rows } from './rows';

export interface Bundling<Row, Bundle extends { readonly key: string }> {
  /** The index with the keys of a bundle's rows. */
  readonly index: string;
  /** Rows of a bundle at most. */
  readonly size: number;
  readonly keyOf: (row: Row) => string;
  readonly rowsOf: (bundle: Bundle) => readonly Row[];
  readonly bundleOf: (key: string, rows: readonly Row[]) => Bundle;
  /** Keys of rows that come together stand together in the index, too. */
  readonly isInOrder: boolean;
}

/** A bundle as it was, and as it is to be; `undefined` where it goes. */
export interface Change<Bundle> {
  readonly before: Bundle;
  readonly after: Bundle | undefined;
}

/** Index entries looked through to see which rows are there. */
const LOOKED_THROUGH = 64;

/** Rows that are in no bundle yet, by key as text. */
export function bundlesOf<Row, Bundle extends { readonly key: string }>(
  rows: readonly Row[],
  { size, keyOf, bundleOf }: Bundling<Row, Bundle>,
): Bundle[] {
  const sorted = rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, i) => {
    const some = sorted.slice(i * size, (i + 1) * size);
    return bundleOf(keyOf(some[0]!), some);
  });
}

export interface Bundled<Row, Bundle> {
  get(keys: readonly string[]): Promise<readonly (Row | undefined)[]>;
  /** @param finish what is done to the bundles of rows that are new */
  put(rows: readonly Row[], finish?: (bundles: readonly Bundle[]) => readonly Bundle[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  clear(): Promise<void>;
  /** The next rows after this key, in order of key. */
  scan(after: string, limit: number): Promise<readonly Row[]>;
  keys(after: string, limit: number): Promise<readonly string[]>;
  count(): Promise<number>;
  /** Rows of these bundles. */
  within(bundles: readonly string[]): Promise<readonly Row[]>;
}

/**
 * @param inMind in which bundle a row stands, where somebody keeps all places in mind
 * @param elsewhere bundles that may hold rows of which the index knows nothing
 * @param rewritten what is to be written of bundles that change
 */
export function openBundled<Row, Bundle extends { readonly key: string }>(
  bundles: Rows<Bundle>,
  places: Places,
  bundling: Bundling<Row, Bundle>,
  inMind: () => ((key: string) => string | undefined) | undefined = () => undefined,
  elsewhere: (keys: readonly string[]) => Promise<readonly string[]> = async () => [],
  rewritten: (changes: readonly Change<Bundle>[]) => Promise<readonly (Bundle | undefined)[]> = async (changes) =>
    changes.map(({ after }) => after),
): Bundled<Row, Bundle> {
  const { index, keyOf, rowsOf, bundleOf, isInOrder } = bundling;
  const byKey = (a: string, b: string) => (a < b ? -1 : 1);
  const noteAll = (records: readonly (Bundle | undefined)[]) => {
    for (const record of records) if (record) for (const row of rowsOf(record)) places.set(keyOf(row), record.key);
  };
  const holdersOf = (from: string, to: string) => bundles.table.where(index).between(from, to, true, true);

  async function within(keys: readonly string[]): Promise<readonly Row[]> {
    const records = await bundles.get([...new Set(keys)]);
    noteAll(records);
    return records.flatMap((record) => (record ? rowsOf(record) : []));
  }

  /** Where rows in order come together, mostly one question tells that none is there yet. */
  async function locate(keys: readonly string[]): Promise<void> {
    const placeOf = inMind();
    if (placeOf) for (const key of keys) if (!places.has(key)) places.set(key, placeOf(key));
    const wanted = [...new Set(keys)].filter((key) => !places.has(key)).toSorted();
    if (wanted.length === 0) return;
    bundles.flush();
    let found: readonly (string | undefined)[] = [];
    const near =
      isInOrder && wanted.length >= 4
        ? await holdersOf(wanted[0]!, wanted.at(-1)!).limit(LOOKED_THROUGH).primaryKeys()
        : undefined;
    if (near && near.length < LOOKED_THROUGH) await within(near);
    else found = await bundles.keysOf(index, wanted);
    for (const [i, key] of wanted.entries()) if (!places.has(key)) places.set(key, found[i]);
    const nowhere = wanted.filter((key) => places.get(key) === undefined);
    if (nowhere.length > 0) await within(await elsewhere(nowhere));
  }

  async function get(keys: readonly string[]): Promise<readonly (Row | undefined)[]> {
    await locate(keys);
    const rows = new Map((await within(keys.flatMap((key) => places.get(key) ?? []))).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key));
  }

  /** Writes the bundles of these rows anew. */
  async function change(keys: readonly string[], into: (rows: readonly Row[]) => readonly Row[]): Promise<void> {
    const holders = [...new Set(keys.flatMap((one) => places.get(one) ?? []))];
    const changes = (await bundles.get(holders)).flatMap((before): readonly Change<Bundle>[] => {
      if (!before) return [];
      const rows = into(rowsOf(before));
      // The key is that of a row inside, so that no two bundles can ever have the same.
      return [{ before, after: rows[0] && bundleOf(keyOf(rows[0]), rows) }];
    });
    const made = await rewritten(changes);
    for (const [i, { before }] of changes.entries()) {
      if (made[i]?.key !== before.key) bundles.remove([before.key]);
      if (made[i]) bundles.put(made[i].key, made[i]);
    }
    noteAll(made);
  }

  /** Bundles with the next rows in one request; a cursor over the index would take one for each row. */
  async function after(key: string, limit: number): Promise<readonly Row[]> {
    bundles.flush();
    const holders = await bundles.table.where(index).above(key).limit(limit).primaryKeys();
    const rows = (await within(holders)).filter((row) => keyOf(row) > key);
    return rows.toSorted((a, b) => byKey(keyOf(a), keyOf(b))).slice(0, limit);
  }

  return {
    get,
    within,
    async put(rows, finish = (made) => made) {
      // The last of two with one key is the one that stays.
      const wanted = new Map(rows.map((row) => [keyOf(row), row]));
      await locate([...wanted.keys()]);
      const isNew = (row: Row) => places.get(keyOf(row)) === undefined;
      const [fresh, known] = [[...wanted.values()].filter(isNew), [...wanted.values()].filter((row) => !isNew(row))];
      await change(known.map(keyOf), (all) => all.map((row) => wanted.get(keyOf(row)) ?? row));
      const made = finish(bundlesOf(fresh, bundling));
      noteAll(made);
      for (const record of made) bundles.put(record.key, record);
    },
    async remove(keys) {
      await locate(keys);
      const gone = new Set(keys);
      await change(keys, (rows) => rows.filter((row) => !gone.has(keyOf(row))));
      for (const key of gone) places.set(key, undefined);
    },
    scan: after,
    keys: async (key, limit) => (await after(key, limit)).map(keyOf),
    async clear() {
      places.clear();
      await bundles.clear();
    },
    async count() {
      bundles.flush();
      return bundles.table.where(index).above('').count();
    },
  };
}
