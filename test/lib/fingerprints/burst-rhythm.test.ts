import { describe, expect, test } from 'vitest';
import { burstRhythm } from '../../../lib/fingerprints/burst-rhythm';
import { sentenceOf } from '../../../lib/sentences';
import { defaultSettings } from '../../../lib/settings';
import { evidence, flockOf, gapsOf, members, NOON_MS, postsAt, sets, strangers } from './evidence';

const told = (seconds: readonly number[], known: Parameters<typeof evidence>[0] = {}) =>
  burstRhythm.examine(evidence({ posts: postsAt(seconds), ...known }));
/** Accounts of a flock that post in pairs five seconds apart, every half hour. */
const queue = (n: number) => flockOf(members(n, () => ({ gaps: gapsOf(sets(3, 2, 5, 1800)) })));
const crowd = (n: number) => strangers(n, (i) => ({ gaps: gapsOf([3, 400 + i * 7, 1000 + i * 31, 2900 + i]) }));

describe('matches by its own posts', () => {
  test.each([
    ["three posts four seconds apart, every 24 min 40 s: the article's", sets(3, 3, 4, 1480)],
    ['pairs and triples', [0, 5, 10, 1400, 1405, 1410, 2900, 2905]],
    ['two long sets', sets(2, 4, 7, 900)],
    ['one pause in between, of ten', [...sets(3, 4, 5, 1480), 3070]],
  ])('%s', (_what, seconds) => {
    const finding = told(seconds);
    expect(finding).toMatchObject({ outcome: 'match', scope: 'own' });
    expect(finding.observed).toBeGreaterThanOrEqual(0.6);
    expect(finding.postIds.length).toBeGreaterThanOrEqual(4);
  });

  test('in its words the figures are those of its posts', () => {
    const finding = told(sets(3, 3, 4, 1480));
    expect(finding).toMatchObject({ observed: 6 / 8, n: 8, threshold: 0.6 });
    expect(sentenceOf(finding)).toMatch(/3 bursts: 6 of 8 pauses/);
    expect(sentenceOf(finding)).toContain('4.0 s');
  });

  test('nothing is said of pauses that is not so', () => {
    // The rest of the pauses are of half a minute: not long.
    const finding = told([0, 5, 10, 40, 45, 50, 80, 85]);
    expect(sentenceOf(finding)).not.toMatch(/the others are long/);
  });
});

describe('matches by its flock', () => {
  test('one short pause of its own, in a flock of pairs', () => {
    const finding = told([7, 12], { flock: queue(8), others: crowd(20) });
    expect(finding).toMatchObject({ outcome: 'match', scope: 'flock' });
    expect(finding.observed).toBeCloseTo(24 / 40, 5);
    expect(sentenceOf(finding)).toContain('60 %');
    expect(sentenceOf(finding)).toContain('5.0 s');
  });

  test('where most posts went unseen, a flock that stands out from the page', () => {
    const seldom = flockOf(members(60, (i) => ({ gaps: gapsOf([0, i % 3 === 0 ? 5 : 1500, 3000]) })));
    expect(told([0, 5], { flock: seldom, others: crowd(60) })).toMatchObject({ outcome: 'match', scope: 'flock' });
  });

  test('a flock that takes turns round after round, though its pauses are of 2 to 20 s', () => {
    const inTurn = members(20, (i) => {
      const starts = [0, 1, 2, 3].map(
        (round) => NOON_MS + (37 + round * 1237 + i * 45 + ((i * 7 + round * 5) % 15)) * 1000,
      );
      return { gaps: gapsOf([0, 5, 18, 1240, 1255]), bursts: starts };
    });
    const finding = told([7, 12], { flock: flockOf(inTurn), others: crowd(20) });
    expect(finding).toMatchObject({ outcome: 'match', scope: 'flock' });
    expect(sentenceOf(finding)).toContain('in turns that come round');
    const off = { ...defaultSettings, off: ['phase-lock'] };
    expect(told([7, 12], { flock: flockOf(inTurn), others: crowd(20), settings: off }).outcome).not.toBe('match');
    expect(told([7, 25], { flock: flockOf(inTurn), others: crowd(20) }).outcome, 'no short pause').not.toBe('match');
  });

  test('a baseline that was not seen is not told', () => {
    const finding = told([7, 12], { flock: queue(8), others: [] });
    expect(finding.outcome).toBe('match');
    expect(finding.baseline).toBeUndefined();
  });

  test('of a large flock only what its sample shows is counted', () => {
    const finding = told([7, 12], { flock: { ...queue(8), accounts: 1711 }, others: crowd(20) });
    expect(sentenceOf(finding)).not.toContain('1,711');
  });
});

describe('does not match', () => {
  test.each([
    ['a person: pauses of every length', [0, 40, 300, 320, 1000, 2500, 2600]],
    ['even pauses of ten minutes', sets(8, 1, 0, 600)],
    ['one burst alone', [0, 4, 8, 12, 16, 20]],
    ['uneven bursts', [0, 1, 10.5, 1400, 1401, 1411, 2900, 2901]],
    ['a live-blog: half a minute', sets(8, 1, 0, 31)],
    ['eleven seconds', sets(3, 3, 11, 1480)],
    ['all in one second', [5, 5, 5, 5, 5, 5, 5]],
    ['several in the same second, then silence', [5, 5, 5, 1405, 1405, 1405, 2905]],
  ])('%s', (_what, seconds) => {
    expect(told(seconds)).toMatchObject({ outcome: 'no-match', postIds: [] });
  });

  test('pauses under a second are not counted as short ones', () => {
    expect(told([5, 5, 5, 5, 5, 5, 5])).toMatchObject({ observed: 0, n: 6 });
    expect(sentenceOf(told([5, 5, 5, 5, 5, 5, 5]))).not.toMatch(/^0 of 6 pauses between its posts last 10 s or less/);
  });

  test('threads, three to six seconds apart: what answers oneself is left out', () => {
    const thread = postsAt(sets(3, 5, 4, 1480)).map(
      (post, i) => ({ ...post, kind: i % 5 === 4 ? 'post' : 'thread' }) as const,
    );
    expect(burstRhythm.examine(evidence({ posts: thread })).outcome).not.toBe('match');
  });

  test('reposts in a row', () => {
    const reposts = postsAt(sets(3, 4, 4, 1480), { kind: 'repost' });
    expect(burstRhythm.examine(evidence({ posts: reposts })).outcome).toBe('not-enough-seen');
  });

  test('no short pause of its own, whatever its flock does', () => {
    expect(told([0, 400, 900, 1500, 2600, 3800], { flock: queue(20), others: crowd(20) }).outcome).toBe('no-match');
  });

  test('a flock that pauses like the page: everybody is quick after a goal', () => {
    const quick = strangers(40, () => ({ gaps: gapsOf([0, 5, 1500, 3000]) }));
    const flock = flockOf(members(20, () => ({ gaps: gapsOf([0, 5, 1500, 3000]) })));
    expect(told([0, 5], { flock, others: quick }).outcome).not.toBe('match');
  });

  test('a flock with as many pauses in between as short ones', () => {
    const flock = flockOf(members(20, () => ({ gaps: gapsOf([0, 5, 45, 50, 90]) })));
    expect(told([0, 5], { flock, others: crowd(20) }).outcome).not.toBe('match');
  });
});

describe('cannot tell', () => {
  test.each([
    ['no post', []],
    ['one post', [5]],
    ['five posts', sets(5, 1, 0, 5)],
    ['times on whole minutes', sets(3, 3, 60, 1500, 0)],
  ])('%s', (_what, seconds) => {
    expect(told(seconds).outcome).toBe('not-enough-seen');
  });

  test('a flock whose times are all on whole minutes shows no rhythm', () => {
    const coarse = flockOf(members(20, () => ({ gaps: gapsOf([0, 0, 0, 60]) })));
    expect(told([7, 12], { flock: coarse, others: crowd(20) }).outcome).toBe('not-enough-seen');
  });
});
