/** Export → erase → import: the same log and the same verdicts, for every format that carries the whole log, over both logs. */
import 'fake-indexeddb/auto';
import { gzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { checkImport } from '@/lib/desk/check-import';
import { importUnderWay, runImport } from '@/lib/desk/run-import';
import { guessFile } from '@/lib/formats/guess';
import { type FormatId, readFile } from '@/lib/formats/readers';
import { openBench, verdictOf } from '@/lib/judge';
import { judgeWaiting } from '@/lib/judge-waiting';
import type { Log, TableName } from '@/lib/log';
import { ingest } from '@/lib/pipeline';
import { defaultSettings } from '@/lib/settings';
import { site } from '@/lib/sites';
import { indexedLog } from '@/lib/store/indexed-log';
import { memoryLog } from '@/lib/store/memory-log';
import { openDatabase } from '@/lib/store/schema';
import { openUnit } from '@/lib/unit';
import { captures } from '../../scenarios/scenarios';
import { seed32 } from '../../scenarios/seed-32';
import { decode, parts } from '../formats/file';
import { sampleLog, written } from './sample-log';

const settings = defaultSettings;
const around = { decode, nowMs: Date.UTC(2030, 0, 1) };
const databases: ReturnType<typeof openDatabase>[] = [];
let n = 0;
function onDisk(isImport = false): Log {
  const db = openDatabase(`round-trip-${++n}`);
  databases.push(db);
  return indexedLog(db, isImport);
}
afterAll(async () => {
  for (const db of databases) await db.delete();
});

/** All rows that are not the engine's own, in order of key. */
const RAW: readonly TableName[] = ['accounts', 'posts', 'sightings', 'labels', 'dismissals'];
async function rawOf(log: Log): Promise<Readonly<Record<string, readonly object[]>>> {
  const rows = await Promise.all(RAW.map((name) => log.shelves[name].scan('', 1e6)));
  const follows = (await log.shelves.evidence.scan('', 1e6)).flatMap(({ id, follows }) =>
    follows ? [{ id, follows }] : [],
  );
  return { ...Object.fromEntries(RAW.map((name, i) => [name, rows[i]!])), follows };
}

/** What would be said of every account now, and what is kept of it. */
async function verdictsOf(log: Log) {
  const bench = openBench(openUnit(log), settings);
  const said: Record<string, unknown> = {};
  for (const { id } of await log.shelves.evidence.scan('', 1e6)) {
    const [kept] = await log.shelves.verdicts.get([id]);
    said[id] = { now: (await verdictOf(bench, id))?.verdict, kept: kept?.level };
  }
  return said;
}

async function take(log: Log, name: string, bytes: Uint8Array, size = 5000): Promise<FormatId> {
  const guessed = await guessFile(name, bytes, { encoding: 'auto' }, around);
  if (!guessed.ok) throw new Error(guessed.reason);
  const { format } = guessed.guess;
  const read = () =>
    readFile(
      { name, head: bytes.subarray(0, 8), bytes: () => parts(bytes, size) },
      format,
      { encoding: 'auto' },
      around,
    );
  const preview = await checkImport(read(), { log, format, report() {}, goOn() {} });
  expect(preview).toMatchObject({ refused: 0 });
  expect(preview.blocked).toBeUndefined();
  let ms = 0;
  await runImport(read(), {
    log,
    settings,
    job: { name, size: bytes.length, fingerprint: '', cursor: 0, plan: {} },
    clock: () => (ms += 50),
    report() {},
    goOn() {},
  });
  expect(await importUnderWay(log)).toBeUndefined();
  return format;
}

/** The article's accounts as captured, with what people said of them. */
async function article(): Promise<Log> {
  const log = memoryLog();
  for (const { url, pageUrl, capturedAt, body } of captures(seed32(), { pageSize: 5 })) {
    await ingest({ url, pageUrl, capturedAtMs: capturedAt, body }, site, log, settings);
  }
  const [{ accountId } = { accountId: '' }] = await log.shelves.verdicts.scan('', 1);
  await log.shelves.labels.put([{ id: 'l1', accountId, value: 'spam', note: '=1+1', coder: 'A', atMs: 5 }]);
  await log.shelves.dismissals.put([{ accountId, dismissed: true, atMs: 6 }]);
  while (await judgeWaiting(log, settings));
  return log;
}

const files: Readonly<Record<string, (log: Log) => Promise<readonly [string, Uint8Array]>>> = {
  ndjson: async (log: Log) => ['log.ndjson', (await written(log, { format: 'ndjson' })).bytes] as const,
  backup: async (log: Log) => ['log.ndjson.gz', gzipSync((await written(log, { format: 'ndjson' })).bytes)] as const,
  json: async (log: Log) => ['log.json', (await written(log, { format: 'json' })).bytes] as const,
  datapackage: async (log: Log) => ['log.zip', (await written(log, { format: 'datapackage' })).bytes] as const,
};

describe.each(Object.entries(files))('%s', (_name, fileOf) => {
  test.each([
    ['in memory', () => memoryLog() as Log],
    ['on disk', () => onDisk()],
    ['on disk, as the import room opens it', () => onDisk(true)],
  ])('the article’s page, %s', async (_where, open) => {
    const before = await article();
    const after = open();
    await take(after, ...(await fileOf(before)));
    expect(await rawOf(after)).toEqual(await rawOf(before));
    expect(await verdictsOf(after)).toEqual(await verdictsOf(before));
    expect(
      Object.values(await verdictsOf(after)).filter((one) => (one as { kept: string }).kept === 'strong'),
    ).toHaveLength(3);
    // And again into the same: nothing moves.
    await take(after, ...(await fileOf(before)));
    expect(await rawOf(after)).toEqual(await rawOf(before));
    expect(await verdictsOf(after)).toEqual(await verdictsOf(before));
  });

  test('a log of odd rows', async () => {
    const before = await sampleLog();
    const after = memoryLog();
    await take(after, ...(await fileOf(before)), 777);
    expect(await rawOf(after)).toEqual(await rawOf(before));
  });
});

test('a file with pseudonyms is not taken, and says so', async () => {
  for (const format of ['ndjson', 'json', 'datapackage'] as const) {
    const bytes: Uint8Array = (
      await written(await article(), { format, pseudonymised: true }, new Uint8Array(32).fill(7))
    ).bytes;
    const guessed = await guessFile('file', bytes, { encoding: 'auto' }, around);
    const id = guessed.ok ? guessed.guess.format : 'flockmark';
    const source = { name: 'file', head: bytes.subarray(0, 8), bytes: () => parts(bytes) };
    const entries = readFile(source, id, { encoding: 'auto' }, around);
    const preview = await checkImport(entries, { log: memoryLog(), format: id, report() {}, goOn() {} });
    expect(preview.blocked, format).toBe('pseudonymised');
  }
});
