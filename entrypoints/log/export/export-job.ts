/** Writes a file in the worker, piece by piece: each piece is handed to the browser, which may put it on disk, and is let go. */
import { type ExportChoice, passesOf } from '@/lib/desk/export-choice';
import { exportFile } from '@/lib/desk/export-file';
import { rowsOf, watchedLog } from '@/lib/desk/watched-log';
import type { Job } from '@/lib/desk/work';
import type { Project } from '@/lib/formats/whole-log';
import type { Log } from '@/lib/log';
import { projectOf } from '@/lib/project';
import { KEY_BYTES } from '@/lib/pseudonyms/keyed';
import { defaultSettings } from '@/lib/settings';
import type { Eyes } from '@/lib/views';

export interface ExportInput {
  readonly choice: ExportChoice;
  readonly project: Project;
  readonly atMs: number;
  readonly eyes?: Eyes;
}
/** Rows read of the rows that are to be read. */
export interface ExportProgress {
  readonly done: number;
  readonly known: number;
}
export interface Exported {
  readonly name: string;
  readonly file: Blob;
}

/** Bytes, or letters, of a piece. */
const PIECE = 4_000_000;
const TELL_EVERY_MS = 100;

const randomHex = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function keyOf(log: Log): Promise<Uint8Array> {
  const { pseudonymKey } = await projectOf(log, () => ({ id: crypto.randomUUID(), pseudonymKey: randomHex() }));
  return Uint8Array.from(pseudonymKey.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
}

export const exportJob =
  (log: Log): Job<ExportInput, Exported, ExportProgress> =>
  async ({ choice, project, atMs, eyes }, course) => {
    const known = await rowsOf(log, passesOf(choice));
    let [done, toldAt] = [0, 0];
    const tell = (rows: number) => {
      course.goOn();
      done = Math.min(done + rows, known);
      if (performance.now() - toldAt < TELL_EVERY_MS) return;
      toldAt = performance.now();
      course.report({ done, known });
    };
    const key = choice.pseudonymised ? await keyOf(log) : undefined;
    const { name, type, content } = await exportFile(watchedLog(log, tell), defaultSettings, choice, {
      atMs,
      project,
      ...(key ? { key } : {}),
      ...(eyes ? { eyes } : {}),
    });
    const file = await gathered(content, type, course.goOn);
    course.report({ done: known, known });
    return { name, file };
  };

/** @param goOn asked at every pause, in which a cancel can come in */
async function gathered(content: AsyncIterable<string | Uint8Array>, type: string, goOn: () => void): Promise<Blob> {
  const pieces: Blob[] = [];
  let parts: (string | Uint8Array<ArrayBuffer>)[] = [];
  let [size, pausedAt] = [0, performance.now()];
  for await (const part of content) {
    parts.push(part as string | Uint8Array<ArrayBuffer>);
    size += part.length;
    if (performance.now() - pausedAt > TELL_EVERY_MS) {
      await new Promise((resolve) => setTimeout(resolve));
      pausedAt = performance.now();
      goOn();
    }
    if (size < PIECE) continue;
    pieces.push(new Blob(parts));
    [parts, size] = [[], 0];
  }
  return new Blob([...pieces, ...parts], { type });
}
