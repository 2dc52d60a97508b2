/**
 * An index of an import's own, as records of many entries: the browser's costs more for an entry than for all else that is written of a text. A
 * band is a number that finds keys: those of the texts that have a MinHash band, that of the sheet on which a text stands, that of the account with
 * a handle. Each unit of work of an import leaves a few; later these become one run of small pages, so that a question reads one of
 * them (a log-structured merge, O'Neil et al. 1996, in two levels).
 */
import { COMPARED } from '../flocks/evidence';
import { hash32 } from '../text/hash';

/** Bands in order, and of each the key that has it. */
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
  /** How many it was made with; in runs of before that was told, about as many as its pages hold. */
  readonly entries?: number;
}

/** What is to be found by its bands. */
export interface Banded {
  readonly key: string;
  readonly bands: readonly number[];
}

/** Entries of a page, about. */
const OF_A_PAGE = 256;
const ALL = 2 ** 32;
/** Behind the rows of MinHash; see `text/near.ts`. */
const [KEYS, HANDLES] = [16, 17];

/** By which the sheet of a text is found. */
export const bandOfText = (textKey: string): number => KEYS * ALL + hash32(textKey);
/** By which the account with a handle is found. */
export const bandOfHandle = (handleKey: string): number => HANDLES * ALL + hash32(handleKey);

/** The lower half of a band is a hash, so pages fill evenly. */
const pageNumber = (band: number, pages: number): number => Math.floor(((band % ALL) / ALL) * pages);
const pageKey = (name: string, number: number): string => `${name} ${number}`;
export const pageOfBand = ({ name, pages }: BandRun, band: number): string => pageKey(name, pageNumber(band, pages));
export const pagesOf = ({ name, pages }: BandRun): readonly string[] =>
  Array.from({ length: pages }, (_, number) => pageKey(name, number));

/** Bands, and the key of each in the same place. */
interface Entries {
  readonly bands: number[];
  readonly keys: string[];
}
const noEntries = (): Entries => ({ bands: [], keys: [] });
function add({ bands, keys }: Entries, band: number, key: string): void {
  bands.push(band);
  keys.push(key);
}

/** Keys of a page at most: a band (below 2⁴¹) and the place of a key are one safe integer. */
export const MOST_KEYS = 4096;

function pageOf(key: string, entries: Entries): BandPage {
  const keys = [...new Set(entries.keys)].toSorted();
  const places = new Map(keys.map((one, place) => [one, place]));
  // Both in one number: numbers are put in order without being asked in which.
  const both = Float64Array.from(entries.bands, (band, i) => band * keys.length + places.get(entries.keys[i]!)!).sort();
  const [bands, texts]: [number[], number[]] = [[], []];
  for (const [i, one] of both.entries()) {
    const text = one % keys.length;
    const band = (one - text) / keys.length;
    if (one === both[i - 1] || bands[bands.length - COMPARED] === band) continue;
    bands.push(band);
    texts.push(text);
  }
  return { key, bands: Float64Array.from(bands), texts: Uint32Array.from(texts), keys };
}

/** Entries of a page of a run that comes in: many, for each is a record; not all, for who makes one run of many reads a part of each at a time. */
const AT_FIRST = 1024;
/** Pages of such a run at most; until 2026-12 each had so many. */
export const LATELY = 8;
/** A run of these. @param all at most `MOST_KEYS` */
export function firstPages(name: string, all: readonly Banded[]): readonly BandPage[] {
  const size = all.reduce((sum, { bands }) => sum + bands.length, 0);
  const pages = Array.from({ length: Math.min(LATELY, Math.ceil(size / AT_FIRST) || 1) }, noEntries);
  for (const { key, bands } of all) for (const band of bands) add(pages[pageNumber(band, pages.length)]!, band, key);
  return pages.map((entries, number) => pageOf(pageKey(name, number), entries));
}

/** Where the first band stands that is no smaller. */
function placeOf(bands: Float64Array, band: number): number {
  let [low, high] = [0, bands.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bands[middle]! < band) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keys that have this band. */
export function textsWith({ bands, texts, keys }: BandPage, band: number): readonly string[] {
  const found: string[] = [];
  for (let i = placeOf(bands, band); bands[i] === band; i++) found.push(keys[texts[i]!]!);
  return found;
}

/** Which keys go, and of each which bands. */
export type Gone = ReadonlyMap<string, ReadonlySet<number>>;

/** The page without these entries; the same one where it has none of them. */
export function without(page: BandPage, gone: Gone): BandPage {
  const left = noEntries();
  for (const [i, band] of page.bands.entries()) {
    const key = page.keys[page.texts[i]!]!;
    if (!gone.get(key)?.has(band)) add(left, band, key);
  }
  return left.bands.length === page.bands.length ? page : pageOf(page.key, left);
}

/** The run that these pages make together. */
export const runOf = (name: string, entries: number): BandRun => ({
  name,
  pages: Math.max(1, Math.ceil(entries / OF_A_PAGE)),
  entries,
});

export const entriesOf = ({ entries, pages }: BandRun): number => entries ?? pages * OF_A_PAGE;

/** Pages of a run that have bands of those from page `first` to before page `end` of another. */
export const pagesBeside = (run: BandRun, other: BandRun, first: number, end: number): readonly string[] => {
  const from = Math.floor((first * run.pages) / other.pages);
  const to = Math.min(run.pages, Math.ceil((end * run.pages) / other.pages));
  return Array.from({ length: to - from }, (_, i) => pageKey(run.name, from + i));
};

/** The pages of a run from `first` to before `end`, made of those that have their bands. */
export function merged(run: BandRun, from: readonly BandPage[], first: number, end: number): readonly BandPage[] {
  const entries = Array.from({ length: Math.min(end, run.pages) - first }, noEntries);
  // About where they begin and end among the hashes: pages that are left out are told by their number.
  const [low, high] = [Math.floor((first * ALL) / run.pages) - 1, Math.ceil((end * ALL) / run.pages) + 1];
  for (const { bands, texts, keys } of from) {
    for (let i = 0; i < bands.length; ) {
      const row = Math.floor(bands[i]! / ALL) * ALL;
      const past = placeOf(bands, row + Math.min(high, ALL));
      for (i = placeOf(bands, row + Math.max(low, 0)); i < past; i++) {
        const page = entries[pageNumber(bands[i]!, run.pages) - first];
        if (page) add(page, bands[i]!, keys[texts[i]!]!);
      }
      i = placeOf(bands, row + ALL);
    }
  }
  return entries.map((some, i) => pageOf(pageKey(run.name, first + i), some));
}
