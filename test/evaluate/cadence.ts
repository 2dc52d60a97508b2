/** Who of a campaign posts when. `who` is the place in its list of accounts. */
import type { Random } from '../scenarios/random';
import type { TruthAccount } from '../scenarios/truth';
import { MINUTE_MS, SECOND_MS, type Stage } from './stage';

export interface Turn {
  readonly who: number;
  readonly atMs: number;
}

export interface Rhythm {
  /** Posts in a burst, fewest and most. */
  readonly burst: readonly [number, number];
  /** Milliseconds between two posts of a burst, drawn anew each time. */
  within(random: Random): number;
  /** Milliseconds from the last post of an account to the first of the next. */
  handOver(random: Random): number;
  /** Milliseconds between an account's bursts at least; the worker waits where its round is shorter. */
  readonly round: readonly [number, number];
}

const around = (random: Random, ms: number, sd: number) => Math.max(600, random.normal(ms, sd));

/** The article's: two or three posts 4 s apart, 8 s to the next account, round again after some 20–25 minutes. */
export const ARTICLE: Rhythm = {
  burst: [2, 3],
  within: (random) => around(random, 4 * SECOND_MS, 450),
  handOver: (random) => around(random, 8 * SECOND_MS, 450),
  round: [20 * MINUTE_MS, 25 * MINUTE_MS],
};

/** Workers take their accounts in turn, in the handles' order, until each account has its posts. */
export function bursts(
  { random, fromMs, toMs }: Stage,
  accounts: readonly TruthAccount[],
  postsEach: readonly [number, number],
  rhythm: Rhythm = ARTICLE,
): Turn[] {
  const sorted = accounts
    .map((account, who) => ({ key: account.handle.toLowerCase(), who }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ who }) => who);
  const turns: Turn[] = [];
  const size = random.int(18, 60);
  for (let start = 0; start < sorted.length; start += size) {
    const own = sorted.slice(start, start + size);
    const left = new Map(own.map((who) => [who, random.int(...postsEach)]));
    const round = rhythm.round[0] + random.next() * (rhythm.round[1] - rhythm.round[0]);
    let roundMs = fromMs + random.next() * (toMs - fromMs) * 0.35;
    let atMs = roundMs;
    while ([...left.values()].some((posts) => posts > 0)) {
      for (const who of own) {
        const posts = Math.min(left.get(who) ?? 0, random.int(...rhythm.burst));
        if (posts === 0) continue;
        left.set(who, (left.get(who) ?? 0) - posts);
        for (let i = 0; i < posts; i++) {
          turns.push({ who, atMs });
          atMs += i === posts - 1 ? rhythm.handOver(random) : rhythm.within(random);
        }
      }
      roundMs += round;
      atMs = Math.max(atMs, around(random, roundMs, 700));
    }
  }
  return turns;
}

/** At any time, each post by itself, in sittings as people have them. */
export function likePeople(stage: Stage, count: number, postsEach: readonly [number, number]): Turn[] {
  const { random, fromMs, toMs } = stage;
  return Array.from({ length: count }, (_, who) => who).flatMap((who) => {
    let atMs = fromMs + random.next() * (toMs - fromMs) * 0.5;
    return Array.from({ length: random.int(...postsEach) }, () => {
      const now = atMs < toMs ? atMs : fromMs + random.next() * (toMs - fromMs);
      atMs = now + Math.exp(random.normal(2.8, 1)) * MINUTE_MS;
      return { who, atMs: now };
    });
  });
}
