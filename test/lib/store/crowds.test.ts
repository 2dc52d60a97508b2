/** Accounts that an import takes in stand together, and are found as if each stood alone: whoever asks, after whatever came between. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openChores } from '@/lib/care/chores';
import { eraseAll } from '@/lib/care/erase';
import { startPurge } from '@/lib/care/purge';
import type { AccountEvidence } from '@/lib/flocks/evidence';
import type { AccountRow, Log } from '@/lib/log';
import type { Verdict } from '@/lib/model';
import { defaultSettings } from '@/lib/settings';
import type { BandPage } from '@/lib/store/band-pages';
import { memoryLog } from '@/lib/store/memory-log';
import type { PackedCrowd } from '@/lib/store/packing';
import type { LogDatabase } from '@/lib/store/schema';
import { openConnections, settle } from './connections';
import { diesAt, letDie } from './dying';

letDie();
const { connect, anew } = openConnections('crowds');

/** More than an import leaves to records alone. */
const MANY = 130;
const idOf = (i: number) => `a${String(i % 400).padStart(4, '0')}`;
const idsFrom = (from: number, count: number) => Array.from({ length: count }, (_, i) => idOf(from + i));
const FLOCKS = ['f.1', 'f.10', 'f.2'];

/** @param at changes what is told of the account */
function rowsOf(ids: readonly string[], at: number) {
  const accounts = ids.map((id, i): AccountRow => {
    const handleKey = `h${(Number(id.slice(1)) + (i % 5 === 0 ? at : 0)) % 390}`;
    return { id, handle: handleKey, handleKey, firstSeenMs: 1, lastSeenMs: at, handles: [], counts: [] };
  });
  const evidence = ids.flatMap((id, i): AccountEvidence[] => {
    const flock = FLOCKS[(Number(id.slice(1)) + (i % 7 === 0 ? at : 0)) % 5];
    return i % 11 === 0 ? [] : [{ id, posts: [], pages: { here: at }, ...(flock === undefined ? {} : { flock }) }];
  });
  const verdicts = ids.map((accountId): Verdict => {
    const level = at % 2 === 0 ? 'strong' : 'weak';
    return { accountId, level, findings: [], counterEvidence: [], engineVersion: 1, settingsVersion: 1 };
  });
  return { accounts, evidence, verdicts };
}
const takeIn = (log: Log, from: number, count: number, at: number) =>
  log.atomically(async ({ shelves }) => {
    const { accounts, evidence } = rowsOf(idsFrom(from, count), at);
    await shelves.accounts.put(accounts);
    await shelves.evidence.put(evidence);
  });
const judge = (log: Log, from: number, count: number, at: number) =>
  log.atomically(({ shelves }) => shelves.verdicts.put(rowsOf(idsFrom(from, count), at).verdicts), true);

const shelvesOf = ({ shelves }: Log) => [shelves.accounts, shelves.evidence, shelves.verdicts, shelves.dismissals];
async function answersOf(log: Log): Promise<unknown> {
  const answers: unknown[] = [];
  for (const shelf of shelvesOf(log)) {
    answers.push(await shelf.count(), await shelf.get(idsFrom(0, 400)), await shelf.scan('', 1000));
    answers.push(await shelf.scan(idOf(70), 9), await shelf.scan(idOf(390), 100), await shelf.keys(idOf(200), 1));
  }
  for (const flock of FLOCKS) {
    for (const [after, limit] of [
      ['', 1000],
      [idOf(100), 7],
      [idOf(199), 1],
    ] as const)
      answers.push(
        await log.membersOf(flock, after, limit),
        await log.atomically((inside) => inside.membersOf(flock, after, limit)),
      );
  }
  answers.push(await log.accountByHandle(Array.from({ length: 40 }, (_, i) => `H${i * 10}`)));
  return answers;
}

const step = fc.record({
  what: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('take in', 'judge', 'few') },
    { weight: 2, arbitrary: fc.constantFrom('remove', 'take a part away', 'restart') },
    { weight: 1, arbitrary: fc.constantFrom('clear') },
  ),
  from: fc.nat(399),
});

describe('accounts in crowds', () => {
  test('are told as by the log in memory', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
        anew();
        const inMemory = memoryLog();
        let [importing, other] = [connect(true), connect(false)];
        for (const [i, { what, from }] of steps.entries()) {
          const at = i + 2;
          if (what === 'restart') {
            [importing, other] = [connect(true), connect(false)];
            continue;
          }
          if (what === 'take in' || what === 'judge') await settle(importing.log);
          for (const log of [
            what === 'take in' || what === 'judge' || from % 2 ? importing.log : other.log,
            inMemory,
          ]) {
            const { accounts, evidence, verdicts } = log.shelves;
            if (what === 'take in') await takeIn(log, from, MANY, at);
            else if (what === 'judge') await judge(log, from, MANY, at);
            else if (what === 'few') await takeIn(log, from, 9, at);
            else if (what === 'clear') await evidence.clear();
            else if (what === 'take a part away') await verdicts.remove(idsFrom(from, 150));
            else
              await log.atomically(async ({ shelves }) => {
                await Promise.all(shelvesOf({ ...log, shelves }).map((shelf) => shelf.remove(idsFrom(from, 40))));
              });
            if (what === 'remove') expect((await accounts.get([idOf(from)]))[0]).toBeUndefined();
          }
        }
        const expected = await answersOf(inMemory);
        for (const { log } of [importing, other, connect(false), connect(true)])
          expect(await answersOf(log)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('an import', () => {
  test('stores by the dozen whom it takes in, and again those it meets again', async () => {
    const { log, db } = connect(true);
    await settle(log);
    await takeIn(log, 0, MANY, 2);
    expect(await db.people.count()).toBe(0);
    expect(await db.crowds.count()).toBe(Math.ceil(MANY / 12));
    await judge(log, 0, MANY, 3);
    expect(await db.people.count()).toBe(0);
    expect((await log.shelves.verdicts.scan('', 500)).length).toBe(MANY);
    // A few stand alone from then on.
    await judge(log, 0, 3, 4);
    expect(await db.people.count()).toBe(3);
    await judge(log, 0, MANY, 5);
    expect(await db.people.count()).toBe(3);
  });

  test('knows who stands in a flock, also when somebody goes out of a crowd of others’ older states', async () => {
    const { log } = connect(true);
    await settle(log);
    await judge(log, 204, MANY, 2);
    await takeIn(log, 231, MANY, 3);
    await takeIn(log, 0, MANY, 4);
    await log.shelves.verdicts.remove(idsFrom(217, 150));
    const rows = await log.shelves.evidence.scan('', 1000);
    for (const flock of FLOCKS) {
      const expected = rows.filter((row) => row.flock === flock).map(({ id }) => id);
      expect(await log.atomically((inside) => inside.membersOf(flock, '', 1000))).toEqual(expected);
    }
  });

  test('who takes the same in twice at once has the last of both', async () => {
    const { log } = connect(true);
    await settle(log);
    await log.atomically(async ({ shelves }) => {
      await shelves.accounts.put(rowsOf(idsFrom(0, MANY), 2).accounts);
      expect((await shelves.accounts.scan('', 1)).length).toBe(1);
      await shelves.accounts.put(rowsOf(idsFrom(0, MANY), 9).accounts);
    });
    for (const one of [log, connect(false).log, connect(true).log])
      expect((await one.shelves.accounts.scan('', 500)).map(({ lastSeenMs }) => lastSeenMs)).toEqual(
        Array(MANY).fill(9),
      );
  });

  test('ended at any request has stored all of them or none', async () => {
    const { log: before } = connect(true);
    await settle(before);
    await takeIn(before, 0, MANY, 2);
    let log = before;
    const work = () => takeIn(log, 100, MANY, 3);
    const without = await answersOf(connect(false).log);
    for (let at = 1; ; at++) {
      log = connect(true).log;
      await settle(log);
      if (!(await diesAt(at, work))) break;
      if (at % 7 === 0) expect(await answersOf(connect(false).log)).toEqual(without);
    }
    const inMemory = memoryLog();
    await takeIn(inMemory, 0, MANY, 2);
    await takeIn(inMemory, 100, MANY, 3);
    expect(await answersOf(connect(false).log)).toEqual(await answersOf(inMemory));
  }, 60_000);
});

describe('nothing stays', () => {
  const everything = async (db: LogDatabase): Promise<string> => {
    const tables = await Promise.all([db.people.toArray(), db.crowds.toArray()]);
    return tables
      .flat()
      .map((row) => JSON.stringify(row) + new TextDecoder().decode((row as { json: Uint8Array }).json))
      .join('\n');
  };
  test('of an account that goes, in whatever crowds it stood', async () => {
    const { log, db } = connect(true);
    await settle(log);
    await takeIn(log, 0, MANY, 2);
    await takeIn(log, 0, MANY, 3);
    const other = connect(false).log;
    await takeIn(other, 5, 1, 4);
    expect((await everything(db)).split(idOf(5)).length).toBeGreaterThan(4);
    for (const shelf of shelvesOf(other)) await shelf.remove([idOf(5), idOf(6)]);
    expect(await everything(db)).not.toContain(idOf(5));
    expect(await everything(db)).not.toContain(idOf(6));
    expect(await everything(db)).toContain(idOf(7));
  });

  test('of an older state, once something was to go', async () => {
    const { log, db } = connect(true);
    await settle(log);
    await takeIn(log, 0, MANY, 2);
    await takeIn(log, 30, MANY, 3);
    const other = connect(false).log;
    await takeIn(other, 50, 9, 4);
    const before = await answersOf(other);
    const states = async () =>
      (await db.people.count()) + ((await db.crowds.toArray()) as PackedCrowd[]).flatMap(({ ids }) => ids).length;
    expect(await states()).toBe(2 * MANY + 9);
    await other.atomically(startPurge);
    const chore = openChores(other, defaultSettings);
    while (await chore());
    expect(await states()).toBe(30 + MANY);
    expect(await answersOf(other)).toEqual(before);
    expect(await answersOf(connect(true).log)).toEqual(before);
    // Whoever goes after that leaves nothing either: 40 stood in two crowds under two handles, 55 in those and alone.
    for (const shelf of shelvesOf(other)) await shelf.remove([idOf(40), idOf(55)]);
    const noted = ((await db.bands.toArray()) as BandPage[]).flatMap((page) => page.keys);
    for (const id of [idOf(40), idOf(55)]) {
      expect(await everything(db)).not.toContain(id);
      expect(noted).not.toContain(id);
    }
    expect(noted).toContain(idOf(41));
  });

  test('when all is erased', async () => {
    const { log, db } = connect(true);
    await settle(log);
    await takeIn(log, 0, MANY, 2);
    await judge(log, 0, MANY, 3);
    await takeIn(connect(false).log, 5, 3, 4);
    await eraseAll(connect(false).log);
    expect(await db.people.count()).toBe(0);
    for (const table of [db.crowds, db.bands, db.runs]) expect(await table.toArray()).toEqual([]);
    for (const shelf of shelvesOf(connect(false).log)) expect(await shelf.count()).toBe(0);
  });
});

test('a handle is noted once, however often its account is met, and no more when it goes', async () => {
  const { log, db } = connect(true);
  await settle(log);
  for (const what of [takeIn, judge, takeIn]) await what(log, 0, MANY, 2);
  const noted = async () => ((await db.bands.toArray()) as BandPage[]).flatMap((page) => page.keys);
  expect((await noted()).toSorted()).toEqual(idsFrom(0, MANY));
  await connect(false).log.shelves.accounts.remove(idsFrom(0, 10));
  await connect(false).log.shelves.evidence.remove(idsFrom(0, 10));
  await connect(false).log.shelves.verdicts.remove(idsFrom(0, 10));
  expect((await noted()).toSorted()).toEqual(idsFrom(10, MANY - 10));
});
