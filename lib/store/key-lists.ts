/** Lists of numbers by key, at 8 bytes an entry beside the key. They only grow. */
import { doubled, keyNumbers } from './key-numbers';

export interface KeyLists {
  /** Puts a number into the list of the key; in place of `instead`, where that is in it. */
  add(key: string | number, value: number, instead?: number): void;
  /** The key's numbers, newest first. */
  of(key: string | number): readonly number[];
}

const FIRST = 1 << 12;

export function keyLists(): KeyLists {
  const keys = keyNumbers();
  /** By the number of a key its last entry + 1; 0 is an empty list. */
  let lasts = new Uint32Array(FIRST);
  /** Of each entry the value, and the entry before it + 1. */
  let [values, befores] = [new Uint32Array(FIRST), new Uint32Array(FIRST)];
  let size = 0;
  return {
    add(key, value, instead) {
      const number = keys.add(key);
      while (number >= lasts.length) lasts = doubled(lasts);
      for (let at = instead === undefined ? 0 : lasts[number]!; at !== 0; at = befores[at - 1]!) {
        if (values[at - 1] !== instead) continue;
        values[at - 1] = value;
        return;
      }
      if (size === values.length) [values, befores] = [doubled(values), doubled(befores)];
      [values[size], befores[size]] = [value, lasts[number]!];
      lasts[number] = ++size;
    },
    of(key) {
      const list: number[] = [];
      const number = keys.of(key);
      for (let at = number < 0 ? 0 : lasts[number]!; at !== 0; at = befores[at - 1]!) list.push(values[at - 1]!);
      return list;
    },
  };
}
