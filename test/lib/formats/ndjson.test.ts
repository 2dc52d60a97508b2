import { expect, test } from 'vitest';
import { ndjsonLines } from '@/lib/formats/ndjson';

test('one object a line, whatever line ends the texts have', () => {
  const rows = [
    { id: '1852311426666537322', text: 'a\nb\u2028c' },
    { id: '2', text: '=1', n: undefined },
  ];
  const file = ndjsonLines('post', rows);
  expect(file.endsWith('\n')).toBe(true);
  const lines = file.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { kind: 'post', id: '1852311426666537322', text: 'a\nb\u2028c' },
    { kind: 'post', id: '2', text: '=1' },
  ]);
});

test('no rows, no lines', () => {
  expect(ndjsonLines('post', [])).toBe('');
});
