/** All that is drawn into X's page, put together: badges, strip, card, keys. */

import type { Words } from '@/components/words';
import { type DeskSettings, defaultDesk } from '@/lib/desk-settings';
import { type Action, actionsOf } from '@/lib/shortcuts';
import { articleOf, focusedArticle, readArticle, telltaleAttributes } from '@/lib/sites/x/anchors';
import { badgeNames, createBadgeFace } from './badge-element';
import { createBadges } from './badges';
import { createCardHost } from './card-host';
import { type Background, pageUrl } from './connect';
import { listenToKeys } from './keys';
import { createLabelling } from './labelling';
import { createLegendHost } from './legend-host';
import type { Tally } from './observed';
import { watchSeen } from './seen';
import { createStripHost } from './strip-host';
import { watchSummary } from './summary';
import { watchTheme } from './theme';
import { createToast } from './toast';

/** The background judges what one capture touched first, and what waits when it is quiet. */
const THOUGHT_MS = [1_200, 4_000];

export interface Overlay {
  readonly setActive: (active: boolean) => void;
  /** Who codes, by which codebook and keys, whether blind. Nothing is drawn before this is known. */
  readonly setDesk: (desk: DeskSettings) => void;
  /** The log knows more: asks for what is on screen, and again once the log has had time to think. */
  readonly onStored: () => void;
  readonly onNavigation: () => void;
  readonly onVisibility: () => void;
  readonly tally: () => Tally;
  readonly stop: () => void;
}

export interface OverlayOptions {
  readonly document: Document;
  readonly words: Words;
  readonly background: Background;
  /** Changes the desk's settings where they are kept; `setDesk` follows. */
  readonly onBlind: (blind: boolean) => void;
}

export function createOverlay({ document, words, background, onBlind }: OverlayOptions): Overlay {
  const { ask, tell } = background;
  let shownUrl = pageUrl();
  let desk = defaultDesk;
  let actions = actionsOf(desk);
  let active = false;

  const theme = watchTheme(document, () => {
    badges.repaint();
    strip.repaint();
  });
  const strip = createStripHost(document, words, theme.now);
  const summary = watchSummary(pageUrl, (url) => ask('summary', { pageUrl: url }), strip);
  const toast = createToast(document, words, theme.now);
  const seen = watchSeen(
    document,
    (postIds) => void tell('seen', { pageUrl: shownUrl, atMs: Date.now(), postIds: [...postIds] }),
  );

  const deskNow = () => desk;
  const onOptions = () => void tell('openOptions', undefined);
  const labelling = createLabelling({ document, words, desk: deskNow, background, toast, onChange: () => refresh() });
  const legend = createLegendHost({ document, words, theme: theme.now, desk: deskNow, onOptions });
  const card = createCardHost({
    document,
    words,
    theme: theme.now,
    desk: deskNow,
    load: (handle) => ask('card', { handle }),
    label: labelling.label,
    takeBack: labelling.takeBack,
    onOptions,
    onAccount: (accountId) => void tell('openAccount', { accountId }),
    async dismiss(handle, dismissed) {
      await tell('dismiss', { handle, dismissed, atMs: Date.now() });
      refresh();
    },
  });

  function open(badge: HTMLElement): void {
    const article = articleOf(badge);
    const handle = badge.dataset.handle;
    if (handle !== undefined) card.open(badge, handle, article && readArticle(article)?.postId);
  }
  function openFocused(): void {
    const article = focusedArticle(document);
    const post = article && readArticle(article);
    if (!(article instanceof HTMLElement) || !(post?.nameSlot instanceof HTMLElement)) {
      toast.show(words.say('toast_noPost'));
      return;
    }
    const anchor = article.querySelector<HTMLElement>(badgeNames) ?? post.nameSlot;
    card.open(anchor, post.handle, post.postId, { backTo: article });
  }
  function act(action: Action): void {
    if (action.kind === 'label') void labelling.labelFocused(action.key);
    else if (action.command === 'undo') void labelling.takeBack();
    else if (action.command === 'note') openFocused();
    else if (action.command === 'help') legend.open();
    else onBlind(!desk.blind);
  }

  const observer = new MutationObserver((records) => {
    badges.onMutations(records);
    strip.keep();
    if (pageUrl() !== shownUrl) onNavigation();
  });
  const badges = createBadges({
    document,
    face: createBadgeFace({ words, theme: theme.now, desk: deskNow, onOpen: open }),
    ask: (handles) => ask('badges', { handles: [...handles] }),
    onRead: (article, { postId }) => seen.watch(article, postId),
    // Only our own changes can be waiting here: nobody else runs during the callback.
    forget: () => void observer.takeRecords(),
  });
  let unlisten = () => {};

  function refresh(): void {
    badges.refresh();
    summary.refresh();
  }
  function onNavigation(): void {
    if (pageUrl() === shownUrl) return;
    seen.restart();
    shownUrl = pageUrl();
    card.close();
    strip.hide();
    refresh();
  }

  let later: readonly ReturnType<typeof setTimeout>[] = [];
  function onStored(): void {
    refresh();
    for (const timer of later) clearTimeout(timer);
    later = THOUGHT_MS.map((ms) => setTimeout(refresh, ms));
  }

  const overlay: Overlay = {
    onStored,
    onNavigation,
    tally: badges.tally,
    onVisibility() {
      seen.flush();
      if (document.visibilityState === 'visible') refresh();
    },
    setActive(next) {
      active = next;
      observer.disconnect();
      unlisten();
      if (active) {
        const watched = { subtree: true, childList: true, attributes: true, attributeFilter: [...telltaleAttributes] };
        observer.observe(document, watched);
        unlisten = listenToKeys(document.defaultView as Window, {
          layer: () => legend.element() ?? card.element(),
          onLayerKey: (event) => (legend.element() ? legend : card).onKey(event),
          isBadge: (target): target is HTMLElement => target instanceof HTMLElement && target.matches(badgeNames),
          onOpen: open,
          actions: () => actions,
          onAction: act,
        });
      } else {
        card.close();
        legend.close();
        toast.remove();
      }
      theme.check();
      badges.setActive(active);
      summary.setActive(active);
      if (active) badges.refresh();
    },
    setDesk(next) {
      const before = desk;
      desk = next;
      actions = actionsOf(desk);
      if (!active) return;
      if (before.blind !== desk.blind) {
        card.close();
        strip.hide();
        badges.startOver();
        toast.show(words.say(desk.blind ? 'tag_blindOn' : 'tag_blindOff'));
      } else badges.redraw();
      refresh();
    },
    stop() {
      overlay.setActive(false);
      seen.stop();
      strip.stop();
      theme.stop();
    },
  };
  return overlay;
}
