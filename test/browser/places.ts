/** Where browsers usually stand on a machine. */
import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';

/** Programs of these names on the PATH, and at the given absolute paths: those that exist, in order, each once. */
export function programsAt(names: readonly string[], paths: readonly string[]): readonly string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const endings = platform() === 'win32' ? ['.exe'] : [''];
  const onPath = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((end) => path.join(folder, name + end))),
  );
  return [...new Set([...onPath, ...paths])].filter(isProgram);
}

/** Programs in the folders where Playwright and Puppeteer keep the browsers that they download, newest first. */
export function downloadedPrograms(): readonly string[] {
  const caches = cacheFolders();
  const playwright = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    ...caches.map((folder) => path.join(folder, 'ms-playwright')),
  ];
  const puppeteer = [
    process.env.PUPPETEER_CACHE_DIR,
    path.join(homedir(), '.cache', 'puppeteer'),
    ...caches.map((folder) => path.join(folder, 'puppeteer')),
  ];
  const homes = [
    ...playwright.flatMap((folder) => children(folder).filter((child) => /chromium-\d+$/.test(child))),
    ...puppeteer.flatMap((folder) => children(folder && path.join(folder, 'chrome'))),
  ];
  return [...new Set(homes)].flatMap((home) => children(home).flatMap(programsIn)).filter(isProgram);
}

const chromeForTesting = 'Google Chrome for Testing';

/** Inside a folder like `chrome-linux64`, `chrome-mac-arm64`, `chrome-win`. */
const programsIn = (folder: string): readonly string[] => [
  path.join(folder, 'chrome'),
  path.join(folder, 'chrome.exe'),
  path.join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
  path.join(folder, `${chromeForTesting}.app/Contents/MacOS/${chromeForTesting}`),
];

function cacheFolders(): readonly string[] {
  if (platform() === 'darwin') return [path.join(homedir(), 'Library/Caches')];
  if (platform() === 'win32') return process.env.LOCALAPPDATA ? [process.env.LOCALAPPDATA] : [];
  return [process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache')];
}

function children(folder: string | undefined): readonly string[] {
  if (!folder) return [];
  try {
    const names = readdirSync(folder).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    return names.map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
