/**
 * Takes a checked file into the log, chunk by chunk, each a unit of work of its own, so that X's tab waits for none of them for long. How far it
 * is stands in the log with what is in: the same file goes on there, after the page or the browser was closed.
 */
import * as v from 'valibot';
import type { Entry, Imported } from '../formats/imported';
import type { Project } from '../formats/whole-log';
import { ingestParsed } from '../ingest-parsed';
import { judgeFlocks, judgeWaiting } from '../judge-waiting';
import type { Log } from '../log';
import type { Settings } from '../settings';
import { openPace, othersIn, type Pace } from './pace';
import { quietFlocks } from './quiet-flocks';
import { isRounded } from './rounded-ids';

/** Key of the row in `meta`. */
export const IMPORT_JOB = 'import-job';

const ImportJob = v.object({
  name: v.string(),
  size: v.number(),
  /** Of its first and last bytes: is it the same file? */
  fingerprint: v.string(),
  /** Records that are in, or were left out. */
  cursor: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The choices it was begun with. */
  plan: v.unknown(),
});
export type ImportJob = v.InferOutput<typeof ImportJob>;

/** An import that was begun and has not ended, if there is one. What cannot be read is none. */
export async function importUnderWay(log: Log): Promise<ImportJob | undefined> {
  const [row] = await log.shelves.meta.get([IMPORT_JOB]);
  const read = v.safeParse(ImportJob, row?.value);
  return read.success ? read.output : undefined;
}

export const isSameFile = (a: Pick<ImportJob, 'name' | 'size' | 'fingerprint'>, b: typeof a): boolean =>
  a.size === b.size && a.fingerprint === b.fingerprint;

export const forgetImport = (log: Log): Promise<void> => log.shelves.meta.remove([IMPORT_JOB]);

/** The end of an import in the middle of which the log was erased: its row is gone, and nothing of it may come after. */
export class Erased extends Error {
  override readonly name = 'Erased';
}
/** The end of an import in the middle of which another was begun, in another tab. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

/**
 * The log, for as long as it knows of the import: asked anew inside each unit of work.
 * @param cursor how far the file must be in: what comes after a chunk that could not be stored must not be, or that one would be lost
 * @throws {Erased | Superseded} and writes nothing
 */
const whileKnown = (log: Log, job: ImportJob, cursor?: number): Log => ({
  ...log,
  atomically: (work, passing) =>
    log.atomically(async (inside) => {
      const known = await importUnderWay(inside);
      if (!known) throw new Erased('The log was erased meanwhile; the import ended');
      if (!isSameFile(known, job) || (cursor ?? known.cursor) !== known.cursor)
        throw new Superseded('Another import was begun meanwhile; this one ended');
      return work(inside);
    }, passing),
});

/** Posts of a chunk, and accounts judged in one unit of work. */
const CHUNK = { first: 400, least: 50, most: 2000 } as const;
const ROUND = { first: 100, least: 20, most: 1000 } as const;

export interface RunProgress {
  readonly phase: 'reading' | 'judging';
  readonly records: number;
  readonly posts: number;
  readonly newPosts: number;
}
export interface RunResult extends RunProgress {
  readonly newAccounts: number;
  readonly leftOut: number;
  /** As the file tells it: its codebook among the rest. */
  readonly project?: Project;
}

export interface Run {
  readonly log: Log;
  readonly settings: Settings;
  readonly job: ImportJob;
  /** Rounded ids that the check has found: records with them are left out. */
  readonly roundedPosts?: number | undefined;
  readonly roundedAuthors?: number | undefined;
  /** Milliseconds, to measure by. */
  readonly clock: () => number;
  readonly report: (progress: RunProgress) => void;
  /** @throws where it is no longer wanted */
  readonly goOn: () => void;
}

const sizeOf = (item: Imported): number => (item.kind === 'seen' ? Math.max(1, item.posts.length) : 1);

/** @param entries the whole file from its beginning. What was in is passed over. @throws {Erased | Superseded} */
export async function runImport(entries: AsyncIterable<readonly Entry[]>, run: Run): Promise<RunResult> {
  const { settings, job, clock } = run;
  if (job.cursor === 0) await run.log.shelves.meta.put([{ key: IMPORT_JOB, value: job }]);
  const log = whileKnown(run.log, job);
  let [records, posts, newPosts, newAccounts, leftOut] = [0, 0, 0, 0, 0];
  const pace = await openPace(log, CHUNK);
  let held = 0;
  let chunk: Imported[] = [];
  let project: Project | undefined;
  const progress = (phase: RunProgress['phase']): RunProgress => ({ phase, records, posts, newPosts });
  const isOff = (item: Imported): boolean =>
    item.kind === 'seen' &&
    item.posts.some(
      ({ id, authorId }) =>
        (run.roundedPosts !== undefined && isRounded(id, run.roundedPosts)) ||
        (run.roundedAuthors !== undefined && isRounded(authorId, run.roundedAuthors)),
    );

  /** Units of work on their way into the log. While one is written, the next is read and learned. */
  const under: Promise<void>[] = [];
  async function goesUnder(work: Promise<void>): Promise<void> {
    work.catch(() => undefined);
    under.push(work);
    if (under.length > 1) await under.shift();
  }
  const flocks = quietFlocks();
  let [endedMs, stored] = [clock(), job.cursor];
  async function store(): Promise<void> {
    run.goOn();
    const [size, before] = [held, stored];
    stored = records;
    const also = { key: IMPORT_JOB, value: { ...job, cursor: stored } };
    const writing = ingestParsed(chunk, whileKnown(run.log, job, before), settings, also).then((taken) => {
      pace.next(size, clock() - endedMs, taken.health);
      endedMs = clock();
      flocks.note(taken.waiting);
      posts += taken.posts;
      newPosts += taken.newPosts;
      newAccounts += taken.newAccounts;
      run.report(progress('reading'));
    });
    [chunk, held] = [[], 0];
    await goesUnder(writing);
    // Beside somebody who scrolls there is time for it in the end.
    if (pace.besideMs === 0) await judge(flocks.takeQuiet());
  }

  async function judge(ids: readonly string[], rounds?: Pace): Promise<void> {
    if (ids.length === 0) return;
    const judging = judgeFlocks(log, settings, ids, ROUND.most).then(({ health }) => {
      rounds?.next(ROUND.most, clock() - endedMs, health);
      endedMs = clock();
    });
    await goesUnder(judging);
  }
  /** As long as nobody else is there; those left wait on disk. */
  async function judgeRest(rounds: Pace): Promise<void> {
    while (rounds.besideMs === 0) {
      run.goOn();
      const ids = flocks.takeRest();
      if (ids.length === 0) break;
      await judge(ids, rounds);
    }
    await Promise.all(under);
  }

  async function storeAll(): Promise<void> {
    for await (const part of entries) {
      for (const entry of part) {
        records++;
        if (entry.ok === true && entry.item.kind === 'project') project = entry.item.project;
        if (records <= job.cursor || entry.ok === 'passed-by') continue;
        if (!entry.ok || isOff(entry.item)) {
          leftOut++;
          continue;
        }
        chunk.push(entry.item);
        held += sizeOf(entry.item);
        if (held >= pace.size) await store();
      }
    }
    if (chunk.length > 0) await store();
    await Promise.all(under);
    while (await log.atomically((inside) => inside.tidy(), true)) run.goOn();
  }

  // Whatever happens: when it is told, nothing is being written any more.
  await storeAll().finally(() => Promise.allSettled(under));
  run.report(progress('judging'));
  const rounds = await openPace(log, ROUND, pace.besideMs);
  await judgeRest(rounds).finally(() => Promise.allSettled(under));
  for (let startMs = clock(); await judgeWaiting(log, settings, rounds.size); startMs = clock()) {
    rounds.next(rounds.size, clock() - startMs, await othersIn(log));
    run.goOn();
  }
  await forgetImport(log);
  return { ...progress('judging'), newAccounts, leftOut, ...(project && { project }) };
}
