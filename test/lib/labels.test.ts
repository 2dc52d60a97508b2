import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingLabels } from '@/lib/labels';
import type { Label } from '@/lib/model';

const label = (id: string, atMs: number, more: Partial<Label> = {}): Label => ({
  id,
  accountId: '1',
  value: 'spam',
  note: '',
  coder: 'me',
  atMs,
  ...more,
});

test('the newest of an account holds', () => {
  const labels = [label('b', 2, { value: 'unsure' }), label('a', 1), label('c', 1, { accountId: '2' })];
  expect([...standingLabels(labels)].map(([id, { value }]) => [id, value])).toEqual([
    ['1', 'unsure'],
    ['2', 'spam'],
  ]);
});

test('taken back, the one before holds again', () => {
  expect(standingLabels([label('a', 1), label('b', 2, { retractedAtMs: 3 })]).get('1')?.id).toBe('a');
  expect(standingLabels([label('a', 1, { retractedAtMs: 3 })]).size).toBe(0);
});

test('of one coder only', () => {
  const labels = [label('a', 1), label('b', 2, { coder: 'you', value: 'unsure' })];
  expect(standingLabels(labels, 'me').get('1')?.id).toBe('a');
  expect(standingLabels(labels).get('1')?.id).toBe('b');
  expect(standingLabels(labels, 'nobody').size).toBe(0);
});

test('whatever the order in which they come', () => {
  const labels = [label('a', 1), label('b', 1), label('c', 2, { retractedAtMs: 2 }), label('d', 0)];
  fc.assert(
    fc.property(fc.shuffledSubarray(labels, { minLength: 4 }), (shuffled) => {
      expect(standingLabels(shuffled).get('1')?.id).toBe('b');
    }),
  );
});
