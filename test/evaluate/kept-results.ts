/**
 * Results of finished tasks, kept beside the tree (git ignores them), so that a run that was cut short goes on where it
 * stopped. They are named by everything a result depends on: when a line of the engine, of the families or of the measures
 * changes, none of the old ones is found.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result, Task } from './tasks';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, '.evaluation');
/** Folders whose sources decide a result. */
const SOURCES = ['lib', 'test/evaluate', 'test/scenarios'];
/** Files of them that only word, order and write down results. */
const AFTERWARDS = /^test\/evaluate\/(report|targets|rows|table|run|evaluate|known-misses|kept-results|only)\.ts$/;

function digestOf(root: string): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
      .filter((path) => !AFTERWARDS.test(path) && !path.endsWith('.test.ts'))
      .toSorted();
    for (const path of files) hash.update(`${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

export interface KeptResults {
  get(task: Task): Result[] | undefined;
  put(task: Task, results: readonly Result[]): void;
}

export function openKeptResults(folder = FOLDER, digest = digestOf(ROOT)): KeptResults {
  const place = join(folder, digest);
  mkdirSync(place, { recursive: true });
  const pathOf = (task: Task) =>
    join(place, `${createHash('sha256').update(JSON.stringify(task)).digest('hex').slice(0, 24)}.json`);
  return {
    get(task) {
      const path = pathOf(task);
      return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result[]) : undefined;
    },
    put(task, results) {
      // Renamed when whole: a run cut off while writing leaves nothing half.
      writeFileSync(`${pathOf(task)}.part`, JSON.stringify(results));
      renameSync(`${pathOf(task)}.part`, pathOf(task));
    },
  };
}
