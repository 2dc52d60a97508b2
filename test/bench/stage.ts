/** A real Chromium with a worker that holds the engine, on an address of this machine, and nothing else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../browser/find-chromium';
import { capturesOf, hashtagPage } from './feed';
import type { Order, Took } from './orders';

/** Captures of one made-up page: from the `from`th to before the `to`th of `size` posts each. */
export interface Slice {
  readonly number: number;
  readonly seed: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
}

export const feedAt = (slice: Slice): string =>
  `/feed?${Object.entries(slice)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`;

export interface Bench<Asked = Order, Told = Took> {
  readonly give: (order: Asked) => Promise<Told>;
  /** Ends the browser and starts it anew over the same log. */
  readonly restart: () => Promise<void>;
  /** Largest memory the process of page and worker has had, in MB (10⁶ bytes); undefined where the system does not tell. */
  readonly peakMB: () => Promise<number | undefined>;
  /** Milliseconds for which the worker's thread has had a processor; undefined where the system does not tell. */
  readonly processorMs: () => Promise<number | undefined>;
  readonly close: () => Promise<void>;
}

/**
 * @param profile have the worker count its requests.
 * @param worker the script that obeys, beside this one
 */
export async function openBench<Asked = Order, Told = Took>(
  profile: boolean,
  worker = './worker.ts',
): Promise<Bench<Asked, Told>> {
  const [server, port] = await serve(await bundle(worker), profile);
  const folder = mkdtempSync(path.join(tmpdir(), 'flockmark-bench-'));
  let browser = await open(folder, port);
  return {
    give: (order) => give<Told>(browser.page, order),
    async restart() {
      await browser.close();
      browser = await open(folder, port);
    },
    peakMB: () => browser.told(peakOf),
    processorMs: () => browser.told(processorOf),
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** The worker as one script. */
async function bundle(worker: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': fileURLToPath(new URL('../..', import.meta.url)) } },
    build: {
      write: false,
      target: 'esnext',
      rollupOptions: { input: fileURLToPath(new URL(worker, import.meta.url)) },
    },
  });
  const [script] = 'output' in built ? built.output : [];
  if (script?.type !== 'chunk') throw new Error('the worker could not be bundled');
  return script.code;
}

const markup = (name: string) =>
  `<!doctype html><title>bench</title><script>globalThis.bench = new Worker("/worker.js", { name: "${name}", type: "module" })</script>`;

async function serve(script: string, profile: boolean) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const send = (type: string, body: string) =>
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    if (pathname === '/') return send('text/html', markup(profile ? 'profile' : 'bench'));
    if (pathname === '/worker.js') return send('text/javascript', script);
    if (pathname !== '/feed') return response.writeHead(204).end();
    const [number = 0, seed = 0, size = 20, from = 0, to = 0] = ['number', 'seed', 'size', 'from', 'to'].map((name) =>
      Number(searchParams.get(name)),
    );
    const captures = [...capturesOf(hashtagPage({ number, seed }), size)].slice(from, to);
    return send('application/x-ndjson', captures.map((capture) => JSON.stringify(capture)).join('\n'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return [server, (server.address() as AddressInfo).port] as const;
}

async function open(folder: string, port: number) {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-extensions'],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('console', (message) => console.error(message.text()));
  await page.goto(`http://127.0.0.1:${port}/`);
  const session = await context.browser()?.newBrowserCDPSession();
  /** The largest of what is told of the processes that hold pages. */
  async function told(of: (pid: number) => number): Promise<number | undefined> {
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
    try {
      return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => of(id)));
    } catch {
      return undefined;
    }
  }
  return { page, told, close: () => context.close() };
}

/** Linux tells the largest resident set of a process. */
const peakOf = (pid: number): number =>
  (Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024) / 1e6;

/** Linux tells the nanoseconds that each thread has run. */
function processorOf(pid: number): number {
  const read = (thread: string, file: string) => readFileSync(`/proc/${pid}/task/${thread}/${file}`, 'utf8');
  const workers = readdirSync(`/proc/${pid}/task`).filter((thread) => read(thread, 'comm').startsWith('Dedicated'));
  return workers.reduce((total, thread) => total + Number(read(thread, 'schedstat').split(' ')[0]) / 1e6, 0);
}

/** Hands the worker an order and waits for what it tells. Throws what the worker threw. */
async function give<Told>(page: Page, order: unknown): Promise<Told> {
  const answer = await page.evaluate(
    (order) =>
      new Promise<{ took?: unknown; error?: string }>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        (globalThis as unknown as { bench: Worker }).bench.postMessage(order, [port2]);
      }),
    order,
  );
  if (answer.error !== undefined) throw new Error(`in the worker: ${answer.error}`);
  return answer.took as Told;
}
