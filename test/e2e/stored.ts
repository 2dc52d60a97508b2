/** What is on disk in the extension's own IndexedDB, read past all of its code. */
import type { TableName, Tables } from '../../lib/log';
import { packingOf } from '../../lib/store/packing';
import { type Records, recordKeyOf } from '../../lib/store/schema';

export type Stored = { readonly [Name in Exclude<TableName, 'texts'>]: readonly Tables[Name][] };
type OnDisk = { readonly [Name in keyof Records]: readonly Records[Name][] };

/** A page of Playwright's or of Puppeteer's. */
interface Evaluating {
  evaluate(read: (names: readonly string[]) => Promise<unknown>, names: readonly string[]): Promise<unknown>;
}

/** Every row of every table, in one read transaction. `own` is a page of the extension. */
export async function readStored(own: Evaluating): Promise<Stored> {
  const read = (names: readonly string[]) =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('flockmark');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const db = opening.result;
        const reading = db.transaction([...names]);
        const rows: Record<string, unknown> = {};
        for (const name of names) {
          const all = reading.objectStore(name).getAll();
          all.onsuccess = () => {
            // Bytes do not cross to the test in every browser: their text does.
            rows[name] = all.result.map((row) =>
              row.json instanceof Uint8Array ? { ...row, json: new TextDecoder().decode(row.json) } : row,
            );
          };
        }
        reading.onerror = () => reject(reading.error);
        reading.oncomplete = () => {
          db.close();
          resolve(rows);
        };
      };
    });
  const found = (await own.evaluate(read, Object.keys(recordKeyOf))) as Readonly<Record<string, readonly unknown[]>>;
  const unpacked = Object.entries(found).map(([name, rows]) => [name, rows.map(packingOf(name).unpack)]);
  const {
    people: alone,
    crowds,
    bundles,
    sheets: _words,
    groups: _groups,
    ...plain
  } = Object.fromEntries(unpacked) as OnDisk;
  // What is newest holds, and a record alone before all.
  const inCrowds = crowds.toSorted((a, b) => (a.key > b.key ? -1 : 1)).flatMap((crowd) => crowd.people);
  const people = [...new Map([...inCrowds, ...alone].map((one) => [one.id, one])).values()];
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  return {
    ...plain,
    accounts: people.flatMap((one) => one.account ?? []),
    evidence: people.flatMap((one) => one.evidence ?? []),
    verdicts: people.flatMap((one) => one.verdict ?? []),
    dismissals: people.flatMap((one) => one.dismissal ?? []),
    posts: bundles.flatMap((one) => one.posts).toSorted(byId),
  };
}

/** How often each value occurs more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
