import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultDesk, parseDesk } from '@/lib/desk-settings';

test.each([undefined, null, 'desk', 7, [], {}])('%j gives the default', (kept) => {
  expect(parseDesk(kept)).toEqual(defaultDesk);
});

test('what was kept comes back', () => {
  const desk = { ...defaultDesk, coder: 'Amal', project: 'Loan', blind: true, retentionDays: 90 };
  expect(parseDesk(JSON.parse(JSON.stringify(desk)))).toEqual(desk);
});

test('a field that cannot be read falls back alone', () => {
  expect(
    parseDesk({
      coder: 'Amal',
      blind: 'yes',
      codebook: { labels: 'none' },
      keys: { undo: 7, note: 'Digit5' },
      more: 1,
    }),
  ).toEqual({ ...defaultDesk, coder: 'Amal', keys: { ...defaultDesk.keys, note: 'Digit5' } });
});

test('days that are none are no retention', () => {
  for (const retentionDays of [0, -1, 1.5, '30', Number.NaN, 1e9]) {
    expect(parseDesk({ retentionDays })).not.toHaveProperty('retentionDays');
  }
});

test('nothing that is kept makes it fail', () => {
  fc.assert(fc.property(fc.anything(), (kept) => parseDesk(parseDesk(kept)).keys.undo.length > 0));
});
