/** A tiny extension of the tap, the carrier and a worker that only listens, built when it is needed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { matches } from '../../lib/sites/x/matches';

const root = path.resolve(import.meta.dirname, '../..');

/** A content script of the tiny extension, by its file in tap-probe. */
export type Part = 'early' | 'tap' | 'probe' | 'probe-dom';

/** Builds into `folder` and returns it. The parts are the manifest's content scripts, in this order. */
export async function buildTapExtension(
  folder: string,
  parts: readonly Part[],
  browser: 'chrome' | 'firefox' = 'chrome',
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const name of [...parts, 'worker']) {
    await build({
      configFile: false,
      logLevel: 'error',
      root,
      resolve: { alias: { '@': root } },
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        copyPublicDir: false,
        rollupOptions: {
          input: path.join(root, `test/e2e/tap-probe/${name}.ts`),
          output: { format: 'iife', entryFileNames: `${name}.js` },
        },
      },
    });
  }
  const manifest = {
    // As WXT builds them.
    manifest_version: browser === 'chrome' ? 3 : 2,
    ...(browser === 'chrome'
      ? { background: { service_worker: 'worker.js' } }
      : { browser_specific_settings: { gecko: { id: 'tap-probe@flockmark.example' } } }),
    name: 'Tap probe',
    version: '1',
    content_scripts: parts.map((name) => ({
      matches,
      run_at: 'document_start',
      js: [`${name}.js`],
      world: name.startsWith('probe') ? 'ISOLATED' : 'MAIN',
    })),
  };
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
