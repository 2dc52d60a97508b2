/** METHOD's measures and targets (its section 4), each computed from the results of a run. */
import { f1, mean, precision, rate, recall, recallTwice, shareError, sum, type Tally } from './measures';
import { atLeast, atMost, bounds100, families, known, type Row, talliesOf } from './rows';
import { fixed, percent } from './table';
import type { Result } from './tasks';
import type { Share } from './wilson';

export function targetRows(results: readonly Result[]): Row[] {
  return [
    ...seed32Rows(results),
    ...seedPageRows(results),
    ...familyRows(results),
    ...crowdRows(results),
    ...sameRows(results),
  ];
}

function seed32Rows(results: readonly Result[]): Row[] {
  const levels = Object.values(results.find(({ task }) => task.kind === 'seed-32')?.levels ?? {});
  if (levels.length === 0) return [];
  const strong = levels.filter((level) => level === 'strong').length;
  const weak = levels.filter((level) => level === 'weak').length;
  return [
    {
      measure: '32 published rows, no metadata: strong; at least weak',
      target: '≥ 3; 6 of 6',
      got: `${strong}; ${strong + weak} of ${levels.length}`,
      bounds: '',
      met: strong >= 3 && strong + weak === 6,
    },
  ];
}

function seedPageRows(results: readonly Result[]): Row[] {
  const full = talliesOf(results, 'seed-page', 'full');
  if (full.length === 0) return [];
  const at = (reading: string) => recallTwice(sum(talliesOf(results, 'seed-page', reading)));
  const errors = full.map(shareError);
  const worst = Math.max(...errors.map(Math.abs));
  const rows: Row[] = [
    atLeast('full page: recall', recall(sum(full)), 0.99),
    atLeast('full page: precision', precision(sum(full)), 0.995),
    known('50 posts seen: recall (2 posts or more seen)', at('50 posts')),
    known('100 posts seen: recall (2 or more)', at('100 posts')),
    atLeast('200 posts seen: recall (2 or more)', at('200 posts'), 0.95),
    known('500 posts seen: recall (2 or more)', at('500 posts')),
    known('50 % sample: recall (2 or more)', at('50 %')),
    atLeast('10 % sample: recall (2 or more)', at('10 %'), 0.85),
    known(
      'revealed and sampled: precision',
      precision(
        sum(
          ['50 posts', '100 posts', '200 posts', '500 posts', '50 %', '10 %'].flatMap((reading) =>
            talliesOf(results, 'seed-page', reading),
          ),
        ),
      ),
    ),
    {
      measure: 'full page: error of the hashtag’s share, worst seed',
      target: '≤ 1.5 points',
      got: `${fixed(worst, 2)} points`,
      bounds: `mean ${fixed(mean(errors), 2)}`,
      met: worst <= 1.5,
    },
  ];
  for (const [name, reading] of [
    ['no source', 'no source'],
    ['no created_at', 'no created_at'],
    ['neither', 'neither'],
    ['minute-rounded times', 'minutes'],
  ] as const) {
    const total = sum(talliesOf(results, 'seed-page', reading));
    if (total.campaign === 0) continue;
    const measure = `full page, ${name}: recall`;
    rows.push(reading === 'neither' ? atLeast(measure, recall(total), 0.95) : known(measure, recall(total)));
  }
  return rows;
}

function familyRows(results: readonly Result[]): Row[] {
  const all = families(results, 'campaign');
  if (all.length === 0) return [];
  const total = sum(all.map((one) => one.total));
  const f1s = all.map((one) => mean(one.tallies.map(f1)));
  const worst = all.toSorted((a, b) => rate(recall(a.total)) - rate(recall(b.total)))[0]!;
  const errors = all.map((one) => mean(one.tallies.map((tally) => Math.abs(shareError(tally)))));
  const neither = families(results, 'campaign', 'neither');
  const withRhythm = neither.filter((one) => !one.noRhythm).map((one) => rate(recall(one.total)));
  const without = sum(neither.filter((one) => one.noRhythm).map((one) => one.total));
  return [
    {
      measure: `${all.length} unseen families: macro F1`,
      target: '≥ 0.94',
      got: fixed(mean(f1s), 4),
      bounds: `worst ${fixed(Math.min(...f1s))}`,
      met: mean(f1s) >= 0.94,
    },
    atLeast('families: precision, pooled', precision(total), 0.98),
    atLeast(`families: worst recall (${worst.id})`, recall(worst.total), 0.7),
    known('families: recall, pooled', recall(total)),
    {
      measure: 'families: error of the hashtag’s share, mean',
      target: '≤ 1.5 points',
      got: `${fixed(mean(errors), 2)} points`,
      bounds: `worst family ${fixed(Math.max(...errors), 2)}`,
      met: mean(errors) <= 1.5,
    },
    ...(withRhythm.length === 0
      ? []
      : [
          {
            measure: 'families with a rhythm, neither source nor created_at: recall, mean',
            target: '≥ 0.95',
            got: fixed(mean(withRhythm), 4),
            bounds: `worst ${fixed(Math.min(...withRhythm))}`,
            met: mean(withRhythm) >= 0.95,
          },
        ]),
    ...(without.campaign === 0 ? [] : [known('families without a rhythm, neither: recall, pooled', recall(without))]),
    ...['no source', 'no created_at', 'minutes'].flatMap((reading) => {
      const tally = sum(talliesOf(results, 'campaign', reading));
      return tally.campaign === 0
        ? []
        : [
            known(`families, ${reading}: recall, pooled`, recall(tally)),
            known(`families, ${reading}: precision, pooled`, precision(tally)),
          ];
    }),
    {
      measure: 'several campaigns on one tag: pairs of accounts merged into one flock',
      target: '0',
      got: `${total.mergedPairs} of ${total.crossPairs}`,
      bounds: bounds100({ hits: total.mergedPairs, of: total.crossPairs }),
      met: total.mergedPairs === 0,
    },
  ];
}

function crowdRows(results: readonly Result[]): Row[] {
  const all = families(results, 'crowd');
  const genuine = all.filter((one) => !one.spam);
  if (genuine.length === 0) return [];
  const total = sum(genuine.map((one) => one.total));
  const strong = (t: Tally): Share => ({ hits: t.membersStrong, of: t.members });
  const any = (t: Tally): Share => ({ hits: t.membersBadged, of: t.members });
  const worstBy = (of: (t: Tally) => Share) => genuine.toSorted((a, b) => rate(of(b.total)) - rate(of(a.total)))[0]!;
  const zero = genuine.filter((one) => one.total.campaign === 0);
  const reported = (t: Tally): Share => ({ hits: t.badgedPosts, of: t.posts });
  const worstShare = zero.toSorted((a, b) => rate(reported(b.total)) - rate(reported(a.total)))[0];
  const worstPage = Math.max(...zero.flatMap((one) => one.tallies.map((t) => rate(reported(t)))));
  const merged = sum(all.map((one) => one.total));
  const [s, w] = [worstBy(strong), worstBy(any)];
  return [
    atMost(
      'hard negatives: strong badge, pooled',
      strong(total),
      0.0001,
      ` (${total.membersStrong} of ${total.members})`,
    ),
    atMost(`hard negatives: strong badge, worst family (${s.id})`, strong(s.total), 0.001),
    atMost(`hard negatives: any badge, worst family (${w.id})`, any(w.total), 0.01),
    ...(worstShare
      ? [
          {
            ...atMost(
              `share reported where the truth is 0, worst family (${worstShare.id})`,
              reported(worstShare.total),
              0.005,
            ),
            bounds: `worst page ${percent(worstPage)}`,
          },
        ]
      : []),
    {
      ...known('other genuine people on those pages: any badge', { hits: total.othersBadged, of: total.others }),
      got: `${total.othersBadged} of ${total.others}`,
    },
    {
      measure: 'coupon sellers and a campaign: pairs merged into one flock',
      target: '0',
      got: `${merged.mergedPairs} of ${merged.crossPairs}`,
      bounds: '',
      met: merged.mergedPairs === 0,
    },
  ];
}

function sameRows(results: readonly Result[]): Row[] {
  const shuffled = results.filter((one) => one.differing !== undefined);
  if (shuffled.length === 0) return [];
  const count = (name: 'accounts' | 'names') => {
    const numbers = shuffled.map((one) => one.differing?.[name] ?? 0);
    const total = numbers.reduce((n, one) => n + one, 0);
    const on = `on ${numbers.filter((one) => one > 0).length} of ${numbers.length} pages`;
    return { target: '0', got: `${total} accounts`, bounds: on, met: total === 0 };
  };
  return [
    { measure: 'shuffled responses: level, fingerprints or company differ', ...count('accounts') },
    { measure: 'shuffled responses: only the flock’s name differs', ...count('names') },
  ];
}
