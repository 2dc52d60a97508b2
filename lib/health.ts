/** Counters of the chain, and what they mean: `sentences/` has the words. */
import type { Said } from './sentences/said';

/** Running totals, kept on disk; each is a number of things since the log began, unless it says otherwise. */
export interface Counters {
  readonly bodies: number;
  readonly posts: number;
  readonly unreadBodies: number;
  readonly unreadNodes: number;
  readonly promoted: number;
  readonly protectedAccounts: number;
  readonly tooLarge: number;
  readonly unreadable: number;
  readonly undelivered: number;
  readonly rejected: number;
  /** 1 while the disk is full. */
  readonly diskFull: number;
  readonly errors: number;
  /** On the page seen last: posts shown, and those whose author's place was found. */
  readonly articles: number;
  readonly anchors: number;
  readonly lastBodyAtMs: number;
  readonly lastError: string;
}

export const noCounters: Counters = {
  bodies: 0,
  posts: 0,
  unreadBodies: 0,
  unreadNodes: 0,
  promoted: 0,
  protectedAccounts: 0,
  tooLarge: 0,
  unreadable: 0,
  undelivered: 0,
  rejected: 0,
  diskFull: 0,
  errors: 0,
  articles: 0,
  anchors: 0,
  lastBodyAtMs: 0,
  lastError: '',
};

export interface HealthReport {
  readonly state: 'working' | 'idle' | 'trouble';
  readonly counters: Counters;
  /** Most important first; empty when all is well. */
  readonly troubles: readonly Said[];
}

/** Figures of the moment, not sums. */
const NOW: ReadonlySet<string> = new Set(['diskFull', 'articles', 'anchors', 'lastBodyAtMs', 'lastError']);

/** Adds increments, to all counters or to some; figures of the moment and words are replaced. */
export function addCounts<Some extends Partial<Counters>>(counters: Some, more: Partial<Counters>): Some {
  const total: Record<string, unknown> = { ...counters };
  for (const [name, value] of Object.entries(more)) {
    const before = total[name];
    total[name] = !NOW.has(name) && typeof before === 'number' ? before + Number(value) : value;
  }
  return total as Some;
}

export function healthOf(counters: Counters): HealthReport {
  const c = counters;
  const troubles: Said[] = [];
  const say = (when: boolean, said: Said) => {
    if (when) troubles.push(said);
  };
  say(c.diskFull > 0, { key: 'health/disk-full' });
  say(c.articles >= 3 && c.anchors === 0, { key: 'health/anchors' });
  say(c.unreadBodies > 0, { key: 'health/unread-bodies', responses: c.unreadBodies });
  say(c.unreadNodes > 0, { key: 'health/unread-nodes', nodes: c.unreadNodes });
  say(c.tooLarge > 0, { key: 'health/too-large', responses: c.tooLarge });
  say(c.unreadable > 0, { key: 'health/unreadable', responses: c.unreadable });
  say(c.rejected > 0, { key: 'health/rejected', messages: c.rejected });
  say(c.undelivered > 0, { key: 'health/undelivered', responses: c.undelivered });
  say(c.errors > 0, { key: 'health/errors', errors: c.errors, last: c.lastError });
  const broken = c.diskFull > 0 || c.errors > 0 || (c.articles >= 3 && c.anchors === 0);
  return { state: broken ? 'trouble' : c.bodies > 0 ? 'working' : 'idle', counters, troubles };
}
