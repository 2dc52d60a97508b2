/** Lists of numbers below 2³¹ by key: 4 bytes beside the key where one number is all, 8 more a number where there are several. They only grow. */
import { grown, keyNumbers } from './key-numbers';

export interface KeyLists {
  /** Puts a number into the list of the key; in place of `instead`, where that is in it. */
  add(key: string | number, value: number, instead?: number): void;
  /** The key's numbers, newest first. */
  of(key: string | number): readonly number[];
}

const FIRST = 1 << 12;
/** Marks a list of one number, which stands in place of the way to its entries. */
const ONE = 2 ** 31;

export function keyLists(): KeyLists {
  const keys = keyNumbers();
  /** By the number of a key its last entry + 1, or its only number; 0 is an empty list. */
  let lasts = new Uint32Array(FIRST);
  /** Of each entry the value, and the entry before it + 1. */
  let [values, befores] = [new Uint32Array(FIRST), new Uint32Array(FIRST)];
  let size = 0;
  /** @returns the place of the entry + 1 */
  function entry(value: number, before: number): number {
    if (size === values.length) [values, befores] = [grown(values), grown(befores)];
    [values[size], befores[size]] = [value, before];
    return ++size;
  }
  return {
    add(key, value, instead) {
      const number = keys.add(key);
      while (number >= lasts.length) lasts = grown(lasts);
      const last = lasts[number]!;
      if (last === 0 || (instead !== undefined && last === ONE + instead)) {
        lasts[number] = ONE + value;
        return;
      }
      for (let at = instead === undefined || last >= ONE ? 0 : last; at !== 0; at = befores[at - 1]!) {
        if (values[at - 1] !== instead) continue;
        values[at - 1] = value;
        return;
      }
      lasts[number] = entry(value, last >= ONE ? entry(last - ONE, 0) : last);
    },
    of(key) {
      const number = keys.of(key);
      const last = number < 0 ? 0 : lasts[number]!;
      if (last >= ONE) return [last - ONE];
      const list: number[] = [];
      for (let at = last; at !== 0; at = befores[at - 1]!) list.push(values[at - 1]!);
      return list;
    },
  };
}
