/**
 * A virtualised list as X's: cells absolutely placed by translateY, only those near the window exist. What leaves the
 * window is removed and made anew (`replace`), or the same nodes are filled with another post at once (`refill`).
 */
import { type Article, type ArticleOptions, createArticle } from './article';
import { h } from './dom';
import type { Loaded, Shown } from './read';

export interface TimelineOptions extends ArticleOptions {
  readonly recycle: 'refill' | 'replace';
  /** The next posts; without a cursor in the answer before, it is not asked again. */
  readonly load: (cursor: string | undefined) => Promise<Loaded>;
}

export interface Timeline {
  readonly node: HTMLElement;
  /** Moves the focus to the next (1) or previous (-1) post, as j and k do. */
  readonly step: (by: 1 | -1) => void;
  readonly stop: () => void;
}

interface Cell {
  readonly node: HTMLElement;
  readonly article: Article;
  measured: boolean;
}

const GUESS_PX = 150;
const MARGIN_PX = 900;

export function createTimeline(options: TimelineOptions): Timeline {
  const list = h('div', { class: 'cells' });
  const failure = h('div', { class: 'failure', hidden: '' }, h('p', {}, options.words.wrong));
  const spinner = h('div', { role: 'progressbar', class: 'spinner' });
  const node = h(
    'section',
    { role: 'region' },
    h('div', { 'aria-label': options.words.timeline }, list),
    spinner,
    failure,
  );
  const posts: Shown[] = [];
  const heights: number[] = [];
  const tops: number[] = [0];
  const cells = new Map<number, Cell>();
  const spare: Cell[] = [];
  let cursor: string | undefined;
  let ended = false;
  let loading = false;
  let stopped = false;
  let frame = 0;
  let focused = -1;

  const layOut = (from: number) => {
    for (let i = from; i < posts.length; i++) tops[i + 1] = (tops[i] ?? 0) + (heights[i] ?? GUESS_PX);
    list.style.minHeight = `${tops[posts.length] ?? 0}px`;
  };
  const indexAt = (y: number) => {
    let [low, high] = [0, posts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[middle + 1] ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const newCell = (): Cell => {
    const article = createArticle(options);
    return {
      node: h('div', { 'data-testid': 'cellInnerDiv', class: 'cell' }, h('div', { class: 'cell-line' }, article.node)),
      article,
      measured: false,
    };
  };
  const draw = () => {
    frame = 0;
    if (stopped) return;
    const offset = list.getBoundingClientRect().top;
    const first = indexAt(-offset - MARGIN_PX);
    const last = Math.min(posts.length - 1, indexAt(window.innerHeight - offset + MARGIN_PX));
    for (const [index, cell] of [...cells]) {
      if (index >= first && index <= last) continue;
      cells.delete(index);
      if (options.recycle === 'refill') spare.push(cell);
      else drop(cell);
    }
    for (let index = first; index <= last; index++) {
      const post = posts[index];
      if (cells.has(index) || !post) continue;
      const cell = spare.pop() ?? newCell();
      cell.article.fill(post);
      cell.measured = false;
      cells.set(index, cell);
      if (!cell.node.isConnected) {
        list.append(cell.node);
        watch.observe(cell.node);
      }
    }
    // A node once removed is never put back: React makes a new one.
    for (const cell of spare.splice(0)) drop(cell);
    place();
    if (!loading && !ended && posts.length - last < 8) void more();
  };
  const place = () => {
    let from = posts.length;
    for (const [index, cell] of cells) {
      const height = cell.node.offsetHeight;
      cell.measured = true;
      if (heights[index] === height) continue;
      heights[index] = height;
      from = Math.min(from, index);
    }
    layOut(from);
    for (const [index, cell] of cells) cell.node.style.transform = `translateY(${tops[index] ?? 0}px)`;
  };
  const drop = (cell: Cell) => {
    watch.unobserve(cell.node);
    cell.node.remove();
  };
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const watch = new ResizeObserver(schedule);

  const more = async () => {
    loading = true;
    spinner.hidden = false;
    try {
      const loaded = await options.load(cursor);
      if (stopped) return;
      ended = loaded.cursor === undefined || loaded.cursor === cursor || loaded.posts.length === 0;
      cursor = loaded.cursor;
      const from = posts.length;
      for (const post of loaded.posts) {
        posts.push(post);
        heights.push(GUESS_PX);
      }
      layOut(from);
    } catch {
      // Shown, as X does; what was loaded stays.
      ended = true;
      failure.hidden = false;
    }
    loading = false;
    spinner.hidden = true;
    schedule();
  };

  const step = (by: 1 | -1) => {
    const visible = indexAt(-list.getBoundingClientRect().top + 110);
    const active = [...cells].find(([, cell]) => cell.article.node === document.activeElement)?.[0];
    const index = Math.max(
      0,
      Math.min(posts.length - 1, active === undefined && focused < 0 ? visible : (active ?? focused) + by),
    );
    focused = index;
    window.scrollTo({ top: window.scrollY + list.getBoundingClientRect().top + (tops[index] ?? 0) - 110 });
    draw();
    cells.get(index)?.article.node.focus({ preventScroll: true });
  };

  addEventListener('scroll', schedule, { passive: true });
  addEventListener('resize', schedule);
  void more();
  const stop = () => {
    stopped = true;
    removeEventListener('scroll', schedule);
    removeEventListener('resize', schedule);
    watch.disconnect();
    node.remove();
  };
  return { node, step, stop };
}
