import { describe, expect, test } from 'vitest';
import { constantLag, phaseLock } from '../../../lib/fingerprints/phase-lock';
import { sentenceOf } from '../../../lib/sentences';
import { defaultSettings } from '../../../lib/settings';
import { evidence, flockOf, members, NOON_MS, postsAt, sets } from './evidence';

const rule = defaultSettings.phaseLock;
/** Starts of bursts that no period explains, in seconds. */
const uneven = [37, 1511, 2903, 4702, 6011, 8333];
const posts = (starts: readonly number[]) => postsAt(starts.flatMap((start) => [start, start + 4]));
const bursts = (starts: readonly number[]) => starts.map((start) => NOON_MS + start * 1000);
const told = (own: readonly number[], mates: readonly (readonly number[])[]) =>
  phaseLock.examine(
    evidence({
      account: { id: '1' },
      posts: posts(own),
      flock: flockOf(members(mates.length, (i) => ({ bursts: bursts(mates[i]!) }))),
    }),
  );
const later = (starts: readonly number[], lag: number, jitter = 0) =>
  starts.map((at, i) => at + lag + (i % 2) * jitter);

describe('matches', () => {
  test.each([
    ['three others, 16, 40 and 90 s later', [later(uneven, 16), later(uneven, 40), later(uneven, 90)]],
    ['a second of jitter', [later(uneven, 16, 1), later(uneven, 40, 1), later(uneven, 90, 1)]],
    ['an account before it', [later(uneven, -30), later(uneven, -60), later(uneven, 12)]],
  ])('%s', (_what, mates) => {
    const finding = told(uneven, mates);
    expect(finding).toMatchObject({ outcome: 'match', observed: 3, n: 3, family: 'cadence' });
    expect(finding.p).toBeLessThan(1e-5);
    expect(sentenceOf(finding)).toContain('3 other accounts');
  });

  test("the article's period of 1,480 s is no clock's", () => {
    const finding = told(
      sets(5, 1, 0, 1480, 37),
      [16, 40, 90, 130].map((lag) => sets(5, 1, 0, 1482, 37 + lag - 4)),
    );
    expect(finding).toMatchObject({ outcome: 'match', observed: 4 });
  });

  test('its words claim no more bursts in step than there must be', () => {
    // Of six bursts the mates follow four.
    const mates = [16, 40, 90, 130, 160].map((lag) => later(uneven.slice(0, 4), lag));
    const finding = told(uneven, mates);
    expect(finding.outcome).toBe('match');
    expect(sentenceOf(finding)).not.toContain('6 times');
  });
});

describe('a flock that takes turns', () => {
  /** Three lists of twenty accounts, one account 20–70 s after the other, and round again in each list’s own time. */
  const turnOf = (list: number, place: number, round: number) => {
    let at = 37 + list * 411 + round * (1237 + list * 183);
    for (let i = 0; i < place; i++) at += 20 + ((i * 17 + round * 29 + i * round * 7 + list * 13) % 50);
    return at;
  };
  const queue = Array.from({ length: 60 }, (_, i) =>
    [0, 1, 2, 3].map((round) => turnOf(i % 3, Math.floor(i / 3), round)),
  );
  const inQueue = (own: readonly number[], burst = 9) =>
    phaseLock.examine(
      evidence({
        account: { id: '1' },
        posts: postsAt(own.flatMap((start) => (burst === 0 ? [start] : [start, start + burst]))),
        flock: flockOf(members(queue.length, (i) => ({ bursts: bursts(queue[i]!) }))),
      }),
    );

  test('an account with its place in it matches, and is said to do so by its flock', () => {
    const finding = inQueue(later(queue[28]!, 31));
    expect(finding).toMatchObject({ outcome: 'match', scope: 'flock', family: 'cadence', version: 2 });
    expect(finding.n).toBe(60);
    expect(finding.observed).toBeGreaterThanOrEqual(2);
    expect(sentenceOf(finding)).toContain(`${finding.observed} other accounts`);
    expect(finding.postIds.length).toBeGreaterThan(0);
  });

  test('seen twice only, where its pauses are a queue’s', () => {
    expect(inQueue(later(queue[28]!, 31).slice(0, 2)).outcome).toBe('match');
  });

  test.each([
    ['a mocker, at times of his own', [400, 1900, 3300], 0],
    ['a mocker who came back after one round, by chance', later(queue[28]!, 31).slice(0, 2), 0],
    ['one burst', [400], 9],
  ])('does not match: %s', (_what, own, burst) => {
    expect(inQueue(own, burst).outcome).not.toBe('match');
  });
});

describe('does not match', () => {
  test('a stadium: two hundred shout at every goal, some at the same distance by chance', () => {
    const goals = [1511, 2903, 4702, 6011];
    const shout = (who: number) => goals.map((at, k) => at + 4 + ((who * 37 + k * 53 + who * k * 11) % 60));
    const fans = Array.from({ length: 200 }, (_, who) => shout(who + 1));
    const finding = told(shout(0), fans);
    // They are in step; so would anybody be.
    expect(finding.observed).toBeGreaterThan(2);
    expect(finding.outcome).toBe('no-match');
  });

  test.each([
    [
      'bursts at moments of their own',
      uneven,
      [
        [200, 1000, 3800, 5100, 7700],
        [611, 2222, 4000, 6900],
        [90, 900, 2500, 5500],
      ],
    ],
    ['one broadcast: all at once', uneven, [later(uneven, 1), later(uneven, 2), later(uneven, 0)]],
    [
      'a schedule on the clock',
      sets(6, 1, 0, 1800, 1),
      [sets(6, 1, 0, 1800, 20), sets(6, 1, 0, 1800, 40), sets(6, 1, 0, 1800, 9)],
    ],
  ])('%s', (_what, own, mates) => {
    expect(told(own, mates).outcome).toBe('no-match');
  });

  test('one account in step among many is told as one', () => {
    const finding = told(uneven, [later(uneven, 16), ...Array(40).fill([200, 1000, 3800, 5100, 7700])]);
    expect(finding).toMatchObject({ outcome: 'no-match', observed: 1 });
    expect(sentenceOf(finding)).toBe(
      'Of 41 accounts with the same texts, 1 keeps in step with it: no more than chance.',
    );
  });

  test.each([
    ['two hours', 7200],
    ['half an hour', 1800],
    ['a quarter', 900],
  ])('an app that posts for everybody every %s, from a minute of their own on', (_what, period) => {
    const offsets = [400, 1103, 90, 777, 1291, 640];
    expect(
      told(
        sets(6, 1, 0, period, 251),
        offsets.map((offset) => sets(6, 1, 0, period, offset)),
      ).outcome,
    ).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test('two bursts', () => {
    expect(told(uneven.slice(0, 2), [later(uneven, 16)]).outcome).toBe('not-enough-seen');
  });
  test('no flock', () => {
    expect(phaseLock.examine(evidence({ posts: posts(uneven) })).outcome).toBe('not-enough-seen');
  });
  test('times on whole minutes', () => {
    const whole = postsAt([60, 1500, 2940, 4740, 6000]);
    const flock = flockOf(members(3, () => ({ bursts: bursts([120, 1560, 3000]) })));
    expect(phaseLock.examine(evidence({ posts: whole, flock })).outcome).toBe('not-enough-seen');
  });
});

describe('a constant lag', () => {
  test('is found, either way', () => {
    expect(constantLag(bursts(uneven), bursts(later(uneven, 16)), rule)).toBe(16_000);
    expect(constantLag(bursts(later(uneven, 16)), bursts(uneven), rule)).toBe(-16_000);
  });
  test('is none where fewer than three bursts keep it, or it is nearly nothing', () => {
    expect(constantLag(bursts(uneven), bursts([53, 1527, 3500, 5400]), rule)).toBeUndefined();
    expect(constantLag(bursts(uneven), bursts(later(uneven, 2)), rule)).toBeUndefined();
    expect(constantLag([], [], rule)).toBeUndefined();
  });
});
