/**
 * The log as the pipeline needs it: shelves of rows by key and a few questions. `store/` keeps it in IndexedDB or in memory;
 * nothing else knows where.
 */
import type { AccountEvidence, FlockRow, LinkRow, PageRow, TextRow } from './flocks/evidence';
import type { Counters } from './health';
import type { Account, AccountId, Label, Post, Sighting, Verdict } from './model';

export interface Shelf<Row> {
  /** Rows in the order of the keys; `undefined` where there is none. */
  get(keys: readonly string[]): Promise<readonly (Row | undefined)[]>;
  /** Puts rows in place of those with the same key. */
  put(rows: readonly Row[]): Promise<void>;
  /** Takes rows out; keys that name none are no error. */
  remove(keys: readonly string[]): Promise<void>;
  /** The next rows after this key, in order of key as text: a whole table is read in parts. */
  scan(after: string, limit: number): Promise<readonly Row[]>;
  /** The keys of what `scan` would give, without reading the rows: who knows a table asks what is new in it, or gone. */
  keys(after: string, limit: number): Promise<readonly string[]>;
  count(): Promise<number>;
  /** Takes every row out. */
  clear(): Promise<void>;
}

/** Profile as merged so far, with what it was before. Times are those of the captures. */
export interface AccountRow extends Account {
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  readonly handleKey?: string;
  /** Earlier handles, newest last. */
  readonly handles: readonly { readonly handle: string; readonly untilMs: number }[];
  /** Counts as they changed, newest last, at most one a day. */
  readonly counts: readonly AccountCounts[];
}

export interface AccountCounts {
  readonly atMs: number;
  readonly followers?: number;
  readonly following?: number;
  readonly posts?: number;
}

export interface PostRow extends Post {
  readonly textKey?: string;
  /** Pages on which it was loaded. */
  readonly pages: readonly string[];
}

/** That somebody posted a text, and when. */
export type PostedText = Required<Pick<PostRow, 'id' | 'authorId' | 'createdAtMs' | 'textKey'>>;

/** A person said: never badge this account; or took it back. */
export interface Dismissal {
  readonly accountId: AccountId;
  readonly dismissed: boolean;
  readonly atMs: number;
}

export interface CountersRow extends Counters {
  readonly key: 'health';
}

/** What is kept once: the project's key, the accounts to be left out, an import under way. Who reads a value checks it. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

export interface Tables {
  accounts: AccountRow;
  posts: PostRow;
  sightings: Sighting;
  evidence: AccountEvidence;
  texts: TextRow;
  links: LinkRow;
  flocks: FlockRow;
  pages: PageRow;
  verdicts: Verdict;
  dismissals: Dismissal;
  labels: Label;
  counters: CountersRow;
  meta: MetaRow;
}
export type TableName = keyof Tables;

/** Name of the key field of each table. */
export const keyOf = {
  accounts: 'id',
  posts: 'id',
  sightings: 'key',
  evidence: 'id',
  texts: 'key',
  links: 'key',
  flocks: 'id',
  pages: 'key',
  verdicts: 'accountId',
  dismissals: 'accountId',
  labels: 'id',
  counters: 'key',
  meta: 'key',
} as const satisfies { [Name in TableName]: keyof Tables[Name] };

export interface Log {
  readonly shelves: { readonly [Name in TableName]: Shelf<Tables[Name]> };
  /** Texts that have a MinHash band in common with these: of each band at most so many, those of smallest key. */
  textsNear(bands: readonly number[], most: number): Promise<readonly TextRow[]>;
  /** Keys of the texts in the group of this root, the root's among them. */
  textKeysInGroup(root: string): Promise<readonly string[]>;
  /** Roots of the texts in a flock's pool. */
  textsOf(flockId: string): Promise<readonly TextRow[]>;
  /** Accounts that posted one of these texts, each once, in order of id as text. */
  authorsOf(textKeys: readonly string[]): Promise<readonly AccountId[]>;
  /** Posts that carry one of these texts, each once: who, what, when. */
  postsOf(textKeys: readonly string[]): Promise<readonly PostedText[]>;
  /** The next accounts of a flock after this id, in order of id as text. */
  membersOf(flockId: string, after: string, limit: number): Promise<readonly AccountId[]>;
  /** The next flocks after this id, in order of id. */
  flocksAfter(id: string, limit: number): Promise<readonly FlockRow[]>;
  /** Flocks whose members wait to be judged anew, in order of id: at most so many. */
  pendingFlocks(most: number): Promise<readonly FlockRow[]>;
  /** The last label of each account, by time, that was not taken back; of a coder's own, where a name is given. */
  labelsOf(accountIds: readonly AccountId[], own?: string): Promise<readonly (Label | undefined)[]>;
  accountByHandle(handles: readonly string[]): Promise<readonly (AccountRow | undefined)[]>;
  /**
   * All or nothing: what `work` put through the log it is given is on disk when this resolves, and none of it when this
   * rejects.
   * @param passing it meets each row once, as a round through all accounts does: none of them is kept at hand for the next.
   */
  atomically<T>(work: (inside: Log) => Promise<T>, passing?: boolean): Promise<T>;
  /** Puts in order what an import has only noted down: one step of it. @returns whether there was one to make */
  tidy(): Promise<boolean>;
  /**
   * Drops older states of accounts that an import has left beside those that hold, some records of them.
   * @param after the last record dealt with @returns the last one now, or none when all are
   */
  dropOlder(after: string): Promise<string | undefined>;
  /** Many reads of one moment, at the cost of one. */
  reading<T>(work: (inside: Log) => Promise<T>): Promise<T>;
}
