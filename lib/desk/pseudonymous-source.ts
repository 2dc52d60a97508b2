/** A source whose lines bear pseudonyms: see `pseudonymous.ts` for what becomes of which field. */
import { type Keyed, openKeyed } from '../pseudonyms/keyed';
import { knownOf } from '../pseudonyms/known';
import { openScrub, type Scrub } from '../pseudonyms/scrub';
import { type LineMaps, mapSource } from './map-source';
import { type Disguise, openDisguise } from './pseudonymous';
import type { Source } from './source';

export interface Pseudonymous {
  readonly source: Source;
  /** All words of a project's description without identifiers. */
  readonly words: (value: unknown) => unknown;
}

/**
 * Reads all accounts and posts of the whole log once, for the identifiers that texts may hold.
 * @param whole the log without a filter: a text may name an account that was filtered out
 * @param apps names of apps that many use
 */
export async function pseudonymousSource(
  source: Source,
  whole: Source,
  key: Uint8Array,
  apps: readonly string[],
): Promise<Pseudonymous> {
  const keyed = openKeyed(key);
  const scrub = openScrub(keyed, await knownOf(whole));
  const disguise = openDisguise(keyed, scrub, new Set(apps));
  return { source: mapSource(source, mapsOf(keyed, scrub, disguise)), words: deep(disguise.codeword) };
}

/** What becomes of each kind of line. */
function mapsOf(keyed: Keyed, scrub: Scrub, disguise: Disguise): LineMaps {
  return {
    ...disguise,
    handle: keyed.handle,
    sighting: (line) => ({
      ...line,
      key: keyed.key(line.key),
      pageKey: scrub.page(line.pageKey),
      postIds: line.postIds.map(keyed.post),
    }),
    dismissal: (line) => ({ ...line, accountId: keyed.account(line.accountId) }),
    follows: ({ accountId, accountIds }) => ({
      accountId: keyed.account(accountId),
      accountIds: accountIds.map(keyed.account),
    }),
    finding: ({ accountId, level, finding }) => ({
      accountId: keyed.account(accountId),
      level,
      finding: disguise.findingOf(finding),
    }),
    flock: (line) => ({ ...line, id: keyed.key(line.id) }),
    edge: ({ flock, accounts: [a, b], handles, ties }) => ({
      flock: keyed.key(flock),
      accounts: [keyed.account(a), keyed.account(b)],
      handles,
      ties: ties.map(({ text, posts: [one, other], atMs, excerpt }) => ({
        text: keyed.key(text),
        posts: [keyed.post(one), keyed.post(other)],
        atMs,
        ...(excerpt === undefined ? {} : { excerpt: scrub.text(excerpt) }),
      })),
    }),
    share(line, what) {
      const object = { texts: keyed.key, links: keyed.link, hashtags: scrub.hashtag, reposts: keyed.post }[what];
      return {
        object: object(line.object),
        accountId: keyed.account(line.accountId),
        postId: keyed.post(line.postId),
        atMs: line.atMs,
      };
    },
    page: scrub.page,
  };
}

/** The same value with every text in it mapped; colours and keys of the keyboard are no words. */
const deep = (map: (text: string) => string) =>
  function walk(value: unknown): unknown {
    if (typeof value === 'string') return /^#[0-9a-f]{3,8}$|^(Alt|Shift|Ctrl|Meta)\+/.test(value) ? value : map(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one)]));
  };
