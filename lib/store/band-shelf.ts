/** The pages of bands (`band-pages.ts`): which runs there are, and what is asked of them. Texts have theirs, and accounts. */
import {
  type Banded,
  type BandPage,
  type BandRun,
  entriesOf,
  firstPages,
  LATELY,
  MOST_KEYS,
  merged,
  pageOfBand,
  pagesBeside,
  pagesOf,
  runOf,
  textsWith,
  without,
} from './band-pages';
import type { Rows } from './rows';

/** Whose pages they are. */
export type BandsOf = 'bands' | 'handles';
export interface RunsRecord {
  readonly key: BandsOf;
  readonly runs: readonly BandRun[];
  /** Number of the next. */
  readonly next: number;
  /** A run that is being made of others, as far as to this page. */
  readonly making?: { readonly run: BandRun; readonly of: readonly BandRun[]; readonly done: number };
}

export interface BandShelf {
  /** Keys on pages that have one of these bands. */
  keysWith(bands: readonly number[]): Promise<readonly string[]>;
  /** Reads what must be known before any are added. */
  ready(): Promise<void>;
  /** Notes these on a page of their own. */
  add(all: readonly Banded[]): void;
  /** @param all with the bands by which they are not to be found any more */
  remove(all: readonly Banded[]): Promise<void>;
  clear(): Promise<void>;
  /** A step of making few runs of many. @returns whether there was one to make */
  tidy(): Promise<boolean>;
}

/** Pages made in a step. */
const STEP = 200;
/** A run that is so many times larger than what comes in is left as it is: else each import would write all of them again. */
const LEFT_ALONE = 4;

const plusEntries = (sum: number, run: BandRun): number => sum + entriesOf(run);

export function openBandShelf(rows: Rows<BandPage>, records: Rows<RunsRecord>, whose: BandsOf): BandShelf {
  const none: RunsRecord = { key: whose, runs: [], next: 0 };
  const recordNow = async () => (await records.get([whose]))[0] ?? none;
  const nameOf = ({ next }: RunsRecord) => (whose === 'bands' ? String(next) : `${whose}.${next}`);
  const found = async (keys: Iterable<string>) =>
    (await rows.get([...new Set(keys)])).filter((page) => page !== undefined);

  /** Which runs are to become one: all that came in lately, and those not much larger. */
  async function begin(record: RunsRecord): Promise<boolean> {
    const { runs, next } = record;
    const lately = runs.filter((run) => run.pages <= LATELY);
    if (lately.length < 2) return false;
    const name = nameOf(record);
    const { pages: many } = runOf(name, lately.reduce(plusEntries, 0));
    const near = runs.filter((run) => run.pages > LATELY && run.pages <= many * LEFT_ALONE);
    const of = [...lately, ...near];
    records.put(whose, {
      key: whose,
      runs,
      next: next + 1,
      making: { run: runOf(name, of.reduce(plusEntries, 0)), of, done: 0 },
    });
    return true;
  }

  return {
    async keysWith(bands) {
      const { runs } = await recordNow();
      const asked = new Map<string, number[]>();
      for (const run of runs) {
        for (const band of bands) {
          const key = pageOfBand(run, band);
          asked.set(key, [...(asked.get(key) ?? []), band]);
        }
      }
      const keys = new Set<string>();
      for (const page of await found(asked.keys())) {
        for (const band of asked.get(page.key)!) for (const key of textsWith(page, band)) keys.add(key);
      }
      return [...keys];
    },
    async ready() {
      await records.get([whose]);
    },
    add(all) {
      for (let at = 0; at < all.length; at += MOST_KEYS) {
        const record = records.now(whose) ?? none;
        const pages = firstPages(nameOf(record), all.slice(at, at + MOST_KEYS));
        for (const page of pages) rows.put(page.key, page);
        const entries = pages.reduce((sum, { bands }) => sum + bands.length, 0);
        const run = { name: nameOf(record), pages: pages.length, entries };
        records.put(whose, { ...record, runs: [...record.runs, run], next: record.next + 1 });
      }
    },
    async remove(all) {
      const { runs, making } = await recordNow();
      const others = making ? [...runs, making.run] : runs;
      const keys = others.flatMap((run) => all.flatMap(({ bands }) => bands.map((band) => pageOfBand(run, band))));
      const gone = new Map<string, Set<number>>();
      for (const { key, bands } of all) gone.set(key, new Set([...(gone.get(key) ?? []), ...bands]));
      for (const page of await found(keys)) {
        const left = without(page, gone);
        if (left !== page) rows.put(page.key, left);
      }
    },
    async clear() {
      const { runs, making } = await recordNow();
      rows.remove([...runs, ...(making ? [making.run] : [])].flatMap(pagesOf));
      records.remove([whose]);
    },
    async tidy() {
      const record = await recordNow();
      if (!record.making) return begin(record);
      const { run, of, done } = record.making;
      const end = Math.min(run.pages, done + STEP);
      const from = await found(of.flatMap((one) => pagesBeside(one, run, done, end)));
      for (const page of merged(run, from, done, end)) rows.put(page.key, page);
      if (end < run.pages) {
        records.put(whose, { ...record, making: { run, of, done: end } });
        return true;
      }
      const { making: _made, ...rest } = record;
      const names = new Set(of.map(({ name }) => name));
      records.put(whose, { ...rest, runs: [...record.runs.filter(({ name }) => !names.has(name)), run] });
      rows.remove(of.flatMap(pagesOf));
      return true;
    },
  };
}
