import { describe, expect, test } from 'vitest';
import { answers } from '../../../lib/answers';
import { type DeskSettings, defaultDesk } from '../../../lib/desk-settings';
import { defaultSettings } from '../../../lib/settings';
import { type MemoryLog, memoryLog } from '../../../lib/store/memory-log';
import { idOf } from '../story';
import { captureOf, plainSite } from '../world';

let n = 0;
function background(log: MemoryLog, more: Partial<DeskSettings> = {}) {
  const desk = async () => ({ ...defaultDesk, coder: 'Ann', ...more });
  return answers({ log, site: plainSite, settings: defaultSettings, newId: () => `label-${++n}`, desk });
}
const bread = captureOf('@a: bread\n@b: bread');
const kept = (log: MemoryLog) => [...log.rows.labels.values()];
const spam = { handle: 'a', value: 'spam', atMs: 5 };

describe('the codebook decides which labels there are', () => {
  const seller = { key: 'seller', title: 'Seller', description: '', colour: '#2673c9', counts: 'neither' } as const;

  test('a label of the project’s own is kept by its key', async () => {
    const log = memoryLog();
    const { capture, label } = background(log, { codebook: { labels: [seller] } });
    await capture(bread);
    await label({ ...spam, value: 'seller' });
    expect(kept(log)).toMatchObject([{ value: 'seller', accountId: idOf('a'), coder: 'Ann' }]);
  });

  test('another is refused and nothing written; a retired one is still understood', async () => {
    const log = memoryLog();
    const { capture, label } = background(log, { codebook: { labels: [{ ...seller, retired: true }] } });
    await capture(bread);
    await expect(label(spam)).rejects.toThrow(/spam/);
    expect(log.rows.labels.size + log.rows.meta.size).toBe(0);
    expect(await label({ ...spam, value: 'seller' })).toMatchObject({ value: 'seller' });
  });
});

describe('whose label it is', () => {
  test('to blind eyes: one’s own, also one given before there was a name; nobody else’s', async () => {
    const log = memoryLog();
    await background(log).capture(bread);
    await background(log, { coder: '' }).label(spam);
    await background(log, { coder: 'Mina' }).label({ ...spam, handle: 'b' });
    const { badges, card } = background(log, { blind: true });
    const [a, b] = await badges({ handles: ['a', 'b'] });
    expect([a?.label?.coder, b?.label]).toEqual(['', undefined]);
    expect((await card({ handle: 'a' }))?.label).toMatchObject({ value: 'spam' });
    expect((await card({ handle: 'b' }))?.label).toBeUndefined();
  });

  test('a renamed account keeps its label', async () => {
    const log = memoryLog();
    const { capture, label, badges } = background(log);
    await capture(captureOf({ posts: [], accounts: [{ id: '5', handle: 'before' }] }, { atMs: 1 }));
    await label({ ...spam, handle: 'before' });
    await capture(captureOf({ posts: [], accounts: [{ id: '5', handle: 'after' }] }, { atMs: 9 }));
    expect(await badges({ handles: ['after'] })).toMatchObject([{ label: { value: 'spam', accountId: '5' } }]);
  });

  test('the post that prompted it knows its author better than a handle, which may have a new owner', async () => {
    const log = memoryLog();
    const { capture, label } = background(log);
    await capture(bread);
    const post = [...log.rows.posts.values()].find(({ authorId }) => authorId === idOf('b'))!;
    await label({ ...spam, handle: 'a', postId: post.id });
    expect(kept(log)).toMatchObject([{ accountId: idOf('b') }]);
  });
});

describe('an account that is not in the log yet', () => {
  test('its label waits, says so, and is kept when the account is read, also by another worker', async () => {
    const log = memoryLog();
    const said = await background(log).label({ ...spam, note: 'odd' });
    expect(said).not.toHaveProperty('accountId');
    expect(said).toMatchObject({ handle: 'a', value: 'spam' });
    expect(log.rows.labels.size).toBe(0);

    const { capture, badges } = background(log);
    await capture(captureOf('@b: milk'));
    expect(log.rows.labels.size).toBe(0);
    await capture(bread);
    expect(kept(log)).toEqual([
      { id: said.id, accountId: idOf('a'), value: 'spam', note: 'odd', coder: 'Ann', atMs: 5 },
    ]);
    expect(await badges({ handles: ['a'] })).toMatchObject([{ label: { value: 'spam' } }]);
    // And only once.
    await capture(captureOf('@a: milk', { atMs: 99 }));
    expect(log.rows.labels.size).toBe(1);
  });

  test('taken back while it waits, it is kept as taken back', async () => {
    const log = memoryLog();
    const { capture, label, retract, badges } = background(log);
    await label(spam);
    expect(await retract({ atMs: 6 })).toEqual({ value: 'spam', handle: 'a' });
    await capture(bread);
    expect(kept(log)).toMatchObject([{ accountId: idOf('a'), retractedAtMs: 6 }]);
    expect((await badges({ handles: ['a'] }))[0]).not.toHaveProperty('label');
  });

  test('what stands in its place on disk and is no list of labels is passed over', async () => {
    const log = memoryLog();
    await log.shelves.meta.put([
      { key: 'waiting-labels', value: 'x' },
      { key: 'undo', value: { length: 3 } },
    ]);
    const { capture, label, retract } = background(log);
    expect(await retract({ atMs: 6 })).toBeUndefined();
    expect(await capture(bread)).toMatchObject({ ok: true });
    await label(spam);
    expect(await retract({ atMs: 7 })).toMatchObject({ handle: 'a' });
  });
});

describe('undo', () => {
  test('takes back one label after another, newest first, and keeps the rows; the label before holds again', async () => {
    const log = memoryLog();
    const { capture, label, badges } = background(log);
    await capture(bread);
    await label(spam);
    await label({ ...spam, value: 'unsure', atMs: 6 });
    await label({ ...spam, handle: 'b', atMs: 7 });
    const labelOf = async (handle: string) => (await background(log).badges({ handles: [handle] }))[0]?.label?.value;
    expect(await labelOf('b')).toBe('spam');

    // Another worker: what can be taken back is on disk.
    const { retract } = background(log);
    expect(await retract({ atMs: 8 })).toEqual({ value: 'spam', handle: 'b' });
    expect(await labelOf('b')).toBeUndefined();
    expect(await retract({ atMs: 9 })).toEqual({ value: 'unsure', handle: 'a' });
    expect((await badges({ handles: ['a'] }))[0]?.label?.value).toBe('spam');
    expect(await retract({ atMs: 10 })).toEqual({ value: 'spam', handle: 'a' });
    expect(await retract({ atMs: 11 })).toBeUndefined();
    expect(kept(log).map(({ value, retractedAtMs }) => [value, retractedAtMs])).toEqual([
      ['spam', 10],
      ['unsure', 9],
      ['spam', 8],
    ]);
  });

  test('of one label by its id leaves the others to be taken back', async () => {
    const log = memoryLog();
    const { capture, label, retract } = background(log);
    await capture(bread);
    const first = await label(spam);
    await label({ ...spam, handle: 'b', atMs: 6 });
    expect(await retract({ id: first.id, atMs: 7 })).toEqual({ value: 'spam', handle: 'a' });
    expect(await retract({ id: first.id, atMs: 8 })).toBeUndefined();
    expect(await retract({ id: 'nobody’s', atMs: 8 })).toBeUndefined();
    expect(await retract({ atMs: 9 })).toEqual({ value: 'spam', handle: 'b' });
  });
});

describe('blind', () => {
  const flock = Array.from({ length: 6 }, (_, i) =>
    ['bread', 'milk', 'fish', 'salt', 'tea', 'rice']
      .map(
        (text, k) => `@s${i}: ${text} at ${12 + Math.floor(k / 3)}:0${i}:${String(7 + (k % 3) * 4).padStart(2, '0')}`,
      )
      .join('\n'),
  ).join('\n');

  test('no answer tells a level, a finding, a flock, a dismissal or a figure of what matches', async () => {
    const log = memoryLog();
    const open = background(log);
    await open.capture(captureOf(flock));
    await open.dismiss({ handle: 's1', dismissed: true, atMs: 5 });
    const handles = ['s0', 's1'];
    expect(await open.badges({ handles })).toMatchObject([
      { level: 'strong', flockSize: 6 },
      { level: 'strong', dismissed: true },
    ]);

    const blind = background(log, { blind: true });
    const told = await blind.badges({ handles });
    expect(told).toEqual(
      handles.map((handle) => ({
        handle,
        accountId: idOf(handle),
        level: 'not-enough-seen',
        dismissed: false,
        blind: true,
      })),
    );
    const card = await blind.card({ handle: 's0' });
    expect(card).toMatchObject({ blind: true, level: 'not-enough-seen', findings: [], provingPosts: [] });
    expect(card?.verdict).toEqual({
      accountId: idOf('s0'),
      level: 'not-enough-seen',
      findings: [],
      counterEvidence: [],
      engineVersion: expect.any(Number),
      settingsVersion: expect.any(Number),
    });
    const summary = await blind.summary({ pageUrl: 'bread' });
    expect(summary).toMatchObject({ blind: true, strong: 0, weak: 0, matchingPosts: 0 });
    expect(summary).not.toHaveProperty('share');
  });

  test('the coder’s own labels show, another coder’s do not', async () => {
    const log = memoryLog();
    await background(log).capture(bread);
    await background(log, { coder: 'Bea' }).label({ ...spam, atMs: 9 });
    await background(log).label({ ...spam, handle: 'b' });
    const labelsSeen = async (more: Partial<DeskSettings>) =>
      (await background(log, more).badges({ handles: ['a', 'b'] })).map(({ label }) => label?.coder);
    expect(await labelsSeen({})).toEqual(['Bea', 'Ann']);
    expect(await labelsSeen({ blind: true })).toEqual([undefined, 'Ann']);
  });
});
