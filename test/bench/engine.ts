/** How long the engine takes for a capture while the log grows, and for judging everybody anew. */

import type { Took } from './orders';
import { feedAt, openBench, type Slice } from './stage';

export interface Line {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: number;
  readonly met?: boolean;
}

export interface Options {
  /** Largest log to measure with, in posts. */
  readonly posts: number;
  /** Print what was asked of IndexedDB, too. */
  readonly profile: boolean;
  readonly say: (line: Line) => void;
}

/** Posts in the log, and the milliseconds of the worker's time that a capture of 20 may take then. */
const SIZES: readonly { readonly posts: number; readonly targetMs?: number }[] = [
  { posts: 1_000 },
  { posts: 50_000, targetMs: 20 },
  { posts: 500_000, targetMs: 30 },
];
const REBUILD = { posts: 100_000, targetSeconds: 10, targetMB: 300 };

const FILL = 500;
/** Every measured page is the same play; the others are all different. */
const PROBE_SEED = 5;
/** Posts of the measured page that are there before the clock runs, and captures by the clock. */
const WARM = 1_000;
const CAPTURES = 80;

export async function engine({ posts: most, profile, say }: Options): Promise<void> {
  const bench = await openBench(profile);
  let [number, stored] = [0, 0];
  async function take(slice: Omit<Slice, 'number'>): Promise<Took> {
    const took = await bench.give({ work: 'take', feed: feedAt({ number, ...slice }) });
    stored = took.posts;
    return took;
  }
  async function fill(posts: number): Promise<void> {
    const [before, begun] = [stored, performance.now()];
    while (stored < posts) {
      number++;
      const to = Math.ceil((posts - stored) / FILL);
      const feed = feedAt({ number, seed: number, size: FILL, from: 0, to });
      stored = (await bench.give({ work: 'fill', feed })).posts;
    }
    if (stored === before) return;
    await bench.give({ work: 'judge' });
    const seconds = (performance.now() - begun) / 1000;
    say({ measure: `filling up to ${stored} posts, as an import does, and judging`, value: round(seconds), unit: 's' });
  }

  /** Captures of 20 posts of a page of which much is known already. */
  async function probe() {
    number++;
    await take({ seed: PROBE_SEED, size: FILL, from: 0, to: WARM / FILL });
    await bench.give({ work: 'judge' });
    const before = await bench.processorMs();
    const took = await take({ seed: PROBE_SEED, size: 20, from: WARM / 20, to: WARM / 20 + CAPTURES });
    const after = await bench.processorMs();
    return { ...took, processorMs: before === undefined || after === undefined ? undefined : after - before };
  }

  try {
    await bench.give({ work: 'warm', feed: feedAt({ number: 0, seed: PROBE_SEED, size: 20, from: 0, to: 100 }) });
    const measured: { readonly posts: number; readonly median: number; readonly processor: number | undefined }[] = [];
    let rebuilt = false;
    async function rebuild(): Promise<void> {
      rebuilt = true;
      const { flocks = 0 } = await bench.give({ work: 'unsettle' });
      // A new process, so that its memory is the rebuild's.
      await bench.restart();
      const took = await bench.give({ work: 'judge' });
      const name = `rebuild of all verdicts, ${took.posts} posts, ${flocks} flocks, ${took.verdicts} accounts`;
      const whole = took.posts >= REBUILD.posts;
      say(held({ measure: name, value: sum(took) / 1000, unit: 's' }, whole ? REBUILD.targetSeconds : undefined));
      const peak = await bench.peakMB();
      if (peak !== undefined)
        say(
          held(
            { measure: `${name}: memory of the process at most`, value: peak, unit: 'MB' },
            whole ? REBUILD.targetMB : undefined,
          ),
        );
      if (profile) tell(took, took.rounds ?? 1, 'a round', say);
    }
    for (const { posts, targetMs } of SIZES.filter((size) => size.posts <= most)) {
      if (posts > REBUILD.posts && !rebuilt) {
        await fill(REBUILD.posts);
        await rebuild();
      }
      await fill(posts - WARM);
      const took = await probe();
      const times = took.eachMs.toSorted((a, b) => a - b);
      const median = quantile(times, 0.5);
      const processor = took.processorMs === undefined ? undefined : took.processorMs / CAPTURES;
      const name = `capture of 20 posts at ${posts} stored`;
      say(held({ measure: `${name}: median`, value: median, unit: 'ms' }, targetMs));
      say({ measure: `${name}: 95th percentile`, value: round(quantile(times, 0.95)), unit: 'ms' });
      const processorName = `${name}: processor time of the worker, mean`;
      if (processor !== undefined) say(held({ measure: processorName, value: processor, unit: 'ms' }, targetMs));
      // Flat growth is the point.
      for (const before of measured) {
        const to = `ratio to ${before.posts} stored`;
        say({ measure: `${name}: median, ${to}`, value: round(median / before.median), unit: 'times' });
        if (processor !== undefined && before.processor !== undefined)
          say({ measure: `${processorName}, ${to}`, value: round(processor / before.processor), unit: 'times' });
      }
      measured.push({ posts, median, processor });
      if (profile) tell(took, times.length, 'a capture', say);
    }
    if (!rebuilt) {
      await fill(Math.min(most, REBUILD.posts));
      await rebuild();
    }
  } finally {
    await bench.close();
  }
}

function tell(took: Took, n: number, each: string, say: Options['say']): void {
  say({ measure: `  ${each}: whole`, value: round(sum(took) / n), unit: 'ms' });
  for (const { kind, n: asked, ms } of took.requests) {
    say({ measure: `  ${each}: ${kind}, ${round(asked / n)} times`, value: round(ms / n), unit: 'ms' });
  }
}

const sum = ({ eachMs }: Took): number => eachMs.reduce((total, ms) => total + ms, 0);
const round = (value: number): number => Number(value.toPrecision(3));
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const held = (line: Line, target: number | undefined): Line => ({
  ...line,
  value: round(line.value),
  ...(target === undefined ? {} : { target, met: line.value <= target }),
});
