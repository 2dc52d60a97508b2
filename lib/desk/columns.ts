/**
 * The log as narrow columns: what the tables filter and sort by, a few numbers a row. 200,000 posts stand in memory so, while
 * their rows stay on disk until a table shows them. Equal words are held once and stand for a number.
 */
import type { FlockRow } from '../flocks/evidence';
import type { Label } from '../model';

/** Distinct words by number. 0 is '': unknown. */
export interface Names {
  readonly words: string[];
  readonly codes: Map<string, number>;
}

export const openNames = (): Names => ({ words: [''], codes: new Map([['', 0]]) });

export function codeOf({ words, codes }: Names, word: string | undefined): number {
  const known = codes.get(word ?? '');
  if (known !== undefined) return known;
  const code = words.push(word!) - 1;
  codes.set(word!, code);
  return code;
}

/** A set of words as one word; two spellings of one set do not matter here. */
export const LIST = '\n';

/** One entry a post, by row. Codes are of the names beside. */
export interface PostColumns {
  readonly ids: string[];
  readonly rowOf: Map<string, number>;
  /** Row of the author among the accounts. */
  readonly authors: number[];
  readonly times: number[];
  readonly clients: number[];
  readonly langs: number[];
  /** Folded hashtags, and keys of pages: lists. */
  readonly hashtags: number[];
  readonly pages: number[];
  /** The text as it is searched; copies share one. */
  readonly texts: number[];
  /** Rows that are no longer in the log. */
  readonly gone: Set<number>;
}

/** Rank of a level in a column: 0 strong, 1 weak, 2 none; `NOT_JUDGED` where no verdict is kept. */
export const LEVELS = ['strong', 'weak', 'none', 'not-enough-seen'] as const;
export const NOT_JUDGED = -1;

/** One entry an account, by row. Numbers that are unknown are NaN. */
export interface AccountColumns {
  readonly ids: string[];
  readonly rowOf: Map<string, number>;
  /** Whether the account itself has been read: an author can be met before. */
  readonly known: boolean[];
  /** Folded, with the spaces that make words of it; '' where unknown. */
  readonly searchHandles: string[];
  readonly names: string[];
  /** As it is searched. */
  readonly texts: string[];
  readonly verdicts: number[];
  /** Code of the flock in which it stands. */
  readonly flocks: number[];
  readonly fingerprints: number[];
  readonly created: number[];
  readonly followers: number[];
  readonly following: number[];
  readonly counts: number[];
  readonly firstSeen: number[];
  readonly lastSeen: number[];
  /** Posts of it in the log. */
  readonly seen: number[];
}

export interface Columns {
  readonly posts: PostColumns;
  readonly accounts: AccountColumns;
  readonly names: {
    readonly clients: Names;
    readonly langs: Names;
    readonly hashtags: Names;
    readonly pages: Names;
    readonly texts: Names;
    readonly flocks: Names;
    readonly fingerprints: Names;
  };
  /** All labels, oldest first; and the last of each account that was not taken back. */
  labels: readonly Label[];
  lastLabels: ReadonlyMap<string, Label>;
  /** The notes of those, as they are searched. */
  noteWords: ReadonlyMap<string, string>;
  /** Flocks that were not merged into others, by id. */
  flocks: ReadonlyMap<string, FlockRow>;
  /** Goes up with every change. */
  version: number;
}

export const openColumns = (): Columns => ({
  posts: {
    ids: [],
    rowOf: new Map(),
    authors: [],
    times: [],
    clients: [],
    langs: [],
    hashtags: [],
    pages: [],
    texts: [],
    gone: new Set(),
  },
  accounts: {
    ids: [],
    rowOf: new Map(),
    known: [],
    searchHandles: [],
    names: [],
    texts: [],
    verdicts: [],
    flocks: [],
    fingerprints: [],
    created: [],
    followers: [],
    following: [],
    counts: [],
    firstSeen: [],
    lastSeen: [],
    seen: [],
  },
  names: {
    clients: openNames(),
    langs: openNames(),
    hashtags: openNames(),
    pages: openNames(),
    texts: openNames(),
    flocks: openNames(),
    fingerprints: openNames(),
  },
  labels: [],
  lastLabels: new Map(),
  noteWords: new Map(),
  flocks: new Map(),
  version: 0,
});
