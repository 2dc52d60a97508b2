/**
 * Who in a flock is tied to whom, and by which posts: who, what, when. Flocks are formed without a list of pairs; here the
 * pairs are read off the posts when a person asks for them: an export, an account's page.
 *
 * 1,711 accounts make 1.4 million pairs. So edges come one at a time, and each account's strongest alone unless all are
 * wanted. How many pairs there are is told all the same: they are counted by the texts in common, never one by one.
 */
import type { Log } from '../log';
import type { AccountId } from '../model';
import type { Settings } from '../settings';
import {
  type Company,
  companiesOf,
  type Member,
  nearest,
  nearTo,
  oldestFirst,
  readFlock,
  type TyingPost,
} from './company';
import { byId } from './evidence';

/** One text that two accounts have posted, and the two posts of it that stand nearest to each other in time. */
export interface Tie {
  /** Key of the text under which near-same ones are grouped. */
  readonly text: string;
  /** In the order of the edge's accounts. */
  readonly posts: readonly [TyingPost, TyingPost];
}

export interface Edge {
  readonly accounts: readonly [AccountId, AccountId];
  /** One a shared text, in order of the first account's posts. */
  readonly ties: readonly Tie[];
}

export interface Ties {
  /** The flock's accounts, in order of id. */
  readonly accounts: readonly AccountId[];
  /** Pairs of them that share enough texts, whether `edges` gives them or not. */
  readonly pairs: number;
  /** With how many accounts this one makes such a pair. */
  partners(id: AccountId): number;
  /** Each pair once, where it is among the strongest of one of its two. The smaller id comes first. */
  edges(): Iterable<Edge>;
  /** The strongest of one account, strongest first. The account comes first. */
  edgesOf(id: AccountId): readonly Edge[];
}

/**
 * Reads a flock's ties. Two accounts make a pair from `copiedText.minTexts` shared texts. The stronger pair is the one that
 * shares more; among equals, the one whose accounts began posting nearer to each other.
 *
 * @param log the inside of a `reading`, where all must be of one moment.
 * @param flockId as the accounts' evidence names it.
 * @param strongest partners chosen for an account; `Infinity` gives all pairs.
 */
export async function tiesOf(
  log: Log,
  flockId: string,
  settings: Settings,
  { strongest = 20 }: { readonly strongest?: number } = {},
): Promise<Ties> {
  const { names, members } = await readFlock(log, flockId);
  const companies = companiesOf(members);
  const companyOf = new Map(companies.flatMap((one) => one.members.map((member) => [member, one] as const)));
  const byName = new Map(members.map((member) => [member.id, member]));
  const byText = names.map((): Company[] => []);
  for (const company of companies) for (const text of company.texts) byText[text]!.push(company);

  /** Companies with which this one shares enough texts, most shared first, its own among them. */
  function ranksOf({ texts }: Company): readonly (readonly Company[])[] {
    const shared = new Map<Company, number>();
    for (const text of texts) for (const one of byText[text]!) shared.set(one, (shared.get(one) ?? 0) + 1);
    const ranks: Company[][] = texts.map(() => []);
    for (const [one, n] of shared) if (n >= settings.copiedText.minTexts) ranks[texts.length - n]!.push(one);
    return ranks;
  }
  function strongestOf(member: Member, ranks: readonly (readonly Company[])[]): readonly Member[] {
    const chosen: Member[] = [];
    for (const rank of ranks) {
      const left = strongest - chosen.length;
      if (left <= 0) break;
      const candidates = rank.flatMap((one) => nearest(one, member, left));
      for (const one of candidates.toSorted(nearTo(member)).slice(0, left)) chosen.push(one);
    }
    return chosen;
  }
  const partners = new Map<Company, number>();
  for (const company of companies) {
    const all = ranksOf(company).flat();
    // Whoever has enough texts is found there too.
    partners.set(
      company,
      Math.max(
        0,
        all.reduce((n, one) => n + one.members.length, -1),
      ),
    );
  }
  const edge = (a: Member, b: Member): Edge => ({ accounts: [a.id, b.id], ties: tiesBetween(a, b, names) });

  return {
    accounts: members.map((member) => member.id),
    pairs: companies.reduce((sum, one) => sum + one.members.length * partners.get(one)!, 0) / 2,
    partners(id) {
      const member = byName.get(id);
      return member ? partners.get(companyOf.get(member)!)! : 0;
    },
    *edges() {
      const everybody: ReadonlySet<Member> = new Set(members);
      const given = new Map<Member, ReadonlySet<Member>>();
      for (const company of companies) {
        const ranks = ranksOf(company);
        for (const member of company.members) {
          const chosen = strongestOf(member, ranks);
          given.set(member, strongest < members.length ? new Set(chosen) : everybody);
          for (const one of chosen) {
            if (given.get(one)?.has(member)) continue;
            yield byId(member.id, one.id) < 0 ? edge(member, one) : edge(one, member);
          }
        }
      }
    },
    edgesOf(id) {
      const member = byName.get(id);
      if (!member) return [];
      return strongestOf(member, ranksOf(companyOf.get(member)!)).map((one) => edge(member, one));
    },
  };
}

function tiesBetween(a: Member, b: Member, names: readonly string[]): readonly Tie[] {
  const ties = [...a.posts].flatMap(([text, own]): readonly Tie[] => {
    const other = b.posts.get(text);
    return other ? [{ text: names[text]!, posts: nearestPosts(own, other) }] : [];
  });
  return ties.toSorted((x, y) => oldestFirst(x.posts[0], y.posts[0]));
}

/** Of two lists, oldest first, the two posts nearest in time; the oldest such two. */
function nearestPosts(a: readonly TyingPost[], b: readonly TyingPost[]): readonly [TyingPost, TyingPost] {
  let best: readonly [TyingPost, TyingPost] = [a[0]!, b[0]!];
  const apart = ([x, y]: typeof best): number => Math.abs(x.atMs - y.atMs);
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    const pair = [a[i]!, b[j]!] as const;
    if (apart(pair) < apart(best)) best = pair;
    if (pair[0].atMs <= pair[1].atMs) i++;
    else j++;
  }
  return best;
}
