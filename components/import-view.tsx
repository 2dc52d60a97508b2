/** The room where archives come in: a file is chosen, checked as a whole, shown, and taken in. */
import type { Preview } from '@/lib/desk/preview';
import type { RunProgress, RunResult } from '@/lib/desk/run-import';
import type { Guess } from '@/lib/formats/guess';
import type { FileReason } from '@/lib/formats/imported';
import { type Choices, ImportChoices } from './import-choices';
import { blockedWords, ImportPreview } from './import-preview';
import type { Words } from './words';

export interface Course {
  /** 0…1 of the file; absent while nobody knows. */
  readonly share?: number;
  readonly records: number;
}

export type ImportStep =
  | { readonly at: 'start' }
  | { readonly at: 'checking'; readonly course: Course }
  | { readonly at: 'checked'; readonly preview: Preview; readonly goesOnAfter?: number }
  | { readonly at: 'running'; readonly course: Course; readonly progress?: RunProgress }
  | { readonly at: 'done'; readonly result: RunResult }
  | { readonly at: 'stopped' }
  | { readonly at: 'erased' }
  | { readonly at: 'superseded' }
  | { readonly at: 'refused'; readonly reason: FileReason }
  | { readonly at: 'failed'; readonly message: string; readonly isDiskFull: boolean };

export interface ImportViewProps {
  readonly step: ImportStep;
  readonly fileName: string | undefined;
  readonly guess: Guess | undefined;
  readonly choices: Choices | undefined;
  readonly isZoneWrong: boolean;
  /** Name of a file whose import has not ended. */
  readonly underWay: string | undefined;
  readonly accountsHref: string;
  readonly words: Words;
  readonly onFile: (file: File) => void;
  readonly onChoices: (choices: Choices) => void;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

export function ImportView(props: ImportViewProps) {
  const { step, fileName, guess, choices, words, underWay } = props;
  const say = words.say;
  const isBusy = step.at === 'running';
  return (
    <section class="import" aria-labelledby="import-title">
      <h2 id="import-title">{say('import_title')}</h2>
      <p>{say('import_lead')}</p>
      <p class="quiet">{say('import_formats')}</p>
      {underWay !== undefined && fileName === undefined && <p role="status">{say('import_under_way', underWay)}</p>}
      {!isBusy && <FileChooser fileName={fileName} words={words} onFile={props.onFile} />}
      {guess && choices && !isBusy && step.at !== 'done' && (
        <ImportChoices
          guess={guess}
          choices={choices}
          preview={step.at === 'checked' ? step.preview : undefined}
          isZoneWrong={props.isZoneWrong}
          words={words}
          onChange={props.onChoices}
        />
      )}
      <Step {...props} />
    </section>
  );
}

function FileChooser({ fileName, words, onFile }: Pick<ImportViewProps, 'fileName' | 'words' | 'onFile'>) {
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      class="import-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      <label class="import-file">
        <span>{words.say(fileName === undefined ? 'import_choose' : 'import_another')}</span>
        <input
          type="file"
          onChange={({ currentTarget }) => {
            take(currentTarget.files);
            // The same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      <span class="quiet">{words.say('import_drop')}</span>
      {fileName !== undefined && <bdi class="import-name">{fileName}</bdi>}
    </div>
  );
}

function Step({ step, words, choices, isZoneWrong, accountsHref, onStart, onCancel }: ImportViewProps) {
  const say = words.say;
  switch (step.at) {
    case 'start':
      return null;
    case 'checking':
    case 'running':
      return <Course step={step} words={words} onCancel={onCancel} />;
    case 'refused':
      return <p role="alert">{`${say(blockedWords(step.reason))} ${say('import_untouched')}`}</p>;
    case 'failed':
      return <p role="alert">{step.isDiskFull ? say('import_disk_full') : say('import_failed', step.message)}</p>;
    case 'stopped':
      return <p role="status">{say('import_stopped')}</p>;
    case 'erased':
      return <p role="alert">{say('import_erased')}</p>;
    case 'superseded':
      return <p role="alert">{say('import_superseded')}</p>;
    case 'done':
      return (
        <div role="status">
          <p>
            <strong>{say('import_done')}</strong>{' '}
            {say('import_done_new', words.number(step.result.newPosts), words.number(step.result.newAccounts))}
          </p>
          <a href={accountsHref}>{say('import_done_link')}</a>
        </div>
      );
    case 'checked': {
      const { preview, goesOnAfter } = step;
      const asksZone = (preview.remarks['no-zone'] ?? 0) > 0;
      const asksPage = preview.withoutPage > 0 && choices?.page === '';
      if (preview.blocked) {
        const why = `${say(blockedWords(preview.blocked))} ${say('import_untouched')}`;
        return (
          <>
            <p role="alert">{why}</p>
            {preview.refused > 0 && <ImportPreview preview={preview} words={words} />}
          </>
        );
      }
      return (
        <>
          <ImportPreview preview={preview} words={words} />
          {goesOnAfter !== undefined && <p>{say('import_same_file', words.number(goesOnAfter))}</p>}
          <button type="button" class="primary" disabled={asksZone || isZoneWrong || asksPage} onClick={onStart}>
            {say(goesOnAfter === undefined ? 'import_start' : 'import_go_on')}
          </button>
        </>
      );
    }
  }
}

interface CourseProps {
  readonly step: Extract<ImportStep, { readonly at: 'checking' | 'running' }>;
  readonly words: Words;
  readonly onCancel: () => void;
}

function Course({ step, words, onCancel }: CourseProps) {
  const { say, number } = words;
  const progress = step.at === 'running' ? step.progress : undefined;
  const title = say(step.at === 'checking' ? 'import_checking' : 'import_running');
  const { share, records } = step.course;
  return (
    <div class="import-course">
      <p id="import-course">{title}</p>
      <progress aria-labelledby="import-course" {...(share === undefined ? {} : { value: share, max: 1 })} />
      <p class="quiet">
        {progress?.phase === 'judging'
          ? say('import_judging')
          : progress
            ? say('import_in', number(progress.posts), number(progress.newPosts))
            : say('import_checked', number(records))}
      </p>
      <button type="button" onClick={onCancel}>
        {say('import_cancel')}
      </button>
    </div>
  );
}
