import { describe, expect, test } from 'vitest';
import { oneOutlet } from '../../../lib/fingerprints/one-outlet';
import { sentenceOf } from '../../../lib/sentences';
import { evidence, flockOf, members, postsAt, strangers } from './evidence';

const flock = (domain: (i: number) => string | undefined, n = 20) =>
  flockOf(
    members(n, (i) => {
      const own = domain(i);
      return own === undefined ? {} : { domain: own, domainShare: 1, linkPosts: 3 };
    }),
  );
const own = (...domains: readonly (string | undefined)[]) =>
  domains.flatMap((domain, i) => postsAt([i * 600], { id: String(i + 1), ...(domain ? { domain } : {}) }));
const crowd = strangers(20, (i) => ({ domain: i < 5 ? 'tv.example' : `site${i}.example`, domainShare: 1 }));

test('matches: everybody in the flock links one outlet', () => {
  const finding = oneOutlet.examine(
    evidence({ posts: own('tv.example', 'tv.example', undefined), flock: flock(() => 'tv.example'), others: crowd }),
  );
  expect(finding).toMatchObject({ outcome: 'match', observed: 1, n: 20, baseline: 0.25, postIds: ['1', '2'] });
  expect(sentenceOf(finding)).toContain('2 of 2 links lead to tv.example');
});

describe('does not match', () => {
  test.each([
    ['the flock links various places', flock((i) => (i % 2 ? 'tv.example' : `s${i}.example`)), own('tv.example')],
    ['its own links lead elsewhere', flock(() => 'tv.example'), own('tv.example', 'a.example', 'b.example')],
  ])('%s', (_what, of, posts) => {
    expect(oneOutlet.examine(evidence({ posts, flock: of, others: crowd })).outcome).toBe('no-match');
  });
});

describe('cannot tell', () => {
  test.each([
    ['no links of its own', flock(() => 'tv.example'), own(undefined, undefined)],
    ['four linking accounts', flock((i) => (i < 4 ? 'tv.example' : undefined)), own('tv.example')],
    ['no flock', undefined, own('tv.example')],
  ])('%s', (_what, of, posts) => {
    expect(oneOutlet.examine(evidence({ posts, flock: of, others: crowd })).outcome).toBe('not-enough-seen');
  });
  test('where no other account links anything, no baseline is told', () => {
    const finding = oneOutlet.examine(evidence({ posts: own('tv.example'), flock: flock(() => 'tv.example') }));
    expect(finding.baseline).toBeUndefined();
  });
});
