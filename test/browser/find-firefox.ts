/** Finds an installed Firefox. Nothing is installed for it: its tests are left out where there is none. */
import { platform } from 'node:os';
import path from 'node:path';
import { programsAt } from './places';

/** What to print where there is none. */
export const firefoxSkipLine =
  'No Firefox found, its tests are left out: install Firefox 140 or newer, or set FIREFOX_PATH to its program.';

/** The program's path: FIREFOX_PATH, else an installed Firefox or Firefox ESR. Throws when FIREFOX_PATH leads nowhere. */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    const [program] = programsAt([], [named]);
    if (program) return program;
    throw new Error(`FIREFOX_PATH is ${named}, and no program is there.`);
  }
  const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].flatMap((folder) =>
    folder && platform() === 'win32' ? [path.join(folder, 'Mozilla Firefox', 'firefox.exe')] : [],
  );
  const [program] = programsAt(
    ['firefox-esr', 'firefox'],
    ['/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', ...windows],
  );
  return program;
}
