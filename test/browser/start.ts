/** `npm start`: a development browser on the real site, rebuilt and reloaded as files change. */
import { createServer } from 'wxt';
import { findChromium } from './find-chromium';

const root = typeof process.getuid === 'function' && process.getuid() === 0;

const server = await createServer({
  browser: 'chrome',
  webExt: {
    binaries: { chrome: findChromium() },
    startUrls: ['https://x.com/explore'],
    // Chromium refuses to run as root inside its sandbox.
    chromiumArgs: root ? ['--no-sandbox'] : [],
  },
});
await server.start();
