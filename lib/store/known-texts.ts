/** Which texts have a MinHash band, and who posted a text: what the indexes of sheets and bundles would answer. */
import { COMPARED } from '../flocks/evidence';
import { keyLists } from './key-lists';
import { keyNumbers } from './key-numbers';
import type { Wording } from './schema';

export interface KnownTexts {
  /** On which sheet a text stands, if it is there. */
  sheetOf(key: string): string | undefined;
  /** Keys of the texts with this band, those of smallest key; `undefined` where fewer are known than are asked for. */
  withBand(band: number, most: number): readonly string[] | undefined;
  /** Who posted this text, each once. */
  authorsOf(key: string): readonly string[];
  note(wording: Wording, sheet: string): void;
  noteAuthor(key: string, accountId: string): void;
}

export function knownTexts(): KnownTexts {
  const [keys, authors, pairs] = [keyNumbers(), keyNumbers(), keyNumbers()];
  /** By the number of a text its key and its sheet; by that of an author the id. */
  const [byNumber, sheets, ids]: [string[], string[], string[]] = [[], [], []];
  const [bands, said] = [keyLists(), keyLists()];

  function addTo(band: number, number: number): void {
    const there = bands.of(band);
    if (there.length < COMPARED) {
      bands.add(band, number);
      return;
    }
    const largest = there.reduce((a, b) => (byNumber[a]! > byNumber[b]! ? a : b));
    if (byNumber[number]! < byNumber[largest]!) bands.add(band, number, largest);
  }
  return {
    sheetOf: (key) => sheets[keys.of(key)],
    withBand(band, most) {
      const there = bands.of(band).map((number) => byNumber[number]!);
      if (most > COMPARED && there.length === COMPARED) return undefined;
      return there.length > most ? there.toSorted().slice(0, most) : there;
    },
    authorsOf: (key) => said.of(key).map((number) => ids[number]!),
    note({ key, bands: own }, sheet) {
      const before = keys.size();
      const number = keys.add(key);
      sheets[number] = sheet;
      if (number < before) return;
      byNumber[number] = key;
      for (const band of new Set(own)) addTo(band, number);
    },
    noteAuthor(key, accountId) {
      const before = pairs.size();
      if (pairs.add(`${key} ${accountId}`) < before) return;
      const number = authors.add(accountId);
      ids[number] = accountId;
      said.add(key, number);
    },
  };
}
