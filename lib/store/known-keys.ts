/**
 * Which keys the disk may hold, in memory: while an archive comes in, most of what is asked for is not there yet, and each such question costs
 * as much as an answer (40,000 of them for 10,000 posts, measured; three quarters of the time). Kept for one import. It holds only while
 * nobody else writes; after that the disk is asked again.
 */
import type { Table } from 'dexie';
import { type KeySet, keySet } from './key-set';
import { packingOf } from './packing';
import type { BundleRecord, LogDatabase, RecordName, SheetRecord } from './schema';

export interface KnownKeys {
  /** `false` is sure, as far as the table is among the known. */
  mayHold(name: RecordName, key: string): boolean;
  mayHoldPost(id: string): boolean;
  mayHoldText(key: string): boolean;
  mayHoldBand(band: number): boolean;
  /** Told of every record that is put. */
  note(name: RecordName, key: string, row: unknown): void;
}

/** In a log of more bundles of posts the disk is asked: reading all keys would take longer than an import is worth, and much memory. */
const MOST_BUNDLES = 4000;

type Named = 'people' | 'groups' | 'links' | 'sightings';
const isNamed = (name: RecordName): name is Named =>
  name === 'people' || name === 'groups' || name === 'links' || name === 'sightings';

/** @param bundles how many there are. @returns `undefined` where the log is too large for it */
export async function readKnownKeys(db: LogDatabase, bundles: number): Promise<KnownKeys | undefined> {
  if (bundles > MOST_BUNDLES) return undefined;
  const sets: Readonly<Record<Named | 'ids' | 'texts', KeySet>> = {
    people: keySet(),
    groups: keySet(),
    links: keySet(),
    sightings: keySet(),
    ids: keySet(),
    texts: keySet(),
  };
  const bands = keySet();
  function note(name: RecordName, key: string, row: unknown): void {
    if (isNamed(name)) sets[name].add(key);
    if (name === 'bundles') for (const { id } of (row as BundleRecord).posts) sets.ids.add(id);
    if (name !== 'sheets') return;
    for (const text of (row as SheetRecord).texts) {
      sets.texts.add(text.key);
      for (const band of text.bands) bands.add(band);
    }
  }
  for (const name of ['people', 'groups', 'links', 'sightings'] as const) {
    for (const key of await db[name].toCollection().primaryKeys()) sets[name].add(key);
  }
  for (const name of ['sheets', 'bundles'] as const) {
    const { unpack } = packingOf(name);
    const table = db[name] as Table<unknown, string>;
    await table.each((stored, { primaryKey }) => note(name, primaryKey, unpack(stored)));
  }
  return {
    mayHold: (name, key) => !isNamed(name) || sets[name].has(key),
    mayHoldPost: (id) => sets.ids.has(id),
    mayHoldText: (key) => sets.texts.has(key),
    mayHoldBand: (band) => bands.has(band),
    note,
  };
}
