/** Firefox with the extension, to which a local server is https://x.com and no other host exists. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';

export interface FirefoxOptions {
  /** From `findFirefox`. */
  readonly program: string;
  readonly extensionDir: string;
  /** Port of the local HTTPS server on 127.0.0.1. */
  readonly port: number;
  readonly headed?: boolean;
  /** The add-on's id in its manifest, and the host that its pages then have: moz-extension://<host>/. */
  readonly addOn?: { readonly id: string; readonly host: string };
  /** Where downloads go, without a question. */
  readonly downloads?: string;
}

export interface LaunchedFirefox {
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

const standsIn = /^(?:[\w-]+\.)*(?:x|twitter|twimg)\.com:443$/;

/** Drives Firefox over WebDriver BiDi, with the unpacked add-on installed for this run. */
export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const proxy = await startProxy(options.port);
  const profile = mkdtempSync(path.join(tmpdir(), 'flockmark-firefox-'));
  const cleanUp = () => {
    proxy.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  try {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: options.program,
      headless: !options.headed,
      acceptInsecureCerts: true,
      userDataDir: profile,
      // Without it, BiDi does not go to the extension's own pages.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'network.proxy.type': 1,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy.port,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy.port,
        'network.proxy.allow_hijacking_localhost': false,
        ...(options.addOn
          ? { 'extensions.webextensions.uuids': JSON.stringify({ [options.addOn.id]: options.addOn.host }) }
          : {}),
        ...(options.downloads
          ? { 'browser.download.folderList': 2, 'browser.download.dir': path.resolve(options.downloads) }
          : {}),
      },
    });
    await browser.installExtension(path.resolve(options.extensionDir));
    const close = async () => {
      await browser.close();
      cleanUp();
    };
    return { browser, close };
  } catch (error) {
    cleanUp();
    throw error;
  }
}

/** Leads the stand-in's hosts to the local server; every other is refused. */
async function startProxy(port: number): Promise<{ readonly port: number; readonly close: () => void }> {
  const open = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connect', (request, client: Socket, head: Buffer) => {
    if (!standsIn.test(request.url ?? '')) {
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => open.delete(one));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
