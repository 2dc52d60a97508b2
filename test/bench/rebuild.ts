/** How long it takes to make all of the engine's rows anew, and how long a capture has to wait for one step of it. */
import type { Line } from './engine';
import { feedAt, openBench } from './stage';

const FILL = 500;

export async function rebuild({ posts, say }: { readonly posts: number; readonly say: (line: Line) => void }) {
  const bench = await openBench(false);
  try {
    let stored = 0;
    for (let number = 1; stored < posts; number++) {
      const slice = { number, seed: number, size: FILL, from: 0, to: Math.ceil((posts - stored) / FILL) };
      stored = (await bench.give({ work: 'fill', feed: feedAt(slice) })).posts;
    }
    await bench.give({ work: 'judge' });
    // A new process, so that its memory is the rebuild's.
    await bench.restart();
    const before = await bench.processorMs();
    const { eachMs } = await bench.give({ work: 'rebuild' });
    const after = await bench.processorMs();
    const judged = await bench.give({ work: 'judge' });
    const sum = (times: readonly number[]) => times.reduce((all, ms) => all + ms, 0);
    const seconds = (ms: number) => Number((ms / 1000).toPrecision(3));
    const name = `rebuild of all rows, ${stored} posts`;
    say({ measure: `${name}: rows`, value: seconds(sum(eachMs)), unit: 's' });
    if (before !== undefined && after !== undefined)
      say({ measure: `${name}: rows, processor time of the worker`, value: seconds(after - before), unit: 's' });
    say({ measure: `${name}: verdicts of ${judged.verdicts} accounts`, value: seconds(sum(judged.eachMs)), unit: 's' });
    const sorted = eachMs.toSorted((a, b) => a - b);
    say({ measure: `${name}: a step, median`, value: Math.round(sorted[sorted.length >> 1] ?? 0), unit: 'ms' });
    say({ measure: `${name}: a step, longest`, value: Math.round(sorted.at(-1) ?? 0), unit: 'ms' });
    const peak = await bench.peakMB();
    if (peak !== undefined)
      say({ measure: `${name}: memory of the process at most`, value: Math.round(peak), unit: 'MB' });
  } finally {
    await bench.close();
  }
}
