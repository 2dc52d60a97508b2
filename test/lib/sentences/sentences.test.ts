/** Every sentence in every language: the figures it is given, no more and no less. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../../lib/fingerprints';
import type { Finding, Verdict } from '../../../lib/model';
import { counterEvidenceOf, createSay, inEnglish, sentenceOf, unknownsOf } from '../../../lib/sentences';
import { nouns } from '../../../lib/sentences/arabic-nouns';
import { arabicSpeech } from '../../../lib/sentences/arabic-speech';
import { english } from '../../../lib/sentences/english';
import type { Figures, Said, SaidKey } from '../../../lib/sentences/said';
import { untrueInArabic } from './arabic-numbers';

const n = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 20_000 }));
const some = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 20_000 }));
const share = fc.oneof(
  fc.constantFrom(0, 0.001, 0.0049, 0.005, 0.0095, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const ms = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map((s) => s * 1000),
  fc.constantFrom(500, 1500, 2500),
);
const meanS = fc.oneof(fc.constantFrom(1, 2, 4, 1.04, 10.96), fc.double({ min: 0.5, max: 60, noNaN: true }));
const day = fc.integer({ min: 13_000, max: 21_000 });
const name = fc.constantFrom('TweetDeck', 'tv.example', 'بوابة الخبر', 'Studio 24', 'أخبار4you');
const none = fc.constant({});
const of = <Record extends object>(record: { readonly [Name in keyof Record]: fc.Arbitrary<Record[Name]> }) =>
  fc.record(record) as unknown as fc.Arbitrary<Record>;

/** Figures of every kind; the compiler asks for those of a key to come. */
const drawn: { readonly [Key in SaidKey]: fc.Arbitrary<Figures[Key]> } = {
  'switched-off': none,
  'copied-text/few': of({ posts: n, needed: n }),
  'copied-text/match': of({ texts: n, others: n }),
  'copied-text/no-match': of({ posts: n, texts: some, accounts: n, minTexts: some, minAccounts: some }),
  'closed-pool/none': none,
  'closed-pool/few': of({ posts: n, needed: n }),
  'closed-pool/told': of({ accounts: n, posts: some, texts: n }),
  'playlist/few-texts': of({ texts: n, needed: n }),
  'playlist/few-pairs': of({ pairs: n, needed: n }),
  'playlist/told': of({ same: n, pairs: n, others: n }),
  'burst-rhythm/coarse': none,
  'burst-rhythm/none': none,
  'burst-rhythm/few': of({ pauses: n, needed: n }),
  'burst-rhythm/own': of({ bursts: n, short: n, pauses: n, maxGapMs: ms, meanS }),
  'burst-rhythm/flock': of({ pauses: n, maxGapMs: ms, meanS, share, inTurns: fc.boolean() }),
  'burst-rhythm/no-match': of({ short: n, pauses: n, maxGapMs: ms }),
  'phase-lock/alone': none,
  'phase-lock/few': of({ bursts: n, needed: n }),
  'phase-lock/coarse': none,
  'phase-lock/clock': none,
  'phase-lock/match': of({ others: n, times: some, nearestMs: fc.integer({ min: 1, max: 90_000 }) }),
  'phase-lock/no-match': of({ accounts: n, inStep: some }),
  'phase-lock/turns': of({ mates: n, times: some, spreadMs: ms, accounts: n, pairs: n }),
  'hand-over/few': none,
  'hand-over/told': of({ times: n, maxGapMs: ms, sorted: n, longest: n }),
  'creation-cluster/alone': none,
  'creation-cluster/few': none,
  'creation-cluster/unseen': none,
  'creation-cluster/match': of({ day, share, accounts: n, runs: n, from: day, to: day, usual: share }),
  'creation-cluster/outside': of({ day, share }),
  'creation-cluster/spread': none,
  'cohort-counters/alone': none,
  'cohort-counters/few': none,
  'cohort-counters/match': of({
    accounts: n,
    alike: fc.constantFrom<readonly ('following' | 'posts')[]>(['posts'], ['following'], ['following', 'posts']),
  }),
  'cohort-counters/no-match': none,
  'profile-shape/alone': none,
  'profile-shape/few': none,
  'profile-shape/told': of({
    share,
    accounts: n,
    parts: fc.subarray(['bio', 'banner', 'no-picture'] as const),
    usual: share,
  }),
  'one-client/alone': none,
  'one-client/few': none,
  'one-client/unseen': none,
  'one-client/match': of({ client: name, share, accounts: n, usual: share }),
  'one-client/another': of({ client: name }),
  'one-client/service': of({ client: name, service: fc.constantFrom('prayers' as const, 'alerts', 'publishing') }),
  'one-client/common': none,
  'one-client/various': none,
  'one-outlet/few': none,
  'one-outlet/match': of({ own: n, links: n, domain: name, share, accounts: n }),
  'one-outlet/no-match': none,
  'off-topic/few': none,
  'off-topic/told': of({ on: n, texts: n, usual: share }),
  'retargeting/few': of({ texts: n, needed: n }),
  'retargeting/match': of({ hashtags: some, names: fc.array(name, { minLength: 1, maxLength: 3 }) }),
  'retargeting/no-match': none,
  'reused-profile/unseen': none,
  'reused-profile/told': of({ others: n, bios: n, usual: share }),
  'handle-template/few': none,
  'handle-template/match': of({ share, handles: n, usual: share }),
  'handle-template/no-match': none,
  'followed-core/few': none,
  'followed-core/told': of({ accounts: n, others: n }),
  'isolation/few': of({ posts: n, needed: n }),
  'isolation/told': fc.record({ social: n, posts: n, usual: share }, { requiredKeys: ['social', 'posts'] }),
  'verdict/own-words': of({ own: n, posts: n }),
  'verdict/automated': none,
  'verdict/established': of({ share, accounts: n }),
  'health/disk-full': none,
  'health/anchors': none,
  'health/unread-bodies': of({ responses: some }),
  'health/unread-nodes': of({ nodes: some }),
  'health/too-large': of({ responses: some }),
  'health/unreadable': of({ responses: some }),
  'health/rejected': of({ messages: some }),
  'health/undelivered': of({ responses: some }),
  'health/errors': of({ errors: some, last: fc.constantFrom('TypeError: x is not a function', 'خطأ') }),
};
const keys = Object.keys(drawn) as readonly SaidKey[];
const saidOf = (key: SaidKey) => drawn[key].map((figures) => ({ key, ...figures }) as Said);

describe.each(keys)('%s', (key) => {
  test('in Arabic tells the numbers that it tells in English, each isolated, and nothing else of it', () => {
    fc.assert(
      fc.property(saidOf(key), fc.constantFrom('ar' as const, 'ar-EG' as const), (said, locale) => {
        expect(untrueInArabic(said, locale)).toBeUndefined();
      }),
    );
  });

  test('is a sentence in either language, of evidence and of no person', () => {
    fc.assert(
      fc.property(saidOf(key), (said) => {
        for (const text of [inEnglish(said), createSay('ar-EG')(said)]) {
          expect(text).not.toMatch(/NaN|Infinity|undefined|null|\[object|\s{2}/);
          if (key !== 'health/errors') expect(text).toMatch(/^[\p{Lu}\p{Lo}\p{Nd}\u2068].*\.$/su);
          expect(text).not.toMatch(/\b(bot|bots|fake|troll)\b|بوت|روبوت|وهمي|مزيف|ذباب/i);
        }
      }),
      { numRuns: 20 },
    );
  });
});

test('a key begins with the id of who says it', () => {
  const ids = new Set<string>([...fingerprints.map((one) => one.id), 'verdict', 'health', 'switched-off']);
  expect(keys.filter((key) => !ids.has(key.split('/')[0]!))).toEqual([]);
  expect(Object.keys(english).toSorted()).toEqual(keys.toSorted());
});

describe('Arabic counts', () => {
  const { count, of: after, seconds, percent } = arabicSpeech('ar');
  const plain = (text: string) => text.replaceAll(/[\u2066-\u2069\u200e\u200f\u061c]/g, '');

  test.each([
    [0, 'لا حسابات', '0 حساب'],
    [1, 'حساب واحد', 'حساب واحد'],
    [2, 'حسابان', 'حسابين'],
    [3, '3 حسابات', '3 حسابات'],
    [10, '10 حسابات', '10 حسابات'],
    [11, '11 حسابًا', '11 حسابًا'],
    [99, '99 حسابًا', '99 حسابًا'],
    [100, '100 حساب', '100 حساب'],
    [102, '102 حساب', '102 حساب'],
    [103, '103 حسابات', '103 حسابات'],
    [1711, '1,711 حسابًا', '1,711 حسابًا'],
  ])('%d', (value, subject, governed) => {
    expect(plain(count(value, 'account'))).toBe(subject);
    expect(plain(after(value, 'account'))).toBe(governed);
  });

  test('seconds of a mean have one decimal, and agree with what is shown', () => {
    expect([4, 4.26, 10.96, 1.04].map((s) => plain(seconds(s, 1)))).toEqual([
      '4.0 ثوانٍ',
      '4.3 ثانية',
      '11.0 ثانية',
      'ثانية واحدة',
    ]);
  });

  test('a share that is not nothing never reads as nothing', () => {
    expect([0, 0.0001, 0.0027, 0.934, 1].map((one) => plain(percent(one)))).toEqual([
      '0%',
      '0.1%',
      '0.3%',
      '93%',
      '100%',
    ]);
  });

  test('in the digits of the reader’s country', () => {
    expect(arabicSpeech('ar-EG').n(1711)).toBe('\u2068١٬٧١١\u2069');
  });

  test('no form tells another number than its place', () => {
    for (const [one, two, ofTwo, few, many, other] of Object.values(nouns))
      for (const counted of [few, many, other]) expect([one, two, ofTwo]).not.toContain(counted);
  });
});

describe('what an earlier version kept', () => {
  const old = (outcome: Finding['outcome'], sentence: string): Finding => ({
    fingerprint: 'copied-text',
    version: 1,
    family: 'text',
    outcome,
    scope: 'own',
    sentence,
    postIds: [],
  });
  const kept: Verdict = {
    accountId: '1',
    level: 'none',
    findings: [old('no-match', 'It was not.'), old('not-enough-seen', 'It was little.')],
    counterEvidence: ['Its own words.', 'It was not.'],
    unknowns: ['It was little.'],
    engineVersion: 2,
    settingsVersion: 1,
  };

  test('is told as it stands, in any language', () => {
    expect(sentenceOf(kept.findings[0]!)).toBe('It was not.');
    expect(sentenceOf(kept.findings[0]!, createSay('ar'))).toBe('It was not.');
    expect(counterEvidenceOf(kept)).toEqual(['Its own words.', 'It was not.']);
    expect(unknownsOf(kept)).toEqual(['It was little.']);
  });

  test('and a key that only a later version knows stands for itself', () => {
    const later = { key: 'copied-text/later', posts: 3 } as unknown as Said;
    expect(inEnglish(later)).toBe('copied-text/later');
    expect(createSay('ar')(later)).toBe('copied-text/later');
  });
});
