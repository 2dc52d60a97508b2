/** Deleting what is older than so many days: off until somebody has seen what would go, and says so. */
import { useState } from 'preact/hooks';
import type { CareViewProps, Removed } from './care-view';
import { ConfirmDialog } from './confirm-dialog';
import type { Words } from './words';

const USUAL_DAYS = 180;
const MOST_DAYS = 36_500;

const removedWords = ({ posts, accounts, sightings }: Removed, words: Words): string =>
  [
    words.count('care_posts', posts),
    words.count('care_accounts', accounts),
    words.count('care_sightings', sightings),
  ].join(' · ');

export function CareRetention({ status, retentionDays, words, preview, retain, stopRetaining }: CareViewProps) {
  const [typed, setTyped] = useState(String(retentionDays ?? USUAL_DAYS));
  const [isCounting, setCounting] = useState(false);
  const [asked, setAsked] = useState<{ readonly days: number; readonly would: Removed } | undefined>();
  const days = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  const isRight = days >= 1 && days <= MOST_DAYS;
  const last = status?.lastRetention;

  async function look(): Promise<void> {
    setCounting(true);
    try {
      setAsked({ days, would: await preview(days) });
    } finally {
      setCounting(false);
    }
  }
  return (
    <section aria-labelledby="care-retention">
      <h2 id="care-retention">{words.say('care_retention')}</h2>
      <p>{words.say('care_retentionAbout')}</p>
      <p class="state">
        {retentionDays === undefined ? words.say('care_retentionOff') : words.count('care_retentionOn', retentionDays)}{' '}
        {retentionDays !== undefined && (
          <button type="button" onClick={() => void stopRetaining()}>
            {words.say('care_retentionStop')}
          </button>
        )}
      </p>
      {last && (
        <p class="quiet">{words.say('care_retentionLast', words.time(last.atMs), removedWords(last.removed, words))}</p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isRight && !isCounting) void look();
        }}
      >
        <label>
          {words.say('care_days')}
          <input
            type="text"
            inputMode="numeric"
            dir="ltr"
            value={typed}
            aria-invalid={!isRight}
            onInput={(event) => setTyped(event.currentTarget.value.trim())}
          />
        </label>
        <button type="submit" disabled={!isRight || isCounting}>
          {words.say('care_retentionLook')}
        </button>
      </form>
      <p role="status">{isCounting ? words.say('care_counting') : isRight ? '' : words.say('care_noDays')}</p>
      {asked && (
        <ConfirmDialog
          title={words.count('care_retentionAsk', asked.days)}
          yes={words.say('care_retentionYes')}
          words={words}
          onNo={() => setAsked(undefined)}
          onYes={() => {
            setAsked(undefined);
            void retain(asked.days);
          }}
        >
          <p class="figures">{words.say('care_wouldGo', removedWords(asked.would, words))}</p>
          <p>{words.say('care_retentionDaily')}</p>
          <p>{words.say('care_noUndo')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
