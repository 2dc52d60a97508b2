import { afterEach, expect, test, vi } from 'vitest';
import { findChromium, whyNot } from './find-chromium';

afterEach(() => vi.unstubAllEnvs());

test.each([
  'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)',
  'Chromium 120.0.1',
  'Google Chrome for Testing 141.0.7390.54',
  // Before Google Chrome began to ignore the switch.
  'Google Chrome 136.0.7103.59',
])('takes %s', (version) => {
  expect(whyNot('/usr/bin/one', version)).toBeUndefined();
});

test.each([
  ['Google Chrome 137.0.7151.55', /Google Chrome 137 ignores --load-extension/],
  ['Google Chrome 156.0.1.1 beta', /ignores --load-extension/],
  ['Chromium 119.0.6045.105', /119 is older than 120/],
  ['Microsoft Edge 141.0.1', /not Chromium/],
  ['Command requires the chromium snap to be installed.', /not Chromium/],
  ['', /not Chromium/],
])('passes over “%s” and says why', (version, why) => {
  expect(whyNot('/usr/bin/one', version)).toMatch(why);
});

test('a CHROMIUM_PATH that leads nowhere is said, in one line, and nothing else is tried', () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
  const said: string[] = [];
  expect(() => findChromium((line) => said.push(line))).toThrow(/^CHROMIUM_PATH is \/nowhere\/chromium, [^\n]+$/);
  expect(said).toEqual([]);
});

test('CHROMIUM_PATH is taken as it is', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(findChromium()).toBe(process.execPath);
});
