/**
 * How fluid the log page's tables are over a long log, in a real browser: `npm run bench -- table [--posts N]`, after
 * `npm run build`. Figures as JSON lines: time to the first rows and to the whole, searches, orders, and the frames while one
 * scrolls.
 */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { makeCertificate } from '../browser/certificate';
import { launchWithExtension } from '../browser/launch';

const root = path.resolve(import.meta.dirname, '../..');

/** The filling as one script, to be evaluated in a page of the extension. */
async function fillingScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      write: false,
      copyPublicDir: false,
      rollupOptions: { input: path.join(root, 'test/bench/fill/fill-log.ts'), output: { format: 'iife' } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the filling could not be built');
  return chunk.code;
}

const rows = (log: Page) => log.locator('[role=grid] tbody tr[id] td').first();
const rowCount = (log: Page) => log.locator('[role=grid]').getAttribute('aria-rowcount');

/** Milliseconds until `until` holds, from when `act` begins. */
async function timed(act: () => Promise<unknown>, until: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  await act();
  while (!(await until())) await new Promise((resolve) => setTimeout(resolve, 5));
  return Math.round(performance.now() - start);
}

/** Scrolls by this much at every frame; the times between frames, in ms, sorted, and how many of the rows shown were empty. */
const framesWhileScrolling = (log: Page, stepPx: number, frames: number) =>
  log.evaluate(
    async ([step, count]) => {
      const scroller = document.querySelector('.grid-scroll') as HTMLElement;
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const gaps: number[] = [];
      let [shown, empty] = [0, 0];
      for (let [i, before] = [0, await frame()]; i < count; i++) {
        scroller.scrollTop += step;
        const now = await frame();
        gaps.push(now - before);
        before = now;
        const inView = [...scroller.querySelectorAll('tbody tr[id]')];
        shown += inView.length;
        empty += inView.filter((row) => row.textContent === '').length;
      }
      return { gaps: gaps.sort((a, b) => a - b), empty: empty / Math.max(1, shown) };
    },
    [stepPx, frames] as const,
  );

interface TableOptions {
  readonly posts: number;
  readonly say: (line: object) => void;
}

export async function table({ posts, say }: TableOptions): Promise<void> {
  const script = await fillingScript();
  const certificate = await makeCertificate();
  const extension = await launchWithExtension({
    port: 9,
    spki: certificate.spki,
    extensionDir: path.join(root, '.output/chrome-mv3'),
  });
  const own = (hash: string) => `chrome-extension://${extension.extensionId}/log.html${hash}`;
  try {
    const filling = await extension.context.newPage();
    await filling.goto(`chrome-extension://${extension.extensionId}/popup.html`);
    const start = performance.now();
    const filled = await filling.evaluate(`${script};fillLog(${posts})`);
    say({ measure: 'table filled', ...(filled as object), ms: Math.round(performance.now() - start) });
    await filling.close();

    const log = await extension.context.newPage();
    const longest = async () =>
      Math.round(await log.evaluate(() => Math.max(0, ...(globalThis as { tasks?: number[] }).tasks!)));
    // tsx names functions by a helper that a page does not have.
    await log.addInitScript('globalThis.__name = (one) => one');
    await log.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({
        type: 'longtask',
      });
    });
    const firstMs = await timed(
      () => log.goto(own('#/posts')),
      async () => (await rows(log).count()) > 0,
    );
    const wholeMs = await timed(
      async () => undefined,
      async () => (await rowCount(log)) === String(posts + 1) && (await log.locator('progress').count()) === 0,
    );
    say({ measure: 'table first rows', posts, ms: firstMs });
    say({ measure: 'table whole index', posts, ms: firstMs + wholeMs, longestTaskMs: await longest() });

    for (const [name, stepPx, frames] of [
      ['slowly', 24, 180],
      ['by pages', 700, 120],
    ] as const) {
      const { gaps, empty } = await framesWhileScrolling(log, stepPx, frames);
      const at = (share: number) => Math.round((gaps[Math.floor(gaps.length * share)] ?? 0) * 10) / 10;
      say({
        measure: `table scrolled ${name}`,
        posts,
        p50Ms: at(0.5),
        p95Ms: at(0.95),
        maxMs: at(0.999),
        emptyRows: Math.round(empty * 1000) / 1000,
      });
    }

    const search = log.getByRole('searchbox');
    for (const query of ['user_1777', 'الأهلي', 'coffee "long train"', 'قیمت -نان', 'nowhere at all']) {
      await search.fill('');
      await log.waitForFunction(
        (all) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === all,
        String(posts + 1),
      );
      const ms = await timed(
        () => search.fill(query),
        async () => (await log.locator('.state').textContent()) !== `${posts.toLocaleString('en')} rows fit`,
      );
      say({ measure: 'table searched', posts, query, fit: (await log.locator('.state').textContent()) ?? '', ms });
    }
    await search.fill('');
    await log.waitForFunction(
      (all) => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === all,
      String(posts + 1),
    );
    await log.evaluate(() => document.querySelector('.grid-scroll')?.scrollTo(0, 0));
    for (const name of ['Author', 'Text', 'App']) {
      const before = await rows(log).textContent();
      const head = log.getByRole('columnheader', { name });
      const ms = await timed(
        () => head.getByRole('button').click(),
        async () => (await rows(log).textContent()) !== before && (await head.getAttribute('aria-sort')) !== null,
      );
      say({ measure: 'table sorted', posts, by: name, ms });
    }
    say({ measure: 'table page’s thread', posts, longestTaskMs: await longest() });
  } finally {
    await extension.close();
  }
}
