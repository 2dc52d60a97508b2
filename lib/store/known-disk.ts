/**
 * What an import keeps in mind of the disk: which keys it may hold, and what its indexes would answer. While an archive comes in, most of
 * what is asked for is not there yet, and each such question costs as much as an answer (40,000 of them for 10,000 posts, measured); and
 * whoever asks the disk waits until the chunk before is written. Kept for one import. It holds only while nobody else writes; after that the
 * disk is asked again.
 */
import type { Transaction } from 'dexie';
import { type KeyNumbers, keyNumbers } from './key-numbers';
import { type KnownGroups, knownGroups } from './known-groups';
import { type KnownMembers, knownMembers } from './known-members';
import { type KnownTexts, knownTexts } from './known-texts';
import { packingOf } from './packing';
import type { BundleRecord, CrowdRecord, GroupRecord, PersonRecord, RecordName, SheetRecord } from './schema';

export interface KnownDisk {
  /** `false` is sure, as far as the table is among the known. */
  mayHold(name: RecordName, key: string): boolean;
  /** In which bundle a post stands, if it is there. */
  bundleOf(id: string): string | undefined;
  /** In which crowd an account stands that has no record alone. */
  crowdOf(id: string): string | undefined;
  readonly texts: KnownTexts;
  readonly members: KnownMembers;
  readonly groups: KnownGroups;
  /** Told of every record that is put; of `undefined` where some go. */
  note(name: RecordName, key: string, row: unknown): void;
  /** `false` once rows went of which the indexes tell: the disk must be asked. An import takes out none. */
  isTrue(): boolean;
}

/** In a log of more bundles of posts the disk is asked: reading it all would take longer than an import is worth, and much memory. */
const MOST_BUNDLES = 4000;

type Named = 'people' | 'links' | 'sightings';
const isNamed = (name: RecordName): name is Named => name === 'people' || name === 'links' || name === 'sightings';

const ASKED: ReadonlySet<RecordName> = new Set(['people', 'crowds', 'groups', 'sheets', 'bundles']);
/** In place of the crowd of an account that has a record alone: that one holds. */
const ALONE = '';

/** @param size bundles that there are. @returns `undefined` where the log is too large for it */
export async function readKnownDisk(tx: Transaction, size: number): Promise<KnownDisk | undefined> {
  if (size > MOST_BUNDLES) return undefined;
  const keys: Readonly<Record<Named | 'posts', KeyNumbers>> = {
    people: keyNumbers(),
    links: keyNumbers(),
    sightings: keyNumbers(),
    posts: keyNumbers(),
  };
  const [texts, groups, members] = [knownTexts(), knownGroups(), knownMembers()];
  /** By the number of a post. */
  const bundles: string[] = [];
  /** By the number of an account. */
  const crowds: string[] = [];
  let isTrue = true;
  function note(name: RecordName, key: string, row: unknown): void {
    if (row === undefined) isTrue &&= !ASKED.has(name);
    else noteRow(name, key, row);
  }
  function noteRow(name: RecordName, key: string, row: unknown): void {
    if (isNamed(name)) keys[name].add(key);
    if (name === 'people') noteAlone(key, row as PersonRecord);
    if (name === 'crowds') for (const one of (row as CrowdRecord).people) noteMember(one, key);
    if (name === 'groups') groups.note(row as GroupRecord);
    if (name === 'sheets') for (const text of (row as SheetRecord).texts) texts.note(text, key);
    if (name !== 'bundles') return;
    for (const post of (row as BundleRecord).posts) {
      bundles[keys.posts.add(post.id)] = key;
      if (post.textKey !== undefined) texts.noteAuthor(post.textKey, post.authorId);
    }
  }
  function noteAlone(id: string, { evidence }: Pick<PersonRecord, 'evidence'>): void {
    crowds[keys.people.add(id)] = ALONE;
    members.note(id, evidence?.flock);
  }
  function noteMember({ id, evidence }: Pick<PersonRecord, 'id' | 'evidence'>, crowd: string): void {
    const number = keys.people.add(id);
    const before = crowds[number];
    if (before === ALONE) return;
    // Somebody goes, and an older crowd is written anew: an import does no such thing.
    if (before !== undefined && before < crowd) isTrue = false;
    crowds[number] = crowd;
    members.note(id, evidence?.flock);
  }
  for (const name of ['links', 'sightings'] as const) {
    for (const key of await tx.table(name).toCollection().primaryKeys()) keys[name].add(String(key));
  }
  for (const id of await tx.table('people').toCollection().primaryKeys()) noteAlone(String(id), {});
  await tx
    .table('people')
    .orderBy('[flock+id]')
    .eachKey((entry) => {
      const [flockId, id] = entry as unknown as [string, string];
      members.note(id, flockId);
    });
  await tx
    .table('crowds')
    .orderBy('ids')
    .eachKey((id, { primaryKey }) => {
      // Of the crowds of one account the newest comes first.
      if (!keys.people.has(String(id))) noteMember({ id: String(id) }, primaryKey);
    });
  await tx
    .table('crowds')
    .orderBy('flocks')
    .eachKey((entry, { primaryKey }) => {
      const [flockId, id] = String(entry).split(' ') as [string, string];
      if (crowds[keys.people.of(id)] === primaryKey) members.note(id, flockId);
    });
  for (const name of ['groups', 'sheets', 'bundles'] as const) {
    const { unpack } = packingOf(name);
    await tx.table(name).each((stored, { primaryKey }) => noteRow(name, primaryKey, unpack(stored)));
  }
  return {
    mayHold: (name, key) => (name === 'groups' ? groups.has(key) : !isNamed(name) || keys[name].has(key)),
    bundleOf: (id) => bundles[keys.posts.of(id)],
    crowdOf: (id) => crowds[keys.people.of(id)] || undefined,
    texts,
    members,
    groups,
    note,
    isTrue: () => isTrue,
  };
}
