import { describe, expect, test } from 'vitest';
import { unknownsOf } from '../../lib/sentences';
import { defaultSettings } from '../../lib/settings';
import { memoryLog } from '../../lib/store/memory-log';
import { accountIdOf, badges, card, summary } from '../../lib/views';
import { idOf } from './story';
import { captureOf, openWorld, plainSite, seen } from './world';

const flock = Array.from({ length: 6 }, (_, i) =>
  ['bread', 'milk', 'fish', 'salt', 'tea', 'rice']
    .map(
      (text, k) => `@Spam${i}: ${text} at ${12 + Math.floor(k / 3)}:0${i}:${String(7 + (k % 3) * 4).padStart(2, '0')}`,
    )
    .join('\n'),
).join('\n');
const told = `${flock}
  @quiet: one at 15:00
  @quiet: two at 16:00
  @quiet: three at 17:00
  @quiet: four at 18:00
`;
const page = plainSite.pageOf('bread');

describe('badges', () => {
  test('for the handles asked, in any case, those that are not known left out', async () => {
    const { log } = await seen(told);
    const views = await badges(log, ['spam1', 'NOBODY', 'QUIET', 'Spam1'], defaultSettings);
    expect(views).toEqual([
      { handle: 'spam1', accountId: idOf('Spam1'), level: 'strong', flockSize: 6, dismissed: false },
      { handle: 'QUIET', accountId: idOf('quiet'), level: 'none', dismissed: false },
      { handle: 'Spam1', accountId: idOf('Spam1'), level: 'strong', flockSize: 6, dismissed: false },
    ]);
  });

  test('with what a person said last', async () => {
    const { log } = await seen(told);
    const label = (id: string, value: 'spam' | 'unsure', atMs: number) => ({
      id,
      accountId: idOf('Spam1'),
      value,
      note: '',
      coder: '',
      atMs,
    });
    await log.shelves.labels.put([label('1', 'spam', 5), label('2', 'unsure', 9), label('3', 'spam', 7)]);
    await log.shelves.dismissals.put([{ accountId: idOf('Spam2'), dismissed: true, atMs: 1 }]);
    const views = await badges(log, ['Spam1', 'Spam2', 'Spam3'], defaultSettings);
    expect(views.map((view) => [view.label?.value, view.dismissed])).toEqual([
      ['unsure', false],
      [undefined, true],
      [undefined, false],
    ]);
  });

  test('an account of which nothing was seen but its profile: not enough seen', async () => {
    const { log } = await seen({ posts: [], accounts: [{ id: '5', handle: 'reader' }] });
    expect(await badges(log, ['reader'], defaultSettings)).toMatchObject([{ level: 'not-enough-seen' }]);
  });

  test('two accounts on one handle: the one seen last holds it', async () => {
    const log = memoryLog();
    const { take } = openWorld(log);
    await take(captureOf({ posts: [], accounts: [{ id: '6', handle: 'taken' }] }, { atMs: 9 }));
    await take(captureOf({ posts: [], accounts: [{ id: '5', handle: 'taken' }] }, { atMs: 5 }));
    expect(await accountIdOf(log, 'TAKEN')).toBe('6');
    expect(await accountIdOf(log, 'free')).toBeUndefined();
  });
});

describe('a card', () => {
  test('says all that is known: findings, what is unknown, the posts that prove it, newest first', async () => {
    const { log } = await seen(told);
    const view = await card(log, 'spam1', defaultSettings);
    expect(view).toMatchObject({ handle: 'spam1', level: 'strong', postsSeen: 6, account: { handle: 'Spam1' } });
    expect(view?.findings.map((one) => one.fingerprint)).toEqual(
      expect.arrayContaining(['copied-text', 'burst-rhythm']),
    );
    expect(unknownsOf(view!.verdict).length).toBeGreaterThan(0);
    const times = view!.provingPosts.map((post) => post.createdAtMs);
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(new Set(view!.provingPosts.map((post) => post.authorId))).toEqual(new Set([idOf('Spam1')]));
    expect(new Set(view!.provingPosts.map((post) => post.id)).size).toBe(times.length);
  });

  test('of nobody, and of an account without posts, there is none', async () => {
    const { log } = await seen({ posts: [], accounts: [{ id: '5', handle: 'reader' }] });
    expect(await card(log, 'nobody', defaultSettings)).toBeUndefined();
    expect(await card(log, 'reader', defaultSettings)).toBeUndefined();
  });
});

describe('a page', () => {
  test('its figures are of all that was seen on it', async () => {
    const { log } = await seen(told);
    expect(await summary(log, page)).toEqual({
      page,
      posts: 40,
      accounts: 7,
      strong: 6,
      weak: 0,
      matchingPosts: 36,
      share: 0.9,
    });
  });
  test('of few posts no share is told; of none there are zeros', async () => {
    const { log } = await seen('@a: bread');
    expect(await summary(log, page)).toEqual({ page, posts: 1, accounts: 1, strong: 0, weak: 0, matchingPosts: 0 });
    expect(await summary(log, plainSite.pageOf('elsewhere'))).toMatchObject({ posts: 0, accounts: 0 });
  });
});

test('looking writes nothing', async () => {
  const { log } = await seen(told);
  const before = structuredClone(log.rows);
  await badges(log, ['spam1'], defaultSettings);
  await card(log, 'spam1', defaultSettings);
  await summary(log, page);
  expect(log.rows).toEqual(before);
});
