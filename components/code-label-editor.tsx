/** One label of the codebook: its name, when to give it, colour, what it counts as, its key. */
import type { CodeLabel, Counts } from '@/lib/codebook';
import type { DeskSettings } from '@/lib/desk-settings';
import { ColourField } from './colour-field';
import { KeyField } from './key-field';
import { LabelMark } from './label-mark';
import { labelTitle } from './label-title';
import { TextField } from './text-field';
import type { WordKey, Words } from './words';

/** Fields that may change; `undefined` takes one out. */
export type LabelChange = {
  readonly [K in 'title' | 'description' | 'colour' | 'counts' | 'shortcut']?: CodeLabel[K] | undefined;
};

export interface LabelActs {
  readonly change: (key: string, change: LabelChange) => void;
  readonly move: (key: string, by: -1 | 1) => void;
  readonly retire: (key: string, retired: boolean) => void;
  readonly remove: (key: string) => void;
}

interface CodeLabelEditorProps extends LabelActs {
  readonly label: CodeLabel;
  readonly place: 'first' | 'middle' | 'last' | 'only';
  /** How often it was given. */
  readonly given: number;
  readonly desk: DeskSettings;
  readonly words: Words;
}

const countsWord: { readonly [C in Counts]: WordKey } = {
  spam: 'opt_countsSpam',
  genuine: 'opt_countsGenuine',
  neither: 'opt_countsNeither',
};

export function CodeLabelEditor(props: CodeLabelEditorProps) {
  const { label, place, given, desk, words, change } = props;
  const { key, colour, counts, description, shortcut, retired } = label;
  const title = labelTitle(words, key, desk.codebook);
  return (
    <li class={retired ? 'code retired' : 'code'} data-key={key}>
      <div class="head">
        <LabelMark colour={colour} size={18} />
        <h3>
          <bdi>{title}</bdi>
        </h3>
        <span class="quiet">
          {words.say('opt_key', key)}
          {given > 0 && ` · ${words.count('opt_given', given)}`}
        </span>
        <span class="acts">
          <button
            type="button"
            aria-label={words.say('opt_up', title)}
            disabled={place === 'first' || place === 'only'}
            onClick={() => props.move(key, -1)}
          >
            ↑
          </button>
          <button
            type="button"
            aria-label={words.say('opt_down', title)}
            disabled={place === 'last' || place === 'only'}
            onClick={() => props.move(key, 1)}
          >
            ↓
          </button>
        </span>
      </div>
      {retired && <p class="quiet">{words.say('opt_retired')}</p>}
      <div class="fields">
        <TextField
          label={words.say('opt_name')}
          value={title}
          maxLength={60}
          onCommit={(next) => change(key, { title: next === '' ? undefined : next })}
        />
        <label class="field">
          <span>{words.say('opt_counts')}</span>
          <select value={counts} onChange={(event) => change(key, { counts: event.currentTarget.value as Counts })}>
            {(Object.keys(countsWord) as Counts[]).map((one) => (
              <option key={one} value={one}>
                {words.say(countsWord[one])}
              </option>
            ))}
          </select>
        </label>
        <TextField
          label={words.say('opt_description')}
          value={description}
          maxLength={2000}
          isLong
          onCommit={(next) => change(key, { description: next })}
        />
        <ColourField name={key} colour={colour} words={words} onChange={(next) => change(key, { colour: next })} />
        {!retired && (
          <div class="field">
            <span>{words.say('opt_shortcut')}</span>
            <KeyField
              owner={{ kind: 'label', key }}
              title={title}
              shortcut={shortcut}
              desk={desk}
              words={words}
              canBeNone
              onChange={(next) => change(key, { shortcut: next })}
            />
          </div>
        )}
      </div>
      <div class="row">
        <button type="button" class="plain" onClick={() => props.retire(key, !retired)}>
          {words.say(retired ? 'opt_restore' : 'opt_retire', title)}
        </button>
        <button type="button" class="plain" onClick={() => props.remove(key)}>
          {words.say('opt_delete', title)}
        </button>
      </div>
    </li>
  );
}
