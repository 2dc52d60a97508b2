/** A flock's accounts with their posts of its texts, read off the log; those with the very same texts together. */
import type { Log } from '../log';
import type { AccountId, PostId } from '../model';
import { byId } from './evidence';

export interface TyingPost {
  readonly id: PostId;
  readonly atMs: number;
}

export interface Member {
  readonly id: AccountId;
  /** Its posts of each text, oldest first, by the text's number. */
  readonly posts: ReadonlyMap<number, readonly TyingPost[]>;
  /** 0 where none of its posts is in the log. */
  readonly firstMs: number;
}

/** Accounts that posted the very same texts of the flock, in order of their first post. */
export interface Company {
  readonly texts: readonly number[];
  readonly members: readonly Member[];
}

/** Accounts read at a time. */
const READ = 1000;

export const oldestFirst = (a: TyingPost, b: TyingPost): number => a.atMs - b.atMs || byId(a.id, b.id);
const firstComers = (a: Member, b: Member): number => a.firstMs - b.firstMs || byId(a.id, b.id);

/** The accounts of a flock in order of id, and the keys of its texts by their numbers. Keeps an id and a time a post. */
export async function readFlock(log: Log, flockId: string) {
  const posts = new Map<AccountId, Map<number, TyingPost[]>>();
  for (let after: string | undefined = ''; after !== undefined; ) {
    const ids: readonly AccountId[] = await log.membersOf(flockId, after, READ);
    for (const id of ids) posts.set(id, new Map());
    after = ids.at(-1);
  }
  const names = (await log.textsOf(flockId)).map((row) => row.key).toSorted();
  for (const [text, name] of names.entries()) {
    for (const { id, authorId, createdAtMs: atMs } of await log.postsOf(await log.textKeysInGroup(name))) {
      const own = posts.get(authorId);
      const known = own?.get(text);
      if (known) known.push({ id, atMs });
      else own?.set(text, [{ id, atMs }]);
    }
  }
  const members = [...posts].map(([id, own]): Member => {
    for (const list of own.values()) list.sort(oldestFirst);
    const firsts = [...own.values()].map(([first]) => first!.atMs);
    return { id, posts: own, firstMs: firsts.length === 0 ? 0 : Math.min(...firsts) };
  });
  return { names, members: members.toSorted((a, b) => byId(a.id, b.id)) };
}

/** A hundred thousand accounts with one list of texts are one company: what holds of one holds of all. */
export function companiesOf(members: readonly Member[]): readonly Company[] {
  const companies = new Map<string, { readonly texts: readonly number[]; readonly members: Member[] }>();
  for (const member of members.toSorted(firstComers)) {
    const texts = [...member.posts.keys()].toSorted((a, b) => a - b);
    const company = companies.get(texts.join()) ?? { texts, members: [] };
    company.members.push(member);
    companies.set(texts.join(), company);
  }
  return [...companies.values()];
}

/** Who began posting nearer to this account's beginning stands first. */
export const nearTo =
  (to: Member) =>
  (a: Member, b: Member): number =>
    Math.abs(a.firstMs - to.firstMs) - Math.abs(b.firstMs - to.firstMs) || byId(a.id, b.id);

/** Of one company those that began nearest to this account, itself left out: from these the nearest can be chosen. */
export function nearest({ members }: Company, to: Member, most: number): readonly Member[] {
  let [low, high] = [0, members.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstComers(members[middle]!, to) < 0) low = middle + 1;
    else high = middle;
  }
  return members.slice(Math.max(0, low - most), low + most + 1).filter((one) => one !== to);
}
