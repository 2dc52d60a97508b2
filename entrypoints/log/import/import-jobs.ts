/** What the worker does for the import room: guess, check, take in. */
import { checkImport } from '@/lib/desk/check-import';
import type { Preview } from '@/lib/desk/preview';
import { importUnderWay, isSameFile, type RunProgress, type RunResult, runImport } from '@/lib/desk/run-import';
import type { Job } from '@/lib/desk/work';
import { type Guessed, guessFile } from '@/lib/formats/guess';
import type { ReadOptions } from '@/lib/formats/imported';
import { type FormatId, readFile } from '@/lib/formats/readers';
import type { Log } from '@/lib/log';
import { defaultSettings } from '@/lib/settings';
import { indexedLog } from '@/lib/store/indexed-log';
import { openDatabase } from '@/lib/store/schema';
import { decode, headOf, identityOf, sourceOf } from './open-file';

interface Guessing {
  readonly file: File;
  readonly options: ReadOptions;
}
interface Reading extends Guessing {
  readonly format: FormatId;
}
export interface Course {
  /** 0…1 of the file's bytes. */
  readonly share: number;
  readonly records: number;
}

/** Told no more often than this, in milliseconds: each costs the page a drawing. */
const TOLD_EVERY = 100;

function courseOf(file: File, report: (course: Course) => void) {
  let [read, records, told] = [0, 0, 0];
  const tell = () => {
    if (performance.now() - told < TOLD_EVERY) return;
    told = performance.now();
    report({ share: file.size === 0 ? 1 : Math.min(1, read / file.size), records });
  };
  return {
    onRead(bytes: number) {
      read += bytes;
      tell();
    },
    onRecords(n: number) {
      records = n;
      tell();
    },
  };
}

const guess: Job<Guessing, Guessed> = async ({ file, options }) =>
  guessFile(file.name, await headOf(file), options, { decode, nowMs: Date.now() });

const check =
  (log: Log): Job<Reading, Preview & { readonly goesOnAfter?: number }, Course> =>
  async ({ file, format, options }, { report, goOn }) => {
    const course = courseOf(file, report);
    const entries = readFile(await sourceOf(file, course.onRead), format, options, { decode, nowMs: Date.now() });
    const preview = await checkImport(entries, { log, format, report: course.onRecords, goOn });
    const job = await importUnderWay(log);
    const goesOn = job !== undefined && isSameFile(job, await identityOf(file)) && job.cursor > 0;
    return goesOn ? { ...preview, goesOnAfter: job.cursor } : preview;
  };

interface Taking extends Reading {
  readonly preview: Preview;
  /** From where, of a file that was begun before. */
  readonly after: number;
}

type Take = Job<Taking, RunResult, { readonly course?: Course; readonly progress?: RunProgress }>;
const take: Take = async ({ file, format, options, preview, after }, { report, goOn }) => {
  const course = courseOf(file, (told) => report({ course: told }));
  const entries = readFile(await sourceOf(file, course.onRead), format, options, { decode, nowMs: Date.now() });
  // A connection of its own: how far the file is in stands in each transaction, so none has to wait for the disk's plates.
  const db = openDatabase(undefined, 'relaxed');
  try {
    return await runImport(entries, {
      log: indexedLog(db, true),
      settings: defaultSettings,
      job: { ...(await identityOf(file)), cursor: after, plan: { format, options } },
      roundedPosts: preview.roundedPosts,
      roundedAuthors: preview.roundedAuthors,
      clock: () => performance.now(),
      report: (progress) => report({ progress }),
      goOn,
    });
  } finally {
    db.close();
  }
};

export const importJobs = (log: Log) => ({ importGuess: guess, importCheck: check(log), importTake: take });
