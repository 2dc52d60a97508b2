import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flockTurns, turnsOf } from '../../../lib/flocks/turns';
import { defaultSettings, type Settings } from '../../../lib/settings';
import { evidence, flockOf, gapsOf, members, NOON_MS } from '../fingerprints/evidence';

/** Numbers of 0…1 that look like chance and are the same on every machine. */
const draw = (seed: number) => {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
type Times = readonly (readonly number[])[];
const ms = (seconds: number) => NOON_MS + Math.round(seconds * 1000);

/** Queues of 20 accounts: each begins 20–70 s after the one before, round after round of its queue's own length. */
const queues = (n: number, rounds = 4, seed = 1): Times => {
  const next = draw(seed);
  return Array.from({ length: n }, (_, queue) => {
    const [start, period] = [next() * 3000, 1130 + queue * 217 + next() * 90];
    const starts = Array.from({ length: 20 }, (): number[] => []);
    for (let round = 0; round < rounds; round++) {
      let at = start + round * period;
      for (const own of starts) {
        own.push(ms(at));
        at += 20 + next() * 50;
      }
    }
    return starts;
  }).flat();
};
/** A stadium: everybody within a minute or so of each goal, each time in another order. */
const stadium = (n: number, goals: readonly number[], seed = 2): Times => {
  const next = draw(seed);
  return Array.from({ length: n }, () => goals.filter(() => next() < 0.8).map((at) => ms(at + 4 + next() * 70)));
};
/** People at any time of five hours. */
const anyTime = (n: number, each = 5, seed = 3): Times => {
  const next = draw(seed);
  return Array.from({ length: n }, () =>
    Array.from({ length: each }, () => ms(next() * 18_000)).toSorted((a, b) => a - b),
  );
};
/** Subscribers of an app that works off its list every so many seconds. */
const subscribers = (n: number, period: number, apart = 4): Times =>
  Array.from({ length: n }, (_, i) => Array.from({ length: 5 }, (_, k) => ms(431 + k * period + i * apart)));

const flock = (times: Times, gaps = gapsOf([])) => flockOf(members(times.length, (i) => ({ bursts: times[i]!, gaps })));
const known = (off: Settings['off'] = []) => evidence({ settings: { ...defaultSettings, off } });
const turns = (times: Times) => flockTurns(flock(times), known());

describe('takes turns', () => {
  test.each([
    ['three queues', queues(3)],
    ['one queue', queues(1)],
    ['three rounds', queues(4, 3)],
    ['queues among people', [...queues(3), ...anyTime(20)]],
  ])('%s', (_what, times) => {
    const told = turns(times);
    expect(told.match).toBe(true);
    expect(told.pairs).toBeGreaterThan(25 * told.expected);
  });
});

describe('does not', () => {
  test.each([
    ['people at any time', anyTime(120)],
    ['a stadium', stadium(200, [1500, 3100, 4200, 6000])],
    ['a stadium with a goal after the other', stadium(200, [1500, 1900, 2300, 2650, 3100])],
    ['nobody', []],
    ['queues seen once', queues(3, 1)],
    ['queues seen twice: too little to tell', queues(3, 2)],
    ['an app that posts for its subscribers every two hours', subscribers(120, 7200)],
    ['a service that needs three quarters of every hour for its list', subscribers(60, 3600, 45)],
    ['every quarter of an hour', subscribers(60, 900)],
    ['all at once', Array.from({ length: 40 }, () => [ms(100), ms(1511), ms(2903), ms(4702)])],
    ['five accounts', queues(1).slice(0, 5)],
  ])('%s', (_what, times) => {
    expect(turns(times).match).toBe(false);
  });

  test('times known to the minute only, or phase-lock switched off', () => {
    expect(flockTurns(flock(queues(3), gapsOf([0, 60])), known()).match).toBe(false);
    expect(flockTurns(flock(queues(3)), known(['phase-lock'])).match).toBe(false);
    expect(flockTurns(flock(queues(3)), known(['burst-rhythm'])).match).toBe(true);
  });
});

describe('an account', () => {
  const told = (times: Times, who: number, own = times[who]!, need: 2 | 3 = 3) =>
    turnsOf(String(100 + who), own, need, flock(times), known());

  test('of a queue keeps step with those before and behind it', () => {
    const { mates, n, p } = told(queues(3), 25);
    expect(n).toBe(59);
    expect(mates).toBeGreaterThanOrEqual(4);
    expect(p).toBeLessThan(1e-4);
  });

  test('of the crowd does not, nor one that posted once, nor one by the clock', () => {
    const times = [...queues(3), ...anyTime(20)];
    const fits = (one: { readonly mates: number; readonly p: number }) => one.mates >= 2 && one.p < 0.003;
    expect(times.slice(60).filter((_, i) => fits(told(times, 60 + i)))).toHaveLength(0);
    expect(told(times, 25, times[25]!.slice(0, 1), 2)).toMatchObject({ mates: 0, p: 1 });
    expect(told(times, 25, [ms(0), ms(1800), ms(3600)])).toMatchObject({ mates: 0, p: 1 });
  });

  test('is not its own mate, and alone it has none', () => {
    const alone = queues(1).slice(0, 1);
    expect(told(alone, 0)).toEqual({ mates: 0, n: 0, p: 1 });
  });
});

test('chances are chances, whatever the times', () => {
  const anyTimes = fc.array(fc.array(fc.nat(20_000), { maxLength: 8 }), { maxLength: 12 });
  fc.assert(
    fc.property(anyTimes, (seconds) => {
      const times = seconds.map((own) => own.map(ms).toSorted((a, b) => a - b));
      const { p, expected } = turns(times);
      const own = turnsOf('100', times[0] ?? [], 2, flock(times), known()).p;
      for (const chance of [p, own]) expect(chance >= 0 && chance <= 1).toBe(true);
      expect(Number.isFinite(expected)).toBe(true);
    }),
  );
});
