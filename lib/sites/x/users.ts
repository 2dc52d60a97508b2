/** Reading an account, and making one account of several copies. */
import type { Account } from '../../model';
import type { Node } from './read';
import { entity, isDefaultAvatar, user } from './wire';

type Known = { -readonly [Field in keyof Account]?: Account[Field] };

/** What one node tells of an account. `isProtected` is unknown in most of the old shape. */
export interface ReadUser {
  readonly account: Account;
  readonly isProtected: boolean;
}

/** Paid, checked or of a checked organisation; false only where X says so. */
function isVerified(node: Node): boolean | undefined {
  const paid = user.paidCheck(node);
  const checked = user.check(node);
  if (paid || checked || user.checkType(node)) return true;
  return paid === undefined && checked === undefined ? undefined : false;
}

/** The address behind the profile's t.co link, where X tells it. */
function websiteOf(node: Node): string | undefined {
  const short = user.website(node);
  if (!short) return short;
  const link = user.profileLinks(node).find((candidate) => entity.shortUrl(candidate) === short);
  return (link && entity.expandedUrl(link)) ?? short;
}

/**
 * Reads an account's node in whichever shape, field by field.
 * @returns undefined when it has no readable id
 */
export function readUser(node: Node): ReadUser | undefined {
  const id = user.id(node);
  if (id === undefined) return undefined;
  const known: Known = {};
  const set = <Field extends keyof Account>(field: Field, value: Account[Field] | undefined) => {
    if (value !== undefined) known[field] = value;
  };
  set('handle', user.handle(node));
  set('name', user.name(node));
  set('createdAtMs', user.createdAtMs(node));
  set('followers', user.followers(node));
  set('following', user.following(node));
  set('posts', user.posts(node));
  set('media', user.media(node));
  set('likes', user.likes(node));
  set('bio', user.bio(node));
  const avatarUrl = user.avatarUrl(node);
  set('avatarUrl', avatarUrl);
  set(
    'defaultAvatar',
    user.defaultAvatarFlag(node) ?? (avatarUrl === undefined ? undefined : isDefaultAvatar(avatarUrl)),
  );
  set('bannerUrl', user.bannerUrl(node));
  set('location', user.location(node));
  set('website', websiteOf(node));
  set('verified', isVerified(node));
  set('basedIn', user.basedIn(node));
  return { account: { id, ...known }, isProtected: user.isProtected(node) === true };
}

/** An author stands in full beside each of their posts: most copies are the same. */
export function isSame(a: Account, b: Account): boolean {
  const fields = Object.keys(a) as (keyof Account)[];
  return fields.length === Object.keys(b).length && fields.every((field) => a[field] === b[field]);
}

/** Does a copy say more? More fields first; then any fixed order, so that the result depends on no order of arrival. */
function fuller(a: Account, b: Account): number {
  const byFields = Object.keys(b).length - Object.keys(a).length;
  if (byFields !== 0) return byFields;
  const [textA, textB] = [JSON.stringify(a), JSON.stringify(b)];
  return textA < textB ? 1 : textA > textB ? -1 : 0;
}

/**
 * One account of several copies: for each field what the fullest copy knows; '' only where no copy has more.
 * @param copies of one id, at least one, in any order
 */
export function mergeAccounts(copies: readonly Account[]): Account {
  const [only, second] = copies;
  if (only && !second) return only;
  const merged: Record<string, unknown> = {};
  for (const copy of copies.toSorted(fuller)) {
    for (const [field, value] of Object.entries(copy)) {
      if (merged[field] === undefined || (merged[field] === '' && value !== '')) merged[field] = value;
    }
  }
  return merged as unknown as Account;
}
