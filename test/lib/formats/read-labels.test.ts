import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ndjsonLines } from '@/lib/formats/ndjson';
import { readLabels } from '@/lib/formats/read-labels';
import type { Label } from '@/lib/model';

const label = (id: string, more: Partial<Label> = {}): Label => ({
  id,
  accountId: '2244994945',
  value: 'spam',
  note: '=SUM(A1), “why”\nbecause',
  coder: '-Amal',
  atMs: 1_469_527_200_000,
  ...more,
});
const labels = [label('a'), label('b', { value: 'سبام', postId: '757', retractedAtMs: 1_469_527_300_000 })];

test('NDJSON comes back as it went; other kinds are passed by', async () => {
  const file = ndjsonLines('account', [{ id: '1' }]) + ndjsonLines('label', labels);
  expect(await readLabels(`\uFEFF${file}`)).toEqual({ ok: true, labels, brokenLines: [] });
});

describe('CSV', () => {
  const head = 'account_id,handle,label,note,coder,at,post_id,retracted_at,id\r\n';
  test('comes back as it went, guards against formulas taken off', async () => {
    const rows = [
      `"2244994945",x,spam,"'=SUM(A1), “why”\nbecause",'-Amal,2016-07-26T10:00:00.000Z,"",,"a"\r\n`,
      `"2244994945",x,سبام,"'=SUM(A1), “why”\nbecause",'-Amal,2016-07-26T10:00:00.000Z,"757",2016-07-26T10:01:40.000Z,"b"\r\n`,
    ];
    expect(await readLabels(head + rows.join(''))).toEqual({ ok: true, labels, brokenLines: [] });
  });
  test('a broken row is told by its number, the rest goes on', async () => {
    const rows = ['12x,,spam', '1,,', '1,,two words', '1,,spam,,,yesterday', '1,,spam'];
    expect(await readLabels(head + rows.join('\n'))).toMatchObject({
      ok: true,
      labels: [{ accountId: '1' }],
      brokenLines: [2, 3, 4, 5],
    });
  });
  test('without the columns, or of another kind, it is refused with the reason', async () => {
    expect(await readLabels('id,handle\r\n1,x\r\n')).toEqual({ ok: false, why: 'columns' });
    expect(await readLabels('  \n')).toEqual({ ok: false, why: 'empty' });
    expect(await readLabels(head)).toEqual({ ok: false, why: 'no-labels' });
    expect(await readLabels('{"kind":"post"}\n')).toEqual({ ok: false, why: 'no-labels' });
  });
  test('ids that a spreadsheet has rounded would be other people’s', async () => {
    const rows = ['1529877576591000000', '1431234567891000000', '1631234567891200000'].map((id) => `${id},,spam`);
    expect(await readLabels(head + rows.join('\n'))).toEqual({ ok: false, why: 'rounded-ids' });
  });
});

test('a broken line of NDJSON is told by its number', async () => {
  const good = JSON.stringify({ kind: 'label', ...labels[0] });
  const bad = JSON.stringify({ kind: 'label', ...labels[0], accountId: 5 });
  expect(await readLabels([good, '{', bad, '', good].join('\n'))).toMatchObject({ ok: true, brokenLines: [2, 3] });
});

test('a pseudonymised export speaks of accounts that the log does not have', async () => {
  const file = ndjsonLines('header', [{ pseudonymised: true }]) + ndjsonLines('label', labels);
  expect(await readLabels(file)).toEqual({ ok: false, why: 'pseudonymised' });
});

test('nothing that a file holds makes it fail', async () => {
  await fc.assert(fc.asyncProperty(fc.string(), async (text) => typeof (await readLabels(text)).ok === 'boolean'));
  await fc.assert(fc.asyncProperty(fc.json(), async (text) => typeof (await readLabels(text)).ok === 'boolean'));
});
