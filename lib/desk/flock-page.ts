/** One flock: its figures, its texts, and the runs of days on which its accounts were made. */
import { creationRuns } from '../flocks/creation-runs';
import { openBench } from '../judge';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { openUnit } from '../unit';
import type { Columns } from './columns';
import { countFlocks, type FlockCells, type FlockText, flockTexts } from './flock-cells';
import type { Job } from './work';

export interface Run {
  /** Days as times of their beginning, the last one included. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Accounts of the sample that were made in it. */
  readonly accounts: number;
}
export interface FlockPage {
  readonly flock: Omit<FlockCells, 'example'>;
  readonly texts: readonly FlockText[];
  readonly runs: readonly Run[];
  /** Accounts of which runs are told. */
  readonly sampled: number;
}

const TEXTS = 100;
const DAY_MS = 86_400_000;

/** @returns `undefined` for a flock that is not, or that became another one */
export function askFlock(
  log: Log,
  columns: Columns,
  settings: Settings,
): Job<{ readonly id: string }, FlockPage | undefined> {
  return async ({ id }) => {
    const flock = countFlocks(columns).get(id);
    if (!flock) return undefined;
    const member = columns.flocks.get(id)?.sample[0]?.id;
    const found = await log.reading(async (inside) =>
      member === undefined ? undefined : openBench(openUnit(inside), settings).evidenceFor(member),
    );
    const view = found?.evidence.flock;
    const runs = found && view ? creationRuns(view, found.evidence).windows : [];
    return {
      flock,
      texts: await flockTexts(log, id, TEXTS),
      runs: runs.map(({ from, to, accounts }) => ({ fromMs: from * DAY_MS, toMs: to * DAY_MS, accounts })),
      sampled: view?.sample.filter(({ createdDay }) => createdDay !== undefined).length ?? 0,
    };
  };
}
