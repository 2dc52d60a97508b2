/** What is counted when verdicts are compared with the truth, and the measures of METHOD, section 4, made of it. */
import type { TruthPost } from '../scenarios/truth';
import { accountsOf, type Case } from './case';
import type { VerdictLine } from './replay-captures';
import type { Share } from './wilson';

/** Counts of one reading of one case; sums over readings mean the same. A badge is a strong or a weak one. */
export interface Tally {
  /** Campaign accounts of which a post was seen; badged; badged strongly. */
  readonly campaign: number;
  readonly found: number;
  readonly foundStrong: number;
  /** The same with at least two posts seen. */
  readonly campaignTwice: number;
  readonly foundTwice: number;
  /** Members of the genuine family; badged; badged strongly. */
  readonly members: number;
  readonly membersBadged: number;
  readonly membersStrong: number;
  /** Genuine people beside campaign and family; badged; badged strongly. */
  readonly others: number;
  readonly othersBadged: number;
  readonly othersStrong: number;
  /** Posts seen; a campaign's; badged accounts'. */
  readonly posts: number;
  readonly campaignPosts: number;
  readonly badgedPosts: number;
  /** Pairs of accounts of two campaigns that are both in a flock; of those, in the same one. */
  readonly crossPairs: number;
  readonly mergedPairs: number;
}

const NOTHING: Tally = {
  campaign: 0,
  found: 0,
  foundStrong: 0,
  campaignTwice: 0,
  foundTwice: 0,
  members: 0,
  membersBadged: 0,
  membersStrong: 0,
  others: 0,
  othersBadged: 0,
  othersStrong: 0,
  posts: 0,
  campaignPosts: 0,
  badgedPosts: 0,
  crossPairs: 0,
  mergedPairs: 0,
};

export function sum(tallies: readonly Tally[]): Tally {
  const total: Record<string, number> = { ...NOTHING };
  for (const tally of tallies) for (const [name, n] of Object.entries(tally)) total[name] = (total[name] ?? 0) + n;
  return total as unknown as Tally;
}

export const badged = (line: VerdictLine | undefined): boolean => line?.level === 'strong' || line?.level === 'weak';

/** Compares the verdicts after `seen` posts with the truth. An account without a line has no badge. */
export function tallyOf(one: Case, seen: readonly TruthPost[], lines: readonly VerdictLine[]): Tally {
  const truth = accountsOf(one);
  const byId = new Map(lines.map((line) => [line.accountId, line]));
  const postsOf = new Map<string, number>();
  for (const { authorId } of seen) postsOf.set(authorId, (postsOf.get(authorId) ?? 0) + 1);
  const t: { -readonly [Name in keyof Tally]: number } = { ...NOTHING, posts: seen.length };
  for (const [id, posts] of postsOf) {
    const line = byId.get(id);
    const [any, strong] = [badged(line), line?.level === 'strong'];
    if (any) t.badgedPosts += posts;
    if (truth.get(id)?.campaign != null) {
      t.campaign++;
      t.campaignPosts += posts;
      t.found += Number(any);
      t.foundStrong += Number(strong);
      t.campaignTwice += Number(posts >= 2);
      t.foundTwice += Number(any && posts >= 2);
    }
    // A family that is spam of its own is both: a campaign, and the members whose badges are reported.
    if (one.members.has(id)) {
      t.members++;
      t.membersBadged += Number(any);
      t.membersStrong += Number(strong);
    } else if (truth.get(id)?.campaign == null) {
      t.others++;
      t.othersBadged += Number(any);
      t.othersStrong += Number(strong);
    }
  }
  return {
    ...t,
    ...pairsAcross([...postsOf.keys()].map((id) => [truth.get(id)?.campaign ?? null, byId.get(id)?.flock ?? null])),
  };
}

/** Pairs of accounts of two campaigns among (campaign, flock) of each account; those without either are left out. */
export function pairsAcross(
  accounts: readonly (readonly [string | null, string | null])[],
): Pick<Tally, 'crossPairs' | 'mergedPairs'> {
  const all = new Map<string, number>();
  const inFlock = new Map<string, Map<string, number>>();
  for (const [campaign, flock] of accounts) {
    if (campaign === null || flock === null) continue;
    all.set(campaign, (all.get(campaign) ?? 0) + 1);
    const counts = inFlock.get(flock) ?? new Map<string, number>();
    inFlock.set(flock, counts.set(campaign, (counts.get(campaign) ?? 0) + 1));
  }
  const pairs = (counts: Iterable<number>) => {
    let [before, total] = [0, 0];
    for (const n of counts) {
      total += before * n;
      before += n;
    }
    return total;
  };
  const mergedPairs = [...inFlock.values()].reduce((total, counts) => total + pairs(counts.values()), 0);
  return { crossPairs: pairs(all.values()), mergedPairs };
}

/** Found among all campaign accounts seen. */
export const recall = (t: Tally): Share => ({ hits: t.found, of: t.campaign });
/** Found among the campaign accounts of which at least two posts were seen. */
export const recallTwice = (t: Tally): Share => ({ hits: t.foundTwice, of: t.campaignTwice });
/** Campaign accounts among all that are badged. */
export const precision = (t: Tally): Share => {
  const wrong = t.othersBadged + t.membersBadged;
  return { hits: t.found, of: t.found + wrong };
};

/** Harmonic mean of precision and recall; 0 where nothing was found. */
export function f1(t: Tally): number {
  if (t.found === 0) return 0;
  const [p, r] = [rate(precision(t)), rate(recall(t))];
  return (2 * p * r) / (p + r);
}

/** A share as a number; where nothing was tried there is none, and NaN says so. */
export const rate = ({ hits, of }: Share): number => (of === 0 ? Number.NaN : hits / of);

/** Reported minus true share of the posts, in points (0–100). */
export const shareError = (t: Tally): number =>
  t.posts === 0 ? 0 : (100 * (t.badgedPosts - t.campaignPosts)) / t.posts;

export const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length;
