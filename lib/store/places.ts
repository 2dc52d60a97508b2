/** In which bundle a row stands, or that it stands in none: as far as one unit of work knows, and what is kept for the next. */
import type { LastUsed } from './row-cache';

export interface Places {
  has(key: string): boolean;
  get(key: string): string | undefined;
  set(key: string, bundle: string | undefined): void;
  clear(): void;
  /** Hands what is known over, once it is on disk. */
  publish(): void;
}

/** @param held places that are true of the disk, or `undefined` where nothing is kept */
export function openPlaces(held: () => LastUsed<string> | undefined = () => undefined): Places {
  const known = new Map<string, string | undefined>();
  let emptied = false;
  const cache = () => (emptied ? undefined : held());
  return {
    has(key) {
      if (known.has(key)) return true;
      const place = cache()?.use(key);
      if (place !== undefined) known.set(key, place);
      return place !== undefined;
    },
    get: (key) => known.get(key),
    set: (key, bundle) => known.set(key, bundle),
    clear() {
      known.clear();
      emptied = true;
    },
    publish() {
      if (emptied) held()?.clear();
      const into = held();
      for (const [key, place] of known) place === undefined ? into?.drop(key) : into?.hold(key, place);
    },
  };
}
