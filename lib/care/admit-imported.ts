/** What an archive or a backup passes on its way into the log: as a capture does (`door.ts`), record by record. */
import type { Imported, Seen } from '../formats/imported';
import type { PostId, Sighting } from '../model';
import { hasReached, REBUILD, type RebuildState, readRebuild } from '../rebuild-state';
import type { Unit } from '../unit';
import { FORGOTTEN, openForgotten, type Them } from './forgotten';
import { redactAccount, redactNote, redactPageKey, withoutThem } from './redact';

export interface AdmittedItems {
  readonly items: readonly Imported[];
  readonly rebuild: RebuildState | undefined;
  /** Is it for this unit of work to learn from this post? */
  readonly learns: (id: PostId) => boolean;
}

export async function admitImported(unit: Unit, items: readonly Imported[]): Promise<AdmittedItems> {
  const [forgotten, rebuilding] = await unit.getMany('meta', [FORGOTTEN, REBUILD]);
  const rebuild = readRebuild(rebuilding?.value);
  const learns = (id: PostId) => hasReached(rebuild, id);
  const them = openForgotten(forgotten?.value);
  if (!them) return { items, rebuild, learns };
  const admitted = items.flatMap((item) => admitOne(item, them) ?? []);
  return { items: await withKnownPosts(unit, admitted, them), rebuild, learns };
}

function admitOne(item: Imported, them: Them): Imported | undefined {
  if (item.kind === 'seen') return { ...item, ...seenWithoutThem(item, them) };
  if (item.kind === 'account') {
    return them.account(item.account.id) ? undefined : { ...item, account: redactAccount(item.account, them) };
  }
  if (item.kind === 'label') {
    if (them.account(item.label.accountId)) return undefined;
    return { ...item, label: { ...item.label, note: redactNote(item.label.note, them) } };
  }
  if (item.kind === 'dismissal') return them.account(item.dismissal.accountId) ? undefined : item;
  if (item.kind === 'follows') {
    const { accountId, accountIds } = item.follows;
    if (them.account(accountId)) return undefined;
    return { ...item, follows: { accountId, accountIds: accountIds.filter((id) => !them.account(id)) } };
  }
  if (item.kind === 'sighting') {
    return { ...item, sighting: { ...item.sighting, pageKey: redactPageKey(item.sighting.pageKey, them) } };
  }
  return item;
}

function seenWithoutThem({ accounts, posts, pages, atMs }: Seen, known: Them): Seen {
  const all = { accounts, posts, promoted: 0, protectedAccounts: 0, unread: 0 };
  const { parsed, them } = withoutThem(all, known);
  return { accounts: parsed.accounts, posts: parsed.posts, pages: pages.map((key) => redactPageKey(key, them)), atMs };
}

/**
 * An id alone does not tell whose post it is: sightings keep those of posts that are in, or come with them. Of a forgotten account
 * some are in until the steps that remove it are done.
 */
async function withKnownPosts(unit: Unit, items: readonly Imported[], them: Them): Promise<readonly Imported[]> {
  const named = items.flatMap((item) => (item.kind === 'sighting' ? item.sighting.postIds : []));
  const stored = await unit.getMany('posts', named);
  const known = new Set([
    ...stored.flatMap((post) => (post && !them.account(post.authorId) ? post.id : [])),
    ...items.flatMap((item) => (item.kind === 'seen' ? item.posts.map(({ id }) => id) : [])),
  ]);
  const left = (sighting: Sighting) => sighting.postIds.filter((id) => known.has(id));
  return items.flatMap((item) => {
    if (item.kind !== 'sighting') return item;
    const postIds = left(item.sighting);
    return postIds.length === 0 ? [] : { ...item, sighting: { ...item.sighting, postIds } };
  });
}
