/** What stands beside an author's name: the level in an icon and two words, and what the person at the screen said. */
import type { BadgeView } from '@/lib/messages';
import { labelTitle } from './label-title';
import { Mark } from './mark';
import type { Words } from './words';

/** The level that shows, if any: a dismissed account has none. */
export const shownLevel = ({ level, dismissed }: BadgeView): 'strong' | 'weak' | undefined =>
  !dismissed && (level === 'strong' || level === 'weak') ? level : undefined;

/** For a screen reader: whose, what, and what a press does. */
export function badgeName(view: BadgeView, handle: string, words: Words): string {
  const level = shownLevel(view);
  const label = view.label && words.say('tag_labelled', labelTitle(words, view.label.value));
  if (level === undefined) return words.say('badge_name_label', handle, label ?? '');
  const name = words.say(level === 'strong' ? 'badge_name_strong' : 'badge_name_weak', handle);
  return label ? `${name} ${label}` : name;
}

export function Badge({ view, words }: { readonly view: BadgeView; readonly words: Words }) {
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
      {view.label && (
        <span class="chip label">
          <Mark kind="label" size={12} />
          {level ? labelTitle(words, view.label.value) : words.say('tag_labelled', labelTitle(words, view.label.value))}
        </span>
      )}
    </>
  );
}
