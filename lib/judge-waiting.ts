/** Judging in rounds when nothing else is to do: accounts whose flock has become something else since they were judged. */
import type { FlockRow } from './flocks/evidence';
import { keepVerdicts, openBench } from './judge';
import type { CountersRow, Log } from './log';
import type { AccountId } from './model';
import type { Settings } from './settings';
import { openUnit, type Unit } from './unit';
import { judgedBy } from './verdict';

/** Accounts of a flock that are judged in one unit of work while the rest of the flock waits. */
const ROUND = 200;

export interface Judged {
  /** Somebody did wait. */
  readonly waited: boolean;
  /** As it stood at that moment: who goes by it sees whether somebody else writes. */
  readonly health: CountersRow | undefined;
}

/**
 * Judges one round of accounts whose flock has become something else since they were judged. Resumes where it stopped, also
 * after the worker was killed. @param round accounts of it at most, of one flock after the other. @returns whether more wait.
 */
export const judgeWaiting = async (log: Log, settings: Settings, round = ROUND): Promise<boolean> =>
  (await judgeRounds(log, settings, round, ({ log: inside }) => inside.pendingFlocks(Math.ceil(round / ROUND)))).waited;

/**
 * Judges the accounts of these flocks that wait, at most so many: who knows which they are need not ask the disk. What is left of
 * them waits on.
 */
export const judgeFlocks = (log: Log, settings: Settings, ids: readonly string[], round: number): Promise<Judged> =>
  judgeRounds(log, settings, round, async (unit) => {
    const flocks = await unit.getMany('flocks', ids);
    return flocks.filter((flock) => flock !== undefined).filter(({ pending }) => pending === 1);
  });

async function judgeRounds(
  log: Log,
  settings: Settings,
  round: number,
  find: (unit: Unit) => Promise<readonly FlockRow[]>,
): Promise<Judged> {
  return log.atomically(async (inside) => {
    const unit = openUnit(inside);
    const flocks = await find(unit);
    const membersOf = async (flock: FlockRow | undefined, most: number) => {
      if (!flock || most === 0) return [];
      const ids = await inside.membersOf(flock.id, flock.cursor ?? '', most);
      await unit.getMany('evidence', ids);
      return ids;
    };
    let [left, coming] = [round, membersOf(flocks[0], round)];
    for (const [i, { id, cursor }] of flocks.entries()) {
      const [ids, row] = [await coming, await unit.get('flocks', id)];
      // Judging the one before has made something else of it: next time.
      if (left === 0 || !row || row.pending === 0 || row.cursor !== cursor) break;
      const isWhole = ids.length < left;
      left -= ids.length;
      // The disk reads the next while these are judged.
      coming = membersOf(flocks[i + 1], left);
      coming.catch(() => undefined);
      await judgeRound(unit, row, ids, isWhole, settings);
      await unit.flush();
    }
    await coming;
    return { waited: flocks.length > 0, health: await unit.get('counters', 'health') };
  }, true);
}

async function judgeRound(
  unit: Unit,
  { cursor, ...flock }: FlockRow,
  ids: readonly AccountId[],
  isWhole: boolean,
  settings: Settings,
): Promise<void> {
  const wait = isWhole ? { pending: 0 as const } : { pending: 1 as const, cursor: ids.at(-1)! };
  unit.put('flocks', { ...flock, ...wait });
  await keepVerdicts(unit, openBench(unit, settings), ids);
  // What is found of it now is what all of its accounts are judged by, where this round has begun with the first of them.
  if (cursor === undefined) unit.put('flocks', { ...(await unit.get('flocks', flock.id))!, ...wait });
}

/**
 * After an update of the engine or its settings: has every flock that another version judged wait to be judged anew. The
 * verdicts themselves follow in rounds, and say until then which version they are of.
 */
export async function renewVerdicts(log: Log, settings: Settings): Promise<void> {
  const current = judgedBy(settings);
  for (let last = ''; ; ) {
    const after = last;
    const flocks = await log.atomically(async (inside) => {
      const unit = openUnit(inside);
      const found = await inside.flocksAfter(after, ROUND);
      for (const flock of found) {
        if (flock.into !== undefined || flock.signature.startsWith(current)) continue;
        const { cursor: _cursor, ...rest } = flock;
        unit.put('flocks', { ...rest, pending: 1 });
      }
      await unit.flush();
      return found;
    });
    if (flocks.length < ROUND) return;
    last = flocks.at(-1)!.id;
  }
}
