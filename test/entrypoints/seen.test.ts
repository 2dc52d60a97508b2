// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSeen } from '@/entrypoints/overlay.content/seen';

/** Stands in for the browser's: the test says what is seen of which node. */
class Eye {
  static last: Eye;
  readonly watched = new Set<Element>();
  constructor(readonly report: (entries: Partial<IntersectionObserverEntry>[]) => void) {
    Eye.last = this;
  }
  observe(element: Element) {
    this.watched.add(element);
  }
  unobserve(element: Element) {
    this.watched.delete(element);
  }
  disconnect() {
    this.watched.clear();
  }
  sees(target: Element, intersectionRatio: number, height = 100) {
    const rect = (tall: number) => ({ height: tall }) as DOMRectReadOnly;
    this.report([{ target, intersectionRatio, intersectionRect: rect(height), rootBounds: rect(800) }]);
  }
}

let visibility: DocumentVisibilityState = 'visible';
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IntersectionObserver', Eye);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  visibility = 'visible';
});

function start() {
  const sent: (readonly string[])[] = [];
  const seen = watchSeen(document, (ids) => sent.push(ids));
  return { seen, sent, node: document.createElement('article') };
}

test('half a post for half a second is seen, once a page', () => {
  const { seen, sent, node } = start();
  seen.watch(node, '1');
  Eye.last.sees(node, 0.6);
  vi.advanceTimersByTime(3000);
  seen.watch(node, '2');
  seen.watch(node, '1');
  Eye.last.sees(node, 0.6);
  vi.advanceTimersByTime(3000);
  expect(sent).toEqual([['1']]);
  seen.restart();
  seen.watch(node, '2');
  seen.watch(node, '1');
  Eye.last.sees(node, 0.6);
  vi.advanceTimersByTime(3000);
  expect(sent).toEqual([['1'], ['1']]);
});

test('less than half, or scrolled past in less than half a second, is not', () => {
  const { seen, sent, node } = start();
  seen.watch(node, '1');
  Eye.last.sees(node, 0.4);
  vi.advanceTimersByTime(600);
  Eye.last.sees(node, 0.9);
  vi.advanceTimersByTime(400);
  Eye.last.sees(node, 0);
  vi.advanceTimersByTime(3000);
  expect(sent).toEqual([]);
});

test('of a post taller than the window, half the window counts', () => {
  const { seen, sent, node } = start();
  seen.watch(node, '1');
  Eye.last.sees(node, 0.2, 500);
  vi.advanceTimersByTime(3000);
  expect(sent).toEqual([['1']]);
});

test('a node that becomes another post meanwhile has shown neither', () => {
  const { seen, sent, node } = start();
  seen.watch(node, '1');
  Eye.last.sees(node, 1);
  vi.advanceTimersByTime(300);
  seen.watch(node, '2');
  vi.advanceTimersByTime(3000);
  expect(sent).toEqual([]);
  Eye.last.sees(node, 1);
  vi.advanceTimersByTime(3000);
  expect(sent).toEqual([['2']]);
});

test('nothing is seen in a tab behind', () => {
  const { seen, sent, node } = start();
  visibility = 'hidden';
  seen.watch(node, '1');
  Eye.last.sees(node, 1);
  vi.advanceTimersByTime(3000);
  expect(sent).toEqual([]);
});

test('many go in parts of 500', () => {
  const { seen, sent } = start();
  for (let i = 0; i < 501; i += 1) {
    const node = document.createElement('article');
    seen.watch(node, String(i));
    Eye.last.sees(node, 1);
  }
  vi.advanceTimersByTime(500);
  seen.flush();
  expect(sent.map((ids) => ids.length)).toEqual([500, 1]);
});
