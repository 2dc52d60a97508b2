/** Files for a coder who works blind: nothing that was judged is in them, in any format, and no other coder's label. */
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { formats, judgedFormats } from '@/lib/desk/export-choice';
import { judgedTables, tableNames, tables } from '@/lib/formats/tables';
import { HeaderRecord } from '@/lib/formats/whole-log';
import type { Log } from '@/lib/log';
import { counterEvidenceOf, sentenceOf, unknownsOf } from '@/lib/sentences';
import { DAY_MS, idOf } from '../story';
import { contentsOf, plainForm } from './contents';
import { rowsIn, sampleLog, written } from './sample-log';

const eyes = { blind: true, coder: 'Mina' };
let log: Log;
beforeAll(async () => {
  log = await sampleLog();
  const given = { accountId: idOf('ann'), note: 'mine alone', atMs: DAY_MS + 1 };
  await log.shelves.labels.put([
    { ...given, id: 'label-of-mina', value: 'unsure', coder: 'Mina' },
    // Before there was a name.
    { ...given, id: 'label-of-nobody', accountId: idOf('bob'), value: 'spam', coder: '' },
  ]);
});
const blindFile = (choice: Parameters<typeof written>[1]) => written(log, choice, undefined, eyes);

/** What of the log tells a judgement, or what another coder said. */
function judgedWords(): readonly string[] {
  const { verdicts, flocks, labels } = rowsIn(log);
  const all = [...verdicts.values()];
  return [
    ...all.flatMap(({ findings }) => findings.flatMap((one) => [sentenceOf(one), one.fingerprint])),
    ...all.flatMap((verdict) => [...counterEvidenceOf(verdict), ...unknownsOf(verdict)]),
    ...flocks.keys(),
    ...[...labels.values()].flatMap(({ id, coder }) => (coder === 'Noor' ? [id, coder] : [])),
    // “none” is also a tab that is none.
    ...all.flatMap(({ level }) => (level === 'none' ? [] : [level])),
  ].map(plainForm);
}
const found = (contents: string) => judgedWords().filter((word) => plainForm(contents).includes(word));

describe.each(formats)('%s', (format) => {
  test('says nothing of it, and so says its name and its header', async () => {
    const { name, bytes } = await blindFile({ format });
    expect(found(await contentsOf(name, bytes))).toEqual([]);
    expect(name).toContain('-blind');
    expect(name.endsWith('.gexf') || name.endsWith('.graphml')).toBe(false);
  });
});

test('seeing eyes are told all of it', async () => {
  const { name, bytes } = await written(log, {});
  expect(new Set(found(await contentsOf(name, bytes)))).toEqual(new Set(judgedWords()));
  expect(judgedWords().length).toBeGreaterThan(20);
});

test.each([...tableNames].filter((name) => !judgedTables.includes(name)))(
  '%s keeps its rows; columns that would be empty are not there',
  async (name) => {
    const read = ({ bytes }: { readonly bytes: Buffer }) =>
      Papa.parse(bytes.toString('utf8').slice(1), { header: true, skipEmptyLines: true });
    const [blind, seeing] = [
      read(await blindFile({ format: 'csv', tables: [name] })),
      read(await written(log, { format: 'csv', tables: [name] })),
    ];
    const judged = tables[name].fields.flatMap((field) => (field.judged ? [field.name] : []));
    expect(blind.meta.fields).toEqual(seeing.meta.fields?.filter((field) => !judged.includes(field)));
    if (name !== 'labels') expect(blind.data).toHaveLength(seeing.data.length);
  },
);

test('one’s own labels stay, also where another coder’s is newer, and those of no name', async () => {
  const { bytes } = await blindFile({ format: 'datapackage' });
  const files = unzipSync(bytes);
  expect(Object.keys(files)).not.toContain('findings.csv');
  const rows = (file: string) =>
    Papa.parse(Buffer.from(files[file]!).toString('utf8'), { header: true, skipEmptyLines: true }).data;
  expect(
    rows('labels.csv')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['label-2', 'label-of-mina', 'label-of-nobody']);
  const labels = new Map(rows('accounts.csv').map(({ id, label }) => [id, label]));
  expect(labels.get(idOf('ann'))).toBe('unsure');
  expect(labels.get(idOf('bob'))).toBe('spam');
  const { flockmark, resources } = JSON.parse(Buffer.from(files['datapackage.json']!).toString('utf8'));
  expect(v.parse(HeaderRecord, flockmark.header).blind).toBe(true);
  const described = resources.find(({ name }: { readonly name: string }) => name === 'accounts').schema.fields;
  expect(described.map(({ name }: { readonly name: string }) => name)).toEqual(Object.keys(rows('accounts.csv')[0]!));
});

test('a filter by what was judged, or by others’ labels, asks nothing: its answer would tell', async () => {
  const whole = await blindFile({ format: 'csv', tables: ['accounts'] });
  for (const filter of [
    { levels: ['strong'] },
    { fingerprint: 'copied-text' },
    { label: 'spam' },
    { flock: [...rowsIn(log).flocks.keys()][0]! },
  ] as const) {
    const { bytes, name } = await blindFile({ format: 'csv', tables: ['accounts'], filter });
    expect(bytes.equals(whole.bytes), JSON.stringify(filter)).toBe(true);
    expect(name).not.toContain('part');
  }
  const part = await blindFile({ format: 'csv', tables: ['accounts'], filter: { text: 'ann', levels: ['none'] } });
  expect(part.bytes.length).toBeLessThan(whole.bytes.length);
});

test('what is judged only is named once, for the room and the file', () => {
  expect([...judgedFormats]).toEqual(['gexf', 'graphml']);
  expect(judgedTables).toEqual(['dismissals', 'findings', 'flocks', 'edges']);
});
