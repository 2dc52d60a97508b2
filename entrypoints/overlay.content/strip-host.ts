/** Keeps the strip on top of a hashtag or search page's column, and under X's own header while one scrolls. */
import { h, render } from 'preact';
import { Strip, stripLine } from '@/components/strip';
import css from '@/components/strip.css?inline';
import type { Words } from '@/components/words';
import type { PageSummary } from '@/lib/messages';
import { type PageTheme, primaryColumn, stickyHeaderBottom } from '@/lib/sites/x/anchors';
import { dress } from './dress';

/** A screen reader is told of new figures at most this often. */
const ANNOUNCE_MS = 20_000;

export interface StripHost {
  readonly show: (summary: PageSummary) => void;
  readonly hide: () => void;
  /** Cheap while all is in place: X may redraw the column and drop the strip with it. */
  readonly keep: () => void;
  readonly repaint: () => void;
  readonly stop: () => void;
}

export function createStripHost(document: Document, words: Words, theme: () => PageTheme): StripHost {
  const window = document.defaultView;
  const line = document.createElement('div');
  let host: HTMLElement | undefined;
  let summary: PageSummary | undefined;
  let announced = '';
  let announcedAtMs = Number.NEGATIVE_INFINITY;
  let framed = false;
  let headerBottom = 0;

  function draw(): void {
    if (summary === undefined) return;
    const now = performance.now();
    if (now - announcedAtMs >= ANNOUNCE_MS) {
      announced = `${words.say('strip_name')}: ${stripLine(summary, words)}`;
      announcedAtMs = now;
    }
    render(h(Strip, { summary, announced, words }), line);
  }

  function place(): void {
    if (host === undefined) {
      host = document.createElement('flockmark-strip');
      const root = host.attachShadow({ mode: 'open' });
      root.append(line);
      dress(root, css);
      host.dataset.theme = theme();
    }
    const parent = primaryColumn(document) ?? document.body;
    if (host.parentElement !== parent || parent.firstElementChild !== host) parent?.prepend(host);
    draw();
    follow();
  }

  /** In the flow on top; once scrolled away it sticks below X's header, whose height differs by page and window. */
  function follow(): void {
    framed = false;
    if (!host?.isConnected || host.parentElement === null) return;
    const stuck = host.parentElement.getBoundingClientRect().top + host.offsetHeight <= 0;
    host.toggleAttribute('data-stuck', stuck);
    if (stuck) headerBottom = stickyHeaderBottom(host.parentElement) ?? headerBottom;
    host.style.top = stuck ? `${Math.round(headerBottom)}px` : '';
  }

  function onScroll(): void {
    if (framed || !host?.isConnected) return;
    framed = true;
    requestAnimationFrame(follow);
  }

  function hide(): void {
    summary = undefined;
    announcedAtMs = Number.NEGATIVE_INFINITY;
    host?.remove();
  }

  window?.addEventListener('scroll', onScroll, { passive: true });
  window?.addEventListener('resize', onScroll, { passive: true });
  return {
    hide,
    show(next) {
      summary = next;
      place();
    },
    keep() {
      if (summary !== undefined && !host?.isConnected) place();
    },
    repaint() {
      if (host) host.dataset.theme = theme();
    },
    stop() {
      hide();
      window?.removeEventListener('scroll', onScroll);
      window?.removeEventListener('resize', onScroll);
    },
  };
}
