import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keySet } from '@/lib/store/key-set';

const BAND = 2 ** 32;
const key = fc.oneof(
  fc.stringMatching(/^\d{1,20}$/),
  fc.string(),
  fc.nat(11).chain((n) => fc.nat(BAND - 1).map((h) => n * BAND + h)),
);

test('holds what was added, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(key), fc.array(key), (added, others) => {
      const set = keySet();
      for (const one of added) set.add(one);
      for (const one of added) expect(set.has(one)).toBe(true);
      for (const one of others) expect(set.has(one)).toBe(added.includes(one));
    }),
  );
});

test('grows', () => {
  const set = keySet();
  for (let i = 0; i < 50_000; i++) set.add(`key ${i}`);
  for (let i = 0; i < 50_000; i++) set.add(i * 7919);
  for (let i = 0; i < 50_000; i++) expect(set.has(`key ${i}`) && set.has(i * 7919)).toBe(true);
  expect(set.has('key 50000') || set.has(7920)).toBe(false);
});
