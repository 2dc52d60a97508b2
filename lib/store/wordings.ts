/** The shelf of texts: their words, written once with the index of their bands, and their groups, written with every post. */
import type { TextRow } from '../flocks/evidence';
import type { Shelf } from '../log';
import type { Rows } from './rows';
import type { GroupRecord, WordingRecord } from './schema';

export function parted({ compact, bands, words, ...group }: TextRow): {
  readonly wording: WordingRecord;
  readonly group: GroupRecord;
} {
  return { wording: { key: group.key, compact, bands, ...(words === undefined ? {} : { words }) }, group };
}

export function textShelf(wordings: Rows<WordingRecord>, groups: Rows<GroupRecord>): Shelf<TextRow> {
  /** Joined once for each pair, so that the same records give the same row. */
  const rows = new WeakMap<GroupRecord, TextRow>();
  const joined = (wording: WordingRecord | undefined, group: GroupRecord | undefined): TextRow | undefined => {
    if (!wording || !group) return undefined;
    const row = rows.get(group) ?? { ...wording, ...group };
    rows.set(group, row);
    return row;
  };
  async function get(keys: readonly string[]): Promise<readonly (TextRow | undefined)[]> {
    const [words, figures] = await Promise.all([wordings.get(keys), groups.get(keys)]);
    return keys.map((_, i) => joined(words[i], figures[i]));
  }
  async function keys(after: string, limit: number): Promise<readonly string[]> {
    await groups.flush();
    return groups.table.where(':id').above(after).limit(limit).primaryKeys();
  }
  return {
    get,
    async put(texts) {
      const known = await wordings.get(texts.map((text) => text.key));
      for (const [i, text] of texts.entries()) {
        const { wording, group } = parted(text);
        if (known[i] === undefined) wordings.put(text.key, wording);
        groups.put(text.key, group);
      }
    },
    async remove(keys) {
      wordings.remove(keys);
      groups.remove(keys);
    },
    async clear() {
      await wordings.clear();
      await groups.clear();
    },
    keys,
    async scan(after, limit) {
      return (await get(await keys(after, limit))).filter((row) => row !== undefined);
    },
    async count() {
      await groups.flush();
      return groups.table.count();
    },
  };
}
