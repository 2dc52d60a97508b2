/**
 * Zeeschuimer's NDJSON, and 4CAT's of it: a post a line as X's page received it (`data`), where (`source_platform_url`) and when
 * (`timestamp_collected`, milliseconds). 4CAT keeps the post itself and what was around it in `__import_meta`.
 * Source: https://github.com/digitalmethodsinitiative/zeeschuimer (modules/twitter.js, js/zs-background.js),
 * https://github.com/digitalmethodsinitiative/4cat (datasources/twitter-import).
 */
import { pageOf } from '../sites/x/page';
import type { Entry, ReadOptions } from './imported';
import { readTime } from './times';
import { isJson, type Json, seenIn, stringOf, tweetNode } from './x-nodes';

const isPlatform = (name: unknown): boolean => name === 'twitter.com' || name === 'x.com';

export const isOfZeeschuimer = (value: unknown): boolean =>
  isJson(value) && ((isJson(value.data) && 'source_platform' in value) || '__import_meta' in value);

/** Before 2023 the page was built from posts and users in two lists; Zeeschuimer put them together. */
const nodeOf = (data: Json): Json =>
  data.type === 'adaptive' && isJson(data.legacy)
    ? tweetNode(data.legacy, data.user)
    : { __typename: 'Tweet', ...data };

function timeOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const time = typeof value === 'string' ? readTime(value, undefined) : undefined;
  return time && 'atMs' in time ? time.atMs : undefined;
}

export function readOfZeeschuimer(value: unknown, line: number, { pageKey }: ReadOptions): Entry {
  if (!isJson(value)) return { line, ok: false, reason: 'no-post' };
  const around = isJson(value.__import_meta) ? value.__import_meta : value;
  if ('source_platform' in around && !isPlatform(around.source_platform)) return { line, ok: 'passed-by' };
  const data = isJson(value.data) ? value.data : value;
  if (data.promoted === true) return { line, ok: 'passed-by', remarks: ['promoted'] };
  const address = stringOf(around.source_platform_url);
  const page = address === undefined ? undefined : pageOf(address).key;
  const pages = page ?? pageKey;
  return seenIn([nodeOf(data)], {
    line,
    pages: pages === undefined ? [] : [pages],
    atMs: timeOf(around.timestamp_collected),
  });
}
