/** A shortcut as caps. Left to right in any language, as it stands on the keyboard. */
import { keyCaps } from '@/lib/shortcuts';

export function KeyCaps({ shortcut }: { readonly shortcut: string }) {
  return (
    <span class="caps" dir="ltr">
      {keyCaps(shortcut).map((cap, i) => [i > 0 && ' ', <kbd key={cap}>{cap}</kbd>])}
    </span>
  );
}
