/** The codebook as a list to edit: labels in the order in which they are offered, one to add, a file in and out. */
import { useRef, useState } from 'preact/hooks';
import type { DeskSettings } from '@/lib/desk-settings';
import { CodeLabelEditor, type LabelActs } from './code-label-editor';
import type { Words } from './words';

export interface CodebookActs extends LabelActs {
  readonly add: (title: string) => void;
  readonly save: () => void;
  readonly open: (file: File) => void;
}

interface CodebookEditorProps {
  readonly desk: DeskSettings;
  readonly given: ReadonlyMap<string, number>;
  /** What was done last, or why not. */
  readonly status: string;
  readonly words: Words;
  readonly acts: CodebookActs;
}

export function CodebookEditor({ desk, given, status, words, acts }: CodebookEditorProps) {
  const [name, setName] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const { labels } = desk.codebook;
  const placeOf = (i: number) =>
    labels.length === 1 ? 'only' : i === 0 ? 'first' : i === labels.length - 1 ? 'last' : 'middle';
  return (
    <>
      <p class="status" role="status">
        {status}
      </p>
      <ol class="codes">
        {labels.map((label, i) => (
          <CodeLabelEditor
            key={label.key}
            label={label}
            place={placeOf(i)}
            given={given.get(label.key) ?? 0}
            desk={desk}
            words={words}
            change={acts.change}
            move={acts.move}
            retire={acts.retire}
            remove={acts.remove}
          />
        ))}
      </ol>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          acts.add(name.trim());
          setName('');
        }}
      >
        <input
          type="text"
          dir="auto"
          maxLength={60}
          value={name}
          aria-label={words.say('opt_newName')}
          placeholder={words.say('opt_newName')}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit">{words.say('opt_add')}</button>
      </form>
      <div class="row">
        <button type="button" onClick={acts.save}>
          {words.say('opt_export')}
        </button>
        <button type="button" onClick={() => file.current?.click()}>
          {words.say('opt_import')}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={words.say('opt_import')}
          onChange={(event) => {
            const [chosen] = event.currentTarget.files ?? [];
            if (chosen) acts.open(chosen);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </>
  );
}
