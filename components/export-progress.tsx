/** How far an export is: a bar, a figure, a way to stop it; and in the end the file. */
import type { ExportState } from './export-state';
import type { WordKey, Words } from './words';

interface ExportProgressProps {
  readonly state: ExportState;
  readonly words: Words;
  readonly onCancel: () => void;
}

/** What a person can do about an error, by its name. */
const errorWords: Readonly<Record<string, WordKey>> = {
  TooManyEdges: 'export_tooManyEdges',
  RangeError: 'export_tooLarge',
  UnreadableProject: 'export_noKey',
  QuotaExceededError: 'export_diskFull',
  NotReadableError: 'export_diskFull',
};
/** Steps at which a screen reader is told; each single row would be noise. */
const TELL_STEP = 0.1;

const share = ({ done, known }: { readonly done: number; readonly known: number }) => (known === 0 ? 0 : done / known);

/** A size as people say it. */
const size = (bytes: number, words: Words): string =>
  bytes < 1_000_000
    ? words.say('export_kilobytes', words.number(Math.max(1, Math.round(bytes / 1000))))
    : words.say('export_megabytes', words.figure(bytes / 1_000_000));

function told(state: ExportState, words: Words): string {
  switch (state.is) {
    case 'running':
      return words.say('export_told', words.number(Math.floor(share(state) / TELL_STEP) * TELL_STEP * 100));
    case 'done':
      return words.say('export_done', state.name);
    case 'cancelled':
      return words.say('export_cancelled');
    default:
      return '';
  }
}

export function ExportProgress({ state, words, onCancel }: ExportProgressProps) {
  return (
    <section class="export-progress" aria-label={words.say('export_progress')}>
      {/* It stands there before anything is said, or nothing would be read out. */}
      <p role="status" class={state.is === 'running' ? 'unseen' : ''}>
        {told(state, words)}
      </p>
      {state.is === 'running' && (
        <div class="running">
          <progress max={1} value={share(state)} aria-label={words.say('export_progress')} />
          <span class="figures">{words.say('export_rows', words.number(state.done), words.number(state.known))}</span>
          <button type="button" onClick={onCancel}>
            {words.say('export_cancel')}
          </button>
        </div>
      )}
      {state.is === 'done' && (
        <p>
          <a href={state.url} download={state.name}>
            {words.say('export_again')}
          </a>{' '}
          <span class="quiet">{size(state.bytes, words)}</span>
        </p>
      )}
      {state.is === 'failed' && (
        <p role="alert">{words.say(errorWords[state.error.name] ?? 'export_failed', state.error.message)}</p>
      )}
    </section>
  );
}
