/** Spam, not spam or unsure, with a note. The note goes with the label: pressing a label saves both. */
import { useRef, useState } from 'preact/hooks';
import type { Label } from '@/lib/model';
import { labelTitle } from './label-title';
import type { Words } from './words';

interface LabelFormProps {
  readonly label: Label | undefined;
  readonly words: Words;
  readonly onLabel: (value: string, note: string) => void;
}

const values: readonly string[] = ['spam', 'not-spam', 'unsure'];

export function LabelForm({ label, words, onLabel }: LabelFormProps) {
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
        {values.map((value) => (
          <button
            type="button"
            key={value}
            data-value={value}
            aria-pressed={label?.value === value}
            onClick={() => onLabel(value, note)}
          >
            {labelTitle(words, value)}
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
