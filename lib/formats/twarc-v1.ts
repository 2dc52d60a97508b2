/**
 * twarc, and everything else that keeps posts as Twitter's interface v1.1 sent them, one a line. A line can be a notice of the
 * stream (`{"delete": …}`, `{"limit": …}`), which is passed by.
 * Source: https://twarc-project.readthedocs.io, Twitter's data dictionary of v1.1; streams cut long posts and add `extended_tweet`.
 */
import type { Entry, ReadOptions } from './imported';
import { isJson, type Json, seenIn, tweetNode } from './x-nodes';

const isNotice = (value: Json): boolean =>
  ['delete', 'limit', 'scrub_geo', 'status_withheld', 'user_withheld', 'disconnect', 'warning'].some(
    (name) => name in value,
  );

export const isTweetOfV1 = (value: unknown): boolean =>
  isJson(value) && 'id_str' in value && isJson(value.user) && ('full_text' in value || 'text' in value);

export function readTweetOfV1(value: unknown, line: number, { pageKey }: ReadOptions): Entry {
  if (!isJson(value)) return { line, ok: false, reason: 'no-post' };
  if (isNotice(value)) return { line, ok: 'passed-by' };
  return seenIn([tweetNode(value)], { line, pages: pageKey === undefined ? [] : [pageKey], atMs: undefined });
}
