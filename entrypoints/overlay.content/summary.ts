/** The strip's figures: asked for after each change, one question at a time, for the page that is shown now. */
import type { PageSummary } from '@/lib/messages';
import { pageOf } from '@/lib/sites/x/page';
import type { StripHost } from './strip-host';

export interface SummaryWatch {
  readonly refresh: () => void;
  readonly setActive: (active: boolean) => void;
}

export const hasStrip = (pageUrl: string): boolean => ['hashtag', 'search'].includes(pageOf(pageUrl).kind);

/**
 * @param pageUrl the address shown now
 * @param ask `undefined` is no answer
 */
export function watchSummary(
  pageUrl: () => string,
  ask: (pageUrl: string) => Promise<PageSummary | undefined>,
  strip: Pick<StripHost, 'show' | 'hide'>,
): SummaryWatch {
  let active = false;
  let asking = false;
  let again = false;

  async function refresh(): Promise<void> {
    const url = pageUrl();
    if (!active || !hasStrip(url)) {
      strip.hide();
      return;
    }
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    const summary = await ask(url);
    asking = false;
    const moved = pageOf(pageUrl()).key !== pageOf(url).key;
    if (active && !moved && summary) {
      if (summary.posts > 0 || summary.blind) strip.show(summary);
      else strip.hide();
    }
    if (again || moved) {
      again = false;
      await refresh();
    }
  }

  return {
    refresh: () => void refresh(),
    setActive(next) {
      active = next;
      void refresh();
    },
  };
}
