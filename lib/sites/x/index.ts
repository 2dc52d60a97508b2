/** X, formerly Twitter. */
import type { Capture } from '../../model';
import type { ParseResult, Site } from '../site';
import { followingOwner } from './follows';
import { matches } from './matches';
import { pageOf } from './page';
import { parse } from './parse';
import { wants } from './wants';

/** The body, and what only the address says of it. */
function parseCapture(capture: Capture): ParseResult {
  const result = parse(capture);
  const accountId = followingOwner(capture.url);
  if (!result.ok || accountId === undefined) return result;
  const accountIds = result.parsed.accounts.flatMap(({ id }) => (id === accountId ? [] : id));
  return { ok: true, parsed: { ...result.parsed, follows: { accountId, accountIds } } };
}

export const x: Site = {
  id: 'x',
  matches,
  wants,
  parse: parseCapture,
  pageOf,
};
