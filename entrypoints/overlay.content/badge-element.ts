/**
 * The element of a badge. `customElements` is null in Chrome's isolated world; an element with a hyphen in its name may
 * carry a shadow root all the same. A level is `flockmark-badge`; a mere label, or a button to give one, is `flockmark-label`,
 * so that nothing that counts badges counts it.
 */
import { h, render } from 'preact';
import { Badge, badgeName, shownLevel } from '@/components/badge';
import css from '@/components/badge.css?inline';
import type { Words } from '@/components/words';
import { labelOfKey } from '@/lib/codebook';
import { type DeskSettings, defaultDesk } from '@/lib/desk-settings';
import type { BadgeView } from '@/lib/messages';
import type { PageTheme } from '@/lib/sites/x/anchors';
import { dress } from './dress';

export const badgeNames = 'flockmark-badge,flockmark-label';

export interface BadgeFace {
  /** What is to stand on a post of this account; `undefined` is nothing. @param view as far as it is known */
  readonly viewFor: (handle: string, view: BadgeView | undefined) => BadgeView | undefined;
  readonly fits: (badge: Element, view: BadgeView) => boolean;
  readonly create: (document: Document, handle: string, view: BadgeView) => HTMLElement;
  readonly paint: (badge: Element, handle: string, view: BadgeView) => void;
  readonly tint: (badge: Element) => void;
}

export interface BadgeFaceOptions {
  readonly words: Words;
  readonly theme: () => PageTheme;
  readonly desk?: () => DeskSettings;
  readonly onOpen: (badge: HTMLElement) => void;
}

const nameFor = (view: BadgeView): 'flockmark-badge' | 'flockmark-label' =>
  shownLevel(view) ? 'flockmark-badge' : 'flockmark-label';

export function createBadgeFace({ words, theme, desk = () => defaultDesk, onOpen }: BadgeFaceOptions): BadgeFace {
  const painted = new WeakMap<Element, string>();

  function set(badge: Element, name: string, value: string | undefined): void {
    if (value === undefined) badge.removeAttribute(name);
    else if (badge.getAttribute(name) !== value) badge.setAttribute(name, value);
  }

  const paint: BadgeFace['paint'] = (badge, handle, view) => {
    const { label } = view;
    const now = desk();
    const code = label && labelOfKey(now.codebook, label.value);
    const said = [label?.value, label?.coder, now.coder, code?.title, code?.colour];
    const state = JSON.stringify([handle, view.level, view.dismissed, ...said]);
    if (painted.get(badge) === state) return;
    painted.set(badge, state);
    set(badge, 'data-handle', handle);
    set(badge, 'data-level', shownLevel(view));
    set(badge, 'data-label', label?.value);
    set(badge, 'aria-label', badgeName(view, handle, now, words));
    if (badge.shadowRoot) render(h(Badge, { view, desk: now, words }), badge.shadowRoot);
  };

  return {
    viewFor(handle, view) {
      if (view && (shownLevel(view) || view.label)) return view;
      const { blind, labelButtons } = desk();
      if (!blind && !labelButtons) return undefined;
      return view ?? { handle, accountId: '', level: 'not-enough-seen', dismissed: false };
    },
    paint,
    fits: (badge, view) => badge.localName === nameFor(view),
    create(document, handle, view) {
      const badge = document.createElement(nameFor(view));
      const shadow = badge.attachShadow({ mode: 'open' });
      set(badge, 'role', 'button');
      set(badge, 'tabindex', '0');
      set(badge, 'aria-haspopup', 'dialog');
      set(badge, 'dir', words.dir);
      set(badge, 'lang', words.locale);
      set(badge, 'data-theme', theme());
      // The whole post is a link for X: a press on the badge is not a press on the post.
      for (const type of ['click', 'auxclick', 'mousedown', 'mouseup'])
        badge.addEventListener(type, (event) => event.stopPropagation());
      badge.addEventListener('click', (event) => {
        event.preventDefault();
        onOpen(badge);
      });
      paint(badge, handle, view);
      dress(shadow, css);
      return badge;
    },
    tint: (badge) => set(badge, 'data-theme', theme()),
  };
}
