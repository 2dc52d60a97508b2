/**
 * The sentence a reader sees is true of the figures: every number in it is read out again and held against the finding and
 * the evidence, over the accounts of whole pages and over evidence drawn at random. Where the English sentence is true, the
 * Arabic one is if it tells the same numbers.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprints } from '../../../lib/fingerprints';
import type { Evidence } from '../../../lib/fingerprints/fingerprint';
import { gapCounts } from '../../../lib/flocks/traits';
import { openBench } from '../../../lib/judge';
import type { Finding } from '../../../lib/model';
import { sentenceOf } from '../../../lib/sentences';
import { defaultSettings as settings } from '../../../lib/settings';
import { openUnit } from '../../../lib/unit';
import { replayCaptures } from '../../evaluate/replay-captures';
import { captures, loadScenario } from '../../scenarios/scenarios';
import type { Scenario } from '../../scenarios/truth';
import { untrueInArabic } from '../sentences/arabic-numbers';
import { evidence, flockOf, gapsOf, members, numbersIn, postsAt, sets, sharedTexts, strangers } from './evidence';

type Figure = number | undefined;
/** What each number of the sentence must be; `{%}` stands for a share, as a percentage. */
type Claim = readonly [template: string, figures: (finding: Finding, evidence: Evidence) => readonly Figure[]];

const gaps = (e: Evidence) => gapCounts(e.posts, e.settings);
const mean = (e: Evidence) => gaps(e).sum / gaps(e).short;
const social = (e: Evidence) => e.posts.filter((p) => p.kind === 'reply' || p.kind === 'repost' || p.talks).length;
const linked = (e: Evidence) => e.posts.filter((post) => post.domain !== undefined).length;

/** `#` is a number, `%` a share, `*` any words without a figure of their own, `(s)` a plural or none. */
const CLAIMS: Readonly<Record<string, readonly Claim[]>> = {
  'copied-text': [
    [
      'Posts # text(s) that are shared in a pool of texts posted by # other account(s) seen here.',
      (f, e) => [f.observed, e.flock!.accounts - 1],
    ],
    [
      '# post(s) compared: none shared with a group of accounts; # texts and # accounts are needed.',
      (_f, e) => [e.posts.filter((post) => post.text).length, 2, 3],
    ],
    [
      '# post(s) compared: # text(s) shared with a group of # account(s); # texts and # accounts are needed.',
      (f, e) => [e.posts.filter((post) => post.text).length, f.observed, f.n, 2, 3],
    ],
    ['# post(s) long enough to compare; # are needed to tell.', (f) => [f.n, f.threshold]],
  ],
  'closed-pool': [
    [
      '# post(s) of the accounts with these texts seen; # are needed to tell.',
      (f) => [f.n, settings.closedPool.minPosts],
    ],
    [
      '# account(s) wrote # post(s) with # distinct text(s) (%).',
      (f, e) => [e.flock!.accounts, f.n, e.flock!.texts, e.flock!.texts / f.n!],
    ],
  ],
  playlist: [
    ['# text(s) of a shared pool compared; # are needed to see an order.', (f) => [f.n, settings.playlist.minShared]],
    ['# pair(s) of shared texts compared; # are needed to see an order.', (f) => [f.n, f.threshold]],
    [
      '# of # pair(s) of texts that it shares with # other account(s) stand in the same order.',
      (f, e) => [
        f.observed! * f.n!,
        f.n,
        e.flock!.sample.filter(
          (one) =>
            one.id !== e.account?.id &&
            (one.order ?? []).filter((root) => e.shared.some((text) => text.root === root)).length >=
              settings.playlist.minShared,
        ).length,
      ],
    ],
  ],
  'burst-rhythm': [
    [
      'Posts in # burst(s): # of # pause(s) last # to # s, # s on average.',
      (f, e) => [undefined, gaps(e).short, f.n, 1, 10, mean(e)],
    ],
    [
      'Posts # s apart, as its group does*: % of # pause(s) seen there last # to # s.',
      (f, e) => [mean(e), f.observed, f.n, 1, 10],
    ],
    ['# pause(s) between posts seen; # are needed to see a rhythm.', (f) => [f.n, settings.burstRhythm.minGaps]],
    [
      '# of # pause(s) between its posts last # to # s: no bursts as of a queue.',
      (f) => [f.observed! * f.n!, f.n, 1, 10],
    ],
  ],
  'phase-lock': [
    ['# burst(s) seen; # are needed to see it in step with others.', (f) => [f.n, settings.phaseLock.minBursts]],
    [
      'Its bursts keep a constant distance from those of # other account(s) with the same texts, # times or more (nearest: # s).',
      (f) => [f.observed, settings.phaseLock.minBursts, undefined],
    ],
    [
      'Of # account(s) with the same texts, none keeps in step with it: no more than chance.',
      (f) => [f.observed === 0 ? f.n : Number.NaN],
    ],
    [
      'Of # account(s) with the same texts, # keeps in step with it: no more than chance.',
      (f) => [f.n, f.observed === 1 ? 1 : Number.NaN],
    ],
    [
      'Of # account(s) with the same texts, # keep in step with it: no more than chance.',
      (f) => [f.n, f.observed === 1 ? Number.NaN : f.observed],
    ],
    [
      'Takes its turn in its group: # other account(s) of it keep their distance to its bursts # times or more, give or take # s; among # account(s) compared with one another, # pair(s) do so three times.',
      (f) => [f.observed, undefined, undefined, undefined, undefined],
    ],
  ],
  'hand-over': [
    [
      'Of # time(s) that accounts of its group follow each other within # s, # are in the order of their handles; the longest row has # account(s).',
      (f) => [f.n, 10, undefined, f.observed],
    ],
  ],
  'creation-cluster': [
    [
      'Created on *. % of # dated account(s) of its group were created in # run(s) of days such as *; of the other accounts here, %.',
      (f) => [f.observed, f.n, undefined, f.baseline],
    ],
    ['Created on *, outside the days in which % of its group were created.', (f) => [f.observed]],
  ],
  'cohort-counters': [['Among # account(s) of its group created within ten days of it, *.', (f) => [f.n]]],
  'profile-shape': [
    [
      '% of # account(s) of its group created in the same days have the same parts of a profile (*); of the other accounts here, %.',
      (f) => [f.observed, f.n, f.baseline],
    ],
  ],
  'one-client': [
    [
      'Posts from *, as % of # account(s) of its group do; of the other accounts here, %.',
      (f) => [f.observed, f.n, f.baseline],
    ],
  ],
  'one-outlet': [
    [
      '# of # link(s) lead to *, as do those of % of # linking account(s) of its group.',
      (f, e) => [undefined, linked(e), f.observed, f.n],
    ],
  ],
  'off-topic': [
    [
      '# of # shared text(s) use a word of what the others here talk about; of the others’ posts, %.',
      (f) => [f.observed! * f.n!, f.n, f.baseline],
    ],
  ],
  retargeting: [
    [
      '# shared text(s) seen under a hashtag; # are needed.',
      (_f, e) => [e.shared.length, settings.retargeting.minTexts],
    ],
    ['Posts texts of one pool under # unrelated hashtags: *.', (f) => [f.observed]],
  ],
  'reused-profile': [
    [
      '# other account(s) of # with a bio in its group have the same bio; of the other accounts here, %.',
      (f) => [f.observed, f.n, f.baseline],
    ],
  ],
  'handle-template': [
    [
      'Its handle is its name with a digit, as % of # handle(s) of its group are; of the others here, %.',
      (f) => [f.observed, f.n, f.baseline],
    ],
  ],
  'followed-core': [
    [
      '# account(s) that it follows are followed by nearly all of # other account(s) of its group whose lists were opened here.',
      (f) => [f.observed, f.n! - 1],
    ],
  ],
  isolation: [
    ['# post(s) seen; # are needed to say whom it talks to.', (f) => [f.n, settings.isolation.minPosts]],
    ['# of # post(s) answer, mention, quote or repost somebody.', (f, e) => [social(e), f.n]],
    [
      '# of # post(s) answer, mention, quote or repost somebody; of the other accounts’ posts here, %.',
      (f, e) => [social(e), f.n, f.baseline],
    ],
  ],
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (template: string) =>
  new RegExp(
    `^${template
      .split(/(\(s\)|[#%*’])/)
      .map(
        (part) =>
          ({ '(s)': 's?', '#': '([\\d,]+(?:\\.\\d+)?)', '%': '([\\d.]+ %)', '*': '.*', '’': "[’']" })[part] ??
          escaped(part),
      )
      .join('')}$`,
    's',
  );
const claims = new Map(
  Object.entries(CLAIMS).map(([id, list]) => [
    id,
    list.map(([template, figures]) => [pattern(template), figures] as const),
  ]),
);

/** @returns why the sentence is not true, or `undefined`. */
function untrue(finding: Finding, known: Evidence): string | undefined {
  const { fingerprint } = finding;
  const sentence = sentenceOf(finding);
  const arabic = untrueInArabic(finding.said!);
  if (arabic !== undefined) return arabic;
  if (numbersIn(sentence).length === 0) return undefined;
  const told = claims.get(fingerprint)?.find(([form]) => form.test(sentence));
  // An app's or a host's name may hold digits.
  if (!told)
    return /Its group posts from|another app than/.test(sentence)
      ? undefined
      : `${fingerprint}: a figure nobody checks: ${sentence}`;
  const said = told[0].exec(sentence)!.slice(1);
  for (const [i, figure] of told[1](finding, known).entries()) {
    if (figure === undefined) continue;
    const share = said[i]!.endsWith('%');
    const number = Number.parseFloat(said[i]!.replaceAll(',', ''));
    const [is, slack] = share
      ? [figure * 100, figure < 0.01 ? 0.1 : 0.5 + 1e-9]
      : [figure, said[i]!.includes('.') ? 0.05 + 1e-9 : 1e-6];
    if (!(Math.abs(number - is) <= slack) || (share && figure > 0 && number === 0))
      return `${fingerprint}: says ${said[i]}, is ${is}: ${sentence}`;
  }
  if (
    fingerprint === 'closed-pool' &&
    finding.outcome !== 'not-enough-seen' &&
    finding.observed! <= finding.threshold! !== (finding.outcome === 'match')
  )
    return `closed-pool: ${sentence}`;
  return undefined;
}

const part = (id: string, from: number, to: number): Scenario => {
  const whole = loadScenario(id);
  return { ...whole, posts: whole.posts.slice(from, to) };
};

test('over every account of whole pages', async () => {
  const matched = new Set<string>();
  for (const page of [part('seed-page', 4_000, 5_000), loadScenario('seed-32'), part('organic', 0, 800)]) {
    const list = [...captures(page)].map(({ capturedAt, ...one }) => ({ ...one, capturedAtMs: capturedAt }));
    const { log } = await replayCaptures(list);
    const bench = openBench(openUnit(log), settings);
    for (const id of log.rows.evidence.keys()) {
      const known = (await bench.evidenceFor(id))!.evidence;
      for (const one of fingerprints) {
        const finding = one.examine(known);
        expect(untrue(finding, known)).toBeUndefined();
        if (finding.outcome === 'match') matched.add(one.id);
      }
    }
  }
  // What is never said there cannot be untrue there.
  expect([...matched].toSorted()).toEqual(
    expect.arrayContaining([
      'burst-rhythm',
      'closed-pool',
      'copied-text',
      'creation-cluster',
      'isolation',
      'one-client',
    ]),
  );
});

test('over evidence drawn at random', () => {
  const times = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 40 }),
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 12 }))
      .map(([n, size, inner]) => sets(n, size, inner, 1480)),
  );
  const drawn = fc
    .record({
      times,
      shared: fc.nat(8),
      members: fc.integer({ min: 1, max: 40 }),
      others: fc.nat(40),
      accounts: fc.integer({ min: 1, max: 3000 }),
      posts: fc.integer({ min: 1, max: 12_000 }),
      texts: fc.integer({ min: 1, max: 40 }),
      seed: fc.nat(9),
      talks: fc.boolean(),
    })
    .map((one): Evidence => {
      const order = ['t1', 't2', 't3', 't4', 't5'];
      const sample = members(one.members, (i) => ({
        createdDay: 16_800 + ((i * one.seed) % 30),
        gaps: gapsOf(sets(2, 3, 4, 1480)),
        client: i % 10 < one.seed ? 'TweetDeck' : 'Twitter Web Client',
        order: i % 3 < 2 ? order : order.toReversed(),
        linkPosts: 2,
        domain: i % 7 < one.seed ? 'outlet.example' : `o${i}.example`,
        domainShare: 1,
        bursts: [0, 1480, 2960].map((s) => s * 1000 + i * 16_000),
        profile: {
          following: 50 + i,
          posts: 900 + i,
          shape: i % 9 < one.seed ? 'bio banner' : 'bio',
          handle: 'name-and-digit',
          bio: 'a bio of some length that is the same for all of these',
          follows: ['1', '2', '3', '4', '5', '6'],
        },
      }));
      const usual = strangers(one.others, (i) => ({
        createdDay: 14_000 + ((i * 97) % 2_700),
        client: `app${i % 5}`,
        linkPosts: 1,
        domain: `p${i}.example`,
        domainShare: 1,
        social: i % 3,
        profile: { following: i * 40, posts: i * i * 50, shape: 'bio', handle: 'other' },
      }));
      const more = {
        client: 'TweetDeck',
        domain: 'outlet.example',
        text: 't',
        tags: ['one'],
        ...(one.talks ? { talks: true as const } : {}),
      };
      return evidence({
        account: {
          id: '100',
          handle: 'salma1',
          name: 'Salma',
          createdAtMs: 16_801 * 86_400_000,
          following: 51,
          posts: 901,
          bio: 'a bio of some length that is the same for all of these',
          bannerUrl: 'b',
        },
        posts: postsAt(one.times, more).map((post, i) => ({ ...post, tags: [`tag${i % (1 + (one.seed % 3))}`] })),
        shared: sharedTexts(Math.min(one.shared, one.times.length)),
        flock: flockOf(sample, { accounts: one.accounts, posts: one.posts, texts: one.texts }),
        others: usual,
        follows: ['1', '2', '3', '4', '5', '9'],
        otherWords: Array.from({ length: 30 }, (_, i) => [1 + (i % 3), 100 + i]),
      });
    });
  const matched = new Set<string>();
  fc.assert(
    fc.property(drawn, (known) => {
      for (const one of fingerprints) {
        const finding = one.examine(known);
        expect(untrue(finding, known)).toBeUndefined();
        if (finding.outcome === 'match') matched.add(one.id);
      }
    }),
    { numRuns: 300, interruptAfterTimeLimit: 30_000 },
  );
  expect(matched.size).toBeGreaterThanOrEqual(8);
});
