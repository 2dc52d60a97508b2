/** The identifiers of a log that texts are searched for: handles of now and before, names, whom anybody mentions, hashtag pages. */
import type { Lines } from '../formats/tables';
import { handleForm, wordsOf } from './keyed';

export interface Known {
  readonly handles: ReadonlySet<string>;
  /** Names as lists of words, by the first of them; the longest first. */
  readonly names: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Names in scripts that part no words, by their first sign; the longest first. */
  readonly dense: ReadonlyMap<string, readonly string[]>;
  /** Ids too short to be known by their length alone. */
  readonly ids: ReadonlySet<string>;
  /** The hashtags that were looked at: what the log is about, and nobody's name. */
  readonly topics: ReadonlySet<string>;
}

/** Shorter words are too common to be replaced wherever they stand: “a”, “me”, years. After an @ they are replaced too. */
const MIN_LETTERS = 4;
export const LONG_DIGITS = 8;
const MIN_DIGITS = 5;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Reads all accounts and posts once. What it keeps grows with the number of accounts, not of posts. */
export async function knownOf(lines: Lines): Promise<Known> {
  const [handles, ids, topics] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const names = new Map<string, Set<string>>();
  const takeHandle = (handle: string | undefined) => {
    if (handle !== undefined && handle.length >= MIN_LETTERS) handles.add(handleForm(handle));
  };
  const takeId = (id: string | undefined) => {
    if (id !== undefined && id.length >= MIN_DIGITS && id.length < LONG_DIGITS) ids.add(id);
  };
  const takeName = (name: string | undefined) => {
    const words = wordsOf(name ?? '');
    const [first] = words;
    if (first === undefined || (words.length === 1 && Array.from(first).length < MIN_LETTERS && !DENSE.test(first)))
      return;
    names.set(first, (names.get(first) ?? new Set()).add(words.join(' ')));
  };
  for await (const accounts of lines.accounts()) {
    for (const { account } of accounts) {
      takeId(account.id);
      takeHandle(account.handle);
      takeName(account.name);
      for (const { handle } of account.handles) takeHandle(handle);
    }
  }
  for await (const posts of lines.posts()) {
    for (const { post } of posts) {
      for (const id of [post.id, post.authorId, post.replyTo?.accountId]) takeId(id);
      for (const mention of post.mentions) takeHandle(mention);
      for (const page of post.pages) if (page.startsWith('hashtag:')) topics.add(page.slice('hashtag:'.length));
    }
  }
  return { handles, ids, topics, ...indexed(names) };
}

const longestFirst = (a: { readonly length: number }, b: { readonly length: number }) => b.length - a.length;

function indexed(names: ReadonlyMap<string, ReadonlySet<string>>): Pick<Known, 'names' | 'dense'> {
  const dense = new Map<string, string[]>();
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const [first, all] of names) {
    byFirst.set(first, [...all].map((name) => name.split(' ')).toSorted(longestFirst));
    for (const name of all) {
      if (!DENSE.test(name)) continue;
      const compact = name.replaceAll(' ', '');
      const sign = compact.slice(0, 1);
      if (compact.length > 1) dense.set(sign, [...(dense.get(sign) ?? []), compact].toSorted(longestFirst));
    }
  }
  return { names: byFirst, dense };
}
