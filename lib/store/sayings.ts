/**
 * Who posted which text, of posts that an import has brought: a few records for each unit of work, found by their texts. An archive's texts are
 * posted by many, and the index of bundles has an entry for each author of each: the browser spent a tenth of an import on these.
 */
import type { AccountId } from '../model';
import { openAdded } from './added';
import type { Change } from './bundled';
import type { RowCache } from './row-cache';
import type { Rows } from './rows';
import type { BundleRecord, SayingsRecord } from './schema';

/** Somebody has posted this text, and that post stands in this bundle. */
export interface Saying {
  readonly textKey: string;
  readonly authorId: AccountId;
  readonly bundle: string;
}

/** Texts of a record at most: whoever asks for one reads all of them. */
const TEXTS = 64;
/** How many keys of records are asked for at most: all. */
const ALL = 2 ** 32 - 1;

export interface Sayings {
  /** Of these texts. */
  of(textKeys: readonly string[]): Promise<readonly Saying[]>;
  /** @returns these bundles as they are to be written: the index says nothing of their texts */
  add(bundles: readonly BundleRecord[]): readonly BundleRecord[];
  /** @returns what is to be written of bundles that change: where another said something else, the index tells from then on */
  rewritten(changes: readonly Change<BundleRecord>[]): Promise<readonly (BundleRecord | undefined)[]>;
  clear(): Promise<void>;
  publish(): void;
}

/** What these bundles say, each once, in order of its text. */
function sayingsOf(bundles: readonly BundleRecord[]): readonly Saying[] {
  const sayings = new Map<string, Saying>();
  for (const { key: bundle, posts } of bundles) {
    for (const { textKey, authorId } of posts)
      if (textKey !== undefined) sayings.set(`${textKey} ${authorId} ${bundle}`, { textKey, authorId, bundle });
  }
  return [...sayings].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, saying]) => saying);
}

/** In parts of so many texts. */
function partsOf(sayings: readonly Saying[]): readonly (readonly Saying[])[] {
  const parts: Saying[][] = [];
  let texts = TEXTS;
  for (const [i, saying] of sayings.entries()) {
    if (saying.textKey !== sayings[i - 1]?.textKey) texts++;
    if (texts > TEXTS) {
      parts.push([]);
      texts = 1;
    }
    parts.at(-1)!.push(saying);
  }
  return parts;
}

/** Mostly it was only seen on another page. */
const saysTheSame = ({ before, after }: Change<BundleRecord>): boolean =>
  after?.key === before.key &&
  after.posts.length === before.posts.length &&
  after.posts.every((post, i) => {
    const { textKey, authorId } = before.posts[i]!;
    return post.textKey === textKey && post.authorId === authorId;
  });

/** @param cache what is held from one unit of work to the next, while it is true of the disk */
export function openSayings(rows: Rows<SayingsRecord>, cache: () => RowCache | undefined): Sayings {
  const { any, nextKey, publish } = openAdded(rows, 'sayings', cache);
  /** Nothing is told of these bundles any more. */
  async function forget(bundles: readonly BundleRecord[]): Promise<void> {
    const gone = new Set(bundles.map(({ key }) => key));
    const holders = [...new Set(bundles.flatMap(({ saidIn }) => saidIn ?? []))];
    for (const record of await rows.get(holders)) {
      if (!record) continue;
      const sayings = record.sayings.filter(({ bundle }) => !gone.has(bundle));
      if (sayings.length === 0) rows.remove([record.key]);
      else if (sayings.length < record.sayings.length) rows.put(record.key, { key: record.key, sayings });
    }
  }
  return {
    async of(textKeys) {
      if (textKeys.length === 0 || !(await any())) return [];
      rows.flush();
      const ranges = textKeys.map((key) => IDBKeyRange.only(key));
      const keys = new Set((await rows.allKeysOf('texts', ranges, ALL)).flat());
      const wanted = new Set(textKeys);
      const found = await rows.get([...keys]);
      return found.flatMap((record) => record?.sayings.filter(({ textKey }) => wanted.has(textKey)) ?? []);
    },
    add(bundles) {
      const saidIn = partsOf(sayingsOf(bundles)).map((sayings) => {
        const key = nextKey();
        rows.put(key, { key, sayings });
        return key;
      });
      return bundles.map((bundle) => ({ ...bundle, saidIn }));
    },
    async rewritten(changes) {
      // Who scrolls changes bundles that no import has brought, too.
      const stays = changes.map((change) => change.before.saidIn !== undefined && saysTheSame(change));
      await forget(changes.filter((_, i) => !stays[i]).map(({ before }) => before));
      return changes.map(({ before, after }, i) =>
        after && stays[i] && before.saidIn ? { ...after, saidIn: before.saidIn } : after,
      );
    },
    clear: () => rows.clear(),
    publish,
  };
}
