/**
 * twitter-web-exporter's JSON: a list of what its table shows, with X's own object in `metadata` where a person asked for it. Without it
 * the author's id is not in the file.
 * Source: https://github.com/prinsss/twitter-web-exporter (src/components/table/columns-tweet.tsx).
 */
import type { Entry, ReadOptions } from './imported';
import { type Row, readRow } from './row-fields';
import { isJson, type Json, seenIn, stringOf } from './x-nodes';

export const isOfWebExporter = (value: unknown): boolean =>
  isJson(value) && 'full_text' in value && 'screen_name' in value && 'id' in value && !('id_str' in value);

/** Its links are in the text alone, as t.co. */
function rowOf(value: Json): Row {
  const of = (name: string) => stringOf(value[name]);
  const row: { [Name in keyof Row]: string | undefined } = {
    postId: of('id'),
    url: of('url'),
    authorId: of('user_id'),
    handle: of('screen_name'),
    name: of('name'),
    time: of('created_at'),
    text: of('full_text'),
    replyToPost: of('in_reply_to'),
    quoteOf: of('quoted_status'),
    repostOf: of('retweeted_status'),
    avatarUrl: of('profile_image_url'),
  };
  return Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== undefined)) as Row;
}

export function readOfWebExporter(value: unknown, line: number, options: ReadOptions, nowMs: number): Entry {
  if (!isJson(value)) return { line, ok: false, reason: 'no-post' };
  if (isJson(value.metadata)) {
    const pages = options.pageKey === undefined ? [] : [options.pageKey];
    return seenIn([{ __typename: 'Tweet', ...value.metadata }], { line, pages, atMs: undefined });
  }
  return readRow(rowOf(value), line, options, nowMs);
}
