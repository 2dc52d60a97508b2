import { expect, test } from 'vitest';
import { quietFlocks } from '@/lib/desk/quiet-flocks';

test('a flock is quiet when two chunks have not touched it, and once', () => {
  const flocks = quietFlocks();
  flocks.note(['a', 'b']);
  flocks.note(['b']);
  expect(flocks.takeQuiet(9)).toEqual([]);
  flocks.note(['b']);
  expect(flocks.takeQuiet(9)).toEqual(['a']);
  expect(flocks.takeQuiet(9)).toEqual([]);
  // Touched again: it waits for the end.
  flocks.note(['a']);
  for (let i = 0; i < 5; i++) flocks.note([]);
  expect(flocks.takeQuiet(9)).toEqual(['b']);
  expect(flocks.takeRest(9)).toEqual(['a']);
  expect(flocks.takeRest(9)).toEqual([]);
});

test('not more than are asked for at a time', () => {
  const flocks = quietFlocks();
  flocks.note(['a', 'b', 'c']);
  for (let i = 0; i < 2; i++) flocks.note([]);
  expect([flocks.takeQuiet(1), flocks.takeQuiet(1), flocks.takeRest(1), flocks.takeRest(1)]).toEqual([
    ['a'],
    ['b'],
    ['c'],
    [],
  ]);
});
