/** A set of keys that only grows, at 8 bytes a key where a `Set` takes a hundred. A key is known by 64 bits: two are never confused. */
import { hash32, mix32 } from '../text/hash';

export interface KeySet {
  add(key: string | number): void;
  has(key: string | number): boolean;
}

export function keySet(): KeySet {
  let room = 1 << 12;
  let [a, b] = [new Uint32Array(room), new Uint32Array(room)];
  let size = 0;

  /** Never both 0, which is an empty place. */
  const halves = (key: string | number): readonly [number, number] =>
    typeof key === 'number'
      ? [mix32(key), (Math.floor(key / 2 ** 32) * 2 + 1) >>> 0]
      : [hash32(key, 0x1b873593), (hash32(key, 0x85ebca77) | 1) >>> 0];
  function placeOf(x: number, y: number): number {
    let i = mix32(x ^ y) & (room - 1);
    while (b[i] !== 0 && (a[i] !== x || b[i] !== y)) i = (i + 1) & (room - 1);
    return i;
  }
  function grow(): void {
    const [oldA, oldB] = [a, b];
    room *= 2;
    [a, b] = [new Uint32Array(room), new Uint32Array(room)];
    for (const [i, y] of oldB.entries()) {
      if (y === 0) continue;
      const place = placeOf(oldA[i]!, y);
      [a[place], b[place]] = [oldA[i]!, y];
    }
  }
  return {
    add(key) {
      if (size * 3 > room * 2) grow();
      const [x, y] = halves(key);
      const place = placeOf(x, y);
      if (b[place] === 0) size++;
      [a[place], b[place]] = [x, y];
    },
    has(key) {
      const [x, y] = halves(key);
      return b[placeOf(x, y)] !== 0;
    },
  };
}
