import { describe, expect, test } from 'vitest';
import { addCounts, healthOf, noCounters } from '../../lib/health';
import { inEnglish } from '../../lib/sentences';

describe('counting', () => {
  test('adds up things, and replaces what is of the moment', () => {
    const total = addCounts(
      addCounts(noCounters, { bodies: 2, posts: 40, articles: 9, anchors: 9, lastBodyAtMs: 5, diskFull: 1 }),
      { bodies: 1, posts: 3, articles: 4, anchors: 2, lastBodyAtMs: 9, diskFull: 0, lastError: 'words' },
    );
    expect(total).toMatchObject({
      bodies: 3,
      posts: 43,
      articles: 4,
      anchors: 2,
      lastBodyAtMs: 9,
      diskFull: 0,
      lastError: 'words',
    });
  });
  test('increments alone can be added up before there is a total', () => {
    expect(addCounts({ errors: 1 }, { errors: 2, posts: 1 } as { errors: number })).toEqual({ errors: 3, posts: 1 });
  });
  test('changes nothing of what it is given', () => {
    addCounts(noCounters, { bodies: 1 });
    expect(noCounters.bodies).toBe(0);
  });
});

/** With its troubles in words. */
const reportOf = (counters: Partial<typeof noCounters>) => {
  const { troubles, ...report } = healthOf({ ...noCounters, ...counters });
  return { ...report, troubles: troubles.map(inEnglish) };
};

describe('what the counters mean', () => {
  test('nothing yet: idle; bodies came: working; both without a word', () => {
    expect(reportOf({})).toMatchObject({ state: 'idle', troubles: [] });
    expect(
      reportOf({ bodies: 3, posts: 60, promoted: 4, protectedAccounts: 1, articles: 9, anchors: 9 }),
    ).toMatchObject({
      state: 'working',
      troubles: [],
    });
  });

  test.each([
    ['diskFull', { diskFull: 1 }, /^The disk is full/],
    ['anchors', { articles: 8, anchors: 0 }, /X has changed its page/],
    ['errors', { errors: 2, lastError: 'TypeError: x' }, /2 unexpected errors; the last: TypeError: x/],
  ])('%s: trouble', (_name, counters, words) => {
    const report = reportOf({ bodies: 5, ...counters });
    expect(report.state).toBe('trouble');
    expect(report.troubles[0]).toMatch(words);
  });

  test.each([
    [
      'unreadBodies',
      /1 response could not be read and was left out/,
      /3 responses could not be read and were left out/,
    ],
    ['unreadNodes', /1 post or account was of a form/, /3 posts or accounts were of a form/],
    [
      'tooLarge',
      /1 response was too large to read and was left out/,
      /3 responses were too large to read and were left out/,
    ],
    ['unreadable', /1 response could not be copied/, /3 responses could not be copied/],
    ['undelivered', /1 response was not taken/, /3 responses were not taken/],
    ['rejected', /1 message .* was ignored/, /3 messages .* were ignored/],
  ] as const)('%s: told in words, and the rest goes on', (name, one, three) => {
    expect(reportOf({ bodies: 5, [name]: 1 }).troubles).toEqual([expect.stringMatching(one)]);
    const report = reportOf({ bodies: 5, [name]: 3 });
    expect(report.troubles).toEqual([expect.stringMatching(three)]);
    expect(report.state).toBe('working');
  });

  test('two posts without a place for a badge are no sign yet', () => {
    expect(reportOf({ bodies: 1, articles: 2, anchors: 0 }).state).toBe('working');
  });

  test('the worst comes first', () => {
    const report = reportOf({ bodies: 9, diskFull: 1, unreadBodies: 3, errors: 1, lastError: 'x', rejected: 2 });
    expect(report.troubles[0]).toMatch(/disk is full/);
    expect(report.troubles).toHaveLength(4);
  });

  test('speaks plainly: sentences, no jargon, no number that is not a number', () => {
    const all = Object.fromEntries(Object.keys(noCounters).map((name) => [name, 3])) as unknown as typeof noCounters;
    for (const sentence of reportOf({ ...all, anchors: 0, lastError: 'Error: x.' }).troubles) {
      expect(sentence).toMatch(/^[\p{Lu}\d].*\.$/u);
      expect(sentence).not.toMatch(/NaN|undefined|JSON|DOM|IndexedDB|selector/);
    }
  });
});
