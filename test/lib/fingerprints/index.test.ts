/** What holds for every fingerprint, those to come among them. */
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../../lib/fingerprints';
import type { Evidence } from '../../../lib/fingerprints/fingerprint';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, gapsOf, members, postsAt, sets, sharedTexts, strangers } from './evidence';

const cases: readonly (readonly [string, Evidence])[] = [
  ['nothing known', evidence()],
  ['no account', evidence({ account: undefined })],
  ['one post', evidence({ posts: postsAt([5]) })],
  [
    'all posts at one moment',
    evidence({ posts: postsAt(Array(128).fill(5)), shared: sharedTexts(9), flock: flockOf(members(9)) }),
  ],
  ['a flock of nobody', evidence({ posts: postsAt([1, 2, 3, 4, 5]), flock: flockOf([], { posts: 0, texts: 0 }) })],
  ['a flock of one', evidence({ posts: postsAt(sets(3, 3, 4, 1480)), flock: flockOf(members(1)) })],
  ['a page without date', evidence({ pageMs: undefined, flock: flockOf(members(30, () => ({ createdDay: 16_000 }))) })],
  [
    'all equal',
    evidence({
      flock: flockOf(members(300, () => ({ createdDay: 16_000, gaps: gapsOf([0, 5, 10]) }))),
      others: strangers(300, () => ({ createdDay: 16_000 })),
    }),
  ],
  [
    'dates and counts of nonsense',
    evidence({
      account: { id: '1', createdAtMs: -1e15, following: 0, posts: 0 },
      flock: flockOf(members(30, () => ({ createdDay: -1e7 }))),
      others: strangers(30, () => ({ createdDay: 1e7 })),
    }),
  ],
];

describe.each(fingerprints.map((one) => [one.id, one] as const))('%s', (_id, one) => {
  test.each(cases)('%s: says something of a kind, and its figures are numbers', (_what, known) => {
    const finding = one.examine(known);
    expect(['match', 'no-match', 'not-enough-seen']).toContain(finding.outcome);
    expect(finding).toMatchObject({ fingerprint: one.id, version: one.version, family: one.family });
    for (const name of ['observed', 'threshold', 'n', 'baseline', 'p'] as const) {
      if (finding[name] !== undefined) expect(Number.isFinite(finding[name]), `${name}: ${finding[name]}`).toBe(true);
    }
    expect(sentenceOf(finding)).not.toMatch(/NaN|Infinity|undefined|null|\s{2}/);
    expect(sentenceOf(finding)).toMatch(/^[\p{Lu}\d].*\.$/su);
  });

  test('of one post, or of nothing, nothing is convicted', () => {
    for (const known of [evidence(), evidence({ posts: postsAt([5]) }), evidence({ account: undefined })]) {
      expect(one.examine(known).outcome).not.toBe('match');
    }
  });

  test('switched off, it is not asked; another one’s switch is none of its business', () => {
    const known = cases[3]![1];
    const off = (...ids: readonly string[]) => evidence({ ...known, settings: { ...known.settings, off: ids } });
    const finding = one.examine(off(one.id));
    expect(finding).toMatchObject({ outcome: 'not-enough-seen', fingerprint: one.id, postIds: [] });
    expect(sentenceOf(finding)).toBe('Switched off in the settings.');
    expect(one.examine(off('no-such-rule'))).toEqual(one.examine(known));
  });

  test('looks at what is given and changes nothing of it', () => {
    const known = cases[3]![1];
    const before = JSON.stringify(known);
    one.examine(known);
    expect(JSON.stringify(known)).toBe(before);
  });

  test('speaks of evidence: no verdict, no country', () => {
    for (const [, known] of cases)
      expect(sentenceOf(one.examine(known))).not.toMatch(/\b(bot|bots|fake|troll|sock)\b/i);
    expect(one.title).not.toMatch(/\b(bot|fake)/i);
  });
});

test('ids are one of a kind', () => {
  expect(new Set(fingerprints.map((one) => one.id)).size).toBe(fingerprints.length);
});
