/** The codebook's labels, with a note. The note goes with the label: pressing a label saves both. */
import { useRef, useState } from 'preact/hooks';
import { inUse } from '@/lib/codebook';
import type { DeskSettings } from '@/lib/desk-settings';
import type { Label } from '@/lib/model';
import { LabelMark } from './label-mark';
import { isOwn, labelTitle } from './label-title';
import type { Words } from './words';

interface LabelFormProps {
  readonly label: Label | undefined;
  readonly desk: DeskSettings;
  readonly words: Words;
  readonly onLabel: (value: string, note: string) => void;
  readonly onTakeBack: (label: Label) => void;
}

export function LabelForm({ label, desk, words, onLabel, onTakeBack }: LabelFormProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const own = label && isOwn(label, desk.coder) ? label : undefined;
  const [note, setNote] = useState(own?.note ?? '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (own) onLabel(own.value, note);
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
            aria-pressed={own?.value === key}
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
        {own && note !== own.note && <button type="submit">{words.say('card_saveNote')}</button>}
      </div>
      {own && (
        <button type="button" class="plain take-back" onClick={() => onTakeBack(own)}>
          {words.say('tag_takeBack')}
        </button>
      )}
    </form>
  );
}
