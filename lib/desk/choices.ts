/** What there is to filter by: the apps, languages, pages, fingerprints and labels that occur in the log, most frequent first. */
import type { Columns, Names } from './columns';
import { LIST } from './columns';
import type { Counted } from './flock-cells';
import type { Job } from './work';

export interface Choices {
  readonly clients: Counted;
  readonly langs: Counted;
  /** Keys of pages. */
  readonly pages: Counted;
  readonly hashtags: Counted;
  readonly fingerprints: Counted;
  readonly labels: Counted;
}

/** More than one can choose from in a list; the rest is found by typing. */
const MOST = 300;

const counted = (counts: Iterable<readonly [string, number]>): Counted => {
  const sums = new Map<string, number>();
  for (const [word, times] of counts) if (word !== '' && times > 0) sums.set(word, (sums.get(word) ?? 0) + times);
  return [...sums].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST);
};

/** How often each code occurs in a column, by words; lists count for each word in them. */
function times({ words }: Names, column: readonly number[], gone?: ReadonlySet<number>): Counted {
  const counts = new Uint32Array(words.length);
  for (let row = 0; row < column.length; row++) {
    if (gone?.has(row)) continue;
    counts[column[row]!] = counts[column[row]!]! + 1;
  }
  return counted(words.flatMap((list, code) => list.split(LIST).map((word) => [word, counts[code]!] as const)));
}

export function choicesOf({ posts, accounts, names, lastLabels }: Columns): Choices {
  return {
    clients: times(names.clients, posts.clients, posts.gone),
    langs: times(names.langs, posts.langs, posts.gone),
    pages: times(names.pages, posts.pages, posts.gone),
    hashtags: times(names.hashtags, posts.hashtags, posts.gone),
    fingerprints: times(names.fingerprints, accounts.fingerprints),
    labels: counted([...lastLabels.values()].map(({ value }) => [value, 1] as const)),
  };
}

export const askChoices =
  (columns: Columns): Job<undefined, Choices> =>
  async () =>
    choicesOf(columns);
