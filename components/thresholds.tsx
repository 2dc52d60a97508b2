/** Every threshold of the engine as a sentence, by fingerprint. Read only for now. */
import { type SettingGroup, settingUnits, type Unit } from '@/lib/setting-units';
import type { Settings } from '@/lib/settings';
import type { WordKey, Words } from './words';

type Value = number | readonly (number | string)[];

/** A value with its unit, in words. */
export function withUnit(value: Value, unit: Unit, words: Words): string {
  const numbers = [value].flat().filter((one): one is number => typeof one === 'number');
  const n = numbers[0] ?? 0;
  switch (unit) {
    case 'share':
      return words.percent(n);
    case 'time':
      return words.count('set_seconds', n / 1000);
    case 'chance':
      return words.say('set_oneIn', words.number(1 / n));
    case 'times':
      return words.say('set_times', words.number(n));
    case 'days':
      return [...numbers.slice(0, -1).map(words.number), words.count('set_days', numbers.at(-1) ?? 0)].join(', ');
    case 'names':
      return [value].flat().join(', ');
    case 'count':
      return words.number(n);
  }
}

/** The sentences of one group, in the order of its units. */
export function sentencesOf(group: SettingGroup, settings: Settings, words: Words): readonly string[] {
  const values = settings[group] as Readonly<Record<string, Value>>;
  return Object.entries<Unit>(settingUnits[group]).flatMap(([name, unit]) => {
    const value = values[name];
    return value === undefined ? [] : words.say(`set_${group}_${name}` as WordKey, withUnit(value, unit, words));
  });
}

export function Thresholds({ settings, words }: { readonly settings: Settings; readonly words: Words }) {
  const groups = Object.keys(settingUnits) as readonly SettingGroup[];
  return (
    <div class="thresholds">
      {groups.map((group) => (
        <details key={group}>
          <summary>{words.say(`set_${group}`)}</summary>
          <ul>
            {sentencesOf(group, settings, words).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}
