/** Chromium with the unpacked extension, to which a local server is https://x.com and no other host exists. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Worker } from 'playwright-core';
import { hosts } from './certificate';
import { findChromium } from './find-chromium';

export interface LaunchOptions {
  /** Port of the local HTTPS server on 127.0.0.1. */
  readonly port: number;
  /** Of the server's certificate, see `makeCertificate`. */
  readonly spki: string;
  readonly headed?: boolean;
  /** Kept when given; else a new one, removed on close. */
  readonly userDataDir?: string;
  /** Of pages and of the browser itself, so that the extension's words follow. */
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Launched {
  readonly context: BrowserContext;
  readonly userDataDir: string;
  readonly close: () => Promise<void>;
}

export interface LaunchedWithExtension extends Launched {
  readonly worker: Worker;
  readonly extensionId: string;
  /**
   * Kills the extension's worker, as the browser does when it idles. The next message starts it again; `worker` stays the same
   * object, but to evaluate in it hangs until then.
   */
  readonly stopWorker: () => Promise<void>;
}

/** Chromium without any extension. Throws where no Chromium is found. */
export async function launchPlain(options: LaunchOptions): Promise<Launched> {
  return start(options, ['--disable-extensions']);
}

/** Chromium with the unpacked extension in `extensionDir`; resolves when its worker runs. */
export async function launchWithExtension(
  options: LaunchOptions & { readonly extensionDir: string },
): Promise<LaunchedWithExtension> {
  const folder = path.resolve(options.extensionDir);
  const launched = await start(options, [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`]);
  try {
    const worker =
      launched.context.serviceWorkers()[0] ??
      (await launched.context.waitForEvent('serviceworker', { timeout: 15_000 }));
    const extensionId = new URL(worker.url()).host;
    return { ...launched, worker, extensionId, stopWorker: () => stopWorker(launched.context) };
  } catch (error) {
    await launched.close();
    throw new Error(`The extension in ${folder} did not start its worker.`, { cause: error });
  }
}

async function start(options: LaunchOptions, args: readonly string[]): Promise<Launched> {
  const { port, spki, headed = false, locale, colorScheme, viewport = { width: 1280, height: 900 } } = options;
  const userDataDir = options.userDataDir ?? mkdtempSync(path.join(tmpdir(), 'flockmark-'));
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: findChromium(),
    headless: !headed,
    viewport,
    ...(locale ? { locale, env: { ...environment(), LANGUAGE: locale.replace('-', '_') } } : {}),
    ...(colorScheme ? { colorScheme } : {}),
    args: [...quietly, ...redirections(port, spki), ...(locale ? [`--lang=${locale}`] : []), ...args],
  });
  const close = async () => {
    await context.close();
    if (!options.userDataDir) rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  return { context, userDataDir, close };
}

/** No first-run pages, no traffic of the browser's own. */
const quietly = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The stand-in's hosts lead to the local server, every other leads nowhere. */
const redirections = (port: number, spki: string): readonly string[] => [
  `--host-resolver-rules=${[...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
  `--ignore-certificate-errors-spki-list=${spki}`,
];

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

async function stopWorker(context: BrowserContext): Promise<void> {
  const open = context.pages()[0];
  const page = open ?? (await context.newPage());
  const session = await context.newCDPSession(page);
  try {
    await session.send('ServiceWorker.enable');
    // Answers when they have stopped. By then a message that waited may have started the next.
    await session.send('ServiceWorker.stopAllWorkers');
  } finally {
    await session.detach();
    if (!open) await page.close();
  }
}
