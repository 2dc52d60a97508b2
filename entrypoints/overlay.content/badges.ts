/**
 * Keeps a badge beside the author's name of every post of a badged account.
 *
 * X re-uses nodes as one scrolls, so what a badge says follows from what its post says *now*: each batch of mutations is
 * answered in the observer's own callback, before anything later can look, from the verdicts already known. The cost is
 * that of the posts touched.
 */

import type { BadgeView } from '@/lib/messages';
import { type ArticleReading, articleOf, articlesIn, readArticle } from '@/lib/sites/x/anchors';
import { type BadgeFace, badgeNames } from './badge-element';

/** More re-adds of one post's badge than this within a second: something else keeps removing it; wait instead of looping. */
const ADDS_PER_SECOND = 5;
/** One question a frame, however many posts were drawn. */
const FRAME_MS = 16;
const RETRY_MS = 1000;

export interface Badges {
  /** Call from a MutationObserver on the document, synchronously. */
  readonly onMutations: (records: readonly MutationRecord[]) => void;
  /** Asks anew for the accounts on screen; others when they come back into view. */
  readonly refresh: () => void;
  /** Forgets what was told of accounts, also what is on its way, and redraws: nothing of it may be seen any longer. */
  readonly startOver: () => void;
  /** What a label looks like has changed. */
  readonly redraw: () => void;
  readonly repaint: () => void;
  /** Off removes every badge at once. */
  readonly setActive: (active: boolean) => void;
  readonly tally: () => { readonly articles: number; readonly anchors: number };
}

export interface BadgesOptions {
  readonly document: Document;
  readonly face: BadgeFace;
  /** `undefined` is no answer: the accounts are asked for again a little later. */
  readonly ask: (handles: readonly string[]) => Promise<readonly BadgeView[] | undefined>;
  readonly onRead?: (article: Element, reading: ArticleReading) => void;
  /** Drops the records of our own changes. */
  readonly forget?: () => void;
}

interface Known {
  readonly view: BadgeView | undefined;
  readonly epoch: number;
}

const keyOf = (handle: string): string => handle.toLowerCase();

export function createBadges({ document, face, ask, onRead, forget }: BadgesOptions): Badges {
  const known = new Map<string, Known>();
  const wanted = new Map<string, string>();
  const adds = new WeakMap<Element, { since: number; count: number }>();
  let epoch = 0;
  let forgotten = 0;
  let active = false;
  let asking = false;
  let scheduled = false;

  function mayAdd(article: Element): boolean {
    const now = performance.now();
    const past = adds.get(article);
    if (past === undefined || now - past.since > 1000) {
      adds.set(article, { since: now, count: 1 });
      return true;
    }
    past.count += 1;
    if (past.count === ADDS_PER_SECOND + 1) setTimeout(() => active && update(article), 1100);
    return past.count <= ADDS_PER_SECOND;
  }

  function update(article: Element): void {
    const reading = readArticle(article);
    const entry = reading && known.get(keyOf(reading.handle));
    const shown = reading && face.viewFor(reading.handle, entry?.view);
    let kept = false;
    for (const badge of article.querySelectorAll(badgeNames)) {
      const fits = !kept && shown && badge.parentElement === reading?.nameSlot && face.fits(badge, shown);
      if (fits) {
        face.paint(badge, reading.handle, shown);
        kept = true;
      } else badge.remove();
    }
    if (reading === undefined) return;
    if (shown && !kept && mayAdd(article)) reading.nameSlot.append(face.create(document, reading.handle, shown));
    if (entry === undefined || entry.epoch < epoch) want(reading.handle);
    onRead?.(article, reading);
  }

  function updateAll(): void {
    for (const article of articlesIn(document)) update(article);
    forget?.();
  }

  function want(handle: string): void {
    wanted.set(keyOf(handle), handle);
    schedule(FRAME_MS);
  }

  function schedule(inMs: number): void {
    if (scheduled || asking || wanted.size === 0) return;
    scheduled = true;
    // A timer, as animation frames stop in a tab that is not in front.
    setTimeout(() => void flush(), inMs);
  }

  async function flush(): Promise<void> {
    scheduled = false;
    if (!active || wanted.size === 0) return;
    asking = true;
    const batch = new Map([...wanted].slice(0, 500));
    for (const key of batch.keys()) wanted.delete(key);
    const asked = epoch;
    const before = forgotten;
    const views = await ask([...batch.values()]);
    asking = false;
    if (!active) return;
    if (before !== forgotten) return schedule(0);
    if (views === undefined) {
      for (const [key, handle] of batch) wanted.set(key, handle);
      schedule(RETRY_MS);
      return;
    }
    const answers = new Map(views.map((view) => [keyOf(view.handle), view]));
    for (const key of batch.keys()) known.set(key, { view: answers.get(key), epoch: asked });
    updateAll();
    schedule(0);
  }

  return {
    onMutations(records) {
      if (!active) return;
      const touched = new Set<Element>();
      for (const { type, target, addedNodes } of records) {
        const article = articleOf(target);
        if (article) touched.add(article);
        // What was a post a moment ago and is none now.
        else if (type === 'attributes')
          for (const stray of (target as Element).querySelectorAll(badgeNames)) stray.remove();
        else for (const node of addedNodes) for (const found of articlesIn(node)) touched.add(found);
      }
      for (const article of touched) update(article);
      if (touched.size > 0) forget?.();
    },
    refresh() {
      if (!active) return;
      epoch += 1;
      for (const article of articlesIn(document)) {
        const reading = readArticle(article);
        if (reading) want(reading.handle);
      }
    },
    startOver() {
      forgotten += 1;
      known.clear();
      // Whoever stands on the screen is asked for again.
      if (active) updateAll();
    },
    redraw() {
      if (active) updateAll();
    },
    repaint: () => {
      for (const badge of document.querySelectorAll(badgeNames)) face.tint(badge);
    },
    setActive(next) {
      active = next;
      if (active) updateAll();
      else {
        known.clear();
        wanted.clear();
        for (const badge of document.querySelectorAll(badgeNames)) badge.remove();
      }
    },
    tally() {
      const articles = articlesIn(document);
      return { articles: articles.length, anchors: articles.filter((article) => readArticle(article)).length };
    },
  };
}
