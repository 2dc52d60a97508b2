import { describe, expect, test } from 'vitest';
import { followedCore } from '../../../lib/fingerprints/followed-core';
import { sentenceOf } from '../../../lib/sentences';
import { defaultSettings } from '../../../lib/settings';
import { evidence, flockOf, members, strangers } from './evidence';

const { minCore, minLists } = defaultSettings.followedCore;
const core = Array.from({ length: minCore + 2 }, (_, i) => String(5000 + i));
const list = (i: number, of: readonly string[]) => ({ profile: { follows: [...of, String(7000 + i)] } });
const told = (follows: readonly string[] | undefined, flock: number, others = strangers(0), of = core) =>
  followedCore.examine(
    evidence({ follows, flock: flockOf(members(flock, (i) => (i === 0 ? {} : list(i, of)))), others }),
  );

test('matches: what all opened lists of the flock have in common', () => {
  const finding = told(core, minLists + 2);
  expect(finding).toMatchObject({ outcome: 'match', observed: core.length, n: minLists + 2 });
  expect(sentenceOf(finding)).toContain(`${core.length} accounts that it follows`);
  expect(sentenceOf(finding)).toContain(`${minLists + 1} other accounts`);
});

describe('does not match', () => {
  test('it follows others', () => {
    expect(told(['1', '2', '3'], minLists + 2)).toMatchObject({ outcome: 'no-match', observed: 0 });
  });
  test('everybody here follows the same stars', () => {
    const fans = strangers(10, (i) => list(i, core));
    expect(told(core, minLists + 2, fans).outcome).toBe('no-match');
  });
  test('fewer in common than it takes', () => {
    expect(told(core, minLists + 2, strangers(0), core.slice(0, minCore - 1)).outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test('nobody opened its list, or those of its flock', () => {
    expect(told(undefined, minLists + 2).outcome).toBe('not-enough-seen');
    expect(told(core, minLists - 1).outcome).toBe('not-enough-seen');
    expect(followedCore.examine(evidence({ follows: core })).outcome).toBe('not-enough-seen');
  });
});
