import { describe, expect, test } from 'vitest';
import { handOver } from '../../../lib/fingerprints/hand-over';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, NOON_MS } from './evidence';

/** Turns of accounts named by their handles, this many seconds apart; the account asked about is the first. */
function told(handles: readonly string[], gap: number | ((i: number) => number) = 7, own = `${handles[0]}`) {
  let atMs = NOON_MS;
  const turns = handles.map((handle, i) => {
    atMs += (typeof gap === 'number' ? gap : gap(i)) * 1000;
    return { id: String(i + 1), atMs, accountId: `id-${handle}`, handle };
  });
  const flock = flockOf(members(5), { turns: turns.toReversed() });
  return handOver.examine(evidence({ account: { id: `id-${own}` }, flock }));
}
const inOrder = Array.from({ length: 20 }, (_, i) => `account${String(i).padStart(2, '0')}`);

test('matches: twenty accounts one after another, in the order of their handles', () => {
  const finding = told(inOrder);
  expect(finding).toMatchObject({ outcome: 'match', observed: 20, n: 19, scope: 'flock' });
  expect(finding.p).toBeLessThan(1e-4);
  expect(sentenceOf(finding)).toContain('Of 19 times');
  expect(sentenceOf(finding)).toContain('19 are in the order');
  expect(sentenceOf(finding)).toContain('20 accounts');
});

describe('does not match', () => {
  test.each([
    ['in no order', inOrder.map((_, i) => inOrder[(i * 7) % 20]!)],
    ['backwards', inOrder.toReversed()],
    ['a short row, as chance makes it', [...inOrder.slice(0, 5), ...inOrder.slice(0, 5).toReversed()]],
    ['two accounts in turn', inOrder.map((_, i) => inOrder[i % 2]!)],
  ])('%s', (_what, handles) => {
    expect(told(handles).outcome).toBe('no-match');
  });
  test('it is not among them itself', () => {
    expect(told(inOrder, 7, 'somebody').outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test.each([
    ['a minute between any two', inOrder, 60],
    ['one account alone', Array<string>(20).fill('a'), 7],
    ['three turns', inOrder.slice(0, 3), 7],
  ])('%s', (_what, handles, gap) => {
    expect(told(handles, gap).outcome).toBe('not-enough-seen');
  });
  test('no flock', () => {
    expect(handOver.examine(evidence()).outcome).toBe('not-enough-seen');
  });
});
