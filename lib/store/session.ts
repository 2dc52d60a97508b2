/** What one transaction knows of the tables. */
import type { Transaction } from 'dexie';
import { type BandShelf, openBandShelf } from './band-shelf';
import { openCrowds } from './crowds';
import type { KnownDisk } from './known-disk';
import { type Packing, packingOf } from './packing';
import { type PeopleQuestions, peopleQuestions } from './people-questions';
import { openPeopleRows, type PeopleRows } from './people-rows';
import { openPlaces, type Places } from './places';
import { plainStore } from './requests';
import { PASSING, type RowCache } from './row-cache';
import { openRows, type Rows } from './rows';
import { openSayings, type Sayings } from './sayings';
import { type RecordName, type Records, recordKeyOf } from './schema';

export const recordNames = Object.keys(recordKeyOf) as RecordName[];

export interface Session {
  readonly rows: { readonly [Name in Exclude<RecordName, 'people' | 'crowds' | 'sums'>]: Rows<Records[Name]> };
  readonly people: PeopleRows & PeopleQuestions;
  /** What an import notes of texts, and of handles. */
  readonly bands: { readonly texts: BandShelf; readonly handles: BandShelf };
  /** What an import notes of who said what. */
  readonly sayings: Sayings;
  readonly textPlaces: Places;
  readonly postPlaces: Places;
  /** Sends what was put on its way. */
  readonly send: () => void;
  /** Resolves when all of it is written. */
  readonly written: () => Promise<void>;
  readonly isChanged: () => boolean;
  /** @param passing what it met comes by once: of the tables with many rows nothing more than before is held. */
  readonly publish: (passing: boolean) => void;
  readonly knows: KnownDisk | undefined;
}

/**
 * @param cache while it is true of what the transaction sees.
 * @param knows likewise, where somebody keeps it
 */
export function openSession(tx: Transaction, cache: () => RowCache | undefined, knows?: KnownDisk): Session {
  // Tables bound to the transaction by hand: Dexie's own binding is lost after a hundred awaits that ask it nothing
  // (4.4, ZONE_ECHO_LIMIT), and a unit of work has thousands.
  const rowsOf = <Name extends RecordName>(name: Name) =>
    openRows<Records[Name]>(
      tx.table(name),
      () => plainStore(tx, name),
      packingOf(name) as Packing<Records[Name], unknown>,
      // Of accounts is held where they are put together.
      () => (name === 'people' ? undefined : cache()?.held[name]) as never,
      knows && ((key) => !knows.mayHold(name, key)),
      knows && ((key, row) => knows.note(name, key, row)),
    );
  const rows = Object.fromEntries(recordNames.map((name) => [name, rowsOf(name)])) as unknown as {
    readonly [Name in RecordName]: Rows<Records[Name]>;
  };
  const { people: alone, crowds: crowdRows, sums: sumRows } = rows;
  const bands = {
    texts: openBandShelf(rows.bands, rows.runs, 'bands'),
    handles: openBandShelf(rows.bands, rows.runs, 'handles'),
  };
  const crowds = openCrowds({ rows: crowdRows, handles: bands.handles, cache, knows });
  const peopleRows = openPeopleRows({ alone, crowdRows, crowds, sumRows, held: () => cache()?.held.people, knows });
  const inMind = () => (knows?.isTrue() ? knows.members : undefined);
  const people = { ...peopleRows, ...peopleQuestions({ people: peopleRows, alone, crowdRows, crowds, inMind }) };
  const sayings = openSayings(rows.sayings, cache);
  const textPlaces = openPlaces(() => cache()?.textPlaces);
  const postPlaces = openPlaces(() => cache()?.postPlaces);
  return {
    rows,
    people,
    bands,
    sayings,
    textPlaces,
    postPlaces,
    knows,
    send() {
      people.flush();
      for (const name of recordNames) rows[name].flush();
    },
    async written() {
      for (const name of recordNames) await rows[name].written();
    },
    isChanged: () => people.isChanged() || recordNames.some((name) => rows[name].isChanged()),
    publish(passing) {
      textPlaces.publish();
      postPlaces.publish();
      people.publish(passing);
      sayings.publish();
      for (const name of recordNames) rows[name].publish(passing && PASSING.has(name));
    },
  };
}
