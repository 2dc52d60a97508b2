/** Which posts a person really saw: half of it, or of the window, for half a second, in a tab that is in front. */
const SEEN_SHARE = 0.5;
const SEEN_MS = 500;
const SEND_MS = 2000;

export interface SeenWatch {
  /** Call whenever a post was read; the same node may since have become another post. */
  readonly watch: (article: Element, postId: string | undefined) => void;
  /** Sends what waits. */
  readonly flush: () => void;
  /** Another page: its posts are seen anew. */
  readonly restart: () => void;
  readonly stop: () => void;
}

interface Watched {
  postId: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** @param send gets at most 500 ids at a time, each once a page. */
export function watchSeen(document: Document, send: (postIds: readonly string[]) => void): SeenWatch {
  const watched = new WeakMap<Element, Watched>();
  const told = new Set<string>();
  let waiting: string[] = [];
  let sending: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(sending);
    sending = undefined;
    for (let i = 0; i < waiting.length; i += 500) send(waiting.slice(i, i + 500));
    waiting = [];
  }

  function saw(entry: Watched, postId: string): void {
    if (entry.postId !== postId || document.visibilityState !== 'visible' || told.has(postId)) return;
    told.add(postId);
    waiting.push(postId);
    sending ??= setTimeout(flush, SEND_MS);
  }

  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, intersectionRatio, intersectionRect, rootBounds } of changes) {
        const entry = watched.get(target);
        if (entry === undefined) continue;
        clearTimeout(entry.timer);
        const { postId } = entry;
        const fills = rootBounds !== null && intersectionRect.height >= SEEN_SHARE * rootBounds.height;
        if (intersectionRatio >= SEEN_SHARE || fills) entry.timer = setTimeout(() => saw(entry, postId), SEEN_MS);
      }
    },
    { threshold: [0, 0.25, SEEN_SHARE, 0.75, 1] },
  );

  return {
    flush,
    watch(article, postId) {
      const entry = watched.get(article);
      if (entry?.postId === postId) return;
      clearTimeout(entry?.timer);
      watched.delete(article);
      // Observing anew makes the observer report at once where the node stands.
      observer.unobserve(article);
      if (postId === undefined || told.has(postId)) return;
      watched.set(article, { postId, timer: undefined });
      observer.observe(article);
    },
    restart() {
      flush();
      told.clear();
    },
    stop() {
      flush();
      observer.disconnect();
    },
  };
}
