/** What is on disk in the extension's own IndexedDB, read past all of its code. */
import { keyOf, type TableName, type Tables } from '../../lib/log';

export type Stored = { readonly [Name in TableName]: readonly Tables[Name][] };

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
            rows[name] = all.result;
          };
        }
        reading.onerror = () => reject(reading.error);
        reading.oncomplete = () => {
          db.close();
          resolve(rows);
        };
      };
    });
  return (await own.evaluate(read, Object.keys(keyOf))) as Stored;
}

/** How often each value occurs more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
