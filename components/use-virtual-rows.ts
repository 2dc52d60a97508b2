/** @tanstack/virtual-core for Preact: which rows of a long list stand in view. Rows are all of one height. */
import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

interface VirtualRowsOptions {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of what stands above the first row and stays in view. */
  readonly headHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Row that stands first in view at the beginning. */
  readonly firstRow: number;
}

export function useVirtualRows({ count, rowHeight, headHeight, scroller, firstRow }: VirtualRowsOptions) {
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const options = {
    count,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroller.current,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: firstRow * rowHeight,
    initialRect: { width: 0, height: 600 },
  };
  const [virtual] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  // The measurements are kept by count; another height of rows makes them all wrong.
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);
  return virtual;
}
