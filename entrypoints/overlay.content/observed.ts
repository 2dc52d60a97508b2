/** What only the page's side can count, told to the background now and then. */
export interface Counts {
  readonly tooLarge: number;
  readonly unreadable: number;
  readonly undelivered: number;
  readonly rejected: number;
}
export interface Tally {
  readonly articles: number;
  readonly anchors: number;
}

const EVERY_MS = 3000;

export interface Observed {
  readonly count: (what: keyof Counts, n?: number) => void;
  /** Tells now, if there is anything new. */
  readonly flush: () => Promise<void>;
  readonly stop: () => void;
}

/** @param send resolves to whether it arrived; what did not is told with the next. */
export function watchObserved(tally: () => Tally, send: (counts: Counts & Tally) => Promise<boolean>): Observed {
  const none: Counts = { tooLarge: 0, unreadable: 0, undelivered: 0, rejected: 0 };
  let counts = none;
  let told = '0/0';

  const add = (a: Counts, b: Counts): Counts => ({
    tooLarge: a.tooLarge + b.tooLarge,
    unreadable: a.unreadable + b.unreadable,
    undelivered: a.undelivered + b.undelivered,
    rejected: a.rejected + b.rejected,
  });

  async function flush(): Promise<void> {
    const now = tally();
    const figures = `${now.articles}/${now.anchors}`;
    const hasNew = Object.values(counts).some((n) => n > 0);
    // A page without posts says nothing about where their authors stand.
    if (!hasNew && (figures === told || now.articles === 0)) return;
    const sent = counts;
    counts = none;
    told = figures;
    if (await send({ ...sent, ...now })) return;
    counts = add(counts, sent);
    told = '';
  }

  const timer = setInterval(() => void flush(), EVERY_MS);
  return {
    flush,
    count(what, n = 1) {
      counts = { ...counts, [what]: counts[what] + n };
    },
    stop: () => clearInterval(timer),
  };
}
