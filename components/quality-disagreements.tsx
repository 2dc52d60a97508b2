/** Accounts of which coders said different things, with the way to each. */
import type { Disagreement } from '@/lib/coders';
import type { DeskSettings } from '@/lib/desk-settings';
import { labelTitle } from './label-title';
import { Table } from './table';
import type { Words } from './words';

/** Shown at once; the rest is told by number. */
const SHOWN = 500;

export interface DisagreementsProps {
  readonly disagreements: readonly Disagreement[];
  readonly coders: readonly string[];
  readonly handles: ReadonlyMap<string, string>;
  readonly desk: DeskSettings;
  readonly accountHref: (accountId: string) => string;
  readonly words: Words;
}

export function Disagreements({ disagreements, coders, handles, desk, accountHref, words }: DisagreementsProps) {
  const saidBy = ({ said }: Disagreement, coder: string) => said.find((one) => one.coder === coder);
  return (
    <>
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
