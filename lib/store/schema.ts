/**
 * The tables in IndexedDB, and their versions. What a capture touches together stands in one record, for each request costs a
 * tenth of a millisecond and more, whatever it carries: an account with its evidence and verdict, a response's posts, the few
 * figures of a text group apart from its words. Few and narrow indexes.
 * A new version adds a `db.version(n)` below the old ones, with an upgrade that loses nothing.
 */
import Dexie, { type Table } from 'dexie';
import type { AccountEvidence, TextRow } from '../flocks/evidence';
import type { AccountRow, Dismissal, PostRow, Tables } from '../log';
import type { Verdict } from '../model';
import type { BandPage } from './band-pages';
import type { RunsRecord } from './band-shelf';
import type { Saying } from './sayings';
import { countPeople, moveRows, moveTexts } from './upgrade';

/** All that is kept of one account. */
export interface PersonRecord {
  readonly id: string;
  readonly account?: AccountRow;
  readonly evidence?: AccountEvidence;
  readonly verdict?: Verdict;
  readonly dismissal?: Dismissal;
}

/** Accounts that came in together (`crowds.ts`). */
export interface CrowdRecord {
  readonly key: string;
  readonly people: readonly PersonRecord[];
}

/** How many accounts have each part. The only record of its table. */
export interface SumsRecord extends Readonly<Record<'account' | 'evidence' | 'verdict' | 'dismissal', number>> {
  readonly key: 'people';
}

/** Posts that were stored together. The key is that of one of them. */
export interface BundleRecord {
  readonly key: string;
  readonly posts: readonly PostRow[];
  /** Records that tell who said what in it (`sayings.ts`), in place of the index. */
  readonly saidIn?: readonly string[];
}

/** Who said what, as one unit of work of an import brought it. */
export interface SayingsRecord {
  readonly key: string;
  /** In order of their texts. */
  readonly sayings: readonly Saying[];
}

/** The words of a text, and whose it was first: written once. */
export type Wording = Pick<TextRow, 'key' | 'compact' | 'bands' | 'words' | 'first'>;
/** Texts that were stored together. The key is that of one of them. */
export interface SheetRecord {
  readonly key: string;
  readonly texts: readonly Wording[];
  /** They are found by pages of bands (`band-pages.ts`), not by an index. Only for as long as it takes to write it. */
  readonly isPaged?: true;
}
/** What changes of a text: its group, and the group's figures under the root. */
export type GroupRecord = Omit<TextRow, 'compact' | 'bands' | 'words'>;

/** How many units of work the log has seen; see `row-cache.ts`. */
export interface StampRecord {
  readonly key: string;
  readonly value: number;
}

/** Tables whose records are the log's rows. */
export type PlainName = 'sightings' | 'links' | 'flocks' | 'pages' | 'labels' | 'counters' | 'meta';

export interface Records extends Pick<Tables, PlainName> {
  people: PersonRecord;
  crowds: CrowdRecord;
  sums: SumsRecord;
  bundles: BundleRecord;
  sayings: SayingsRecord;
  sheets: SheetRecord;
  groups: GroupRecord;
  bands: BandPage;
  runs: RunsRecord;
}
export type RecordName = keyof Records;

/** Name of the key field of each table. */
export const recordKeyOf = {
  people: 'id',
  crowds: 'key',
  sums: 'key',
  bundles: 'key',
  sayings: 'key',
  sheets: 'key',
  groups: 'key',
  bands: 'key',
  runs: 'key',
  sightings: 'key',
  links: 'key',
  flocks: 'id',
  pages: 'key',
  labels: 'id',
  counters: 'key',
  meta: 'key',
} as const satisfies { [Name in RecordName]: keyof Records[Name] };

export type LogDatabase = Dexie & { readonly [Name in RecordName]: Table<unknown, string> };

/**
 * @param durability `strict`: what is acknowledged is on the disk. `relaxed`: it is with the system, which may lose the last of it
 *   with the power; for who keeps in the same transaction how far it is, and goes on from there.
 */
export function openDatabase(name = 'flockmark', durability: 'strict' | 'relaxed' = 'strict'): LogDatabase {
  const db = new Dexie(name, { chromeTransactionDurability: durability }) as LogDatabase;
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
  });
  db.version(2).stores({ meta: 'key' });
  // 2026-11: one record in place of several rows (see above).
  db.version(3)
    .stores({
      people: 'id, handleKey, [flock+id], parts',
      bundles: 'key, *ids, *said, *authors',
      wordings: 'key, *bands',
      groups: 'key, root, flock',
      stamps: 'key',
    })
    .upgrade(moveRows);
  db.version(4).stores({ accounts: null, posts: null, evidence: null, texts: null, verdicts: null, dismissals: null });
  // 2026-11: texts that came together on one sheet, and no index that nobody asks.
  db.version(5)
    .stores({
      people: 'id, handleKey, [flock+id], *marks',
      bundles: 'key, *ids, *said',
      sheets: 'key, *keys, *bands',
    })
    .upgrade(moveTexts);
  db.version(6).stores({ wordings: null });
  // 2026-11: the bands of an archive's texts.
  db.version(7).stores({ bands: 'key', runs: 'key' });
  // 2026-11: the accounts of an archive, and how many there are in place of an index that counts them.
  db.version(8)
    .stores({ people: 'id, handleKey, [flock+id]', crowds: 'key, *ids, *flocks', sums: 'key' })
    .upgrade(countPeople);
  // 2026-12: who said what in an archive's posts.
  db.version(9).stores({ sayings: 'key, *texts' });
  return db;
}
