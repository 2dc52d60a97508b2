import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprints } from '../../lib/fingerprints';
import type { Evidence } from '../../lib/fingerprints/fingerprint';
import type { Family, Finding, Level, Outcome } from '../../lib/model';
import { counterEvidenceOf, unknownsOf } from '../../lib/sentences';
import { type FlockContext, judge } from '../../lib/verdict';
import { evidence, flockOf, members, postsAt, sharedTexts } from './fingerprints/evidence';

const familyOf = new Map<string, Family>(fingerprints.map((one) => [one.id, one.family]));
const found = (fingerprint: string, outcome: Outcome, more: Partial<Finding> = {}): Finding => ({
  fingerprint,
  version: 1,
  family: familyOf.get(fingerprint)!,
  outcome,
  scope: 'own',
  sentence: `${fingerprint}: ${outcome}.`,
  postIds: [],
  ...more,
});
/** `burst-rhythm*` is the flock's rhythm, which the account fits. */
const matching = (...ids: readonly string[]) =>
  ids.map((id) => found(id.replace('*', ''), 'match', id.endsWith('*') ? { scope: 'flock' } : {}));

const copies = { posts: postsAt([0, 600, 1200, 1800]), shared: sharedTexts(4) };
/** A flock that shows everything as a whole, and has no audience: what the account's own findings make of it. */
const whole: FlockContext = { rhythm: true, runs: true, standing: { established: false, share: 0, n: 0 } };
const audience: FlockContext['standing'] = { established: true, share: 0.9, n: 40 };
interface Around extends Partial<Evidence>, Partial<FlockContext> {
  readonly accounts?: number;
}
const levelOf = (findings: readonly Finding[], around: Around = {}): Level => {
  const { accounts = 12, rhythm = whole.rhythm, runs = whole.runs, standing = whole.standing, ...known } = around;
  const all = evidence({ ...copies, flock: flockOf(members(3), { accounts }), ...known });
  return judge(all, findings, { rhythm, runs, standing }).level;
};

describe('what makes a badge', () => {
  test.each<[Level, readonly string[], string]>([
    ['none', [], 'nothing'],
    ['none', ['copied-text'], 'copied texts alone'],
    ['none', ['copied-text', 'closed-pool', 'playlist'], 'three of the texts’ family'],
    ['none', ['burst-rhythm', 'phase-lock'], 'a rhythm alone'],
    ['none', ['burst-rhythm', 'creation-cluster', 'one-client'], 'everything but copied texts'],
    ['none', ['copied-text', 'one-outlet', 'handle-template', 'isolation'], 'copied texts and what only supports'],
    ['none', ['copied-text', 'cohort-counters', 'profile-shape'], 'cohort without runs of dates'],
    ['weak', ['copied-text', 'burst-rhythm*'], 'copied texts and a rhythm of the flock'],
    ['weak', ['copied-text', 'creation-cluster'], 'copied texts and dates'],
    ['weak', ['copied-text', 'phase-lock'], 'copied texts, in step'],
    ['weak', ['copied-text', 'one-client'], 'copied texts and one app, in a flock with rhythm or runs'],
    ['strong', ['copied-text', 'burst-rhythm'], 'copied texts and bursts of its own'],
    ['strong', ['copied-text', 'burst-rhythm*', 'creation-cluster'], 'three families'],
    ['strong', ['copied-text', 'creation-cluster', 'one-client'], 'three families, without rhythm'],
    ['strong', ['copied-text', 'phase-lock', 'one-client'], 'three families, in step'],
  ])('%s: %s (%s)', (level, ids) => {
    expect(levelOf(matching(...ids))).toBe(level);
  });

  test('prayer apps: copied texts from one app, no rhythm, no runs', () => {
    expect(levelOf(matching('copied-text', 'closed-pool', 'one-client'), { rhythm: false, runs: false })).toBe('none');
  });

  test('one person in a hurry: bursts of its own, in a flock that has none', () => {
    expect(levelOf(matching('copied-text', 'burst-rhythm'), { rhythm: false })).toBe('none');
  });

  test('a class, a fan club: runs of dates alone, from phones of all kinds', () => {
    const phones = found('one-client', 'no-match');
    expect(levelOf([...matching('copied-text', 'creation-cluster'), phones])).toBe('none');
    expect(levelOf([...matching('copied-text', 'creation-cluster', 'burst-rhythm*'), phones])).toBe('strong');
    expect(levelOf([...matching('copied-text', 'creation-cluster', 'retargeting'), phones])).toBe('strong');
  });

  test('ministries, editions, alert feeds: a flock that people follow gets no badge, whatever it shows', () => {
    const all = matching(...fingerprints.map((one) => one.id));
    expect(levelOf(all, { standing: audience })).toBe('none');
    const verdict = judge(evidence({ ...copies, flock: flockOf(members(9)) }), all, { ...whole, standing: audience });
    expect(counterEvidenceOf(verdict).join(' ')).toContain('90 % of 40 accounts of its group have more followers');
  });

  test('strong needs five accounts', () => {
    expect(levelOf(matching('copied-text', 'burst-rhythm'), { accounts: 4 })).toBe('weak');
    expect(levelOf(matching('copied-text', 'burst-rhythm'), { accounts: 5 })).toBe('strong');
  });
});

/** METHOD §2: “supports”. */
const supports = new Set(['one-outlet', 'handle-template', 'isolation', 'hand-over', 'off-topic', 'followed-core']);

describe('over every set of findings', () => {
  const ids = fingerprints.map((one) => one.id);
  const anyFindings = fc
    .tuple(
      fc.array(fc.constantFrom<Outcome>('match', 'no-match', 'not-enough-seen'), {
        minLength: ids.length,
        maxLength: ids.length,
      }),
      fc.constantFrom<'own' | 'flock'>('own', 'flock'),
    )
    .map(([outcomes, scope]) => ids.map((id, i) => found(id, outcomes[i]!, id === 'burst-rhythm' ? { scope } : {})));
  const context = fc.record({
    accounts: fc.integer({ min: 0, max: 9 }),
    rhythm: fc.boolean(),
    runs: fc.boolean(),
    standing: fc.constantFrom(whole.standing, audience),
  });
  const rank: Readonly<Record<Level, number>> = { 'not-enough-seen': 0, none: 0, weak: 1, strong: 2 };

  test('a badge has two families, one of them text or cadence, and none that only supports is counted', () => {
    fc.assert(
      fc.property(anyFindings, context, (findings, around) => {
        if (rank[levelOf(findings, around)] === 0) return;
        const matches = findings.filter((one) => one.outcome === 'match' && !supports.has(one.fingerprint));
        const families = new Set(matches.map((one) => one.family));
        expect(families.size).toBeGreaterThanOrEqual(2);
        expect(families.has('text') || families.has('cadence')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('order does not matter', () => {
    const shuffled = anyFindings.chain((findings) =>
      fc.tuple(fc.constant(findings), fc.shuffledSubarray([...findings], { minLength: findings.length })),
    );
    fc.assert(
      fc.property(shuffled, context, ([findings, other], around) => {
        expect(levelOf(other, around)).toBe(levelOf(findings, around));
      }),
    );
  });

  test('what is not seen never convicts: a match that becomes “cannot tell” raises no level', () => {
    fc.assert(
      fc.property(anyFindings, context, fc.nat(ids.length - 1), (findings, around, i) => {
        // What speaks against is evidence too: without it a level may rise, and does.
        fc.pre(findings[i]!.outcome === 'match');
        const unseen = findings.with(i, { ...findings[i]!, outcome: 'not-enough-seen' });
        expect(rank[levelOf(unseen, around)]).toBeLessThanOrEqual(rank[levelOf(findings, around)]);
      }),
      { numRuns: 1000 },
    );
  });

  test('what only supports changes no level', () => {
    fc.assert(
      fc.property(anyFindings, context, fc.constantFrom(...supports), (findings, around, id) => {
        const without = findings.filter((one) => one.fingerprint !== id);
        expect(levelOf(without, around)).toBe(levelOf(findings, around));
      }),
    );
  });
});

describe('what speaks against', () => {
  const own = { posts: postsAt([0, 600, 1200, 1800, 2400, 3000]), shared: sharedTexts(2) };

  test('most posts are words of its own: a level less', () => {
    expect(levelOf(matching('copied-text', 'creation-cluster'), own)).toBe('none');
    const verdict = judge(evidence({ ...own, flock: flockOf(members(9)) }), matching('copied-text'), whole);
    expect(counterEvidenceOf(verdict)).toContain('4 of 6 posts seen carry none of the texts of its group.');
  });
  test('but not below weak where two families beside the texts agree', () => {
    expect(levelOf(matching('copied-text', 'creation-cluster', 'one-client'), own)).toBe('weak');
  });
  test('not even if it posts from another app as well', () => {
    const another = found('one-client', 'no-match', { against: true });
    expect(levelOf([...matching('copied-text', 'creation-cluster', 'burst-rhythm*'), another], own)).toBe('weak');
  });
  test('nor where they come out in bursts of its own', () => {
    expect(levelOf(matching('copied-text', 'burst-rhythm'), own)).toBe('strong');
  });
  test('half and half, or three posts, say nothing', () => {
    const half = { posts: postsAt([0, 600, 1200, 1800]), shared: sharedTexts(2) };
    expect(levelOf(matching('copied-text', 'creation-cluster'), half)).toBe('weak');
    const three = { posts: postsAt([0, 600, 1200]), shared: sharedTexts(1) };
    expect(levelOf(matching('copied-text', 'creation-cluster'), three)).toBe('weak');
  });
  test('another app than its flock: a level less', () => {
    const another = found('one-client', 'no-match', { against: true });
    expect(levelOf([...matching('copied-text', 'creation-cluster'), another])).toBe('none');
    expect(levelOf([...matching('copied-text', 'burst-rhythm'), another])).toBe('weak');
  });
  test('reposts are nobody’s words: they count neither way', () => {
    const reposts = {
      posts: [...copies.posts, ...postsAt([1, 2, 3, 4, 5, 6, 7, 8], { kind: 'repost' })],
      shared: sharedTexts(4),
    };
    expect(levelOf(matching('copied-text', 'creation-cluster'), reposts)).toBe('weak');
  });
});

describe('nothing found', () => {
  test('in fewer than three posts: not enough seen; in three: none', () => {
    const level = (n: number) => judge(evidence({ posts: postsAt([0, 1, 2].slice(0, n)) }), [], whole).level;
    expect([0, 1, 2, 3].map(level)).toEqual(['not-enough-seen', 'not-enough-seen', 'not-enough-seen', 'none']);
  });
});

test('a verdict lists what speaks against and what is unknown, and with which version it was made', () => {
  const findings = [
    found('copied-text', 'match'),
    found('burst-rhythm', 'no-match'),
    found('one-client', 'not-enough-seen'),
  ];
  const verdict = judge(evidence({ account: { id: '7' }, flock: flockOf(members(9)) }), findings, whole);
  expect(verdict).toMatchObject({ accountId: '7', flockId: 'f', flockSize: 9, settingsVersion: 1 });
  expect(verdict.engineVersion).toBeGreaterThanOrEqual(1);
  expect(counterEvidenceOf(verdict)).toEqual(['burst-rhythm: no-match.']);
  expect(unknownsOf(verdict)).toEqual(['one-client: not-enough-seen.']);
  expect(verdict.findings).toHaveLength(3);
});
