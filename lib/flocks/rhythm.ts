/** The rhythm of a whole flock: its accounts' pauses pooled, beside those of the page's other accounts. */
import { binomialTail } from '../statistics';
import type { GapCounts, MemberTraits } from './evidence';
import { oncePerFlock } from './surroundings';

function pooled(sample: readonly MemberTraits[]): GapCounts {
  const clear = sample.map((one) => one.gaps).filter((gaps) => !gaps.coarse);
  const total = (pick: (gaps: GapCounts) => number) => clear.reduce((sum, gaps) => sum + pick(gaps), 0);
  return {
    n: total((g) => g.n),
    short: total((g) => g.short),
    between: total((g) => g.between),
    sum: total((g) => g.sum),
    squares: total((g) => g.squares),
    coarse: clear.length === 0,
  };
}

/** Mean length of the short pauses, in seconds. */
export const meanGap = (gaps: GapCounts): number => gaps.sum / gaps.short;
/** Coefficient of variation of the short pauses. */
export const gapVariation = (gaps: GapCounts): number =>
  gaps.short === 0 ? Infinity : Math.sqrt(Math.max(0, gaps.squares / gaps.short - meanGap(gaps) ** 2)) / meanGap(gaps);

/** Does a flock as a whole pause like a queue: short or long, hardly ever between, and unlike the page's others? */
export const flockRhythm = oncePerFlock((flock, { others, settings }) => {
  const rule = settings.burstRhythm;
  const gaps = pooled(flock.sample);
  const usual = pooled(others);
  const share = gaps.n === 0 ? 0 : gaps.short / gaps.n;
  // One short pause more than was seen: a page without any is no proof that there are none.
  const usualShare = (usual.short + 1) / (usual.n + 1);
  const clear = gaps.short >= rule.flockGaps && gaps.short >= rule.flockShortPerBetween * gaps.between;
  const p = binomialTail(gaps.short, gaps.n, usualShare);
  const standsOut = share >= rule.flockMinShare && share >= rule.flockTimesBaseline * usualShare && p < rule.maxP;
  const baseline = usual.n === 0 ? undefined : usual.short / usual.n;
  return { gaps, share, baseline, p, match: clear && (share >= rule.minShare || standsOut) };
});
