/** The columns of accounts. */
import type { AccountCells } from '@/lib/desk/cells';
import { Day, GivenLabel, LevelMark, Time } from './row-cells';
import { accountLink, type Columns, numberColumn } from './row-columns';

export const accountColumns: Columns<AccountCells> = (words, link) => [
  {
    id: 'handle',
    title: words.say('col_handle'),
    width: 152,
    shown: 'always',
    cell: (account) => accountLink(account, link),
  },
  { id: 'name', title: words.say('col_name'), width: 180, shown: 'wide', cell: ({ name }) => <bdi>{name}</bdi> },
  {
    id: 'level',
    title: words.say('col_level'),
    judged: true,
    width: 172,
    largestFirst: true,
    shown: 'always',
    cell: ({ level, dismissed }) => (
      <>
        <LevelMark level={level} words={words} />
        {dismissed && <span class="never">{words.say('card_dismissed')}</span>}
      </>
    ),
  },
  {
    id: 'fingerprints',
    title: words.say('col_fingerprints'),
    judged: true,
    width: 240,
    kind: 'text',
    shown: 'wide',
    cell: ({ fingerprints }) => (
      <span class="clamp" dir="ltr" lang="en">
        {fingerprints.join(', ')}
      </span>
    ),
  },
  {
    ...numberColumn<AccountCells>('flock', words.say('col_flock'), ({ flockSize }) => flockSize, words, 'wide'),
    judged: true,
  },
  numberColumn<AccountCells>('seen', words.say('col_postsSeen'), ({ seen }) => seen, words, 'always'),
  {
    id: 'created',
    title: words.say('col_created'),
    width: 124,
    shown: 'wide',
    cell: ({ createdAtMs }) => <Day atMs={createdAtMs} words={words} />,
  },
  numberColumn<AccountCells>('followers', words.say('col_followers'), ({ followers }) => followers, words, 'wide'),
  numberColumn<AccountCells>('following', words.say('col_following'), ({ following }) => following, words),
  numberColumn<AccountCells>('posts', words.say('log_colPosts'), ({ posts }) => posts, words),
  {
    id: 'firstSeen',
    title: words.say('log_colFirst'),
    width: 216,
    cell: ({ firstSeenMs }) => <Time atMs={firstSeenMs} words={words} />,
  },
  {
    id: 'lastSeen',
    title: words.say('log_colLast'),
    width: 216,
    largestFirst: true,
    cell: ({ lastSeenMs }) => <Time atMs={lastSeenMs} words={words} />,
  },
  {
    id: 'label',
    title: words.say('col_label'),
    judged: true,
    width: 120,
    shown: 'wide',
    cell: ({ label }) => <GivenLabel label={label} words={words} />,
  },
  {
    id: 'bio',
    title: words.say('log_colBio'),
    width: 260,
    kind: 'text',
    unsorted: true,
    cell: ({ bio }) => (
      <span class="clamp" dir="auto">
        {bio}
      </span>
    ),
  },
];
