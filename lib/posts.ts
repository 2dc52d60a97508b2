/** Merging what is newly seen of a post into what is known: by field, and only where nothing is known yet. */
import type { PostRow } from './log';
import type { Post } from './model';

const FIELDS = ['lang', 'client', 'conversationId', 'replyTo', 'quoteOf'] as const;
const LISTS = ['links', 'hashtags', 'mentions'] as const;

/**
 * The first copy of a post stays, for its text is evidence already. A fuller one fills what it does not say: an archive without clients, later
 * seen on the page, or the other way round.
 * @returns the same object where there is nothing to fill
 */
export function fillPost(before: PostRow, seen: Post): PostRow {
  // A repost has none of these of its own, and a copy that is a repost is another's words.
  if ((before.repostOf === undefined) !== (seen.repostOf === undefined)) return before;
  const more: { -readonly [Field in keyof Post]?: Post[Field] } = {};
  for (const field of FIELDS) {
    if (before[field] === undefined && seen[field] !== undefined) Object.assign(more, { [field]: seen[field] });
  }
  for (const list of LISTS) if (before[list].length === 0 && seen[list].length > 0) more[list] = seen[list];
  return Object.keys(more).length === 0 ? before : { ...before, ...more };
}
