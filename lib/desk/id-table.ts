/**
 * Ids and one number for each, at 12 bytes an id where a `Map` takes a hundred: a file of millions of posts is checked within bounds. An id is
 * known by 64 bits of hash.
 */
import { hash32 } from '../text/hash';

export interface IdTable {
  /** @returns the number that was kept for the id before, or `undefined` */
  put(id: string, value: number): number | undefined;
  readonly size: number;
}

/** @param value numbers of 31 bits, above 0 */
export function idTable(capacity = 1 << 12): IdTable {
  let room = capacity;
  let [a, b, values] = [new Uint32Array(room), new Uint32Array(room), new Uint32Array(room)];
  let size = 0;

  /** Where it stands, or the free place where it would. */
  function placeOf(x: number, y: number): number {
    let i = x & (room - 1);
    while (values[i] !== 0 && (a[i] !== x || b[i] !== y)) i = (i + 1) & (room - 1);
    return i;
  }
  function grow(): void {
    const [oldA, oldB, old] = [a, b, values];
    room *= 2;
    [a, b, values] = [new Uint32Array(room), new Uint32Array(room), new Uint32Array(room)];
    for (const [i, value] of old.entries()) {
      if (value === 0) continue;
      const place = placeOf(oldA[i]!, oldB[i]!);
      [a[place], b[place], values[place]] = [oldA[i]!, oldB[i]!, value];
    }
  }
  return {
    put(id, value) {
      if (size * 3 > room * 2) grow();
      const [x, y] = [hash32(id, 0x1b873593), hash32(id, 0x85ebca77)];
      const place = placeOf(x, y);
      const before = values[place]!;
      if (before === 0) {
        size++;
        [a[place], b[place]] = [x, y];
      }
      values[place] = value;
      return before === 0 ? undefined : before;
    },
    get size() {
      return size;
    },
  };
}
