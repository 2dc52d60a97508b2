/** Finds a Chromium that loads unpacked extensions, or gets one where that takes one command. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import path from 'node:path';
import { downloadedPrograms, programsAt } from './places';

type Say = (line: string) => void;

/** The manifest's minimum_chrome_version. */
const oldest = 120;
/** From here on, Google Chrome ignores --load-extension; Chromium and Chrome for Testing do not. */
const brandedRefuses = 137;

const howTo =
  'install Chromium (apt install chromium, brew install --cask chromium) or Chrome for Testing (npx playwright install chromium), or set CHROMIUM_PATH to its program.';

/**
 * The program's path: CHROMIUM_PATH, else an installed Chromium or Chrome for Testing, else, as root on Debian or Ubuntu, one
 * installed now. `say` gets a line for each browser that is passed over. Throws one line that says what to install.
 */
export function findChromium(say: Say = (line) => console.error(line)): string {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, and nothing is there: ${howTo}`);
  }
  const found = firstThatFits(say);
  if (found) return found;
  if (canInstall()) {
    install(say);
    const installed = firstThatFits(say);
    if (installed) return installed;
  }
  throw new Error(`No Chromium found: ${howTo}`);
}

function firstThatFits(say: Say): string | undefined {
  return candidates().find((program) => {
    const why = whyNot(program, platform() === 'win32' ? undefined : versionOf(program));
    if (why) say(`${program}: ${why}, going on to the next.`);
    return !why;
  });
}

/** Why this program will not do, in words; undefined when it will. `version` is what it says of itself, where that can be asked. */
export function whyNot(program: string, version: string | undefined): string | undefined {
  if (version === undefined) {
    // On Windows the program opens a window when asked for its version: the path has to tell.
    if (platform() !== 'win32') return 'it does not start';
    return /\\Google\\Chrome\\/i.test(program) ? brandedWords('Google Chrome') : undefined;
  }
  const [, name = '', digits = '0'] = /^(\D+?)\s+(\d+)\./.exec(version) ?? [];
  const major = Number(digits);
  if (!/Chrom/.test(name)) return `it is not Chromium (“${version.slice(0, 60)}”)`;
  if (major < oldest) return `its version ${major} is older than ${oldest}`;
  return name === 'Google Chrome' && major >= brandedRefuses ? brandedWords(`Google Chrome ${major}`) : undefined;
}

const brandedWords = (name: string): string => `${name} ignores --load-extension (since ${brandedRefuses})`;

function candidates(): readonly string[] {
  const windows = [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']].flatMap(
    (folder) =>
      folder ? ['Chromium', 'Google\\Chrome'].map((name) => path.join(folder, name, 'Application', 'chrome.exe')) : [],
  );
  const mac = ['Chromium', 'Google Chrome for Testing', 'Google Chrome'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const free = programsAt(['chromium', 'chromium-browser', 'chrome'], ['/usr/bin/chromium', '/snap/bin/chromium']);
  const rest = programsAt(['google-chrome', 'google-chrome-stable'], [...mac, ...windows]);
  return [...free, ...downloadedPrograms(), ...rest];
}

function versionOf(program: string): string | undefined {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: 'pipe' }).trim();
  } catch {
    return undefined;
  }
}

const canInstall = (): boolean =>
  platform() === 'linux' &&
  process.getuid?.() === 0 &&
  existsSync('/etc/debian_version') &&
  existsSync('/usr/bin/apt-get');

function install(say: Say): void {
  say('No Chromium found: installing it with apt-get update && apt-get install -y chromium.');
  const run = (...words: string[]) =>
    execFileSync('apt-get', words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  try {
    run('update');
    run('install', '-y', 'chromium');
  } catch (error) {
    say(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
