import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeptResults, sourcesOf } from './kept-results';
import { sum } from './measures';
import type { Result, Task } from './tasks';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluation-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const task: Task = { kind: 'campaign', id: 'tiny', seed: 3, size: 'quick', ablations: true, off: 'families' };
const results: Result[] = [{ task, draw: 0, reading: 'full', tally: { ...sum([]), campaign: 19, found: 18 } }];

test('what was done once is found again, by another process too', () => {
  expect(openKeptResults(folder, 'a').get(task)).toBeUndefined();
  openKeptResults(folder, 'a').put(task, results);
  expect(openKeptResults(folder, 'a').get({ ...task })).toEqual(results);
});

test('not for another task, nor after anything has changed that decides a result', () => {
  openKeptResults(folder, 'a').put(task, results);
  const { off: _off, ...other } = task;
  expect(openKeptResults(folder, 'a').get(other)).toBeUndefined();
  expect(openKeptResults(folder, 'a').get({ ...task, seed: 4 })).toBeUndefined();
  expect(openKeptResults(folder, 'b').get(task)).toBeUndefined();
});

test('the sources name the place, and nothing is left half written', () => {
  openKeptResults(folder).put(task, results);
  const [place, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  expect(place).toMatch(/^[0-9a-f]{16}$/);
  expect(readdirSync(join(folder, place!)).filter((name) => !name.endsWith('.json'))).toEqual([]);
});

test('the sources are the engine’s, the families’ and the measures’, not the desk’s nor the report’s', () => {
  const sources = sourcesOf('test/evaluate/worker.ts');
  for (const path of [
    'lib/verdict.ts',
    'lib/settings.ts',
    'lib/fingerprints/phase-lock.ts',
    'lib/sites/x/parse.ts',
    'test/evaluate/crowds/09-football.ts',
    'test/evaluate/measures.ts',
    'test/scenarios/wire-post.ts',
  ])
    expect(sources, path).toContain(path);
  for (const path of sources) expect(path).not.toMatch(/^(components|entrypoints)|report|targets|lib\/desk/);
});
