/** A measure as a row of the report, and how results are gathered for it. */
import { campaignFamilies } from './campaigns';
import { crowdFamilies } from './crowds';
import { rate, sum, type Tally } from './measures';
import { fixed, percent } from './table';
import type { Result } from './tasks';
import { type Share, wilson } from './wilson';

export interface Row {
  readonly measure: string;
  readonly target: string;
  readonly got: string;
  /** Wilson's bounds, or what else says how sure it is. */
  readonly bounds: string;
  /** Undefined where METHOD sets no target. */
  readonly met?: boolean;
}

type Kind = Result['task']['kind'];
export const talliesOf = (results: readonly Result[], kind: Kind, reading: string, id?: string): Tally[] =>
  results
    .filter(({ task, reading: name }) => task.kind === kind && name === reading && (id === undefined || task.id === id))
    .map((one) => one.tally);

/** “seed 7”, “seeds 501–503, 507”: of which there are results. */
export function seedsOf(results: readonly Result[]): string {
  const seeds = [...new Set(results.map(({ task }) => task.seed))].toSorted((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const seed of seeds) {
    const last = runs.at(-1);
    if (last && seed === last[1] + 1) last[1] = seed;
    else runs.push([seed, seed]);
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  return seeds.length === 0 ? 'none' : `${seeds.length === 1 ? 'seed' : 'seeds'} ${words}`;
}

/** The families of which there are results, with the sum over their seeds and pages. */
export function families(results: readonly Result[], kind: 'campaign' | 'crowd', reading = 'full') {
  const all: readonly {
    readonly id: string;
    readonly title: string;
    readonly spam?: true;
    readonly noRhythm?: true;
  }[] = kind === 'campaign' ? campaignFamilies : crowdFamilies;
  return all
    .map((family) => {
      const tallies = talliesOf(results, kind, reading, family.id);
      return { ...family, tallies, total: sum(tallies) };
    })
    .filter(({ tallies }) => tallies.length > 0);
}

const bounds = (share: Share, places = 3) =>
  wilson(share)
    .map((n) => fixed(n, places))
    .join('–');
export const bounds100 = (share: Share) =>
  wilson(share)
    .map((n) => percent(n, 3))
    .join('–');

export const atLeast = (measure: string, share: Share, target: number): Row => ({
  measure,
  target: `≥ ${target}`,
  got: fixed(rate(share), 4),
  bounds: bounds(share, 4),
  met: rate(share) >= target,
});
export const atMost = (measure: string, share: Share, target: number, note = ''): Row => ({
  measure,
  target: `≤ ${percent(target)}`,
  got: `${percent(rate(share), 3)}${note}`,
  bounds: bounds100(share),
  met: rate(share) <= target,
});
export const known = (measure: string, share: Share): Row => ({
  measure,
  target: '–',
  got: fixed(rate(share), 4),
  bounds: bounds(share, 4),
});
