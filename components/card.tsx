/** The card: why an account has a badge, what speaks against, what was not seen, and what the reader makes of it. */
import { isOwn } from '@/lib/coders';
import type { DeskSettings } from '@/lib/desk-settings';
import type { CardView } from '@/lib/messages';
import type { AccountId, Label } from '@/lib/model';
import { Evidence } from './evidence';
import { LabelForm } from './label-form';
import { Mark } from './mark';
import type { Words } from './words';

export interface CardProps {
  readonly handle: string;
  /** `undefined` while it loads; `null` when the log knows nothing of the account. */
  readonly view: CardView | null | undefined;
  readonly desk: DeskSettings;
  readonly words: Words;
  /** What was done last, for the eye and the screen reader. */
  readonly status: string;
  readonly postUrl: (handle: string, postId: string) => string;
  readonly onLabel: (value: string, note: string) => void;
  readonly onTakeBack: (label: Label) => void;
  readonly onOptions: () => void;
  readonly onAccount: (accountId: AccountId) => void;
  readonly onDismiss: (dismissed: boolean) => void;
  readonly onClose: () => void;
}

export function Card(props: CardProps) {
  const { view, handle, desk, words, status } = props;
  const { account, label } = view ?? {};
  const own = label && isOwn(label, desk.coder) ? label : undefined;
  const facts = view && [
    words.count('postsSeen', view.postsSeen),
    ...(account?.createdAtMs === undefined ? [] : [words.say('joined', words.date(account.createdAtMs))]),
  ];
  return (
    <>
      <div class="head">
        <div class="who">
          <h2 tabIndex={-1} id="title">
            <bdi>{account?.name ?? `@${handle}`}</bdi>
          </h2>
          {account?.name !== undefined && (
            <div class="handle">
              <bdi dir="ltr">@{handle}</bdi>
            </div>
          )}
          {facts && <div class="facts">{facts.join(' · ')}</div>}
        </div>
        <button type="button" class="close" aria-label={words.say('card_close')} onClick={props.onClose}>
          <svg width="18" height="18" viewBox="0 0 18 18" stroke="currentColor" stroke-width="1.8" aria-hidden="true">
            <path d="M4 4l10 10M14 4 4 14" stroke-linecap="round" />
          </svg>
        </button>
      </div>
      <div class="body">
        {view === undefined && <p class="empty">{words.say('card_loading')}</p>}
        {view === null && <p class="empty">{words.say('card_absent')}</p>}
        {desk.blind && (
          <p class="blind">
            <Mark kind="blind" size={20} />
            {words.say('tag_blindOn')}
          </p>
        )}
        {view && !view.blind && <Evidence handle={handle} view={view} words={words} postUrl={props.postUrl} />}
      </div>
      {view !== undefined && (
        <div class="foot">
          <LabelForm label={own} desk={desk} words={words} onLabel={props.onLabel} />
          <p class="status" role="status">
            {status}
          </p>
          <div class="row acts">
            {view && (
              <button type="button" class="plain" key="account" onClick={() => props.onAccount(view.accountId)}>
                {words.say('card_account')}
              </button>
            )}
            {own && (
              <button type="button" class="plain" onClick={() => props.onTakeBack(own)}>
                {words.say('tag_takeBack')}
              </button>
            )}
            {view && !view.blind && (
              <>
                {/* One button for both, so that focus stays where it is. */}
                {view.dismissed && <span class="quiet">{words.say('card_dismissed')}</span>}
                <button type="button" class="plain" key="dismiss" onClick={() => props.onDismiss(!view.dismissed)}>
                  {words.say(view.dismissed ? 'card_undo' : 'card_dismiss')}
                </button>
              </>
            )}
          </div>
          <div class="row coder">
            <span class="quiet">{desk.coder ? words.say('tag_coder', desk.coder) : words.say('tag_noCoder')}</span>
            <button type="button" class="plain" onClick={props.onOptions}>
              {words.say('tag_options')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
