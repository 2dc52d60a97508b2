/** Which text is it: exact copies by key, near-same ones by MinHash, grouped under one root. */

import { isMade } from '../made-ids';
import type { AccountId, Post } from '../model';
import type { Settings } from '../settings';
import { compactOf, fold } from '../text/fold';
import { hashKey } from '../text/hash';
import { bandKeys, jaccard, shingles } from '../text/near';
import { wordHashesOf } from '../text/words';
import type { Unit } from '../unit';
import { COMPARED, type TextRow } from './evidence';

/** Enough letters to tell texts apart, few enough to keep. */
const KEPT = 1500;

export interface Worded {
  readonly post: Post;
  readonly key: string;
  readonly folded: string;
  readonly compact: string;
}

/** Letters of a text; one of Chinese, Japanese or Korean writing says as much as two or three of an alphabet. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const weight = (text: string): number => text.length + (text.match(DENSE)?.length ?? 0);

/** The post's text as a key, or `undefined` where it is no text of the author's own, or too short to prove anything. */
export function worded(post: Post, settings: Settings): Worded | undefined {
  if (post.repostOf !== undefined || /^\s*RT @\w/.test(post.text)) return undefined;
  const folded = fold(post.text);
  const text = compactOf(folded).slice(0, KEPT);
  if (weight(text) < settings.copiedText.minLetters) return undefined;
  return { post, key: hashKey(isMade(post.authorId) ? `@${text}` : text), folded, compact: text };
}

/** Texts of accounts known only by a handle have bands of their own, so that they are never near those of the others. */
const bandsOf = ({ post, compact: text }: Worded): readonly number[] =>
  isMade(post.authorId) ? bandKeys(shingles(text)).map((band) => band + APART) : bandKeys(shingles(text));
/** Above all bands of the others. */
const APART = 2 ** 40;

const newRow = (text: Worded, bands: readonly number[]): TextRow => ({
  key: text.key,
  compact: text.compact,
  bands,
  words: wordHashesOf(text.folded),
  root: text.key,
  accounts: 0,
  first: text.post.authorId,
  size: 1,
});

/** Puts a row for every text not known yet, each a group by itself. @returns the new rows. */
export async function addTexts(unit: Unit, texts: readonly Worded[]): Promise<readonly TextRow[]> {
  const known = await unit.getMany(
    'texts',
    texts.map((text) => text.key),
  );
  const fresh = new Map<string, Worded>();
  for (const [i, text] of texts.entries()) if (!known[i] && !fresh.has(text.key)) fresh.set(text.key, text);
  return [...fresh.values()].map((text) => {
    const row = newRow(text, bandsOf(text));
    unit.put('texts', row);
    return row;
  });
}

/**
 * Unites new texts with the near-same ones of the log.
 * @returns the accounts whose texts now stand in another group, or in one that more than one account has posted.
 */
export async function uniteNear(
  unit: Unit,
  fresh: readonly TextRow[],
  settings: Settings,
): Promise<ReadonlySet<AccountId>> {
  const moved = new Set<AccountId>();
  if (fresh.length === 0) return moved;
  const near = await unit.log.textsNear(
    fresh.flatMap((row) => row.bands),
    COMPARED,
  );
  const byBand = new Map<number, Map<string, TextRow>>();
  for (const row of [...near, ...fresh].toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    for (const band of row.bands) {
      const rows = byBand.get(band) ?? new Map<string, TextRow>();
      if (rows.size < COMPARED) byBand.set(band, rows.set(row.key, row));
    }
  }
  /** Groups that became one here: whose texts are one already need no comparing. */
  const joined = new Map<string, string>();
  const groupOf = ({ root }: TextRow): string => {
    let group = root;
    for (let into = joined.get(group); into !== undefined; into = joined.get(group)) group = into;
    return group;
  };
  const cache = new Map<string, ReadonlySet<number>>();
  const grams = (row: TextRow) => {
    const set = cache.get(row.key) ?? shingles(row.compact);
    cache.set(row.key, set);
    return set;
  };
  for (const row of fresh) {
    const candidates = new Map(row.bands.flatMap((band) => [...(byBand.get(band) ?? [])]));
    candidates.delete(row.key);
    for (const other of candidates.values()) {
      const [own, theirs] = [groupOf(row), groupOf(other)];
      if (own === theirs || jaccard(grams(row), grams(other)) < settings.copiedText.sameText) continue;
      joined.set(theirs, own);
      for (const account of await uniteGroups(unit, row.key, other.key)) moved.add(account);
    }
  }
  return moved;
}

/** Roots of many texts in two reads; `undefined` for a text the log does not hold. */
export async function rootsOf(unit: Unit, keys: readonly string[]): Promise<readonly (TextRow | undefined)[]> {
  const rows = await unit.getMany('texts', keys);
  return unit.getMany(
    'texts',
    rows.map((row, i) => row?.root ?? keys[i]!),
  );
}

/** Has the account posted a text of this group? The first to do so is known for good, others by their posts kept. */
export async function hasRoot(unit: Unit, accountId: AccountId, root: TextRow): Promise<boolean> {
  if (root.accounts > 0 && root.first === accountId) return true;
  const evidence = await unit.get('evidence', accountId);
  const keys = evidence?.posts.flatMap((post) => post.text ?? []) ?? [];
  return (await rootsOf(unit, keys)).some((row) => row?.key === root.key);
}

/** Makes two groups one: the smaller moves, so that a text moves log n times at most. */
async function uniteGroups(unit: Unit, a: string, b: string): Promise<readonly AccountId[]> {
  const [rootA, rootB] = await rootsOf(unit, [a, b]);
  if (!rootA || !rootB || rootA.key === rootB.key) return [];
  const [large, small] = rootA.size >= rootB.size ? [rootA, rootB] : [rootB, rootA];
  await unit.flush();
  const keys = small.size === 1 ? [small.key] : await unit.log.textKeysInGroup(small.key);
  const authors = await unit.log.authorsOf(keys);
  // Its accounts come to stand beside a flock, or what they stood beside turns out to be one text.
  const poolsLarge = small.flock !== undefined && (large.flock === undefined || large.flock === small.flock);
  const joining = poolsLarge ? await unit.log.authorsOf(await unit.log.textKeysInGroup(large.key)) : [];
  let accounts = large.accounts;
  for (const author of authors) if (!(await hasRoot(unit, author, large))) accounts++;

  for (const row of await unit.getMany('texts', keys)) {
    const { flock: _left, ...rest } = row!;
    unit.put('texts', { ...rest, root: large.key });
  }
  // Where both stand in a flock, the larger's holds; the accounts returned tie the two flocks when they are looked at.
  const flock = large.flock ?? small.flock;
  unit.put('texts', { ...large, accounts, size: large.size + small.size, ...(flock === undefined ? {} : { flock }) });
  if (large.flock !== undefined && small.flock !== undefined) {
    const left = await unit.get('flocks', small.flock);
    if (left) unit.put('flocks', { ...left, texts: left.texts - 1 });
  }
  return [...authors, ...joining, ...(large.accounts === 1 ? [large.first] : [])];
}
