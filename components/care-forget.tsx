/** Forgetting one account, by its handle. */
import { useState } from 'preact/hooks';
import type { CareViewProps } from './care-view';
import { ConfirmDialog } from './confirm-dialog';

/** As one types or pastes it: with @, in capitals, as an address. @returns '' where it is no handle */
export const handleIn = (typed: string): string =>
  /^(?:https?:\/\/[^/]+\/|@|＠)?(\w{1,20})\/?$/.exec(typed.trim().replace(/[\u200e\u200f\u2066-\u2069]/g, ''))?.[1] ??
  '';

type Told = { readonly word: 'care_forgetBegun' | 'care_forgetUnknown'; readonly handle: string };

export function CareForget({ status, words, handle: given, forget }: CareViewProps) {
  const [typed, setTyped] = useState(given);
  const [asked, setAsked] = useState<string | undefined>();
  const [told, setTold] = useState<Told | undefined>();
  const handle = handleIn(typed);
  const isWrong = typed.trim() !== '' && handle === '';

  async function go(who: string): Promise<void> {
    setAsked(undefined);
    const isKnown = await forget(who);
    setTold({ word: isKnown ? 'care_forgetBegun' : 'care_forgetUnknown', handle: who });
    if (isKnown) setTyped('');
  }
  return (
    <section aria-labelledby="care-forget">
      <h2 id="care-forget">{words.say('care_forget')}</h2>
      <p>{words.say('care_forgetAbout')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (handle !== '') setAsked(handle);
        }}
      >
        <label>
          {words.say('care_handle')}
          <input
            type="text"
            dir="ltr"
            value={typed}
            placeholder="@name"
            autocomplete="off"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby="care-forget-told"
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setTold(undefined);
            }}
          />
        </label>
        <button type="submit" class="danger" disabled={handle === ''}>
          {words.say('care_forgetNow')}
        </button>
      </form>
      <p role="status" id="care-forget-told">
        {isWrong ? words.say('care_noHandle') : told ? words.say(told.word, told.handle) : ''}
      </p>
      {status !== undefined && status.forgotten > 0 && (
        <p class="quiet">{words.count('care_keptOut', status.forgotten)}</p>
      )}
      {asked !== undefined && (
        <ConfirmDialog
          title={words.say('care_forgetAsk', asked)}
          yes={words.say('care_forgetYes')}
          words={words}
          onNo={() => setAsked(undefined)}
          onYes={() => void go(asked)}
        >
          <p>{words.say('care_noUndo')}</p>
          <p>{words.say('care_filesStay')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
