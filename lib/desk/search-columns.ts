/** Full-text search over the columns: each distinct text is looked at once, however many posts carry it. */
import { searchTerms } from '../text/search';
import type { Columns } from './columns';

/** Whether a row fits; `undefined`: every row does. */
export type Fits = ((row: number) => boolean) | undefined;

const marks = (texts: readonly string[], term: string): Uint8Array => {
  const found = new Uint8Array(texts.length);
  for (let i = 0; i < texts.length; i++) if (texts[i]!.includes(term)) found[i] = 1;
  return found;
};

function fitting(query: string | undefined, hasTerm: (term: string) => (row: number) => boolean): Fits {
  if (query === undefined) return undefined;
  const terms = searchTerms(query);
  const [all, none] = [terms.with.map(hasTerm), terms.without.map(hasTerm)];
  if (all.length + none.length === 0) return undefined;
  return (row) => all.every((has) => has(row)) && !none.some((has) => has(row));
}

/** Posts by their text, links, ids, and the handle of their author. */
export const searchPosts = ({ posts, accounts, names }: Columns, query: string | undefined): Fits =>
  fitting(query, (term) => {
    const texts = marks(names.texts.words, term);
    const authors = marks(accounts.searchHandles, term);
    const author = accounts.rowOf.get(term) ?? -1;
    const post = posts.rowOf.get(term) ?? -1;
    return (row) =>
      texts[posts.texts[row]!] === 1 ||
      authors[posts.authors[row]!] === 1 ||
      posts.authors[row] === author ||
      row === post;
  });

/** Accounts by what their profile says, their id, and the note of their label. */
export const searchAccounts = ({ accounts, noteWords }: Columns, query: string | undefined): Fits =>
  fitting(query, (term) => {
    const texts = marks(accounts.texts, term);
    const account = accounts.rowOf.get(term) ?? -1;
    return (row) => texts[row] === 1 || row === account || noteWords.get(accounts.ids[row]!)?.includes(term) === true;
  });
