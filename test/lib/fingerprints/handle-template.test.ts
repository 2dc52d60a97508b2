import { describe, expect, test } from 'vitest';
import { handleTemplate } from '../../../lib/fingerprints/handle-template';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, strangers } from './evidence';

type Kind = 'name-and-digit' | 'default' | 'other';
const flock = (kind: (i: number) => Kind, n = 20) => flockOf(members(n, (i) => ({ profile: { handle: kind(i) } })));
const crowd = (kind: (i: number) => Kind, n = 60) => strangers(n, (i) => ({ profile: { handle: kind(i) } }));
const usual = crowd((i) => (i % 20 ? 'other' : 'name-and-digit'));
const made = { id: '100', handle: 'adelelmreshed1', name: 'Adel Elmreshed' };
const told = (account: Parameters<typeof evidence>[0] & object, of: ReturnType<typeof flock>, others = usual) =>
  handleTemplate.examine(evidence({ ...account, flock: of, others }));

test('matches: half of the flock, one in twenty of the others', () => {
  const finding = told(
    { account: made },
    flock((i) => (i % 2 ? 'other' : 'name-and-digit')),
  );
  expect(finding).toMatchObject({ outcome: 'match', observed: 0.5, n: 20 });
  expect(sentenceOf(finding)).toContain('50 % of 20 handles');
  expect(sentenceOf(finding)).toContain('of the others here, 5 %');
});

describe('does not match', () => {
  test.each([
    [
      'a fifth of the others as well',
      made,
      flock((i) => (i % 2 ? 'other' : 'name-and-digit')),
      crowd((i) => (i % 5 ? 'other' : 'name-and-digit')),
    ],
    ['its own is made otherwise', { ...made, handle: 'somebody' }, flock(() => 'name-and-digit'), usual],
    ['name and eight digits, X’s own proposal', { ...made, handle: 'adel_elm12345678' }, flock(() => 'default'), usual],
    ['four of the flock', made, flock((i) => (i < 4 ? 'name-and-digit' : 'other')), usual],
  ])('%s', (_what, account, of, others) => {
    expect(told({ account }, of, others).outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test('few handles of the flock, or of the others', () => {
    expect(
      told(
        { account: made },
        flock(() => 'name-and-digit', 4),
      ).outcome,
    ).toBe('not-enough-seen');
    expect(
      told(
        { account: made },
        flock(() => 'name-and-digit'),
        crowd(() => 'other', 4),
      ).outcome,
    ).toBe('not-enough-seen');
  });
  test('its name was not seen', () => {
    expect(
      told(
        { account: { id: '100', handle: 'adel1' } },
        flock(() => 'name-and-digit'),
      ).outcome,
    ).toBe('not-enough-seen');
  });
});
