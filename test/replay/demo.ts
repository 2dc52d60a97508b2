/** `npm run demo [-- --scenario seed-32|seed-page|organic] [--headed]`: the main job, seen in a real browser. */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { makeCertificate } from '../browser/certificate';
import { type LaunchedWithExtension, launchWithExtension } from '../browser/launch';
import { loadScenario, scenarioIds } from '../scenarios/scenarios';
import type { Scenario } from '../scenarios/truth';
import { freshPage, measureDelay, percentile } from './demo-delay';
import { isBadged, settledSummary, verdicts } from './demo-figures';
import { PICTURES, takePictures } from './demo-pictures';
import { scrollThrough } from './demo-scroll';
import { watchExtension } from './demo-targets';
import { readWatch, watchPage } from './demo-watch';
import { type Replay, startReplay } from './server';

const EXTENSION = '.output/chrome-mv3';
/** From this size on the delay of a badge on a full log is measured too. */
const FULL = 10_000;

const say = (line: string) => console.log(line);
const began = Date.now();
const passed = () => `${((Date.now() - began) / 1000).toFixed(0)} s`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { scenario: { type: 'string', default: 'seed-page' }, headed: { type: 'boolean', default: false } },
  });
  if (!scenarioIds.includes(values.scenario)) {
    console.error(`There is no scenario “${values.scenario}”: choose from ${scenarioIds.join(', ')}.`);
    return 2;
  }
  const scenario = loadScenario(values.scenario);
  say('Building the extension …');
  execFileSync(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', 'chrome'], { stdio: 'pipe' });
  const certificate = await makeCertificate();
  const full = scenario.posts.length >= FULL;
  const other = scenario.id === 'organic' ? 'seed-32' : 'organic';
  const replay = await startReplay({
    scenarios: [scenario, other, ...(full ? [freshPage()] : [])],
    pageSize: full ? 40 : 20,
    ...certificate,
  });
  const browser = await launchWithExtension({
    port: replay.port,
    spki: certificate.spki,
    extensionDir: EXTENSION,
    headed: values.headed,
  });
  try {
    const line = await play(scenario, replay, browser, values.headed);
    say(JSON.stringify(line.figures));
    return line.fine ? 0 : 1;
  } finally {
    await browser.close();
    await replay.close();
  }
}

async function play(scenario: Scenario, replay: Replay, browser: LaunchedWithExtension, headed: boolean) {
  const page = await browser.context.newPage();
  const { errors, strangers } = listen(page);
  const extension = await watchExtension(browser.context, browser.extensionId);
  const pageUrl = replay.pageUrl(scenario.id);
  await watchPage(page);
  await page.goto(pageUrl);
  await page.waitForSelector('article');
  say(`Scrolling through ${scenario.posts.length} posts of #${scenario.hashtag} …`);
  await scrollThrough(page, { stepPx: 2_500, pauseMs: 0 });
  say(`… done after ${passed()}`);
  const own = await browser.context.newPage();
  await own.goto(`chrome-extension://${browser.extensionId}/popup.html`);
  const summary = await settledSummary(own, pageUrl);
  const { posts, accounts, strong, weak } = summary;
  const views = await verdicts(own, scenario);
  const watched = await readWatch(page);
  await takePictures(page, browser, replay, pageUrl);
  const delay = posts < FULL ? undefined : await measureDelay(page, own, replay, freshPage());
  await own.close();

  const campaign = new Map(scenario.accounts.map((one) => [one.handle.toLowerCase(), one.campaign]));
  const inLog = new Set(views.filter(isBadged).map(({ handle }) => handle.toLowerCase()));
  const onScreen = watched.sights.flatMap((one) => (one.badgedAt === undefined ? [] : one.handle.toLowerCase()));
  const wrong = new Set([...inLog, ...onScreen].filter((handle) => !campaign.get(handle)));
  const wrongBadges = wrong.size + watched.misplaced.length;
  const others = replay.log.filter(({ by }) => by === 'other').map(({ url }) => url);
  const requests = [...new Set([...others, ...strangers, ...extension.requests])];
  const share = Math.round((summary.share ?? 0) * 1_000) / 10;
  errors.push(...extension.errors);
  if (inLog.size !== strong + weak)
    errors.push(`the summary counts ${strong + weak} matching accounts, the log ${inLog.size}`);

  say(`\nRead ${posts} posts of ${accounts} accounts, as the extension's own log counts them.`);
  say(
    `${strong + weak} accounts match a spam fingerprint (${strong} strong, ${weak} weak); they wrote ${share} % of the posts.`,
  );
  say(`Wrong badges: ${wrongBadges}. Requests made by the extension: ${requests.length}. Errors: ${errors.length}.`);
  if (delay)
    say(
      `From response to badge, accounts never seen before, ${posts} posts stored: p50 ${percentile(delay.all, 0.5)} ms, p95 ${percentile(delay.all, 0.95)} ms (${delay.all.length} accounts; the posts of ${delay.never} more left the page first).`,
    );
  for (const problem of [
    ...errors,
    ...requests.map((url) => `asked for ${url}`),
    ...[...wrong].map((handle) => `badge on @${handle}`),
    ...watched.misplaced,
  ].slice(0, 20))
    say(`! ${problem}`);
  say(`Pictures are in ${PICTURES}/. All in ${passed()}.`);
  if (headed) {
    await page.goto(pageUrl);
    say('The browser stays open: close its window to end.');
    await new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  }
  const figures = { posts, accounts, strong, weak, share, wrongBadges, requests: requests.length };
  return { figures, fine: errors.length === 0 && wrongBadges === 0 && requests.length === 0 };
}

/** Errors of the page, whoever wrote them, and requests to hosts that are not the stand-in. */
function listen(page: Page) {
  const errors: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    const { url, lineNumber } = message.location();
    if (message.type() === 'error') errors.push(`page console: ${message.text()} (${url}:${lineNumber})`);
  });
  page.on('pageerror', (error) => errors.push(`page: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (/^(https?|wss?):/.test(url) && !/^https:\/\/(x|twitter)\.com\//.test(url)) strangers.push(url);
  });
  return { errors, strangers };
}

process.exitCode = await main();
