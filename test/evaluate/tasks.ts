/** One piece of the evaluation: one draw of one family, in every reading it is judged by. Runs in any process. */
import { defaultSettings, type Settings } from '@/lib/settings';
import type { MemoryLog } from '@/lib/store/memory-log';
import { type Random, seeded } from '../scenarios/random';
import { seed32 } from '../scenarios/seed-32';
import { seedPage } from '../scenarios/seed-page';
import { campaignFamilies } from './campaigns';
import { accountsOf, type Case, type Size } from './case';
import { crowdFamilies } from './crowds';
import { type Tally, tallyOf } from './measures';
import { campaignCase } from './page';
import { type Reading, recordingOf } from './recordings';
import { replayCaptures, type VerdictLine, verdictLines } from './replay-captures';
import { familySwitches, singleSwitches } from './switches';

export interface Task {
  readonly kind: 'seed-32' | 'seed-page' | 'campaign' | 'crowd';
  /** The family's id. */
  readonly id: string;
  readonly seed: number;
  readonly size: Size;
  /** Also read with data left out, and in another order. */
  readonly ablations: boolean;
  /** Also judged with fingerprints switched off: each family, or each family and each fingerprint. */
  readonly off?: 'families' | 'each';
}

export interface Result {
  readonly task: Task;
  /** A case of it: crowds draw several. */
  readonly draw: number;
  /** Name of the reading: `full`, `200 posts`, `10 %`, `no source`, … */
  readonly reading: string;
  readonly tally: Tally;
  /** Verdicts that are not the same as in the reading `full`; only where that is asked. */
  readonly differing?: Difference;
  /** Levels of seed-32's accounts by handle. */
  readonly levels?: Readonly<Record<string, string>>;
}

const FULL: readonly [string, Reading] = ['full', {}];
const REVEALED: readonly (readonly [string, Reading])[] = [
  ...[50, 100, 200, 500].map((newest) => [`${newest} posts`, { newest }] as const),
  ['50 %', { share: 0.5 }],
  ['10 %', { share: 0.1 }],
];
/** The quick size leaves out what lies between all and nothing. */
const ABLATIONS: readonly (readonly [string, Reading])[] = [
  ['no source', { without: ['client'] }],
  ['no created_at', { without: ['created'] }],
  ['neither', { without: ['client', 'created'] }],
  ['minutes', { minutes: true }],
  ['shuffled', { shuffled: true }],
];

/** Everything is drawn from the family's own name and the seed, so that a new family changes no other's pages. */
export const randomFor = (id: string, seed: number, draw: number): Random => {
  let hash = seed * 2_654_435_761 + draw * 40_503;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return seeded(hash);
};

/** Members that a crowd family must have at a size before it stops drawing pages. */
export const MEMBERS: Readonly<Record<Size, number>> = { full: 500, quick: 120 };

/** The cases of a task, made one at a time. */
export function* casesOf({ kind, id, seed, size }: Task): Generator<Case> {
  if (kind === 'seed-32') yield campaignCase(seed32());
  if (kind === 'seed-page') yield campaignCase(seedPage(2_016 + seed));
  if (kind === 'campaign') yield named(campaignFamilies, id).draw(randomFor(id, seed, 0), size);
  if (kind === 'crowd') {
    const family = named(crowdFamilies, id);
    for (let draw = 0, members = 0; members < MEMBERS[size]; draw++) {
      const one = family.draw(randomFor(id, seed, draw), size);
      if (one.members.size === 0) throw new Error(`${id} has no members`);
      members += one.members.size;
      yield one;
    }
  }
}

function named<Family extends { readonly id: string }>(families: readonly Family[], id: string): Family {
  const family = families.find((one) => one.id === id);
  if (!family) throw new Error(`no family “${id}”: there are ${families.map((one) => one.id).join(', ')}`);
  return family;
}

export async function* run(task: Task): AsyncGenerator<Result> {
  let draw = 0;
  for (const one of casesOf(task)) {
    const full = await read(one, FULL[1], task.seed);
    const switches = [...(task.off ? familySwitches : []), ...(task.off === 'each' ? singleSwitches : [])];
    const levels = task.kind === 'seed-32' ? { levels: levelsOf(one, full.lines) } : {};
    yield { task, draw, reading: FULL[0], tally: full.tally, ...levels };
    for (const { name, off } of switches) {
      const lines = await linesOf(full.log, { ...defaultSettings, off });
      yield { task, draw, reading: name, tally: tallyOf(one, full.seen, lines) };
    }
    const ablations = ABLATIONS.filter(([, how]) => task.size === 'full' || how.without?.length !== 1);
    const more = [...(task.kind === 'seed-page' ? REVEALED : []), ...(task.ablations ? ablations : [])];
    for (const [reading, how] of more) {
      const { tally, lines } = await read(one, how, task.seed);
      const differing = how.shuffled ? { differing: difference(full.lines, lines) } : {};
      yield { task, draw, reading, tally, ...differing };
    }
    draw++;
  }
}

/** One reading through parser, store and engine. */
export async function read(one: Case, reading: Reading, seed: number) {
  const recording = recordingOf(one, reading, seed);
  const { log, unread } = await replayCaptures(recording.captures());
  if (unread > 0) throw new Error(`${unread} responses could not be read`);
  const lines = await linesOf(log, defaultSettings);
  return { seen: recording.seen, log, lines, tally: tallyOf(one, recording.seen, lines) };
}

/** Everybody's verdict. Flocks form the same whatever is switched off, so that one log serves all settings. */
async function linesOf(log: MemoryLog, settings: Settings): Promise<VerdictLine[]> {
  const lines: VerdictLine[] = [];
  for await (const line of verdictLines(log, settings)) lines.push(line);
  return lines;
}

export interface Difference {
  /** Accounts whose level, fingerprints or company in a flock are not the same. */
  readonly accounts: number;
  /** Accounts of which only the flock's name is another one. */
  readonly names: number;
}

/** Compares two sets of verdict lines. Flocks are compared by their members first, by their names second. */
export function difference(a: readonly VerdictLine[], b: readonly VerdictLine[]): Difference {
  const [left, right] = [comparable(a), comparable(b)];
  let [accounts, names] = [0, 0];
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(id), right.get(id)];
    if (one?.verdict !== other?.verdict) accounts++;
    else if (one?.flock !== other?.flock) names++;
  }
  return { accounts, names };
}

/** Verdicts by account; in place of the flock's name stands its first member. */
function comparable(lines: readonly VerdictLine[]) {
  const first = new Map<string, string>();
  for (const { flock, accountId } of lines) {
    if (flock !== null && !((first.get(flock) ?? '~') < accountId)) first.set(flock, accountId);
  }
  return new Map(
    lines.map(({ flock, ...line }) => {
      const company = flock === null ? null : first.get(flock);
      return [line.accountId, { flock, verdict: JSON.stringify([line, company]) }];
    }),
  );
}

function levelsOf(one: Case, lines: readonly VerdictLine[]): Record<string, string> {
  const accounts = accountsOf(one);
  return Object.fromEntries(lines.map((line) => [accounts.get(line.accountId)?.handle ?? line.accountId, line.level]));
}
