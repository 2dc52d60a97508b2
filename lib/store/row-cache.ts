/**
 * Records as they stand on disk, kept from one unit of work to the next: what scrolls by is mostly accounts and texts that were
 * there a moment ago. Other connections (the log page's) write too, so the disk bears a stamp that goes up with every unit of
 * work; the cache holds only while its own stamp is that of the disk. A killed worker loses nothing but time.
 */
import type { AddedName } from './added';
import { type RecordName, type Records, recordKeyOf } from './schema';

/** Records held of a table: a few screens of accounts and texts, not the log. */
const HELD: Partial<Record<RecordName, number>> = {
  people: 1500,
  sheets: 400,
  groups: 4000,
  links: 2000,
  bands: 600,
  sayings: 64,
  runs: 2,
  sums: 1,
  pages: 8,
  flocks: 64,
  counters: 1,
  meta: 16,
};

/** Tables of which a round through all accounts meets every record once, beside the accounts: they would push out what the screen needs next. */
export const PASSING: ReadonlySet<RecordName> = new Set(['sheets', 'groups', 'links', 'bands']);

/** Texts of which it is known on which sheet they stand, and posts in which bundle. */
const TEXT_PLACES = 8000;
const POST_PLACES = 2000;

/** The records used last; `undefined` is knowing that there is none. */
export class LastUsed<Value> {
  readonly #held = new Map<string, Value>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  has(key: string): boolean {
    return this.#held.has(key);
  }
  use(key: string): Value | undefined {
    const value = this.#held.get(key);
    if (this.#held.delete(key)) this.#held.set(key, value as Value);
    return value;
  }
  hold(key: string, value: Value): void {
    this.#held.delete(key);
    this.#held.set(key, value);
    if (this.#held.size > this.#most) this.#held.delete(this.#held.keys().next().value as string);
  }
  drop(key: string): void {
    this.#held.delete(key);
  }
  clear(): void {
    this.#held.clear();
  }
}

/** Of no disk. */
export const NO_STAMP = -1;

export type HeldOf = { readonly [Name in RecordName]?: LastUsed<Records[Name] | undefined> };

export interface RowCache {
  readonly held: HeldOf;
  /** On which sheet a text stands, and in which bundle a post. */
  readonly textPlaces: LastUsed<string>;
  readonly postPlaces: LastUsed<string>;
  /** Whether an import has left any of these, where that is known. */
  readonly areAny: Map<AddedName, boolean>;
  /** That of the disk when what is held was true of it. */
  stamp: number;
  clear(): void;
}

/** In an import chunks are larger than screens; groups are met again from page to page, pages of bands are written and not asked. */
const HELD_IN_IMPORT: typeof HELD = {
  ...HELD,
  people: 2500,
  bundles: 50,
  sheets: 200,
  groups: 8000,
  bands: 8,
  sayings: 1,
  flocks: 24,
};

export function openRowCache(isImport = false): RowCache {
  const most = isImport ? HELD_IN_IMPORT : HELD;
  const names = Object.keys(recordKeyOf) as RecordName[];
  const held = Object.fromEntries(
    names.flatMap((name) => (most[name] === undefined ? [] : [[name, new LastUsed(most[name])]])),
  ) as HeldOf;
  const textPlaces = new LastUsed<string>(TEXT_PLACES);
  const postPlaces = new LastUsed<string>(POST_PLACES);
  return {
    held,
    textPlaces,
    postPlaces,
    areAny: new Map(),
    stamp: NO_STAMP,
    clear() {
      this.areAny.clear();
      textPlaces.clear();
      postPlaces.clear();
      for (const one of Object.values(held)) one.clear();
    },
  };
}
