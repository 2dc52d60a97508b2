/** All that is drawn into X's page, put together: badges, strip, card, keys. */

import { labelTitle } from '@/components/label-title';
import type { Words } from '@/components/words';
import { articleOf, focusedArticle, readArticle, telltaleAttributes } from '@/lib/sites/x/anchors';
import { badgeNames, createBadgeFace } from './badge-element';
import { createBadges } from './badges';
import { createCardHost } from './card-host';
import { type Background, pageUrl } from './connect';
import { listenToKeys } from './keys';
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
  /** The log knows more: asks for what is on screen, and again once the log has had time to think. */
  readonly onStored: () => void;
  readonly onNavigation: () => void;
  readonly onVisibility: () => void;
  readonly tally: () => Tally;
  readonly stop: () => void;
}

export function createOverlay(document: Document, words: Words, { ask, tell }: Background): Overlay {
  let shownUrl = pageUrl();

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

  async function label(handle: string, value: string, note: string, postId: string | undefined): Promise<boolean> {
    const about = { handle, value, note, atMs: Date.now() };
    const stored = await ask('label', postId === undefined ? about : { ...about, postId });
    refresh();
    return Boolean(stored);
  }
  const card = createCardHost({
    document,
    words,
    theme: theme.now,
    load: (handle) => ask('card', { handle }),
    label,
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
  async function labelFocused(value: string): Promise<void> {
    const article = focusedArticle(document);
    const post = article && readArticle(article);
    if (post === undefined) return toast.show(words.say('toast_noPost'));
    const { handle, postId } = post;
    const stored = await label(handle, value, '', postId);
    toast.show(
      stored ? words.say('toast_labelled', handle, labelTitle(words, value)) : words.say('toast_failed', handle),
    );
  }

  const observer = new MutationObserver((records) => {
    badges.onMutations(records);
    strip.keep();
    if (pageUrl() !== shownUrl) onNavigation();
  });
  const badges = createBadges({
    document,
    face: createBadgeFace({ words, theme: theme.now, onOpen: open }),
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
    setActive(active) {
      observer.disconnect();
      unlisten();
      if (active) {
        const watched = { subtree: true, childList: true, attributes: true, attributeFilter: [...telltaleAttributes] };
        observer.observe(document, watched);
        unlisten = listenToKeys(document.defaultView as Window, {
          card: card.element,
          onCardKey: card.onKey,
          isBadge: (target): target is HTMLElement => target instanceof HTMLElement && target.matches(badgeNames),
          onOpen: open,
          onLabel: (value) => void labelFocused(value),
        });
      } else {
        card.close();
        toast.remove();
      }
      theme.check();
      badges.setActive(active);
      summary.setActive(active);
      if (active) badges.refresh();
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
