import { describe, expect, test } from 'vitest';
import { sentencesOf, withUnit } from '@/components/thresholds';
import { type SettingGroup, settingUnits } from '@/lib/setting-units';
import { defaultSettings } from '@/lib/settings';
import { messagesOf, wordsOf } from './words-of';

const groups = Object.entries(defaultSettings).flatMap(([group, values]) =>
  typeof values === 'object' && !Array.isArray(values)
    ? [[group as SettingGroup, values as Readonly<Record<string, unknown>>] as const]
    : [],
);

describe.each(['en', 'ar'] as const)('in %s', (language) => {
  const messages = messagesOf(language);
  test.each(groups.map(([group]) => group))('every value of %s has a sentence that holds it', (group) => {
    const names = Object.keys(defaultSettings[group]);
    expect(Object.keys(settingUnits[group]).toSorted()).toEqual(names.toSorted());
    expect(messages[`set_${group}`]?.message).toBeTruthy();
    for (const name of names) expect(messages[`set_${group}_${name}`]?.message, name).toContain('$1');
    const sentences = sentencesOf(group, defaultSettings, wordsOf(language));
    expect(sentences).toHaveLength(names.length);
    for (const sentence of sentences) expect(sentence).not.toMatch(/\$1|undefined|NaN/);
  });
  test('no sentence is left of a value that is gone', () => {
    const wanted = new Set(
      groups.flatMap(([group, values]) => Object.keys(values).map((name) => `set_${group}_${name}`)),
    );
    const there = Object.keys(messages).filter((key) => /^set_[a-zA-Z]+_[a-zA-Z]+$/.test(key));
    const isPlural = (key: string) => /^set_(seconds|days)_/.test(key);
    expect(there.filter((key) => !isPlural(key) && !wanted.has(key))).toEqual([]);
  });
});

test('units are said, not shown as they are kept', () => {
  const words = wordsOf('en');
  expect(withUnit(10_000, 'time', words)).toBe('10 seconds');
  expect(withUnit(0.6, 'share', words)).toBe('60.0%');
  expect(withUnit(1e-6, 'chance', words)).toBe('1 in 1,000,000');
  expect(withUnit([1, 3, 7], 'days', words)).toBe('1, 3, 7 days');
  expect(withUnit(30, 'days', words)).toBe('30 days');
  expect(withUnit(['TweetDeck', 'Buffer'], 'names', words)).toBe('TweetDeck, Buffer');
  expect(withUnit(3, 'times', words)).toBe('3 times');
  const changed = { ...defaultSettings, handOver: { ...defaultSettings.handOver, maxGapMs: 1000 } };
  expect(sentencesOf('handOver', changed, words)[0]).toBe('One account follows the other within 1 second.');
});
