/** The pages of bands (`band-pages.ts`): which runs there are, and what is asked of them. */
import {
  type BandPage,
  type BandRun,
  firstPage,
  merged,
  pageOfBand,
  pagesBeside,
  pagesOf,
  runOf,
  textsWith,
  withoutTexts,
} from './band-pages';
import type { Rows } from './rows';
import type { Wording } from './schema';

/** The only record of its table. */
export interface RunsRecord {
  readonly key: 'bands';
  readonly runs: readonly BandRun[];
  /** Number of the next. */
  readonly next: number;
  /** A run that is being made of others, as far as to this page. */
  readonly making?: { readonly run: BandRun; readonly of: readonly BandRun[]; readonly done: number };
}

export interface BandShelf {
  /** Keys of texts that have one of these bands, and stand on pages. */
  textsWith(bands: readonly number[]): Promise<readonly string[]>;
  /** Notes the bands of new texts on a page of their own. */
  add(texts: readonly Wording[]): Promise<void>;
  remove(texts: readonly Wording[]): Promise<void>;
  clear(): Promise<void>;
  /** A step of making few runs of many. @returns whether there was one to make */
  tidy(): Promise<boolean>;
}

const KEY = 'bands';
const NONE: RunsRecord = { key: KEY, runs: [], next: 0 };
/** Pages made in a step. */
const STEP = 1000;
/** A run that is so many times larger than what comes in is left as it is: else each import would write all of them again. */
const LEFT_ALONE = 4;

export function openBandShelf(pages: Rows<BandPage>, records: Rows<RunsRecord>): BandShelf {
  const recordNow = async () => (await records.get([KEY]))[0] ?? NONE;
  const found = async (keys: Iterable<string>) =>
    (await pages.get([...new Set(keys)])).filter((page) => page !== undefined);

  /** Which runs are to become one: all that came in lately, and those not much larger. */
  async function begin({ runs, next }: RunsRecord): Promise<boolean> {
    const lately = runs.filter((run) => run.pages === 1);
    if (lately.length < 2) return false;
    const sizes = (await found(lately.flatMap(pagesOf))).map(({ bands }) => bands.length);
    const name = String(next);
    const { pages: many } = runOf(
      name,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    const near = runs.filter((run) => run.pages > 1 && run.pages <= many * LEFT_ALONE);
    const run = { name, pages: near.reduce((sum, one) => sum + one.pages, many) };
    records.put(KEY, { key: KEY, runs, next: next + 1, making: { run, of: [...lately, ...near], done: 0 } });
    return true;
  }

  return {
    async textsWith(bands) {
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
    async add(texts) {
      const record = await recordNow();
      const page = firstPage(String(record.next), texts);
      pages.put(page.key, page);
      const run = { name: String(record.next), pages: 1 };
      records.put(KEY, { ...record, runs: [...record.runs, run], next: record.next + 1 });
    },
    async remove(texts) {
      const { runs, making } = await recordNow();
      const all = making ? [...runs, making.run] : runs;
      const keys = all.flatMap((run) => texts.flatMap(({ bands }) => bands.map((band) => pageOfBand(run, band))));
      const gone = new Set(texts.map(({ key }) => key));
      for (const page of await found(keys)) {
        const left = withoutTexts(page, gone);
        if (left !== page) pages.put(page.key, left);
      }
    },
    async clear() {
      await pages.clear();
      await records.clear();
    },
    async tidy() {
      const record = await recordNow();
      if (!record.making) return begin(record);
      const { run, of, done } = record.making;
      const end = Math.min(run.pages, done + STEP);
      const from = await found(of.flatMap((one) => pagesBeside(one, run, done, end)));
      for (const page of merged(run, from, done, end)) pages.put(page.key, page);
      if (end < run.pages) {
        records.put(KEY, { ...record, making: { run, of, done: end } });
        return true;
      }
      const { making: _made, ...rest } = record;
      const names = new Set(of.map(({ name }) => name));
      records.put(KEY, { ...rest, runs: [...record.runs.filter(({ name }) => !names.has(name)), run] });
      pages.remove(of.flatMap(pagesOf));
      return true;
    },
  };
}
