/** Tests in a real Chromium. `npm run build` comes first: most of them load .output/chrome-mv3. */
import { defineConfig } from '@playwright/test';
import { findChromium } from '../browser/find-chromium';

// Found once, here: the workers inherit it, and two of them must not install one at the same time.
process.env.CHROMIUM_PATH ??= findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
