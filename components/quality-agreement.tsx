/** How far coders agree, and where they do not. */
import type { Comparison, Disagreement, PairOfCoders } from '@/lib/coders';
import type { DeskSettings } from '@/lib/desk-settings';
import { labelTitle } from './label-title';
import { Table } from './table';
import type { Words } from './words';

/** Shown at once; the rest is told by number. */
const SHOWN = 500;

interface QualityAgreementProps {
  readonly comparison: Comparison;
  readonly coders: readonly string[];
  readonly handles: ReadonlyMap<string, string>;
  readonly desk: DeskSettings;
  readonly accountHref: (accountId: string) => string;
  readonly words: Words;
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
  const saidBy = ({ said }: Disagreement, coder: string) => said.find((one) => one.coder === coder);
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
      <h3>
        {words.say('q_disagreements')} <span class="total">{words.number(disagreements.length)}</span>
      </h3>
      {disagreements.length === 0 ? (
        <p class="quiet">{words.say('q_noDisagreement')}</p>
      ) : (
        <Table
          caption={words.say('q_disagreements')}
          rows={disagreements.slice(0, SHOWN)}
          rowKey={({ accountId }) => accountId}
          columns={[
            {
              key: 'account',
              title: words.say('q_account'),
              cell: ({ accountId }) => {
                const handle = handles.get(accountId);
                return (
                  <a href={accountHref(accountId)}>
                    <bdi dir="ltr">{handle === undefined ? accountId : `@${handle}`}</bdi>
                  </a>
                );
              },
            },
            ...coders.map((coder, i) => ({
              key: `coder ${i}`,
              title: coder,
              cell: (row: Disagreement) => {
                const said = saidBy(row, coder);
                return (
                  said && (
                    <>
                      <bdi>{labelTitle(words, said.value, desk.codebook)}</bdi>
                      {said.note !== '' && (
                        <p class="quiet text" dir="auto">
                          {said.note}
                        </p>
                      )}
                    </>
                  )
                );
              },
            })),
          ]}
        />
      )}
      {disagreements.length > SHOWN && (
        <p class="quiet">{words.say('q_more', words.number(disagreements.length - SHOWN))}</p>
      )}
    </>
  );
}
