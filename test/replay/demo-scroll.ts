/** Scrolling through a timeline in the stand-in, as fast or as slow as wanted. */
import type { Page } from 'playwright-core';

export interface Pace {
  /** At most the window and its margin, so that every post stands in the page for a frame at least. */
  readonly stepPx: number;
  readonly pauseMs: number;
  /** Stop when this many posts were shown; else at the end. */
  readonly posts?: number;
}

/** Resolves at the end of the timeline, or when enough posts were shown. */
export async function scrollThrough(page: Page, { stepPx, pauseMs, posts = 1e9 }: Pace): Promise<void> {
  for (;;) {
    const ended = await page.evaluate(
      async ({ stepPx, pauseMs, posts }) => {
        const { watched } = window as unknown as { watched: { sights: Map<string, unknown> } };
        const loading = () => document.querySelector('main [role=progressbar]:not([hidden])');
        const began = performance.now();
        while (performance.now() - began < 1_500) {
          const before = scrollY;
          scrollBy(0, stepPx);
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, pauseMs)));
          while (loading()) await new Promise((resolve) => setTimeout(resolve, 4));
          if (scrollY === before || watched.sights.size >= posts) return true;
        }
        return false;
      },
      { stepPx, pauseMs, posts },
    );
    if (ended) return;
  }
}
