/** What the log's tables show of each row. The files hold more. */
import { levelOf } from '@/lib/filter';
import type { AccountLine, LabelLine, PostLine } from '@/lib/formats/lines';
import { matching } from '@/lib/formats/lines';
import type { Level } from '@/lib/model';
import { labelTitle } from './label-title';
import { Mark, markOf } from './mark';
import type { TableColumn } from './table';
import type { WordKey, Words } from './words';

export const filterWord: { readonly [L in Level]: WordKey } = {
  strong: 'filter_strong',
  weak: 'filter_weak',
  none: 'filter_none',
  'not-enough-seen': 'level_notEnough',
};

const ranks: { readonly [L in Level]: number } = { strong: 0, weak: 1, none: 2, 'not-enough-seen': 3 };

/** By level, then by posts seen. */
export const strongestFirst = (lines: readonly AccountLine[]): readonly AccountLine[] =>
  lines.toSorted((a, b) => ranks[levelOf(a)] - ranks[levelOf(b)] || b.postsSeen - a.postsSeen);

const handleOf = (handle: string | undefined, otherwise: string) => (
  <bdi dir="ltr">{handle ? `@${handle}` : otherwise}</bdi>
);
const count = (n: number | undefined, words: Words) => (n === undefined ? '' : words.number(n));
const date = (atMs: number | undefined, words: Words) => (atMs === undefined ? '' : words.date(atMs));

/** @param onAgain takes back “never badge this account”, which no badge is left to do. */
export const accountTable = (words: Words, onAgain: (handle: string) => void): readonly TableColumn<AccountLine>[] => [
  { key: 'handle', title: words.say('col_handle'), cell: ({ account }) => handleOf(account.handle, account.id) },
  { key: 'name', title: words.say('col_name'), kind: 'wide', cell: ({ account }) => <bdi>{account.name}</bdi> },
  {
    key: 'level',
    title: words.say('col_level'),
    cell: (line) => (
      <span class={`level ${levelOf(line)}`}>
        <Mark kind={markOf(levelOf(line))} />
        {words.say(filterWord[levelOf(line)])}
      </span>
    ),
  },
  {
    key: 'fingerprints',
    title: words.say('col_fingerprints'),
    kind: 'wide',
    cell: (line) => (
      <span dir="ltr" lang="en">
        {matching(line).join(', ')}
      </span>
    ),
  },
  {
    key: 'flock',
    title: words.say('col_flock'),
    kind: 'number',
    cell: ({ verdict }) => count(verdict?.flockSize, words),
  },
  { key: 'seen', title: words.say('col_postsSeen'), kind: 'number', cell: ({ postsSeen }) => count(postsSeen, words) },
  { key: 'created', title: words.say('col_created'), cell: ({ account }) => date(account.createdAtMs, words) },
  {
    key: 'followers',
    title: words.say('col_followers'),
    kind: 'number',
    cell: ({ account }) => count(account.followers, words),
  },
  {
    key: 'following',
    title: words.say('col_following'),
    kind: 'number',
    cell: ({ account }) => count(account.following, words),
  },
  {
    key: 'label',
    title: words.say('col_label'),
    cell: ({ label, dismissed, account: { handle } }) => (
      <>
        {label && labelTitle(words, label.value)}
        {dismissed && handle !== undefined && (
          <p class="never">
            {words.say('card_dismissed')}{' '}
            <button type="button" class="again" onClick={() => onAgain(handle)}>
              {words.say('card_undo')}
              <span class="hidden"> @{handle}</span>
            </button>
          </p>
        )}
      </>
    ),
  },
];

export const postTable = (words: Words): readonly TableColumn<PostLine>[] => [
  { key: 'time', title: words.say('col_time'), cell: ({ post }) => words.time(post.createdAtMs) },
  {
    key: 'author',
    title: words.say('col_author'),
    cell: ({ post, authorHandle }) => handleOf(authorHandle, post.authorId),
  },
  {
    key: 'text',
    title: words.say('col_text'),
    kind: 'wide',
    cell: ({ post }) => (
      <p class="text" dir="auto" lang={post.lang}>
        {post.text}
      </p>
    ),
  },
  { key: 'client', title: words.say('col_client'), cell: ({ post }) => <bdi>{post.client}</bdi> },
];

export const labelTable = (words: Words): readonly TableColumn<LabelLine>[] => [
  { key: 'time', title: words.say('col_time'), cell: ({ label }) => words.time(label.atMs) },
  { key: 'handle', title: words.say('col_handle'), cell: ({ label, handle }) => handleOf(handle, label.accountId) },
  { key: 'label', title: words.say('col_label'), cell: ({ label }) => labelTitle(words, label.value) },
  {
    key: 'note',
    title: words.say('col_note'),
    kind: 'wide',
    cell: ({ label }) => (
      <p class="text" dir="auto">
        {label.note}
      </p>
    ),
  },
  { key: 'coder', title: words.say('col_coder'), cell: ({ label }) => <bdi>{label.coder}</bdi> },
];
