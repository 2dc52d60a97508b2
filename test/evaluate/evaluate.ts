/**
 * `npm run evaluate`: the whole evaluation, ten seeds; `-- --quick` two seeds of smaller pages; `-- --only ID` one family
 * with details; `--seeds N` and `--first-seed N` draw other pages of the same families; `--at-hand` writes down what a run
 * that was cut short has kept. See `run.ts`.
 *
 * `npm run evaluate -- --captures FILE --verdicts OUT`: recorded responses through parser, store and engine, the same code as
 * in the browser. One NDJSON line a capture in, one a seen account out.
 */

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import type { Capture } from '@/lib/model';
import { replayCaptures, verdictLines } from './replay-captures';
import { evaluate } from './run';

const Line = v.object({
  url: v.string(),
  pageUrl: v.string(),
  // Milliseconds, or a date as ISO 8601 writes it.
  capturedAt: v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.isoTimestamp())]),
  body: v.string(),
});

/** Captures of an NDJSON file; a line that cannot be read is reported by its number and left out. */
async function* capturesIn(path: string): AsyncGenerator<Capture> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number++;
    const text = line.replace(/^\ufeff/, '').trim();
    if (text === '') continue;
    const capture = readLine(text);
    if (typeof capture === 'string') console.error(`line ${number} left out: ${capture}`);
    else yield capture;
  }
}

function readLine(text: string): Capture | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const line = v.safeParse(Line, json);
  if (!line.success) return line.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; ');
  const { url, pageUrl, capturedAt, body } = line.output;
  return { url, pageUrl, capturedAtMs: typeof capturedAt === 'number' ? capturedAt : Date.parse(capturedAt), body };
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      captures: { type: 'string' },
      verdicts: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      seeds: { type: 'string' },
      'first-seed': { type: 'string' },
      'allow-known': { type: 'boolean', default: false },
      'at-hand': { type: 'boolean', default: false },
    },
  });
  if (values.captures === undefined && values.verdicts === undefined) {
    return evaluate({
      size: values.quick ? 'quick' : 'full',
      allowKnown: values['allow-known'],
      atHand: values['at-hand'],
      ...(values.only === undefined ? {} : { only: values.only }),
      ...(values.seeds === undefined ? {} : { seeds: Number(values.seeds) }),
      ...(values['first-seed'] === undefined ? {} : { firstSeed: Number(values['first-seed']) }),
    });
  }
  if (values.captures === undefined || values.verdicts === undefined) {
    console.error('Usage: npm run evaluate -- --captures FILE.ndjson --verdicts OUT.ndjson');
    return 2;
  }
  const { log, captures, unread } = await replayCaptures(capturesIn(values.captures));
  const out = createWriteStream(values.verdicts);
  const levels = new Map<string, number>();
  for await (const line of verdictLines(log)) {
    levels.set(line.level, (levels.get(line.level) ?? 0) + 1);
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const summary = [...levels].map(([level, n]) => `${n} ${level}`).join(', ');
  console.log(`${captures} captures (${unread} unread), ${log.rows.posts.size} posts; accounts: ${summary || 'none'}`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
