/**
 * Whether a post costs more the more posts there are, for pages of nonsense and of bad will. In Node: over the log in memory, or
 * over a stand-in for IndexedDB, which tells what is asked of it rather than how long a disk takes.
 */
import 'fake-indexeddb/auto';
import { judgeWaiting } from '../../lib/judge-waiting';
import type { Log } from '../../lib/log';
import { ingest } from '../../lib/pipeline';
import { defaultSettings } from '../../lib/settings';
import { indexedLog } from '../../lib/store/indexed-log';
import { memoryLog } from '../../lib/store/memory-log';
import { openDatabase } from '../../lib/store/schema';
import { captureOf, plainSite } from '../lib/world';
import { type Input, inputs, slice } from './growth-inputs';

export interface GrowthLine {
  readonly measure: string;
  /** Posts stored when the last of these came. */
  readonly posts: number;
  /** Milliseconds of processor time a post, over the posts since the line before: other work on the machine is no matter. */
  readonly value: number;
  readonly unit: 'ms a post';
  /** How much more a post costs than in the input's first line. */
  readonly ratio: number;
}

export interface GrowthOptions {
  /** Most posts of an input; measured at an eighth, a quarter and a half of it, too. */
  readonly posts: number;
  /** Only inputs whose name holds this. */
  readonly only?: string;
  readonly indexed?: boolean;
  readonly say: (line: GrowthLine) => void;
}

const CAPTURE = 100;
/** What grows needs no hour to show it. */
const PATIENCE_MS = 120_000;

let databases = 0;
const indexed = (): Log => indexedLog(openDatabase(`growth-${++databases}`));

export async function growth({
  posts: most,
  only = '',
  indexed: inIndexedDb = false,
  say,
}: GrowthOptions): Promise<void> {
  const openLog = inIndexedDb ? indexed : memoryLog;
  const chosen = inputs.filter(({ name }) => name.includes(only));
  // Compiled code from the first line on.
  for (const input of chosen) await feed(input, openLog(), 0, 500);
  for (const input of chosen) {
    const log = openLog();
    let [stored, first, whole] = [0, 0, 0];
    for (const part of [8, 4, 2, 1]) {
      const size = Math.round(most / part / CAPTURE) * CAPTURE;
      const ms = await feed(input, log, stored, size);
      const value = ms / (size - stored);
      first ||= value;
      whole += ms;
      stored = size;
      say({ measure: input.name, posts: size, value: round(value), unit: 'ms a post', ratio: round(value / first) });
      if (whole > PATIENCE_MS) break;
    }
  }
}

/** Milliseconds of processor time that the engine takes for some posts of an input, a hundred a capture, and for judging who waits. */
async function feed(input: Input, log: Log, from: number, to: number): Promise<number> {
  let ms = 0;
  for (let at = from; at < to; at += CAPTURE) {
    const capture = captureOf(slice(input, at, at + CAPTURE), { atMs: at });
    const begun = process.cpuUsage();
    await ingest(capture, plainSite, log, defaultSettings);
    // One round a capture, as on a page that is being read: who waits longer is judged when it is quiet.
    await judgeWaiting(log, defaultSettings);
    const { user, system } = process.cpuUsage(begun);
    ms += (user + system) / 1000;
  }
  return ms;
}

const round = (value: number): number => Number(value.toPrecision(3));
