/** From an account's evidence to the few figures a sample keeps of it, and the samples themselves. */
import type { Account } from '../model';
import type { Settings } from '../settings';
import { hash32 } from '../text/hash';
import type { AccountEvidence, GapCounts, MemberTraits, SeenPost } from './evidence';
import { SAMPLE_KEPT } from './evidence';
import { profileTraits } from './profile';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Day number since 1970, UTC. */
export const dayOf = (ms: number): number => Math.floor(ms / DAY);

/** Own posts oldest first, without reposts and threads: the ones whose pauses say something. */
export function pacedPosts(posts: readonly SeenPost[]): readonly SeenPost[] {
  return posts.filter((post) => post.kind === 'post' || post.kind === 'reply').toSorted((a, b) => a.atMs - b.atMs);
}

/** The pauses between these, oldest first, in milliseconds. */
export function pausesOf(posts: readonly SeenPost[]): readonly number[] {
  const paced = pacedPosts(posts);
  return paced.slice(1).map((post, i) => post.atMs - paced[i]!.atMs);
}

export function gapCounts(posts: readonly SeenPost[], settings: Settings): GapCounts {
  const { maxGapMs, silenceMs } = settings.burstRhythm;
  const paced = pacedPosts(posts);
  let [n, short, between, sum, squares] = [0, 0, 0, 0, 0];
  for (let i = 1; i < paced.length; i++) {
    const gapMs = paced[i]!.atMs - paced[i - 1]!.atMs;
    n++;
    // Under a second is a crossposting machine or a coarse clock, never a rhythm.
    if (gapMs < 1000) continue;
    if (gapMs <= maxGapMs) {
      short++;
      sum += gapMs / 1000;
      squares += (gapMs / 1000) ** 2;
    } else if (gapMs < silenceMs) between++;
  }
  const coarse = paced.length > 1 && paced.every((post) => post.atMs % MINUTE === 0);
  return { n, short, between, sum, squares, coarse };
}

/** @param order roots of the flock's texts in the order in which the account posted them. */
export function traitsOf(
  evidence: AccountEvidence,
  account: Account | undefined,
  posts: readonly SeenPost[],
  settings: Settings,
  order: readonly string[] = [],
): MemberTraits {
  const client = favourite(posts.flatMap((post) => post.client ?? []));
  const domain = favourite(posts.flatMap((post) => post.domain ?? []));
  const social = posts.filter((post) => post.kind === 'reply' || post.kind === 'repost' || post.talks).length;
  return {
    id: evidence.id,
    hash: hash32(evidence.id),
    ...(account?.createdAtMs === undefined ? {} : { createdDay: dayOf(account.createdAtMs) }),
    clientPosts: client.n,
    ...(client.n === 0 ? {} : { client: client.name, clientShare: client.share }),
    gaps: gapCounts(posts, settings),
    posts: posts.length,
    linkPosts: domain.n,
    ...(domain.n === 0 ? {} : { domain: domain.name, domainShare: domain.share }),
    social,
    bursts: burstStarts(posts, settings),
    ...(order.length === 0 ? {} : { order: order.slice(-ORDER_KEPT) }),
    ...(account ? { profile: profileTraits(account, evidence.follows) } : {}),
    ...optional('page', busiestPage(evidence.pages)),
    ...optional('flock', evidence.flock ?? evidence.near),
  };
}

/** Bursts and texts kept of an account in a sample. */
const BURSTS_KEPT = 8;
const ORDER_KEPT = 12;

/** Beginnings of the sets of posts that silence parts, the newest few, oldest first. */
export function burstStarts(posts: readonly SeenPost[], settings: Settings): readonly number[] {
  const starts: number[] = [];
  let before = -Infinity;
  for (const { atMs } of pacedPosts(posts)) {
    if (atMs - before >= settings.burstRhythm.silenceMs) starts.push(atMs);
    before = atMs;
  }
  return starts.slice(-BURSTS_KEPT);
}

/** The most frequent of these names, and its share. */
function favourite(names: readonly string[]): { readonly n: number; readonly name: string; readonly share: number } {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [name, most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? ['', 0];
  return { n: names.length, name, share: names.length === 0 ? 0 : most / names.length };
}

const optional = <Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [key in Name]?: string };

/** The hashtag, search or other shared timeline with most of its posts; an opened profile shows one account alone. */
function busiestPage(pages: Readonly<Record<string, number>>): string | undefined {
  const shared = Object.entries(pages).filter(([key]) => !key.startsWith('profile:'));
  return shared.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** The sample with one account's flock written in; the same array where nothing changes. */
export function markFlock(
  sample: readonly MemberTraits[],
  id: string,
  flock: string | undefined,
): readonly MemberTraits[] {
  const at = sample.findIndex((one) => one.id === id);
  const one = sample[at];
  if (!one || one.flock === flock) return sample;
  const { flock: _old, ...rest } = one;
  return sample.with(at, { ...rest, ...optional('flock', flock) });
}

/** Is the account of this hash among those that the sample keeps? */
export const isSampled = (sample: readonly MemberTraits[], hash: number): boolean =>
  sample.length < SAMPLE_KEPT || hash <= sample.at(-1)!.hash;

/** A bottom-k sample with one account put in or brought up to date. */
export function sampled(sample: readonly MemberTraits[], traits: MemberTraits): readonly MemberTraits[] {
  if (!isSampled(sample, traits.hash)) return sample;
  const before = sample.findIndex((one) => one.id === traits.id);
  if (before >= 0) return sample.with(before, traits);
  const at = sample.findIndex((one) => one.hash > traits.hash);
  return sample.toSpliced(at < 0 ? sample.length : at, 0, traits).slice(0, SAMPLE_KEPT);
}
