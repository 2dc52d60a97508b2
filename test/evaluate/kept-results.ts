/**
 * Results of finished tasks, kept beside the tree (git ignores them), so that a run that was cut short goes on where it
 * stopped. They are named by the sources a result depends on: when a line of the engine, of the families or of the measures
 * changes, none of the old ones is found. What only words, orders and writes down results is none of these.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result, Task } from './tasks';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, '.evaluation');
/** Where a task is run: what it imports, and what that imports, decides its results. */
const WORKER = 'test/evaluate/worker.ts';
/** Read by the scenarios, not imported. */
const TABLES = 'test/scenarios/data';
/** Types decide nothing: an `import type` is left out. */
const IMPORTED = /^(?:import|export|\})(?!\s+type\b)[^;]*?'((?:@|\.{1,2})\/[^']+)';$/gm;

/** The file and all files of the project that it needs, as paths from the root. */
export function sourcesOf(path: string, root = ROOT, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, request = ''] of readFileSync(join(root, path), 'utf8').matchAll(IMPORTED)) {
    const target = request.startsWith('@/') ? request.slice(2) : posix.join(posix.dirname(path), request);
    const found = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((one) => existsSync(join(root, one)));
    if (found === undefined) throw new Error(`${path} imports ${request}, which is not there`);
    sourcesOf(found, root, known);
  }
  return known;
}

function digestOf(): string {
  const hash = createHash('sha256');
  const tables = readdirSync(join(ROOT, TABLES)).map((name) => `${TABLES}/${name}`);
  for (const path of [...sourcesOf(WORKER), ...tables].toSorted()) {
    hash.update(`${path}\n`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex').slice(0, 16);
}

export interface KeptResults {
  get(task: Task): Result[] | undefined;
  put(task: Task, results: readonly Result[]): void;
}

export function openKeptResults(folder = FOLDER, digest = digestOf()): KeptResults {
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
