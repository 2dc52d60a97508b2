/**
 * The whole evaluation: tasks on two processes, one table against METHOD's targets. The full profile writes
 * `docs/evaluation.md`; the quick one prints the same page, so that it leaves no trace in the tree.
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { campaignFamilies } from './campaigns';
import type { Size } from './case';
import { crowdFamilies } from './crowds';
import { type KeptResults, openKeptResults } from './kept-results';
import { isKnownMiss } from './known-misses';
import { only } from './only';
import { report, targetTable } from './report';
import { targetRows } from './targets';
import type { Result, Task } from './tasks';

export interface Options {
  readonly size: Size;
  /** One family only, with details; nothing is written. */
  readonly only?: string;
  readonly seeds?: number;
  /** Pages that nobody has looked at: another first seed than 1. */
  readonly firstSeed?: number;
  /** A target that is known to be missed, and said to be, is no failure: for the tests, which guard what is met. */
  readonly allowKnown?: boolean;
  /** Plays nothing: the page is made of what earlier runs have kept, of each kind the seeds of which no family is missing. */
  readonly atHand?: boolean;
}

const PROCESSES = 2;
const SEEDS: Readonly<Record<Size, number>> = { full: 10, quick: 2 };
const DOCUMENT = new URL('../../docs/evaluation.md', import.meta.url);

/** @returns the exit code: 1 where a target is missed. */
export async function evaluate({
  size,
  only: id,
  seeds = SEEDS[size],
  firstSeed = 1,
  allowKnown,
  atHand,
}: Options): Promise<number> {
  const all = Array.from({ length: seeds }, (_, i) => firstSeed + i);
  if (id !== undefined) {
    await only({ kind: kindOf(id), id, size, ablations: false }, all);
    return 0;
  }
  const [tasks, kept] = [tasksOf(size, all), openKeptResults()];
  const results = atHand ? keptOf(tasks, kept) : await runAll(tasks, kept);
  const rows = targetRows(results);
  const drawn = seeds === 1 ? `seed ${firstSeed}` : `seeds ${firstSeed}–${firstSeed + seeds - 1}`;
  if (size === 'full') {
    writeFileSync(DOCUMENT, report(`full, ${drawn}${atHand ? ', as far as it went' : ''}`, rows, results));
    console.log(targetTable(rows));
  } else console.log(report(`quick: smaller pages, ${drawn}`, rows, results));
  const missed = rows.flatMap((row) => (row.met === false ? row.measure : []));
  return (allowKnown ? missed.filter((measure) => !isKnownMiss(measure)) : missed).length > 0 ? 1 : 0;
}

function kindOf(id: string): Task['kind'] {
  if (id === 'seed-32' || id === 'seed-page') return id;
  if (campaignFamilies.some((family) => family.id === id)) return 'campaign';
  if (crowdFamilies.some((family) => family.id === id)) return 'crowd';
  const ids = [...campaignFamilies, ...crowdFamilies].map((family) => family.id);
  throw new Error(`no family “${id}”; there are seed-32, seed-page, ${ids.join(', ')}`);
}

/**
 * The longest first, so that both processes end together. Readings that leave data out cost five times the page itself: the
 * families have them, and families of fingerprints switched off, for the first three seeds, in quick runs for the first. Each
 * fingerprint by itself is switched off on the article's page, for the first seed of a full run.
 */
function tasksOf(size: Size, seeds: readonly number[]): Task[] {
  const some = seeds.slice(0, size === 'full' ? 3 : 1);
  const more = (seed: number): Pick<Task, 'off'> => (some.includes(seed) ? { off: 'families' } : {});
  const each = (seed: number): Pick<Task, 'off'> =>
    size === 'full' && seed === seeds[0] ? { off: 'each' } : more(seed);
  return [
    ...seeds.map((seed): Task => {
      const ablations = size === 'full' || some.includes(seed);
      return { kind: 'seed-page', id: 'seed-page', seed, size, ablations, ...each(seed) };
    }),
    ...seeds.flatMap((seed) =>
      campaignFamilies.map(({ id }): Task => {
        return { kind: 'campaign', id, seed, size, ablations: some.includes(seed), ...more(seed) };
      }),
    ),
    ...seeds.flatMap((seed) =>
      crowdFamilies.map(({ id }): Task => ({ kind: 'crowd', id, seed, size, ablations: false, ...more(seed) })),
    ),
    { kind: 'seed-32', id: 'seed-32', seed: 1, size, ablations: false },
  ];
}

function keptOf(tasks: readonly Task[], kept: KeptResults): Result[] {
  const found = tasks.map((task) => ({ task, results: kept.get(task) }));
  const whole = ({ kind, seed }: Task) =>
    found.every(({ task, results }) => task.kind !== kind || task.seed !== seed || results !== undefined);
  return found.flatMap(({ task, results = [] }) => (whole(task) ? results : []));
}

/**
 * The first seed whole, so that every table has something in it; then seed by seed what is quick; the other seeds' readings
 * without some of the data last. A run that is cut short has most of its pages.
 */
function turnOf({ kind, seed, ablations }: Task, tasks: readonly Task[]): number {
  const first = Math.min(...tasks.filter((one) => one.kind !== 'seed-32').map((one) => one.seed));
  if (kind === 'seed-page' || kind === 'seed-32') return 0;
  if (seed === first) return 1;
  return ablations ? seed + 1_000_000 : seed;
}

/** Runs the tasks on child processes; the results in the order of the tasks, whichever process was faster. */
async function runAll(tasks: readonly Task[], kept: KeptResults): Promise<Result[]> {
  const before = tasks.map((task) => kept.get(task));
  const results = before.map((found): Result[] => found ?? []);
  const waiting = tasks
    .flatMap((_, i) => (before[i] ? [] : [i]))
    .toSorted((a, b) => turnOf(tasks[a]!, tasks) - turnOf(tasks[b]!, tasks) || a - b);
  if (waiting.length < tasks.length) console.error(`${tasks.length - waiting.length} tasks were done before`);
  let next = 0;
  const begunMs = Date.now();
  const oneProcess = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)));
      let current = -1;
      const give = () => {
        current = waiting[next++] ?? -1;
        const task = tasks[current];
        if (!task) return child.disconnect();
        const seconds = Math.round((Date.now() - begunMs) / 1_000);
        console.error(`${seconds} s: ${next} of ${waiting.length}, ${task.id}, seed ${task.seed}`);
        child.send(task);
      };
      child.on('message', (message: { result?: Result; done?: true; failed?: string }) => {
        if (message.result) results[current]?.push(message.result);
        if (message.done) {
          kept.put(tasks[current]!, results[current]!);
          give();
        }
        if (message.failed !== undefined) {
          child.kill();
          reject(new Error(message.failed));
        }
      });
      child.on('error', reject);
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))));
      give();
    });
  await Promise.all(Array.from({ length: PROCESSES }, oneProcess));
  return results.flat();
}
