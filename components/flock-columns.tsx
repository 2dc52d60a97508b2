/** The columns of flocks. */
import type { FlockCells } from '@/lib/desk/flock-cells';
import { Time } from './row-cells';
import { type Columns, numberColumn } from './row-columns';

export const flockColumns: Columns<FlockCells> = (words, link) => [
  {
    ...numberColumn<FlockCells>('accounts', words.say('log_colAccounts'), ({ accounts }) => accounts, words, 'always'),
    cell: ({ id, accounts }) => (
      <a href={link('flock', `id=${encodeURIComponent(id)}`)} tabIndex={-1}>
        {words.number(accounts)}
      </a>
    ),
  },
  numberColumn<FlockCells>('posts', words.say('log_posts'), ({ posts }) => posts, words, 'wide'),
  numberColumn<FlockCells>('texts', words.say('log_texts'), ({ texts }) => texts, words, 'wide'),
  {
    id: 'strong',
    title: words.say('log_colLevels'),
    width: 132,
    kind: 'number',
    largestFirst: true,
    shown: 'wide',
    cell: ({ levels }) => `${words.number(levels.strong)} / ${words.number(levels.weak)}`,
  },
  {
    id: 'example',
    title: words.say('log_colExample'),
    width: 300,
    kind: 'text',
    unsorted: true,
    shown: 'always',
    cell: ({ example }) => (
      <p class="clamp" dir="auto">
        {example}
      </p>
    ),
  },
  {
    id: 'clients',
    title: words.say('log_apps'),
    width: 200,
    unsorted: true,
    shown: 'wide',
    cell: ({ clients }) => <bdi class="clamp">{clients.map(([name]) => name).join(', ')}</bdi>,
  },
  {
    id: 'first',
    title: words.say('log_colFirstPost'),
    width: 216,
    cell: ({ firstMs }) => <Time atMs={firstMs} words={words} />,
  },
  {
    id: 'last',
    title: words.say('log_colLastPost'),
    width: 216,
    largestFirst: true,
    shown: 'wide',
    cell: ({ lastMs }) => <Time atMs={lastMs} words={words} />,
  },
  numberColumn<FlockCells>('labelled', words.say('log_colLabelled'), ({ labelled }) => labelled, words),
];
