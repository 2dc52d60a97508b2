/** Pieces of cells that several tables have: who, how it was judged, when. */
import { labelOfKey } from '@/lib/codebook';
import type { AccountMark } from '@/lib/desk/cells';
import type { Level } from '@/lib/model';
import { LabelMark } from './label-mark';
import { labelTitle } from './label-title';
import { Mark, markOf } from './mark';
import type { WordKey, Words } from './words';

export const filterWord: { readonly [L in Level]: WordKey } = {
  strong: 'filter_strong',
  weak: 'filter_weak',
  none: 'filter_none',
  'not-enough-seen': 'level_notEnough',
};

/** `@handle`, or the id where the log never saw one; always left to right. */
export const Handle = ({ account }: { readonly account: Pick<AccountMark, 'id' | 'handle'> }) => (
  <bdi dir="ltr">{account.handle === undefined ? account.id : `@${account.handle}`}</bdi>
);

export const LevelMark = ({ level, words }: { readonly level: Level; readonly words: Words }) => (
  <span class={`level ${level}`}>
    <Mark kind={markOf(level)} />
    {words.say(filterWord[level])}
  </span>
);

export const GivenLabel = ({ label, words }: { readonly label: string | undefined; readonly words: Words }) =>
  label === undefined ? null : (
    <span class="label-tag">
      <LabelMark colour={words.codebook && labelOfKey(words.codebook, label)?.colour} />{' '}
      <bdi>{labelTitle(words, label)}</bdi>
    </span>
  );

export const Time = ({ atMs, words }: { readonly atMs: number | undefined; readonly words: Words }) =>
  atMs === undefined || !(Math.abs(atMs) <= 8.64e15) ? null : (
    <time dateTime={new Date(atMs).toISOString()}>{words.time(atMs)}</time>
  );
export const Day = ({ atMs, words }: { readonly atMs: number | undefined; readonly words: Words }) =>
  atMs === undefined || !(Math.abs(atMs) <= 8.64e15) ? null : (
    <time dateTime={new Date(atMs).toISOString()}>{words.date(atMs)}</time>
  );

/** A page's key as a person reads it: `#tag`, the search's words, or the kind of page. */
export function pageTitle(key: string): string {
  const colon = key.indexOf(':');
  if (colon < 0) return key;
  return key.startsWith('hashtag:') ? `#${key.slice(colon + 1)}` : key.slice(colon + 1);
}
