/** The room “Keep and delete”: what is in the log, and four ways to change that for good. */
import { useState } from 'preact/hooks';
import type { CareStatus, Protocol } from '@/lib/messages';
import { CareForget } from './care-forget';
import { CareRetention } from './care-retention';
import { ConfirmDialog } from './confirm-dialog';
import type { Words } from './words';

export type Removed = ReturnType<Protocol['previewRetention']>;

export interface CareActions {
  /** @returns whether the log knows the account */
  readonly forget: (handle: string) => Promise<boolean>;
  readonly preview: (days: number) => Promise<Removed>;
  readonly retain: (days: number) => Promise<void>;
  readonly stopRetaining: () => Promise<void>;
  readonly rebuild: () => Promise<void>;
  readonly erase: () => Promise<void>;
}

export interface CareViewProps extends CareActions {
  readonly status: CareStatus | undefined;
  /** As the desk's settings say. */
  readonly retentionDays: number | undefined;
  /** Of the account one came for; '' for none. */
  readonly handle: string;
  readonly backupHref: string;
  readonly words: Words;
}

export function CareView(props: CareViewProps) {
  const { status, words, backupHref } = props;
  return (
    <div class="care">
      <p>
        {words.say('care_lead')} <a href={backupHref}>{words.say('care_backup')}</a>
      </p>
      {status && <p class="figures">{figures(status, words)}</p>}
      <p role="status" class="course">
        {status ? course(status, words) : ''}
      </p>
      <CareForget {...props} />
      <CareRetention {...props} />
      <section aria-labelledby="care-rebuild">
        <h2 id="care-rebuild">{words.say('care_rebuild')}</h2>
        <p>{words.say('care_rebuildAbout')}</p>
        <button type="button" disabled={status?.rebuild !== undefined} onClick={() => void props.rebuild()}>
          {words.say('care_rebuildNow')}
        </button>
      </section>
      <EraseAll {...props} />
    </div>
  );
}

/** What stands in the log now. */
const figures = (status: CareStatus, words: Words): string =>
  [
    words.count('care_posts', status.posts),
    words.count('care_accounts', status.accounts),
    words.count('care_sightings', status.sightings),
    words.count('care_labels', status.labels),
  ].join(' · ');

/** What is being done to it. */
function course({ forgetting, rebuild, retaining, posts }: CareStatus, words: Words): string {
  if (forgetting > 0) return words.count('care_forgetting', forgetting);
  if (rebuild) return words.say('care_rebuilding', words.number(Math.min(rebuild.learned, posts)), words.number(posts));
  return retaining ? words.say('care_retaining') : '';
}

function EraseAll({ status, words, erase }: CareViewProps) {
  const [isAsking, setAsking] = useState(false);
  const [isDone, setDone] = useState(false);
  return (
    <section aria-labelledby="care-erase">
      <h2 id="care-erase">{words.say('care_erase')}</h2>
      <p>{words.say('care_eraseAbout')}</p>
      <button type="button" class="danger" onClick={() => setAsking(true)}>
        {words.say('care_eraseNow')}
      </button>
      <p role="status">{isDone ? words.say('care_erased') : ''}</p>
      {isAsking && (
        <ConfirmDialog
          title={words.say('care_eraseAsk')}
          yes={words.say('care_eraseYes')}
          word={words.say('care_eraseWord')}
          words={words}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void erase().then(() => setDone(true));
          }}
        >
          {status && <p class="figures">{figures(status, words)}</p>}
          <p>{words.say('care_noUndo')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
