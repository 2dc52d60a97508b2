/** What stands beside an author's name: the level in an icon and two words, and what a person said. */
import { labelOfKey } from '@/lib/codebook';
import { isOwn } from '@/lib/coders';
import type { DeskSettings } from '@/lib/desk-settings';
import type { BadgeView } from '@/lib/messages';
import type { Label } from '@/lib/model';
import { LabelMark } from './label-mark';
import { labelTitle } from './label-title';
import { Mark } from './mark';
import type { Words } from './words';

/** The level that shows, if any: a dismissed account has none. */
export const shownLevel = ({ level, dismissed }: BadgeView): 'strong' | 'weak' | undefined =>
  !dismissed && (level === 'strong' || level === 'weak') ? level : undefined;

/** “You: spam”, or another coder's name. */
export function labelled(label: Label, desk: DeskSettings, words: Words): string {
  const title = labelTitle(words, label.value, desk.codebook);
  return isOwn(label, desk.coder) ? words.say('tag_labelled', title) : words.say('tag_labelledBy', label.coder, title);
}

/** For a screen reader: whose, what, and what a press does. */
export function badgeName(view: BadgeView, handle: string, desk: DeskSettings, words: Words): string {
  const level = shownLevel(view);
  const label = view.label && labelled(view.label, desk, words);
  if (level === undefined) {
    return label ? words.say('badge_name_label', handle, label) : words.say('tag_buttonName', handle);
  }
  const name = words.say(level === 'strong' ? 'badge_name_strong' : 'badge_name_weak', handle);
  return label ? `${name} ${label}` : name;
}

interface BadgeProps {
  readonly view: BadgeView;
  readonly desk: DeskSettings;
  readonly words: Words;
}

export function Badge({ view, desk, words }: BadgeProps) {
  const { label } = view;
  const level = shownLevel(view);
  return (
    <>
      {level && (
        <span class="chip level">
          <Mark kind={level} />
          <span class="wide">{words.say(level === 'strong' ? 'badge_strong' : 'badge_weak')}</span>
          <span class="narrow">{words.say(level === 'strong' ? 'badge_short_strong' : 'badge_short_weak')}</span>
        </span>
      )}
      {label && (
        <span class="chip label">
          <LabelMark colour={labelOfKey(desk.codebook, label.value)?.colour} />
          <bdi class="said">
            {level && isOwn(label, desk.coder)
              ? labelTitle(words, label.value, desk.codebook)
              : labelled(label, desk, words)}
          </bdi>
        </span>
      )}
      {!level && !label && (
        <span class="chip label button">
          <Mark kind="label" size={12} />
          {words.say('tag_button')}
        </span>
      )}
    </>
  );
}
