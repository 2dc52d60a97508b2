import { describe, expect, test } from 'vitest';
import { keepVerdicts, openBench, verdictOf } from '../../lib/judge';
import { judgeWaiting, renewVerdicts } from '../../lib/judge-waiting';
import { unknownsOf } from '../../lib/sentences';
import { defaultSettings } from '../../lib/settings';
import { memoryLog } from '../../lib/store/memory-log';
import { openUnit } from '../../lib/unit';
import { idOf } from './story';
import { openWorld, seen } from './world';

const two = (n: number) => String(n).padStart(2, '0');
/** Accounts of one batch: created in the same days, from one app, the same four texts at moments of their own. */
const batch = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    [
      `@one${i} joined 2016-02-${two(2 + (i % 9))}`,
      ...['bread', 'milk', 'fish', 'salt'].map(
        (text, k) =>
          `@one${i}: ${text} at ${10 + k * 2}:${two((i * 7 + k * i * 11 + k * 5) % 60)}:${two((i * 13 + k * 17) % 60)} via TweetDeck`,
      ),
    ].join('\n'),
  ).join('\n');
/** People: created on any day, from phones, in words of their own. */
const crowd = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    [
      `@own${i} joined ${2009 + (i % 7)}-${two(1 + (i % 12))}-${two(1 + ((i * 11) % 28))}`,
      `@own${i}: words${i} at 10:${two(i % 60)}:${two((i * 17) % 60)} via Twitter for iPhone`,
      `@own${i}: more${i} at 13:${two((i * 3) % 60)}:${two((i * 29) % 60)} via Twitter for iPhone`,
    ].join('\n'),
  ).join('\n');

const levels = (log: ReturnType<typeof memoryLog>) => [
  ...new Set([...log.rows.verdicts.values()].map((one) => one.level)),
];

describe('a flock is held against the page', () => {
  test('dates and app stand out: strong, and the page’s figures say so', async () => {
    const { log, verdict } = await seen(`${batch(60)}\n${crowd(40)}`);
    expect(levels(log)).toEqual(['strong']);
    const matches = (await verdict('one3'))?.findings
      .filter((one) => one.outcome === 'match')
      .map((one) => one.fingerprint);
    expect(matches).toEqual(expect.arrayContaining(['copied-text', 'creation-cluster', 'one-client']));
    expect([...log.rows.pages.values()][0]).toMatchObject({ strong: { accounts: 60, posts: 240 }, accounts: 100 });
  });

  test('whether the crowd is seen after the flock or before it', async () => {
    for (const parts of [
      [batch(60), crowd(40)],
      [crowd(40), batch(60)],
    ]) {
      const log = memoryLog();
      const world = openWorld(log);
      for (const part of parts) await world.see(part);
      expect(await world.level('one3')).toBe('strong');
      expect(levels(log), 'what is kept is what would be said now').toEqual(['strong']);
      expect([...log.rows.pages.values()][0]?.strong.accounts).toBe(60);
    }
  });

  test('without the crowd nothing can be said', async () => {
    const { level } = await seen(batch(60));
    expect(await level('one3')).toBe('none');
  });

  test('accounts of no flock have no verdict kept, and one made when it is asked', async () => {
    const { log, level } = await seen(crowd(5));
    expect(log.rows.verdicts.size).toBe(0);
    expect(await level('own2')).toBe('not-enough-seen');
    expect(await level('nobody')).toBeUndefined();
  });
});

describe('missing data', () => {
  const without = (told: string, what: RegExp) => told.replaceAll(what, '');
  test('without apps: still weak by texts and dates', async () => {
    const { level, verdict } = await seen(without(`${batch(60)}\n${crowd(40)}`, / via .*/g));
    expect(await level('one3')).toBe('weak');
    expect(unknownsOf((await verdict('one3'))!).join(' ')).toMatch(/apps/);
  });
  test('without dates: one app and copies alone are what a prayer app shows', async () => {
    const { level } = await seen(without(`${batch(60)}\n${crowd(40)}`, /^.* joined .*$/gm));
    expect(await level('one3')).toBe('none');
  });
});

describe('a fingerprint switched off', () => {
  const without = (...off: readonly string[]) => seen(`${batch(60)}\n${crowd(40)}`, { ...defaultSettings, off });

  test('counts neither for the account nor for its flock', async () => {
    expect(await (await without('one-client')).level('one3')).toBe('weak');
    expect(await (await without('creation-cluster')).level('one3')).toBe('none');
    expect(await (await without('isolation', 'playlist')).level('one3')).toBe('strong');
    const { level, finding } = await without('copied-text');
    expect(await level('one3')).toBe('none');
    expect(await finding('one3', 'copied-text')).toMatchObject({ outcome: 'not-enough-seen' });
  });

  test('or on again: everything judged otherwise waits to be judged anew', async () => {
    const off = { ...defaultSettings, off: ['creation-cluster', 'one-client'] };
    const { log } = await seen(`${batch(60)}\n${crowd(40)}`, off);
    expect(levels(log)).toEqual(['none']);
    await renewVerdicts(log, off);
    expect(await judgeWaiting(log, off), 'as judged').toBe(false);
    await renewVerdicts(log, { ...off, off: off.off.toReversed() });
    expect(await judgeWaiting(log, off), 'the order of the list is no other setting').toBe(false);
    await renewVerdicts(log, defaultSettings);
    while (await judgeWaiting(log, defaultSettings));
    expect(levels(log)).toEqual(['strong']);
  });
});

test('a verdict of an earlier version, which holds sentences, is made anew', async () => {
  const { log, verdict } = await seen(`${batch(60)}\n${crowd(40)}`);
  const id = idOf('one3');
  const [now, flock] = [log.rows.verdicts.get(id)!, [...log.rows.flocks.values()].find((row) => row.accounts === 60)!];
  const findings = now.findings.map(({ said: _said, ...one }) => ({ ...one, sentence: 'As it was told.' }));
  log.rows.verdicts.set(id, { ...now, findings, unknowns: ['As it was told.'], engineVersion: 2 });
  log.rows.flocks.set(flock.id, { ...flock, signature: flock.signature.replace(/^\d+/, '2') });
  await renewVerdicts(log, defaultSettings);
  while (await judgeWaiting(log, defaultSettings));
  expect(log.rows.verdicts.get(id)).toEqual(now);
  expect(await verdict('one3')).toEqual(now);
  expect(JSON.stringify(now)).not.toMatch(/sentence|unknowns/);
});

describe('figures of a page', () => {
  test('follow verdicts and dismissals, back and forth', async () => {
    const { log } = await seen(`${batch(60)}\n${crowd(40)}`);
    const id = idOf('one3');
    const page = () => log.rows.pages.get('hashtag:bread');
    const dismiss = async (dismissed: boolean) => {
      const unit = openUnit(log);
      unit.put('dismissals', { accountId: id, atMs: 1, dismissed });
      await keepVerdicts(unit, openBench(unit, defaultSettings), [id]);
      await unit.flush();
    };
    for (let i = 0; i < 2; i++) {
      await dismiss(true);
      expect(page()?.strong).toEqual({ accounts: 59, posts: 236 });
      await dismiss(true);
      expect(page()?.strong).toEqual({ accounts: 59, posts: 236 });
      await dismiss(false);
      expect(page()?.strong).toEqual({ accounts: 60, posts: 240 });
    }
  });

  test('posts that come after the verdict are counted, on their own page', async () => {
    const { log, see } = await seen(`${batch(60)}\n${crowd(40)}`);
    await see('@one3: bread at 20:00 via TweetDeck', { page: 'milk' });
    expect(log.rows.pages.get('hashtag:milk')).toMatchObject({ posts: 1, strong: { accounts: 1, posts: 1 } });
    expect(log.rows.pages.get('hashtag:bread')?.strong).toEqual({ accounts: 60, posts: 240 });
    await see('@one3: milk at 20:30 via TweetDeck');
    expect(log.rows.pages.get('hashtag:bread')?.strong).toEqual({ accounts: 60, posts: 241 });
  });
});

test('a verdict asked for twice in one unit of work is the same', async () => {
  const { log } = await seen(`${batch(20)}\n${crowd(20)}`);
  const bench = openBench(openUnit(log), defaultSettings);
  expect((await verdictOf(bench, idOf('one1')))?.verdict).toEqual((await verdictOf(bench, idOf('one1')))?.verdict);
});
