/**
 * Records that units of work of an import add and no later one replaces: whether there are any, and the keys of the next. The newest key comes
 * first, for an index tells the first one: of a later unit of work, or made later in the same.
 */
import type { RowCache } from './row-cache';
import type { Rows } from './rows';

const [UNITS, MADE] = [1e15 - 1, 1e6 - 1];

/** Tables of such records. */
export type AddedName = 'crowds' | 'sayings';

export interface Added {
  /** Whether there is one at all: mostly there was no import, and nobody need ask for them. */
  any(): Promise<boolean>;
  /** Of a record that is being added. */
  nextKey(): string;
  publish(): void;
}

/** @param cache what is held from one unit of work to the next, while it is true of the disk */
export function openAdded(
  { table }: Pick<Rows<never>, 'table'>,
  name: AddedName,
  cache: () => RowCache | undefined,
): Added {
  let [areAny, made]: [boolean | undefined, number] = [undefined, 0];
  return {
    async any() {
      areAny ??= cache()?.areAny.get(name) ?? (await table.toCollection().limit(1).primaryKeys()).length > 0;
      return areAny;
    },
    nextKey() {
      areAny = true;
      const unit = String(UNITS - (cache()?.stamp ?? 0)).padStart(15, '0');
      return `${unit} ${String(MADE - made++).padStart(6, '0')}`;
    },
    publish() {
      if (areAny !== undefined) cache()?.areAny.set(name, areAny);
    },
  };
}
