import { expect, test } from 'vitest';
import { codersOf, compareCoders } from '@/lib/coders';
import type { Label } from '@/lib/model';

let n = 0;
const label = (coder: string, accountId: string, value: string, more: Partial<Label> = {}): Label => ({
  id: `l${++n}`,
  accountId,
  value,
  note: '',
  coder,
  atMs: n,
  ...more,
});
const names = (labels: readonly Label[], source: string, taken: readonly string[] = []) =>
  codersOf(labels, source, new Set(taken)).map(({ name }) => name);

test('coders of a source by name; a nameless one, or a name there is already, by its file', () => {
  const labels = [label('Bea', '1', 'spam'), label('Amal', '1', 'spam')];
  expect(names(labels, 'b.csv')).toEqual(['Amal', 'Bea']);
  expect(names(labels, 'b.csv', ['Bea'])).toEqual(['Amal', 'Bea (b.csv)']);
  expect(names([label('', '1', 'spam')], 'c.csv')).toEqual(['c.csv']);
  expect(names([label('Bea', '1', 'spam')], 'b.csv', ['Bea', 'Bea (b.csv)'])).toEqual(['Bea (2)']);
});

test('pairs, all together, and where they differ; the last label of each holds, taken back ones do not', () => {
  const [amal] = codersOf(
    [
      label('Amal', '1', 'unsure'),
      label('Amal', '1', 'spam'),
      label('Amal', '2', 'not-spam'),
      label('Amal', '3', 'spam'),
      label('Amal', '4', 'spam', { retractedAtMs: 1 }),
    ],
    '',
    new Set(),
  );
  const [bea] = codersOf(
    [label('Bea', '1', 'spam'), label('Bea', '2', 'spam', { note: 'same texts' }), label('Bea', '4', 'spam')],
    'bea.csv',
    new Set(['Amal']),
  );
  const { pairs, alpha, disagreements } = compareCoders([amal!, bea!]);
  expect(pairs).toMatchObject([{ first: 'Amal', second: 'Bea', agreement: { ok: true, n: 2, observed: 0.5 } }]);
  expect(alpha).toMatchObject({ ok: true, n: 2, values: 4 });
  expect(disagreements).toEqual([
    {
      accountId: '2',
      said: [
        { coder: 'Amal', value: 'not-spam', note: '' },
        { coder: 'Bea', value: 'spam', note: 'same texts' },
      ],
    },
  ]);
});

test('one coder, or none, has nobody to agree with', () => {
  const alone = codersOf([label('Amal', '1', 'spam')], '', new Set());
  expect(compareCoders(alone)).toEqual({
    pairs: [],
    alpha: { ok: false, why: 'no-overlap', n: 0 },
    disagreements: [],
  });
  expect(compareCoders([]).pairs).toEqual([]);
});
