/** The columns of posts. */
import type { PostCells } from '@/lib/desk/cells';
import { GivenLabel, LevelMark, pageTitle, Time } from './row-cells';
import { accountLink, type Columns } from './row-columns';
import type { WordKey } from './words';

const kindWord: { readonly [Kind in PostCells['kind']]: WordKey } = {
  post: 'log_kindPost',
  reply: 'log_kindReply',
  quote: 'log_kindQuote',
  repost: 'log_kindRepost',
};

export const postColumns: Columns<PostCells> = (words, link) => [
  {
    id: 'time',
    title: words.say('col_time'),
    width: 216,
    largestFirst: true,
    shown: 'wide',
    cell: ({ id, atMs }) => (
      <a href={link('post', `id=${id}`)} tabIndex={-1}>
        <Time atMs={atMs} words={words} />
      </a>
    ),
  },
  {
    id: 'author',
    title: words.say('col_author'),
    width: 140,
    shown: 'always',
    cell: ({ author }) => accountLink(author, link),
  },
  {
    id: 'text',
    title: words.say('col_text'),
    width: 190,
    kind: 'text',
    shown: 'always',
    cell: ({ text, lang, kind }) =>
      kind === 'repost' && text === '' ? (
        <span class="quiet">{words.say('log_kindRepost')}</span>
      ) : (
        <p class="clamp" dir="auto" lang={lang}>
          {text}
        </p>
      ),
  },
  {
    id: 'level',
    title: words.say('col_level'),
    judged: true,
    width: 172,
    largestFirst: true,
    shown: 'wide',
    cell: ({ author }) => <LevelMark level={author.level} words={words} />,
  },
  {
    id: 'client',
    title: words.say('col_client'),
    width: 148,
    shown: 'wide',
    cell: ({ client }) => <bdi>{client}</bdi>,
  },
  { id: 'lang', title: words.say('log_colLang'), width: 92, cell: ({ lang }) => <bdi>{lang}</bdi> },
  {
    id: 'page',
    title: words.say('log_colPage'),
    width: 180,
    cell: ({ pages }) => <bdi>{pages.map(pageTitle).join(', ')}</bdi>,
  },
  {
    id: 'kind',
    title: words.say('log_colKind'),
    width: 104,
    unsorted: true,
    cell: ({ kind }) => words.say(kindWord[kind]),
  },
  {
    id: 'label',
    title: words.say('col_label'),
    judged: true,
    width: 120,
    unsorted: true,
    cell: ({ author }) => <GivenLabel label={author.label} words={words} />,
  },
];
