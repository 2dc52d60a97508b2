/**
 * Pages of nonsense and of bad will: nothing breaks, nothing is lost, nobody is badged on less than two families, and a post
 * costs no more the more there are. What it costs is counted in rows, not in time: the same on every machine. (Times, up to
 * 100,000 posts: `npm run bench -- growth`.)
 */
import { describe, expect, test } from 'vitest';
import type { Log, TableName } from '../../lib/log';
import { keyOf } from '../../lib/log';
import type { Verdict } from '../../lib/model';
import { type MemoryLog, memoryLog } from '../../lib/store/memory-log';
import { inputs, slice } from '../bench/growth-inputs';
import { captureOf, openWorld } from './world';

/** A log that counts the rows that are asked for, answered and written. */
function counted() {
  const log = memoryLog();
  let rows = 0;
  const counting =
    <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      const answer = await ask(...given);
      const asked = Array.isArray(given[0]) ? given[0].length : 0;
      rows += Math.max(asked, Array.isArray(answer) ? answer.length : 0);
      return answer;
    };
  const shelves = Object.fromEntries(
    (Object.keys(keyOf) as TableName[]).map((name) => {
      const { get, put } = log.shelves[name] as {
        get: (keys: readonly string[]) => Promise<unknown>;
        put: (rows: readonly never[]) => Promise<void>;
      };
      return [name, { ...log.shelves[name], get: counting(get), put: counting(put) }];
    }),
  ) as unknown as Log['shelves'];
  const watched: Log = {
    ...log,
    shelves,
    textsNear: counting(log.textsNear),
    textKeysInGroup: counting(log.textKeysInGroup),
    textsOf: counting(log.textsOf),
    authorsOf: counting(log.authorsOf),
    membersOf: counting(log.membersOf),
    atomically: (work) => work(watched),
    reading: (work) => work(watched),
  };
  return { log, watched, rows: () => rows };
}

/** METHOD §2: fingerprints that support, and never count as the second family. */
const SUPPORTS = new Set(['hand-over', 'one-outlet', 'off-topic', 'isolation', 'handle-template', 'followed-core']);

function badgedOnTooLittle(log: MemoryLog): readonly Verdict[] {
  return [...log.rows.verdicts.values()].filter(({ level, findings }) => {
    if (level !== 'strong' && level !== 'weak') return false;
    const telling = findings.filter((one) => one.outcome === 'match' && !SUPPORTS.has(one.fingerprint));
    const families = new Set(telling.map((one) => one.family));
    return families.size < 2 || !(families.has('text') || families.has('cadence'));
  });
}

const POSTS = 1_600;
const CAPTURE = 50;

describe.each(inputs.map((input) => [input.name, input] as const))('%s', (_name, input) => {
  test('every post is kept, nobody is badged on too little, and the last cost no more than the first', async () => {
    const { log, watched, rows } = counted();
    const world = openWorld(watched);
    const parts: number[] = [];
    for (let part = 0; part < 4; part++) {
      const before = rows();
      for (let at = (part * POSTS) / 4; at < ((part + 1) * POSTS) / 4; at += CAPTURE)
        expect(await world.take(captureOf(slice(input, at, at + CAPTURE), { atMs: at }))).toMatchObject({
          newPosts: CAPTURE,
        });
      parts.push(rows() - before);
    }
    await world.settle();
    expect(log.rows.posts.size).toBe(POSTS);
    expect([...log.rows.pages.values()][0]?.posts).toBe(POSTS);
    expect(badgedOnTooLittle(log)).toEqual([]);
    // Four times as many posts are there: what grows with them would cost seven times as much as in the first quarter.
    expect(parts[3]! / parts[0]!, parts.join(' ')).toBeLessThan(2.5);
    for (const row of log.rows.verdicts.values()) expect(JSON.stringify(row)).not.toMatch(/NaN|Infinity/);
  });
});

test('the inputs reach the engine: many texts, large flocks, and badges that could be wrong', async () => {
  const flocks = await Promise.all(
    inputs.map(async (input) => {
      const log = memoryLog();
      const world = openWorld(log);
      await world.see(slice(input, 0, 600));
      return Math.max(0, ...[...log.rows.flocks.values()].map((flock) => flock.accounts));
    }),
  );
  expect(flocks.filter((accounts) => accounts > 40).length).toBeGreaterThanOrEqual(3);
});
