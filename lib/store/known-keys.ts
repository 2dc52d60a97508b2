/**
 * Which keys the disk may hold, in memory: while an archive comes in, most of what is asked for is not there yet, and each such question costs
 * as much as an answer (40,000 of them for 10,000 posts, measured; three quarters of the time). Kept for one import. It holds only while
 * nobody else writes; after that the disk is asked again.
 */
import type { Table } from 'dexie';
import { type KeySet, keySet } from './key-set';
import { packingOf } from './packing';
import type { BundleRecord, LogDatabase, RecordName, WordingRecord } from './schema';

export interface KnownKeys {
  /** `false` is sure, as far as the table is among the known. */
  mayHold(name: RecordName, key: string): boolean;
  mayHoldPost(id: string): boolean;
  mayHoldBand(band: number): boolean;
  /** Told of every record that is put. */
  note(name: RecordName, key: string, row: unknown): void;
}

/** Posts of a log whose keys are read at the beginning; in a larger one the disk is asked. */
const MOST_BUNDLES = 600;

type Named = 'people' | 'wordings' | 'groups' | 'links' | 'sightings';
const isNamed = (name: RecordName): name is Named =>
  name === 'people' || name === 'wordings' || name === 'groups' || name === 'links' || name === 'sightings';

/** @returns `undefined` where the log is too large for it */
export async function readKnownKeys(db: LogDatabase): Promise<KnownKeys | undefined> {
  if ((await db.bundles.count()) > MOST_BUNDLES) return undefined;
  const sets: Readonly<Record<Named | 'ids', KeySet>> = {
    people: keySet(),
    wordings: keySet(),
    groups: keySet(),
    links: keySet(),
    sightings: keySet(),
    ids: keySet(),
  };
  const bands = keySet();
  function note(name: RecordName, key: string, row: unknown): void {
    if (isNamed(name)) sets[name].add(key);
    if (name === 'wordings') for (const band of (row as WordingRecord).bands) bands.add(band);
    if (name === 'bundles') for (const id of (row as BundleRecord).ids) sets.ids.add(id);
  }
  for (const name of ['people', 'groups', 'links', 'sightings'] as const) {
    for (const key of await db[name].toCollection().primaryKeys()) sets[name].add(key);
  }
  for (const name of ['wordings', 'bundles'] as const) {
    const { unpack } = packingOf(name);
    const table = db[name] as Table<unknown, string>;
    await table.each((stored, { primaryKey }) => note(name, primaryKey, unpack(stored)));
  }
  return {
    mayHold: (name, key) => !isNamed(name) || sets[name].has(key),
    mayHoldPost: (id) => sets.ids.has(id),
    mayHoldBand: (band) => bands.has(band),
    note,
  };
}
