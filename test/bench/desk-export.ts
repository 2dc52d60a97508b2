/** How long it takes to write a large log as files, and what memory the worker's process needs for it. */
import { type ExportChoice, type Format, formats } from '../../lib/desk/export-choice';
import type { DeskOptions } from './desk';
import type { DeskOrder, DeskTook } from './desk-orders';
import { feedAt, openBench } from './stage';

/** The targets hold for 200,000 posts. */
const TARGET = { posts: 200_000, csvSeconds: 10, megabytes: 500 };
const FILL = 500;
const PAGE_POSTS = 4_000;

const choiceOf = (format: Format, more: Partial<ExportChoice> = {}): ExportChoice => ({
  format,
  tables: ['json', 'ndjson', 'datapackage'].includes(format)
    ? ['accounts', 'posts', 'sightings', 'labels', 'dismissals', 'follows', 'findings', 'flocks', 'edges']
    : ['posts'],
  object: 'links',
  filter: {},
  pseudonymised: false,
  texts: true,
  ...more,
});

export async function deskExport({ posts: most, only, say }: DeskOptions): Promise<void> {
  const runs = [
    ...formats.map((format) => ({ name: format as string, choice: choiceOf(format) })),
    { name: 'csv, pseudonymised', choice: choiceOf('csv', { pseudonymised: true }) },
    { name: 'csv, filtered', choice: choiceOf('csv', { filter: { text: 'a' } }) },
  ].filter((run) => run.name.includes(only));
  // To fill a log takes longer than to export it.
  if (runs.length === 0) return;
  const bench = await openBench<DeskOrder, DeskTook>(false, './desk-worker.ts');
  const round = (value: number): number => Number(value.toPrecision(3));
  const isWhole = most >= TARGET.posts;
  const held = (measure: string, value: number, unit: string, target?: number) =>
    say({
      measure,
      value: round(value),
      unit,
      ...(target === undefined || !isWhole ? {} : { target, met: value <= target }),
    });
  try {
    let [stored, number] = [0, 0];
    const begun = performance.now();
    while (stored < most) {
      number++;
      const feed = feedAt({ number, seed: number, size: FILL, from: 0, to: PAGE_POSTS / FILL });
      stored = (await bench.give({ work: 'fill', feed, most })).posts;
    }
    held(`filling up to ${stored} posts, as rows`, (performance.now() - begun) / 1000, 's');
    for (const { name, choice } of runs) {
      // A new process, so that its memory is this export's.
      await bench.restart();
      const before = await bench.processorMs();
      const { ms, bytes = 0 } = await bench.give({ work: 'export', choice });
      const [after, peak] = [await bench.processorMs(), await bench.peakMB()];
      const measure = `export of ${stored} posts as ${name}`;
      held(measure, ms / 1000, 's', choice.format === 'csv' && name === 'csv' ? TARGET.csvSeconds : undefined);
      held(`${measure}: posts a second`, (stored / ms) * 1000, 'posts/s');
      if (before !== undefined && after !== undefined)
        held(`${measure}: processor time of the worker`, (after - before) / 1000, 's');
      held(`${measure}: size of the file`, bytes / 1e6, 'MB');
      if (peak !== undefined) held(`${measure}: memory of the process at most`, peak, 'MB', TARGET.megabytes);
    }
  } finally {
    await bench.close();
  }
}
