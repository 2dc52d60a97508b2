import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../lib/settings';

const { copiedText, closedPool, burstRhythm, creationCluster, oneClient } = defaultSettings;

describe('the thresholds are those of the method', () => {
  test('copied texts: 30 letters, two texts, five accounts (weak at three); variants of 0.60 count, as two are needed', () => {
    expect(copiedText).toMatchObject({ minLetters: 30, minTexts: 2, strongAccounts: 5, weakAccounts: 3 });
    expect(copiedText.sameText).toBeGreaterThanOrEqual(0.6);
    expect(copiedText.sameText).toBeLessThanOrEqual(0.8);
  });
  test('closed pool: a tenth, from 50 posts', () => {
    expect(closedPool).toEqual({ maxRatio: 0.1, minPosts: 50 });
  });
  test('bursts: 60 % of at least five pauses of 10 s or less, in two bursts', () => {
    expect(burstRhythm).toMatchObject({
      maxGapMs: 10_000,
      minGaps: 5,
      minShare: 0.6,
      minBursts: 2,
      maxVariation: 0.35,
    });
  });
  test('creation dates: p < 1e-6 over-dispersed fivefold, three times the others, KS p < 1e-3, newest 30 days left out', () => {
    expect(creationCluster).toMatchObject({
      overDispersion: 5,
      maxP: 1e-6,
      timesBaseline: 3,
      maxKsP: 1e-3,
      ignoreNewestDays: 30,
    });
  });
  test('one client: 95 %, among the others at most 20 %, ten accounts', () => {
    expect(oneClient).toMatchObject({ minShare: 0.95, maxBaseline: 0.2, minAccounts: 10 });
  });
});

describe('they make sense together', () => {
  test('every fingerprint is on', () => {
    expect(defaultSettings.off).toEqual([]);
  });
  test('shares are shares, and a burst is shorter than a silence', () => {
    const shares = [copiedText.sameText, closedPool.maxRatio, burstRhythm.minShare, burstRhythm.flockMinShare];
    for (const share of [...shares, creationCluster.minShare, oneClient.minShare, oneClient.maxBaseline]) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
    expect(burstRhythm.silenceMs).toBeGreaterThan(burstRhythm.maxGapMs);
    expect(copiedText.weakAccounts).toBeLessThan(copiedText.strongAccounts);
  });
  test('windows of days grow, from one day', () => {
    expect(creationCluster.windowsDays[0]).toBe(1);
    expect(creationCluster.windowsDays.toSorted((a, b) => a - b)).toEqual(creationCluster.windowsDays);
  });
  test('the apps of phones and the web are common; TweetDeck is not', () => {
    for (const app of ['Twitter for iPhone', 'Twitter for Android', 'Twitter Web App']) {
      expect(oneClient.common).toContain(app);
    }
    expect(oneClient.common).not.toContain('TweetDeck');
  });
});
