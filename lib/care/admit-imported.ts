/** What an archive or a backup passes on its way into the log: as a capture does (`door.ts`), record by record. */
import type { Imported, Seen } from '../formats/imported';
import type { PostId, Sighting } from '../model';
import type { RebuildState } from '../rebuild-state';
import type { Unit } from '../unit';
import { heldPosts, openDoor, withPagePosts } from './door';
import type { Them } from './forgotten';
import { redactAccount, redactNote, redactPageKey, withoutThem } from './redact';

export interface AdmittedItems {
  readonly items: readonly Imported[];
  readonly rebuild: RebuildState | undefined;
  /** Is it for this unit of work to learn from this post? */
  readonly learns: (id: PostId) => boolean;
}

export async function admitImported(unit: Unit, items: readonly Imported[]): Promise<AdmittedItems> {
  const { them: forgotten, rebuild, learns } = await openDoor(unit);
  if (!forgotten) return { items, rebuild, learns };
  const here = items.flatMap((item) => (item.kind === 'seen' ? item.posts : []));
  const others = new Set(here.flatMap(({ id, authorId }) => (forgotten.account(authorId) ? [] : id)));
  const pages = items.flatMap((item) =>
    item.kind === 'seen' ? item.pages : item.kind === 'sighting' ? item.sighting.pageKey : [],
  );
  const them = await withPagePosts(unit, forgotten, pages, others);
  const admitted = items.flatMap((item) => admitOne(item, them) ?? []);
  return { items: await withKnownPosts(unit, admitted, others, them), rebuild, learns };
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

/** An id alone does not tell whose post it is: sightings keep those of posts that are in, or come with them (`here`). */
async function withKnownPosts(
  unit: Unit,
  items: readonly Imported[],
  here: ReadonlySet<PostId>,
  them: Them,
): Promise<readonly Imported[]> {
  const named = items.flatMap((item) => (item.kind === 'sighting' ? item.sighting.postIds : []));
  const known = new Set([...(await heldPosts(unit, named, them)), ...here]);
  const left = (sighting: Sighting) => sighting.postIds.filter((id) => known.has(id));
  return items.flatMap((item) => {
    if (item.kind !== 'sighting') return item;
    const postIds = left(item.sighting);
    return postIds.length === 0 ? [] : { ...item, sighting: { ...item.sighting, postIds } };
  });
}
