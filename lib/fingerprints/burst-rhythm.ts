/**
 * Looks for: posts in bursts a few seconds apart, then silence (METHOD S11: 2–3 posts 4–5 s apart, then 21–25 minutes; of 26
 * gaps 20 are of 3–8 s, 6 of 1,282–1,480 s, none between).
 * A sign because: a person needs longer than that to write a text, and pauses of every length occur; a queue has two.
 * Wrongly catches: own threads (left out: replies to oneself), live-blogs (their pauses lie between), schedulers. Times
 * rounded to minutes cannot tell.
 * Own: the account's posts show it. Flock: its flock's pooled pauses show it, or its flock takes turns round after round
 * though some pauses are longer, and this account has at least one short pause.
 * Source: Jones 2016; Chavoshi 2016 (DeBot); Mazza 2019 (RTbust).
 */
import type { SeenPost } from '../flocks/evidence';
import { flockRhythm, gapVariation, meanGap } from '../flocks/rhythm';
import { gapCounts, pacedPosts } from '../flocks/traits';
import { flockTurns } from '../flocks/turns';
import type { PostId } from '../model';
import type { Settings } from '../settings';
import { fingerprint, notEnoughSeen } from './fingerprint';

type Rule = Settings['burstRhythm'];

/** Runs of posts no further apart than a burst's gap. */
function bursts(posts: readonly SeenPost[], rule: Rule): readonly (readonly PostId[])[] {
  const runs: PostId[][] = [];
  let before = -Infinity;
  for (const post of pacedPosts(posts)) {
    if (post.atMs - before > rule.maxGapMs) runs.push([]);
    runs.at(-1)!.push(post.id);
    before = post.atMs;
  }
  return runs.filter((run) => run.length >= 2);
}

export const burstRhythm = fingerprint(
  { id: 'burst-rhythm', version: 2, title: 'Bursts and silence', family: 'cadence' },
  (evidence) => {
    const { posts, flock, settings } = evidence;
    const rule = settings.burstRhythm;
    const own = gapCounts(posts, settings);
    const figures = { n: own.n, threshold: rule.minShare };
    const { maxGapMs } = rule;
    if (own.coarse) return notEnoughSeen({ key: 'burst-rhythm/coarse' }, figures);
    if (own.n === 0) return notEnoughSeen({ key: 'burst-rhythm/none' }, figures);
    const share = own.short / own.n;
    const runs = bursts(posts, rule);
    const proof = runs.flat().slice(0, 8);
    const ownBursts =
      own.n >= rule.minGaps &&
      share >= rule.minShare &&
      runs.length >= rule.minBursts &&
      gapVariation(own) <= rule.maxVariation;
    if (ownBursts) {
      return {
        ...figures,
        outcome: 'match',
        scope: 'own',
        observed: share,
        said: {
          key: 'burst-rhythm/own',
          bursts: runs.length,
          short: own.short,
          pauses: own.n,
          maxGapMs,
          meanS: meanGap(own),
        },
        postIds: proof,
      };
    }
    const all = flock && flockRhythm(flock, evidence);
    const inTurn = flock !== undefined && flockTurns(flock, evidence).match;
    if (all && (all.match || inTurn) && own.short > 0 && own.short >= own.between) {
      return {
        ...figures,
        outcome: 'match',
        scope: 'flock',
        observed: all.share,
        ...(all.baseline === undefined ? {} : { baseline: all.baseline }),
        n: all.gaps.n,
        p: all.p,
        said: {
          key: 'burst-rhythm/flock',
          meanS: meanGap(own),
          inTurns: !all.match,
          share: all.share,
          pauses: all.gaps.n,
          maxGapMs,
        },
        postIds: proof,
      };
    }
    if (own.n < rule.minGaps) {
      return notEnoughSeen(
        { key: 'burst-rhythm/few', pauses: own.n, needed: rule.minGaps },
        { ...figures, observed: share },
      );
    }
    return {
      ...figures,
      outcome: 'no-match',
      scope: 'own',
      observed: share,
      said: { key: 'burst-rhythm/no-match', short: own.short, pauses: own.n, maxGapMs },
      postIds: [],
    };
  },
);
