/** How far coders agree, and where they do not. */
import type { Comparison, PairOfCoders } from '@/lib/coders';
import { Disagreements, type DisagreementsProps } from './quality-disagreements';
import { Table } from './table';
import type { Words } from './words';

interface QualityAgreementProps extends Omit<DisagreementsProps, 'disagreements'> {
  readonly comparison: Comparison;
}

const two = (n: number, words: Words): string => words.figure(Math.round(n * 1000) / 1000);

export function kappaWords({ agreement }: PairOfCoders, words: Words): string {
  if (!agreement.ok) return words.say(agreement.why === 'no-overlap' ? 'q_noOverlap' : 'q_oneValue');
  const { kappa, low, high } = agreement;
  return words.say('q_kappaValue', two(kappa, words), two(low, words), two(high, words));
}

export function alphaWords({ alpha }: Comparison, words: Words): string {
  if (!alpha.ok) return words.say(alpha.why === 'no-overlap' ? 'q_noOverlapAll' : 'q_oneValue');
  return words.say('q_alphaValue', two(alpha.alpha, words), words.number(alpha.values), words.number(alpha.n));
}

export function QualityAgreement({ comparison, coders, handles, desk, accountHref, words }: QualityAgreementProps) {
  const { pairs, disagreements } = comparison;
  if (coders.length < 2) return <p>{words.say('q_oneCoder')}</p>;
  // Nothing that two labelled is no agreement.
  const hasOverlap = comparison.alpha.ok || comparison.alpha.why !== 'no-overlap';
  return (
    <>
      <Table
        caption={words.say('q_agreement')}
        rows={pairs}
        rowKey={({ first, second }) => `${first} ${second}`}
        columns={[
          { key: 'coders', title: words.say('q_coders'), cell: (pair) => words.say('q_pair', pair.first, pair.second) },
          { key: 'n', title: words.say('q_both'), kind: 'number', cell: ({ agreement }) => words.number(agreement.n) },
          {
            key: 'same',
            title: words.say('q_same'),
            kind: 'number',
            cell: ({ agreement }) => (agreement.ok ? words.percent(agreement.observed) : ''),
          },
          { key: 'kappa', title: words.say('q_kappa'), cell: (pair) => kappaWords(pair, words) },
          {
            key: 'error',
            title: words.say('q_error'),
            kind: 'number',
            cell: ({ agreement }) => (agreement.ok ? two(agreement.standardError, words) : ''),
          },
        ]}
      />
      <p class="alpha">
        <b>{words.say('q_alpha')}</b>: {alphaWords(comparison, words)}
      </p>
      {hasOverlap && <Disagreements {...{ disagreements, coders, handles, desk, accountHref, words }} />}
    </>
  );
}
