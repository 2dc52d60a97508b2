import { expect, test } from 'vitest';
import { fitOfFingerprints, fitOfLevels, type Said } from '@/lib/fit';
import type { Finding, Level, Outcome, Verdict } from '@/lib/model';

const finding = (fingerprint: string, outcome: Outcome): Finding => ({
  fingerprint,
  version: 1,
  family: 'text',
  outcome,
  scope: 'own',
  sentence: '',
  postIds: [],
});
const said = (counts: Said['counts'], level?: Level, findings: Readonly<Record<string, Outcome>> = {}): Said => {
  if (level === undefined) return { counts };
  const verdict: Verdict = {
    accountId: '1',
    level,
    findings: Object.entries(findings).map(([id, outcome]) => finding(id, outcome)),
    counterEvidence: [],
    unknowns: [],
    engineVersion: 1,
    settingsVersion: 1,
  };
  return { counts, verdict };
};

const all = [
  said('spam', 'strong', { copied: 'match', rhythm: 'match' }),
  said('spam', 'weak', { copied: 'match', rhythm: 'not-enough-seen' }),
  said('spam', 'none', { copied: 'no-match', rhythm: 'no-match' }),
  said('spam', 'not-enough-seen', { copied: 'not-enough-seen' }),
  said('spam'),
  said('genuine', 'weak', { copied: 'match', rhythm: 'no-match' }),
  said('genuine', 'none', { copied: 'no-match' }),
  said('neither', 'strong', { copied: 'match' }),
];

test('levels: of the marked, those labelled spam; of those labelled spam, the marked', () => {
  const [strong, any] = fitOfLevels(all);
  expect(strong).toMatchObject({
    name: 'strong',
    precision: { hits: 1, of: 1, share: 1 },
    recall: { hits: 1, of: 5, share: 0.2 },
    wrong: { hits: 0, of: 2 },
    unseen: 2,
  });
  expect(any).toMatchObject({
    precision: { hits: 2, of: 3 },
    recall: { hits: 2, of: 5 },
    wrong: { hits: 1, of: 2 },
  });
  // Wilson 1927: 2 of 5.
  expect(any?.recall?.low).toBeCloseTo(0.1176, 4);
  expect(any?.recall?.high).toBeCloseTo(0.7693, 4);
});

test('fingerprints, each by itself; what it could not see counts as not marked, and is told', () => {
  const [copied, rhythm] = fitOfFingerprints(all);
  expect(copied).toMatchObject({
    name: 'copied',
    precision: { hits: 2, of: 3 },
    recall: { hits: 2, of: 5 },
    wrong: { hits: 1, of: 2 },
    unseen: 2,
  });
  expect(rhythm).toMatchObject({
    name: 'rhythm',
    precision: { hits: 1, of: 1 },
    recall: { hits: 1, of: 5 },
    unseen: 3,
  });
});

test('without labels that count there is no figure, rather than 0', () => {
  for (const one of [...fitOfLevels([said('neither', 'strong')]), ...fitOfLevels([])]) {
    expect(one).toEqual({ name: one.name, unseen: 0 });
  }
  expect(fitOfFingerprints([])).toEqual([]);
  const [strong] = fitOfLevels([said('spam', 'none')]);
  expect(strong).not.toHaveProperty('precision');
  expect(strong?.recall).toMatchObject({ hits: 0, of: 1 });
});
