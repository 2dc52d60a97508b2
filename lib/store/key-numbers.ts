/**
 * Keys as numbers from 0 on, in the order in which they came, at 12 bytes and more a key where a `Map` takes a hundred. A key is known by 64
 * bits: two are never confused. It only grows.
 */
import { hash32, mix32 } from '../text/hash';

export interface KeyNumbers {
  /** The key's number, a new one where it has none yet. */
  add(key: string | number): number;
  /** The key's number, or -1. */
  of(key: string | number): number;
  has(key: string | number): boolean;
  size(): number;
}

/** The array with room for a quarter more: the copies cost less than the empty room would. */
export function grown(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil(numbers.length * 1.25));
  larger.set(numbers);
  return larger;
}

const FIRST = 1 << 12;

export function keyNumbers(): KeyNumbers {
  /** The halves of each key, by its number. */
  let [a, b] = [new Uint32Array(FIRST), new Uint32Array(FIRST)];
  /** At the place of a key its number + 1; 0 is an empty place. */
  let places = new Uint32Array(FIRST * 2);
  let size = 0;

  const halves = (key: string | number): readonly [number, number] =>
    typeof key === 'number'
      ? [mix32(key), Math.floor(key / 2 ** 32) >>> 0]
      : [hash32(key, 0x1b873593), hash32(key, 0x85ebca77)];
  function placeOf(x: number, y: number): number {
    const last = places.length - 1;
    let i = mix32(x ^ y) & last;
    for (let at = places[i]!; at !== 0 && (a[at - 1] !== x || b[at - 1] !== y); at = places[i]!) i = (i + 1) & last;
    return i;
  }
  function spread(): void {
    places = new Uint32Array(places.length * 2);
    for (let i = 0; i < size; i++) places[placeOf(a[i]!, b[i]!)] = i + 1;
  }
  const of = (key: string | number): number => {
    const [x, y] = halves(key);
    return places[placeOf(x, y)]! - 1;
  };
  return {
    of,
    has: (key) => of(key) >= 0,
    size: () => size,
    add(key) {
      if (size === a.length) [a, b] = [grown(a), grown(b)];
      // A third of the places is empty: of a key that is not there a few tell it.
      if (size * 3 >= places.length * 2) spread();
      const [x, y] = halves(key);
      const place = placeOf(x, y);
      if (places[place] === 0) {
        [a[size], b[size]] = [x, y];
        places[place] = ++size;
      }
      return places[place]! - 1;
    },
  };
}
