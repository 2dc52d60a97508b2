/** The codebook's labels, with a note. The note goes with the label: pressing a label saves both. */
import { useRef, useState } from 'preact/hooks';
import { inUse } from '@/lib/codebook';
import type { DeskSettings } from '@/lib/desk-settings';
import type { Label } from '@/lib/model';
import { LabelMark } from './label-mark';
import { labelTitle } from './label-title';
import type { Words } from './words';

interface LabelFormProps {
  /** The coder's label. */
  readonly label: Label | undefined;
  readonly desk: DeskSettings;
  readonly words: Words;
  readonly onLabel: (value: string, note: string) => void;
}

export function LabelForm({ label, desk, words, onLabel }: LabelFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState(label?.note ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (label) onLabel(label.value, note);
        // The button goes away with the change; focus must not.
        field.current?.focus();
      }}
    >
      <fieldset class="row" aria-labelledby="label-title">
        <span class="title" id="label-title">
          {words.say('card_label')}
        </span>
        {inUse(desk.codebook).map(({ key, colour, description }) => (
          <button
            type="button"
            class="choice"
            key={key}
            data-value={key}
            title={description}
            aria-pressed={label?.value === key}
            onClick={() => onLabel(key, note)}
          >
            <LabelMark colour={colour} />
            <bdi>{labelTitle(words, key, desk.codebook)}</bdi>
          </button>
        ))}
      </fieldset>
      <div class="note">
        <textarea
          ref={field}
          rows={1}
          dir={note === '' ? undefined : 'auto'}
          maxLength={10_000}
          value={note}
          aria-label={words.say('card_note')}
          placeholder={words.say('card_noteHint')}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        {label && note !== label.note && <button type="submit">{words.say('card_saveNote')}</button>}
      </div>
    </form>
  );
}
