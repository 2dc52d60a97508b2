/** Saving everything in one file; restoring it is importing it. */
import type { Words } from './words';

export type BackupState =
  | { readonly is: 'idle' }
  | { readonly is: 'running'; readonly share?: number }
  | { readonly is: 'done'; readonly bytes: number }
  | { readonly is: 'failed'; readonly message: string };

interface BackupViewProps {
  readonly state: BackupState;
  /** A backup leaves nothing out: who works blind should know. */
  readonly blind: boolean;
  readonly words: Words;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

export function BackupView({ state, blind, words, onSave, onCancel }: BackupViewProps) {
  const { say } = words;
  return (
    <section class="import-backup" aria-labelledby="import-backup">
      <h2 id="import-backup">{say('import_backup')}</h2>
      <p>{say('import_backup_lead')}</p>
      {blind && <p>{say('import_backup_blind')}</p>}
      {state.is === 'running' ? (
        <div class="import-course">
          <p id="import-backup-course">{say('import_backup_saving')}</p>
          <progress
            aria-labelledby="import-backup-course"
            {...(state.share === undefined ? {} : { value: state.share, max: 1 })}
          />
          <button type="button" onClick={onCancel}>
            {say('import_cancel')}
          </button>
        </div>
      ) : (
        <button type="button" onClick={onSave}>
          {say('import_backup_save')}
        </button>
      )}
      {state.is === 'done' && (
        <p role="status">{say('import_backup_saved', words.number(Math.ceil(state.bytes / 1024)))}</p>
      )}
      {state.is === 'failed' && <p role="alert">{say('import_failed', state.message)}</p>}
    </section>
  );
}
