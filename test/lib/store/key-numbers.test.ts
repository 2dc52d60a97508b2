import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyLists } from '@/lib/store/key-lists';
import { keyNumbers } from '@/lib/store/key-numbers';

const BAND = 2 ** 32;
const key = fc.oneof(
  fc.stringMatching(/^\d{1,20}$/),
  fc.string(),
  fc.nat(11).chain((n) => fc.nat(BAND - 1).map((h) => n * BAND + h)),
);

test('numbers what was added in its order, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(key), fc.array(key), (added, others) => {
      const numbers = keyNumbers();
      const distinct = [...new Set(added)];
      for (const one of added) expect(numbers.add(one)).toBe(distinct.indexOf(one));
      for (const one of [...added, ...others]) expect(numbers.of(one)).toBe(distinct.indexOf(one));
      for (const one of others) expect(numbers.has(one)).toBe(added.includes(one));
      expect(numbers.size()).toBe(distinct.length);
    }),
  );
});

test('grows', () => {
  const [numbers, lists] = [keyNumbers(), keyLists()];
  for (let i = 0; i < 50_000; i++) numbers.add(`key ${i}`);
  for (let i = 0; i < 50_000; i++) numbers.add(i * 7919);
  for (let i = 0; i < 50_000; i++) expect([numbers.of(`key ${i}`), numbers.of(i * 7919)]).toEqual([i, 50_000 + i]);
  expect(numbers.has('key 50000') || numbers.has(7920)).toBe(false);
  for (let i = 0; i < 50_000; i++) lists.add(i % 20_000, i);
  for (let i = 0; i < 20_000; i++)
    expect(lists.of(i)).toEqual(i < 10_000 ? [i + 40_000, i + 20_000, i] : [i + 20_000, i]);
});

test('lists hold what was put in, newest first, one in place of another', () => {
  const few = fc.constantFrom<string | number>('a', 'b', 3, 4 * BAND + 3);
  fc.assert(
    fc.property(fc.array(fc.tuple(few, fc.nat(9), fc.option(fc.nat(9), { nil: undefined }))), (given) => {
      const lists = keyLists();
      const model = new Map<string | number, number[]>();
      for (const [key, value, instead] of given) {
        lists.add(key, value, instead);
        const list = model.get(key) ?? [];
        const at = instead === undefined ? -1 : list.indexOf(instead);
        if (at < 0) list.unshift(value);
        else list[at] = value;
        model.set(key, list);
      }
      for (const key of ['a', 'b', 3, 4 * BAND + 3]) expect(lists.of(key)).toEqual(model.get(key) ?? []);
    }),
  );
});
