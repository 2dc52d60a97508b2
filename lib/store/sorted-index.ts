/** Keys by value of a field, in order of the keys: to the log in memory what an index is to the one in IndexedDB. */
export interface SortedIndex<Value> {
  /** The key stands under other values than before. */
  move(key: string, from: readonly Value[], to: readonly Value[]): void;
  /** Keys under this value, the first after `after`. */
  of(value: Value, after?: string, limit?: number): readonly string[];
}

/** How many of these keys come before this one. */
function placeOf(keys: readonly string[], key: string): number {
  let [low, high] = [0, keys.length];
  // New ids are mostly the largest.
  if (high > 0 && keys[high - 1]! < key) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function sortedIndex<Value>(): SortedIndex<Value> {
  const byValue = new Map<Value, string[]>();
  return {
    move(key, from, to) {
      for (const value of from) {
        const keys = byValue.get(value) ?? [];
        const place = placeOf(keys, key);
        if (keys[place] === key) keys.splice(place, 1);
        if (keys.length === 0) byValue.delete(value);
      }
      for (const value of to) {
        const keys = byValue.get(value) ?? [];
        const place = placeOf(keys, key);
        if (keys[place] !== key) keys.splice(place, 0, key);
        byValue.set(value, keys);
      }
    },
    of(value, after = '', limit = Infinity) {
      const keys = byValue.get(value) ?? [];
      const place = placeOf(keys, after);
      const from = keys[place] === after ? place + 1 : place;
      return keys.slice(from, from + limit);
    },
  };
}
