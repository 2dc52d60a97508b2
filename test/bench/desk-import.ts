/**
 * How long a large archive takes to come in, flocks and verdicts with it, in the built extension through its own import room; what memory that
 * needs, and how long the background waits with a write of its own meanwhile (a capture of X's tab is one).
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { makeCertificate } from '../browser/certificate';
import { launchWithExtension } from '../browser/launch';
import { startReplay } from '../replay/server';
import { writeArchive } from './archive';
import type { DeskOptions } from './desk';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3');
const TARGET = { posts: 200_000, seconds: 40, megabytes: 500, waitMs: 150 };
/** Posts that come in while the background writes. */
const BESIDE_POSTS = 20_000;
const WRITE_EVERY_MS = 250;
const PATIENCE_MS = 1_800_000;

type Say = DeskOptions['say'];

export async function deskImport({ posts: most, only, say }: DeskOptions): Promise<void> {
  if (!'import'.includes(only) && !only.includes('import')) return;
  if (!existsSync(path.join(EXTENSION, 'manifest.json'))) throw new Error('build the extension first: npm run build');
  const folder = mkdtempSync(path.join(tmpdir(), 'flockmark-archive-'));
  try {
    const file = path.join(folder, 'archive.ndjson');
    const posts = await writeArchive(file, most);
    await take(file, `import of ${posts} posts`, posts >= TARGET.posts, false, say);
    const small = path.join(folder, 'beside.ndjson');
    const beside = await writeArchive(small, Math.min(most, BESIDE_POSTS));
    await take(small, `import of ${beside} posts while the background writes`, false, true, say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function take(file: string, measure: string, isWhole: boolean, writes: boolean, say: Say): Promise<void> {
  const { key, cert, spki } = await makeCertificate();
  const replay = await startReplay({ scenarios: ['organic'], key, cert });
  const extension = await launchWithExtension({ extensionDir: EXTENSION, port: replay.port, spki });
  const round = (value: number): number => Number(value.toPrecision(3));
  const told = (what: string, value: number, unit: string, target?: number) =>
    say({
      measure: `${measure}${what}`,
      value: round(value),
      unit,
      ...(target === undefined ? {} : { target, met: value <= target }),
    });
  try {
    const own = `chrome-extension://${extension.extensionId}`;
    const log = await extension.context.newPage();
    await log.goto(`${own}/log.html#/import`);
    const checking = performance.now();
    await log.locator('input[type=file]').setInputFiles(file);
    await log.locator('.import-preview').waitFor({ timeout: PATIENCE_MS });
    const begun = performance.now();
    await log.getByRole('button', { name: 'Import', exact: true }).click();
    // A page of its own only where it writes: all pages of the extension are one process, whose memory is measured.
    const writer = writes ? await extension.context.newPage() : undefined;
    await writer?.goto(`${own}/popup.html`);
    const waits = writer && writeUntil(writer, () => isDone(log));
    await log.getByText('Done.').waitFor({ timeout: PATIENCE_MS });
    const seconds = (performance.now() - begun) / 1000;
    const posts = Number(/of (\d+) posts/.exec(measure)?.[1]);
    told(': check of the whole file', (begun - checking) / 1000, 's');
    told(', flocks and verdicts done', seconds, 's', isWhole ? TARGET.seconds : undefined);
    told(': posts a second', posts / seconds, 'posts/s');
    const session = await extension.context.browser()?.newBrowserCDPSession();
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    const peak = Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id)));
    told(': memory of the process at most', peak, 'MB', isWhole ? TARGET.megabytes : undefined);
    if (waits) {
      const sorted = (await waits).toSorted((a, b) => a - b);
      told(': a write of the background waits, median', sorted[Math.floor(sorted.length / 2)] ?? 0, 'ms');
      told(': 95th percentile', sorted[Math.floor(sorted.length * 0.95)] ?? 0, 'ms', TARGET.waitMs);
    }
  } finally {
    await extension.close();
    await replay.close();
  }
}

/** Linux tells the largest resident set of a process. */
const peakOf = (pid: number): number =>
  (Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024) / 1e6;

const isDone = async (log: Page): Promise<boolean> => (await log.getByText('Done.').count()) > 0;

/** Has the background write a counter now and then. @returns how long each took, in milliseconds */
async function writeUntil(page: Page, ended: () => Promise<boolean>): Promise<readonly number[]> {
  const waits: number[] = [];
  while (!(await ended())) {
    waits.push(
      await page.evaluate(async () => {
        const zero = { tooLarge: 0, undelivered: 0, rejected: 0, articles: 0, anchors: 0 };
        // Counted, so that each is a write: to count nothing more changes nothing.
        const data = { pageUrl: 'https://x.com/home', atMs: Date.now(), ...zero, unreadable: 1 };
        const { runtime } = (
          globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): Promise<unknown> } } }
        ).chrome;
        const begun = performance.now();
        await runtime.sendMessage({ id: begun, timestamp: begun, type: 'observed', data });
        return performance.now() - begun;
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, WRITE_EVERY_MS));
  }
  return waits;
}
