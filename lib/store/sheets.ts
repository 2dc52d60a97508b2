/**
 * The shelf of texts. Their words never change, so those that came together stand on one sheet. Their groups do, so each has a
 * record of its own; but not as long as one account alone has posted the text and nobody a near-same one, as most texts are.
 */
import type { TextRow } from '../flocks/evidence';
import type { Shelf } from '../log';
import { type Banded, bandOfText } from './band-pages';
import type { BandShelf } from './band-shelf';
import { type Bundling, openBundled } from './bundled';
import type { KnownDisk } from './known-disk';
import type { Places } from './places';
import type { Rows } from './rows';
import type { GroupRecord, SheetRecord, Wording } from './schema';

export const textBundling: Bundling<Wording, SheetRecord> = {
  index: 'keys',
  size: 24,
  keyOf: (wording) => wording.key,
  rowsOf: (sheet) => sheet.texts,
  bundleOf: (key, texts) => ({ key, texts }),
  // A key is a hash.
  isInOrder: false,
};

/** The entry of a band's text in the index of bands: all of one band in order of their keys. */
export const bandEntry = (band: number, textKey: string): string => `${band.toString(36)} ${textKey}`;

export function parted({ compact, bands, words, ...group }: TextRow): {
  readonly wording: Wording;
  readonly group: GroupRecord;
} {
  const { key, first } = group;
  return { wording: { key, first, compact, bands, ...(words === undefined ? {} : { words }) }, group };
}

/** The group of a text that has no record of one. */
const aloneIn = ({ key, first }: Wording): GroupRecord => ({ key, root: key, accounts: 1, first, size: 1 });

export const isAlone = ({ first }: Wording, group: GroupRecord): boolean =>
  group.root === group.key &&
  group.accounts === 1 &&
  group.first === first &&
  group.size === 1 &&
  group.flock === undefined;

/** New texts whose bands are worth a page. Only an import brings as many, and it knows by itself which are near. */
const PAGED = 100;

/** Before the key of a sheet on a page of bands: it is that of a text, too. */
const SHEET = '@';

export interface TextShelf extends Shelf<TextRow> {
  near(bands: readonly number[], most: number): Promise<readonly TextRow[]>;
  /** Keys of the texts with this root. */
  inGroup(root: string): Promise<readonly string[]>;
}

/** @param inMind what answers in place of the indexes, where an import keeps it */
export function textShelf(
  sheets: Rows<SheetRecord>,
  groups: Rows<GroupRecord>,
  places: Places,
  pagedBands: BandShelf,
  inMind: () => KnownDisk | undefined,
): TextShelf {
  const wordings = openBundled(
    sheets,
    places,
    textBundling,
    () => inMind()?.texts.sheetOf,
    async (keys) => (await pagedBands.keysWith(keys.map(bandOfText))).map((mark) => mark.slice(SHEET.length)),
  );
  const sheetIn = (key: string, texts: readonly Wording[]): Banded => ({
    key: `${SHEET}${key}`,
    bands: texts.map((text) => bandOfText(text.key)),
  });
  /** Not all are in an index; in the product nobody asks for all. */
  async function wordingsAfter(after: string): Promise<readonly Wording[]> {
    sheets.flush();
    const all = (await sheets.read(sheets.table.toCollection())).flatMap(({ texts }) => texts);
    return all.filter(({ key }) => key > after).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  }
  /** Joined once for each pair, so that the same records give the same row. */
  const joined = new WeakMap<Wording, { readonly group: GroupRecord | undefined; readonly row: TextRow }>();
  const rowOf = (wording: Wording, group: GroupRecord | undefined): TextRow => {
    const before = joined.get(wording);
    if (before && before.group === group) return before.row;
    const { first: _first, ...words } = wording;
    const row = { ...words, ...(group ?? aloneIn(wording)) };
    joined.set(wording, { group, row });
    return row;
  };
  async function withGroups(found: readonly Wording[]): Promise<readonly TextRow[]> {
    const figures = await groups.get(found.map(({ key }) => key));
    return found.map((wording, i) => rowOf(wording, figures[i]));
  }
  async function get(keys: readonly string[]): Promise<readonly (TextRow | undefined)[]> {
    const found = (await wordings.get(keys)).filter((wording) => wording !== undefined);
    const rows = new Map((await withGroups(found)).map((row) => [row.key, row]));
    return keys.map((key) => rows.get(key));
  }
  /** Keys of the texts with these bands, or `undefined` where the disk must tell. */
  function keysInMind(bands: readonly number[], most: number): readonly string[] | undefined {
    const texts = inMind()?.texts;
    if (!texts) return undefined;
    const keys = new Set<string>();
    for (const band of bands) {
      const some = texts.withBand(band, most);
      if (!some) return undefined;
      for (const key of some) keys.add(key);
    }
    return [...keys];
  }
  const keysUnder = (root: string) => {
    groups.flush();
    return groups.table.where('root').equals(root).primaryKeys();
  };
  return {
    get,
    async put(texts) {
      const known = await wordings.get(texts.map((text) => text.key));
      const before = await groups.get(known.flatMap((wording) => wording?.key ?? []));
      const grouped = new Set(before.flatMap((group) => group?.key ?? []));
      const fresh = new Map<string, Wording>();
      for (const [i, text] of texts.entries()) {
        const { wording, group } = parted(text);
        if (known[i] === undefined) fresh.set(text.key, wording);
        if (!grouped.has(text.key) && isAlone(known[i] ?? fresh.get(text.key) ?? wording, group)) continue;
        groups.put(text.key, group);
        grouped.add(text.key);
      }
      const isMany = inMind() !== undefined && fresh.size >= PAGED;
      const made: Banded[] = [];
      await wordings.put([...fresh.values()], (sheets) => {
        if (!isMany) return sheets;
        made.push(...sheets.map((sheet) => sheetIn(sheet.key, sheet.texts)));
        return sheets.map((sheet) => ({ ...sheet, isPaged: true }));
      });
      if (!isMany) return;
      await pagedBands.ready();
      pagedBands.add([...fresh.values(), ...made]);
    },
    async remove(keys) {
      const gone = (await wordings.get(keys)).filter((wording) => wording !== undefined);
      // An index finds what is left on their sheets.
      const from = [...new Set(gone.flatMap(({ key }) => places.get(key) ?? []))];
      const left = await Promise.all(from.map(async (key) => sheetIn(key, await wordings.within([key]))));
      await pagedBands.remove([...gone, ...left]);
      await wordings.remove(keys);
      groups.remove(keys);
    },
    async clear() {
      await wordings.clear();
      await pagedBands.clear();
      await groups.clear();
    },
    keys: async (after, limit) => (await wordingsAfter(after)).slice(0, limit).map(({ key }) => key),
    scan: async (after, limit) => withGroups((await wordingsAfter(after)).slice(0, limit)),
    count: async () => (await wordingsAfter('')).length,
    async near(bands, most) {
      const keys = keysInMind(bands, most);
      if (keys) return (await get(keys)).filter((row) => row !== undefined);
      sheets.flush();
      // A question a band, all at once: a cursor over them asks as often, but each time only when it has the last answer.
      const ranges = bands.map((band) => IDBKeyRange.bound(bandEntry(band, ''), bandEntry(band, '~')));
      const holders = await sheets.allKeysOf('bands', ranges, most);
      const wanted = new Set(bands);
      const paged = (await wordings.get(await pagedBands.keysWith(bands))).filter((wording) => wording !== undefined);
      const found = [...(await wordings.within(holders.flat())), ...paged];
      const there = [...new Map(found.map((wording) => [wording.key, wording])).values()];
      const byBand = new Map<number, Wording[]>();
      for (const wording of there.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
        for (const band of wording.bands) {
          if (!wanted.has(band)) continue;
          const those = byBand.get(band) ?? [];
          byBand.set(band, those);
          if (those.length < most) those.push(wording);
        }
      }
      return withGroups([...new Map([...byBand.values()].flat().map((wording) => [wording.key, wording])).values()]);
    },
    async inGroup(root) {
      const keys = inMind()?.groups.ofRoot(root) ?? (await keysUnder(root));
      if (keys.includes(root)) return keys;
      const [alone] = await get([root]);
      return alone?.root === root ? [...keys, root] : keys;
    },
  };
}
