/** From an account's evidence to the few figures a sample keeps of it, and the samples themselves. */
import type { Account } from '../model';
import type { Settings } from '../settings';
import { hash32 } from '../text/hash';
import type { AccountEvidence, GapCounts, MemberTraits, SeenPost } from './evidence';
import { SAMPLE_KEPT } from './evidence';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Day number since 1970, UTC. */
export const dayOf = (ms: number): number => Math.floor(ms / DAY);

/** Own posts oldest first, without reposts and threads: the ones whose pauses say something. */
export function pacedPosts(posts: readonly SeenPost[]): readonly SeenPost[] {
  return posts.filter((post) => post.kind === 'post' || post.kind === 'reply').toSorted((a, b) => a.atMs - b.atMs);
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

export function traitsOf(
  evidence: AccountEvidence,
  account: Account | undefined,
  posts: readonly SeenPost[],
  settings: Settings,
): MemberTraits {
  const counts = new Map<string, number>();
  for (const { client } of posts) if (client !== undefined) counts.set(client, (counts.get(client) ?? 0) + 1);
  const clientPosts = [...counts.values()].reduce((a, b) => a + b, 0);
  const [top] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    id: evidence.id,
    hash: hash32(evidence.id),
    ...(account?.createdAtMs === undefined ? {} : { createdDay: dayOf(account.createdAtMs) }),
    clientPosts,
    ...(top === undefined ? {} : { client: top[0], clientShare: top[1] / clientPosts }),
    gaps: gapCounts(posts, settings),
    posts: posts.length,
    ...optional('page', busiestPage(evidence.pages)),
    ...optional('flock', evidence.flock),
  };
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

/** A bottom-k sample with one account put in or brought up to date. */
export function sampled(sample: readonly MemberTraits[], traits: MemberTraits): readonly MemberTraits[] {
  const last = sample.at(-1);
  if (sample.length >= SAMPLE_KEPT && last && traits.hash > last.hash) return sample;
  const others = sample.filter((one) => one.id !== traits.id);
  const at = others.findIndex((one) => one.hash > traits.hash);
  return others.toSpliced(at < 0 ? others.length : at, 0, traits).slice(0, SAMPLE_KEPT);
}
