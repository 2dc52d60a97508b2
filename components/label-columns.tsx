/** The columns of labels. */
import type { LabelCells } from '@/lib/desk/cells';
import { GivenLabel, Time } from './row-cells';
import { accountLink, type Columns } from './row-columns';

export const labelColumns: Columns<LabelCells> = (words, link) => [
  {
    id: 'time',
    title: words.say('col_time'),
    width: 216,
    largestFirst: true,
    shown: 'wide',
    cell: ({ label }) => <Time atMs={label.atMs} words={words} />,
  },
  {
    id: 'handle',
    title: words.say('col_handle'),
    width: 152,
    shown: 'always',
    cell: ({ account }) => accountLink(account, link),
  },
  {
    id: 'label',
    title: words.say('col_label'),
    width: 140,
    shown: 'always',
    cell: ({ label }) => (
      <>
        <GivenLabel label={label.value} words={words} />
        {label.retractedAtMs !== undefined && <span class="never"> {words.say('log_takenBack')}</span>}
      </>
    ),
  },
  {
    id: 'note',
    title: words.say('col_note'),
    width: 280,
    kind: 'text',
    shown: 'wide',
    cell: ({ label }) => (
      <p class="clamp" dir="auto">
        {label.note}
      </p>
    ),
  },
  {
    id: 'coder',
    title: words.say('col_coder'),
    width: 132,
    shown: 'wide',
    cell: ({ label }) => <bdi>{label.coder}</bdi>,
  },
];
