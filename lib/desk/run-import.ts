/**
 * Takes a checked file into the log, chunk by chunk, each a unit of work of its own, so that X's tab waits for none of them for long. How far it
 * is stands in the log with what is in: the same file goes on there, after the page or the browser was closed.
 */
import * as v from 'valibot';
import type { Entry, Imported } from '../formats/imported';
import type { Project } from '../formats/whole-log';
import { ingestParsed } from '../ingest-parsed';
import type { Log } from '../log';
import { judgeWaiting } from '../pipeline';
import type { Settings } from '../settings';
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

/** Records in the first chunk, and at most; after it, as many as fit into the time. */
const CHUNK = { first: 400, least: 100, most: 4000 } as const;
/**
 * How long a unit of work may take, in milliseconds: a capture waits for it. Each writes the rows of its accounts, pages and flocks once, so
 * large ones cost less a post; small ones are for when somebody scrolls meanwhile.
 */
const CHUNK_MS = { alone: 400, beside: 110 } as const;
/** Chunks after a capture until nobody seems to scroll any more. */
const BESIDE = 20;
/** Accounts judged in one unit of work. */
const ROUND = 200;

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

/** Responses that were taken in so far: more of them mean that somebody scrolls. */
const bodiesOf = async (log: Log): Promise<number> => (await log.shelves.counters.get(['health']))[0]?.bodies ?? 0;

/** @param entries the whole file from its beginning. What was in is passed over. */
export async function runImport(entries: AsyncIterable<readonly Entry[]>, run: Run): Promise<RunResult> {
  const { log, settings, job, clock } = run;
  let [records, posts, newPosts, newAccounts, leftOut] = [0, 0, 0, 0, 0];
  let [size, held]: [number, number] = [CHUNK.first, 0];
  let chunk: Imported[] = [];
  let project: Project | undefined;
  let [bodies, beside] = [await bodiesOf(log), 0];
  const progress = (phase: RunProgress['phase']): RunProgress => ({ phase, records, posts, newPosts });
  const isOff = (item: Imported): boolean =>
    item.kind === 'seen' &&
    item.posts.some(
      ({ id, authorId }) =>
        (run.roundedPosts !== undefined && isRounded(id, run.roundedPosts)) ||
        (run.roundedAuthors !== undefined && isRounded(authorId, run.roundedAuthors)),
    );

  async function store(): Promise<void> {
    run.goOn();
    const startMs = clock();
    const taken = await ingestParsed(chunk, log, settings, { key: IMPORT_JOB, value: { ...job, cursor: records } });
    const tookMs = Math.max(1, clock() - startMs);
    const now = await bodiesOf(log);
    beside = now === bodies ? Math.max(0, beside - 1) : BESIDE;
    bodies = now;
    const fits = (held * (beside > 0 ? CHUNK_MS.beside : CHUNK_MS.alone)) / tookMs;
    size = Math.round(Math.min(CHUNK.most, size * 2, Math.max(CHUNK.least, fits)));
    [chunk, held] = [[], 0];
    posts += taken.posts;
    newPosts += taken.newPosts;
    newAccounts += taken.newAccounts;
    run.report(progress('reading'));
  }

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
      if (held >= size) await store();
    }
  }
  if (chunk.length > 0) await store();
  run.report(progress('judging'));
  while (await judgeWaiting(log, settings, ROUND)) run.goOn();
  await forgetImport(log);
  return { ...progress('judging'), newAccounts, leftOut, ...(project && { project }) };
}
