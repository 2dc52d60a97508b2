/**
 * Which texts have a MinHash band, as records of many: an import brings twelve bands a text, and an entry each in an index of the browser's costs
 * more than all else that it writes. Each unit of work of an import leaves one page; later these become one run of small pages, so that
 * a question reads one of them (a log-structured merge, O'Neil et al. 1996, in two levels).
 */
import { COMPARED } from '../flocks/evidence';
import type { Wording } from './schema';

/** Bands in order, and of each the text that has it. */
export interface BandPage {
  /** “run page” */
  readonly key: string;
  readonly bands: Float64Array;
  /** By place of the band: which of the keys. */
  readonly texts: Uint32Array;
  readonly keys: readonly string[];
}

/** Pages that were written together: as many as it has, and on which of them a band is, its number tells. */
export interface BandRun {
  readonly name: string;
  readonly pages: number;
}

/** Entries of a page, about. */
const OF_A_PAGE = 256;
const ALL = 2 ** 32;

/** The lower half of a band is a hash, so pages fill evenly. */
const pageNumber = (band: number, pages: number): number => Math.floor(((band % ALL) / ALL) * pages);
const pageKey = (name: string, number: number): string => `${name} ${number}`;
export const pageOfBand = ({ name, pages }: BandRun, band: number): string => pageKey(name, pageNumber(band, pages));
export const pagesOf = ({ name, pages }: BandRun): readonly string[] =>
  Array.from({ length: pages }, (_, number) => pageKey(name, number));

type Entry = readonly [band: number, key: string];

function pageOf(key: string, entries: readonly Entry[]): BandPage {
  const sorted = entries.toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  const few = sorted.filter(([band], i) => sorted[i - COMPARED]?.[0] !== band);
  const numbers = new Map<string, number>();
  for (const [, text] of few) if (!numbers.has(text)) numbers.set(text, numbers.size);
  return {
    key,
    bands: Float64Array.from(few, ([band]) => band),
    texts: Uint32Array.from(few, ([, text]) => numbers.get(text)!),
    keys: [...numbers.keys()],
  };
}

/** A run of one page. */
export const firstPage = (name: string, texts: readonly Pick<Wording, 'key' | 'bands'>[]): BandPage =>
  pageOf(
    pageKey(name, 0),
    texts.flatMap(({ key, bands }) => [...new Set(bands)].map((band): Entry => [band, key])),
  );

/** Keys of the texts with this band. */
export function textsWith({ bands, texts, keys }: BandPage, band: number): readonly string[] {
  let [low, high] = [0, bands.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bands[middle]! < band) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let i = low; bands[i] === band; i++) found.push(keys[texts[i]!]!);
  return found;
}

/** The page without these texts; the same one where it has none of them. */
export function withoutTexts(page: BandPage, gone: ReadonlySet<string>): BandPage {
  if (!page.keys.some((key) => gone.has(key))) return page;
  const left = Array.from(page.bands, (band, i): Entry => [band, page.keys[page.texts[i]!]!]);
  return pageOf(
    page.key,
    left.filter(([, key]) => !gone.has(key)),
  );
}

/** The run that these pages make together. */
export const runOf = (name: string, entries: number): BandRun => ({
  name,
  pages: Math.max(1, Math.ceil(entries / OF_A_PAGE)),
});

/** Pages of a run that have bands of those from page `first` to before page `end` of another. */
export const pagesBeside = (run: BandRun, other: BandRun, first: number, end: number): readonly string[] => {
  const from = Math.floor((first * run.pages) / other.pages);
  const to = Math.min(run.pages, Math.ceil((end * run.pages) / other.pages));
  return Array.from({ length: to - from }, (_, i) => pageKey(run.name, from + i));
};

/** The pages of a run from `first` to before `end`, made of those that have their bands. */
export function merged(run: BandRun, from: readonly BandPage[], first: number, end: number): readonly BandPage[] {
  const entries: Entry[][] = Array.from({ length: Math.min(end, run.pages) - first }, () => []);
  for (const { bands, texts, keys } of from) {
    for (const [i, band] of bands.entries()) {
      entries[pageNumber(band, run.pages) - first]?.push([band, keys[texts[i]!]!]);
    }
  }
  return entries.map((some, i) => pageOf(pageKey(run.name, first + i), some));
}
