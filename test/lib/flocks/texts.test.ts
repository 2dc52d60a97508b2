import { describe, expect, test } from 'vitest';
import { worded } from '../../../lib/flocks/texts';
import type { Post } from '../../../lib/model';
import { defaultSettings } from '../../../lib/settings';
import { story, textNamed } from '../story';
import { ids, seen } from '../world';

const [bread] = story('@a: bread').posts;
const keyOf = (more: Partial<Post>) => worded({ ...bread!, ...more }, defaultSettings)?.key;

describe('which text is it', () => {
  test('the same words, however they are written, have the same key', () => {
    const words = 'وزير الخارجية يؤكد دعم المملكة لمصر في كل المحافل';
    const dressed = `🌴 #السعوديه_تدعم_مصر ${words.replace('المملكة', 'الممـلكه')}… 🇸🇦 https://t.co/Ab1`;
    expect(keyOf({ text: dressed })).toBe(keyOf({ text: words }));
    expect(keyOf({ text: words })).not.toBe(keyOf({ text: textNamed('bread') }));
  });

  test.each([
    ['of a repost: words of another', { repostOf: '5', text: textNamed('bread') }],
    ['of a repost by hand', { text: `RT @somebody: ${textNamed('bread')}` }],
    ['too short', { text: 'only a few words' }],
    ['nothing', { text: '' }],
  ])('%s: no key', (_what, more) => {
    expect(keyOf(more)).toBeUndefined();
  });

  test('thirty letters are enough, twenty-nine are not', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
    expect(keyOf({ text: letters.slice(0, 29) })).toBeUndefined();
    expect(keyOf({ text: letters.slice(0, 30) })).toBeDefined();
  });

  test('very long texts are compared by their beginning', () => {
    const long = Array.from({ length: 20 }, (_, i) => textNamed(`part${i}`)).join(' ');
    expect(keyOf({ text: `${long} the end` })).toBe(keyOf({ text: `${long} another end` }));
  });
});

describe('near-same texts', () => {
  test('stand in one group, whichever came first', async () => {
    for (const order of [
      ['bread', 'bread~2', 'bread~4'],
      ['bread~4', 'bread', 'bread~2'],
    ]) {
      const { log } = await seen(order.map((text, i) => `@a${i}: ${text}`).join('\n'));
      expect(new Set([...log.rows.texts.values()].map((text) => text.root)).size).toBe(1);
      const [root] = [...log.rows.texts.values()].filter((text) => text.key === text.root);
      expect(root).toMatchObject({ accounts: 3, size: 3 });
    }
  });

  test('two texts of one pool that turn out to be one are counted as one', async () => {
    const { flocks, see } = await seen(`
      @a: bread
      @b: bread
      @a: bread~4
      @b: bread~4
      @a: milk
      @b: milk
    `);
    expect(flocks()).toEqual([{ members: ids('a', 'b'), accounts: 2, posts: 6, texts: 3 }]);
    await see('@c: bread~2 at 23:00');
    expect(flocks()).toEqual([{ members: ids('a', 'b'), accounts: 2, posts: 6, texts: 2 }]);
  });

  test('a flock of nothing but one text, as it turns out, was none', async () => {
    const { flocks, log, see } = await seen(`
      @a: bread
      @b: bread
      @a: bread~4
      @b: bread~4
    `);
    expect(flocks()).toHaveLength(1);
    await see('@c: bread~2 at 23:00');
    expect(flocks()).toEqual([]);
    expect([...log.rows.flocks.values()].map(({ accounts, posts, texts }) => [accounts, posts, texts])).toEqual([
      [0, 0, 1],
    ]);
  });
});
