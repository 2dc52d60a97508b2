import { describe, expect, test } from 'vitest';
import { reusedProfile } from '../../../lib/fingerprints/reused-profile';
import { sentenceOf } from '../../../lib/sentences';
import { compact } from '../../../lib/text/fold';
import { textNamed } from '../story';
import { evidence, flockOf, members, strangers } from './evidence';

const bio = (name: string) => textNamed(name).slice(0, 100);
const kept = (name: string) => ({ profile: { bio: compact(bio(name)) } });
const told = (own: string | undefined, flock: readonly string[], others: readonly string[]) =>
  reusedProfile.examine(
    evidence({
      account: { id: '1', ...(own === undefined ? {} : { bio: own }) },
      flock: flockOf(members(flock.length, (i) => kept(flock[i]!))),
      others: strangers(others.length, (i) => kept(others[i]!)),
    }),
  );
const crowd = Array.from({ length: 60 }, (_, i) => `stranger${i}`);

test('matches: three accounts with one bio, nobody else here has it', () => {
  const finding = told(bio('proud'), ['proud', 'proud', 'other'], crowd);
  expect(finding).toMatchObject({ outcome: 'match', observed: 2, n: 3, baseline: 0 });
  expect(sentenceOf(finding)).toContain('2 other accounts of 3 with a bio');
  // An emoji more is the same bio.
  expect(told(`${bio('proud')} 🌴🇸🇦`, ['proud', 'proud'], crowd).outcome).toBe('match');
});

describe('does not match', () => {
  test.each([
    ['two accounts', 'proud', ['proud', 'other'], crowd],
    ['bios of their own', 'mine', ['proud', 'proud', 'proud'], crowd],
    ['a verse that many here have', 'verse', ['verse', 'verse', 'verse'], [...crowd, 'verse', 'verse', 'verse']],
  ])('%s', (_what, own, flock, others) => {
    expect(told(bio(own), flock, others).outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test.each([
    ['not seen', undefined],
    ['empty', ''],
    ['anybody’s: too short', 'God, family'],
  ])('%s', (_what, own) => {
    expect(told(own, ['proud', 'proud'], crowd).outcome).toBe('not-enough-seen');
  });
});
