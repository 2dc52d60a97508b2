/**
 * Looks for: accounts of one flock that post one after another, seconds apart, in the order of their handles.
 * A sign because: a worker goes through its list of accounts; people do not post in alphabetical order (METHOD: turns 6–8 s
 * apart, in sorted handle order).
 * Wrongly catches: chance, in short rows; several workers at once hide each other's order. It supports and never decides.
 * Null hypothesis: of two accounts that follow each other, either handle comes first with equal chance.
 * Source: Jones 2016 (table).
 */
import { oncePerFlock } from '../flocks/surroundings';
import { binomialTail } from '../statistics';
import { fingerprint, notEnoughSeen } from './fingerprint';

const turnTaking = oncePerFlock(({ turns }, { settings }) => {
  const rule = settings.handOver;
  let [pairs, sorted, row, longest] = [0, 0, 1, 1];
  const inRow = new Set<string>();
  const oldestFirst = turns.toReversed();
  for (const [i, turn] of oldestFirst.slice(1).entries()) {
    const before = oldestFirst[i]!;
    if (turn.accountId === before.accountId) continue;
    if (turn.atMs - before.atMs > rule.maxGapMs) {
      row = 1;
      continue;
    }
    pairs++;
    if (turn.handle > before.handle) {
      sorted++;
      row++;
      inRow.add(turn.accountId).add(before.accountId);
    } else row = 1;
    longest = Math.max(longest, row);
  }
  return { pairs, sorted, longest, inRow, p: binomialTail(sorted, pairs, 0.5) };
});

export const handOver = fingerprint(
  { id: 'hand-over', version: 1, title: 'One after another', family: 'cadence' },
  (evidence) => {
    const { account, flock, settings } = evidence;
    const rule = settings.handOver;
    const all = flock && turnTaking(flock, evidence);
    if (!flock || !all || all.pairs < rule.minInRow) {
      return notEnoughSeen({ key: 'hand-over/few' }, { n: all?.pairs ?? 0 });
    }
    const match = all.longest >= rule.minInRow && all.p < rule.maxP && all.inRow.has(account?.id ?? '');
    return {
      outcome: match ? 'match' : 'no-match',
      scope: 'flock',
      observed: all.longest,
      threshold: rule.minInRow,
      n: all.pairs,
      p: all.p,
      postIds: [],
      said: {
        key: 'hand-over/told',
        times: all.pairs,
        maxGapMs: rule.maxGapMs,
        sorted: all.sorted,
        longest: all.longest,
      },
    };
  },
);
