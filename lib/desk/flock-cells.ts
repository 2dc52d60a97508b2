/** A flock as the table shows it: from the columns what can be counted, from the log a few of its texts. */
import type { FlockRow } from '../flocks/evidence';
import type { Log } from '../log';
import type { Level } from '../model';
import { type Columns, LEVELS } from './columns';
import { levelRank } from './fitting-rows';

/** Names with how often, most first. */
export type Counted = readonly (readonly [name: string, times: number])[];

export interface FlockCells {
  readonly id: string;
  readonly accounts: number;
  readonly posts: number;
  readonly texts: number;
  /** Its accounts by level. */
  readonly levels: Readonly<Record<Level, number>>;
  readonly labelled: number;
  readonly clients: Counted;
  /** Of its accounts' posts. */
  readonly firstMs?: number;
  readonly lastMs?: number;
  /** The text that most of its accounts posted. */
  readonly example?: string;
}

const CLIENTS = 4;
const SAMPLE_TEXT = 280;

const mostFirst = (counts: ReadonlyMap<string, number>, most: number): Counted =>
  [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);

/** Counts for all flocks in one pass over the columns. */
export function countFlocks(columns: Columns): ReadonlyMap<string, Omit<FlockCells, 'example'>> {
  const { posts, accounts, names, flocks, lastLabels } = columns;
  const tallies = names.flocks.words.map(() => ({
    levels: LEVELS.map(() => 0),
    labelled: 0,
    clients: new Map<string, number>(),
    firstMs: Number.POSITIVE_INFINITY,
    lastMs: Number.NEGATIVE_INFINITY,
  }));
  for (let row = 0; row < accounts.ids.length; row++) {
    const tally = tallies[accounts.flocks[row]!]!;
    const level = levelRank(columns, row);
    tally.levels[level] = tally.levels[level]! + 1;
    if (lastLabels.has(accounts.ids[row]!)) tally.labelled++;
  }
  for (let row = 0; row < posts.ids.length; row++) {
    const code = accounts.flocks[posts.authors[row]!]!;
    if (code === 0 || posts.gone.has(row)) continue;
    const tally = tallies[code]!;
    const [atMs, client] = [posts.times[row]!, names.clients.words[posts.clients[row]!]!];
    tally.firstMs = Math.min(tally.firstMs, atMs);
    tally.lastMs = Math.max(tally.lastMs, atMs);
    if (client !== '') tally.clients.set(client, (tally.clients.get(client) ?? 0) + 1);
  }
  const cells = [...flocks.values()].map((flock: FlockRow) => {
    const tally = tallies[names.flocks.codes.get(flock.id) ?? 0]!;
    return {
      id: flock.id,
      accounts: flock.accounts,
      posts: flock.posts,
      texts: flock.texts,
      levels: Object.fromEntries(LEVELS.map((level, i) => [level, tally.levels[i]!])) as Record<Level, number>,
      labelled: tally.labelled,
      clients: mostFirst(tally.clients, CLIENTS),
      ...(tally.lastMs >= tally.firstMs ? { firstMs: tally.firstMs, lastMs: tally.lastMs } : {}),
    };
  });
  return new Map(cells.map((one) => [one.id, one]));
}

export interface FlockText {
  /** Key of the group of near-same texts. */
  readonly root: string;
  readonly accounts: number;
  /** Distinct texts in the group. */
  readonly variants: number;
  /** As one of the posts has it. */
  readonly text: string;
}

/** A flock's texts, those of most accounts first. */
export async function flockTexts(log: Log, flockId: string, most: number): Promise<readonly FlockText[]> {
  const roots = (await log.textsOf(flockId))
    .toSorted((a, b) => b.accounts - a.accounts || (a.key < b.key ? -1 : 1))
    .slice(0, most);
  return Promise.all(
    roots.map(async ({ key, accounts, size, compact }) => {
      const [first] = await log.postsOf([key]);
      const [post] = first ? await log.shelves.posts.get([first.id]) : [];
      return { root: key, accounts, variants: size, text: (post?.text ?? compact).slice(0, SAMPLE_TEXT) };
    }),
  );
}
