/** What the demo sees in the page: which post was shown when, and when its badge stood there. Hooks nothing. */
import type { Page } from 'playwright-core';

export interface Sight {
  readonly postId: string;
  readonly handle: string;
  /** Milliseconds since the document began, as are all times here. */
  readonly shownAt: number;
  readonly badgedAt?: number;
  readonly level?: string;
}

export interface Watched {
  readonly sights: readonly Sight[];
  /** Badges that stood beside another account's name after the page's and the extension's observers had run. */
  readonly misplaced: readonly string[];
  /** When each timeline response had arrived, by its address. */
  readonly arrivals: readonly (readonly [string, number])[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Call before the page is opened. */
export async function watchPage(page: Page): Promise<void> {
  // tsx names functions with this helper of esbuild's, which a function sent to the page does not bring along.
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.addInitScript(() => {
    const sights = new Map<string, Mutable<Sight>>();
    const misplaced: string[] = [];
    const arrivals: [string, number][] = [];
    Object.assign(window, { watched: { sights, misplaced, arrivals } });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceResourceTiming[])
        if (entry.name.includes('/i/api/graphql/')) arrivals.push([entry.name, entry.responseEnd]);
    }).observe({ type: 'resource', buffered: true });

    const look = (article: Element) => {
      const name = article.querySelector('[data-testid=User-Name]');
      const handle = name?.querySelector('a')?.getAttribute('href')?.slice(1);
      const postId = article.querySelector('time')?.closest('a')?.getAttribute('href')?.split('/').at(-1);
      if (!handle || !postId) return;
      const now = performance.now();
      const sight = sights.get(postId) ?? { postId, handle, shownAt: now };
      sights.set(postId, sight);
      for (const badge of article.querySelectorAll('flockmark-badge')) {
        const says = badge.getAttribute('data-handle')?.toLowerCase();
        if (says !== handle.toLowerCase() || badge.closest('[data-testid=User-Name]') !== name)
          misplaced.push(`${says} on ${handle}`);
        sight.badgedAt ??= now;
        sight.level = badge.getAttribute('data-level') ?? '';
      }
    };
    const observer = new MutationObserver((records) => {
      const touched = new Set<Element>();
      for (const { target, addedNodes } of records) {
        const article =
          target instanceof Element ? target.closest('article') : target.parentElement?.closest('article');
        if (article) touched.add(article);
        for (const node of addedNodes)
          if (node instanceof Element) for (const found of node.querySelectorAll('article')) touched.add(found);
      }
      // After every observer's turn, before any frame is drawn.
      queueMicrotask(() => {
        for (const article of touched) if (article.isConnected) look(article);
      });
    });
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['href', 'data-level', 'data-handle'],
    });
  });
}

export async function readWatch(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const { watched } = window as unknown as {
      watched: { sights: Map<string, Sight>; misplaced: string[]; arrivals: [string, number][] };
    };
    return { sights: [...watched.sights.values()], misplaced: watched.misplaced, arrivals: watched.arrivals };
  });
}
