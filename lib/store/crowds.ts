/**
 * Accounts that came in together, twelve to a record. An archive brings accounts by the ten thousand, and a record each costs the browser a
 * tenth of a millisecond and more, whatever it carries. A crowd is not changed: what an import has learned since of an account stands in a
 * newer one, which holds (`people-rows.ts`).
 */
import { openAdded } from './added';
import { bandOfHandle } from './band-pages';
import type { BandShelf } from './band-shelf';
import type { KnownDisk } from './known-disk';
import type { RowCache } from './row-cache';
import type { Rows } from './rows';
import type { CrowdRecord, PersonRecord } from './schema';

/** Accounts of a crowd at most: somebody who comes by again is read with all of it. */
const CROWD = 12;

const flockOf = ({ evidence }: PersonRecord) => evidence?.flock ?? '';
/** Those of a flock are judged together, and those whose ids are near are read together. */
function byFlock(a: PersonRecord, b: PersonRecord): number {
  const [x, y] = [flockOf(a), flockOf(b)];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
}

export interface Crowds {
  /** Whether there is one at all. */
  any(): Promise<boolean>;
  /** Reads what must be known before any are added. */
  ready(): Promise<void>;
  /** The key of the newest crowd of each. */
  keysOf(ids: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** Everybody in these crowds, as it was when they were made; of those of one id the newest last. */
  everybodyIn(keys: readonly (string | undefined)[]): Promise<readonly PersonRecord[]>;
  /** Accounts of crowds that may have one of these handles. */
  withHandle(keys: readonly string[]): Promise<readonly string[]>;
  /** @param isTold whether it is found by its handle already */
  add(people: readonly PersonRecord[], isTold: (row: PersonRecord) => boolean): void;
  /** These are out of all crowds: nothing tells them any more. @param people as they stood in each */
  forget(people: readonly PersonRecord[]): Promise<void>;
  /** There are no crowds any more. */
  forgetAll(): Promise<void>;
  publish(): void;
}

const handled = ({ id, account }: PersonRecord) =>
  account?.handleKey === undefined ? [] : [{ key: id, bands: [bandOfHandle(account.handleKey)] }];

interface Tables {
  readonly rows: Rows<CrowdRecord>;
  readonly handles: BandShelf;
  readonly cache: () => RowCache | undefined;
  readonly knows: KnownDisk | undefined;
}

export function openCrowds({ rows, handles, cache, knows }: Tables): Crowds {
  const { any, nextKey, publish } = openAdded(rows, 'crowds', cache);
  return {
    any,
    publish,
    ready: handles.ready,
    async keysOf(ids) {
      if (knows?.isTrue()) return ids.map((id) => knows.crowdOf(id));
      rows.flush();
      return ids.length > 0 && (await any()) ? rows.keysOf('ids', ids) : [];
    },
    async everybodyIn(keys) {
      const found = await rows.get([...new Set(keys.flatMap((key) => key ?? []))]);
      const crowds = found.filter((crowd) => crowd !== undefined).toSorted((a, b) => (a.key > b.key ? -1 : 1));
      return crowds.flatMap(({ people }) => people);
    },
    withHandle: (keys) => handles.keysWith(keys.map(bandOfHandle)),
    forget: (people) => handles.remove(people.flatMap(handled)),
    forgetAll: () => handles.clear(),
    add(people, isTold) {
      const untold = people.filter((row) => !isTold(row)).flatMap(handled);
      if (untold.length > 0) handles.add(untold);
      const sorted = people.toSorted(byFlock);
      for (let at = 0; at < sorted.length; at += CROWD) {
        const some = sorted.slice(at, at + CROWD);
        const key = nextKey();
        rows.put(key, { key, people: some });
      }
    },
  };
}
