/** Counters of the chain, and what they mean in plain words. */

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
  /** Plain sentences, most important first; empty when all is well. */
  readonly troubles: readonly string[];
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

const posts = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export function healthOf(counters: Counters): HealthReport {
  const c = counters;
  const troubles: string[] = [];
  const say = (when: boolean, sentence: string) => {
    if (when) troubles.push(sentence);
  };
  say(
    c.diskFull > 0,
    'The disk is full: new responses are not stored now. What was stored before is safe, and what waits on the page is stored as soon as there is space.',
  );
  say(
    c.articles >= 3 && c.anchors === 0,
    'Posts are on the page, but the place of their author is not where it was: X has changed its page, badges cannot show.',
  );
  say(
    c.unreadBodies > 0,
    `${posts(c.unreadBodies, 'response could', 'responses could')} not be read and ${c.unreadBodies === 1 ? 'was' : 'were'} left out.`,
  );
  say(
    c.unreadNodes > 0,
    `${posts(c.unreadNodes, 'post or account was', 'posts or accounts were')} of a form not known and left out.`,
  );
  say(
    c.tooLarge > 0,
    `${posts(c.tooLarge, 'response was', 'responses were')} too large to read and ${c.tooLarge === 1 ? 'was' : 'were'} left out.`,
  );
  say(c.unreadable > 0, `${posts(c.unreadable, 'response', 'responses')} could not be copied.`);
  say(
    c.rejected > 0,
    `${posts(c.rejected, 'message', 'messages')} on the page's side had a wrong form and ${c.rejected === 1 ? 'was' : 'were'} ignored.`,
  );
  say(
    c.undelivered > 0,
    `${posts(c.undelivered, 'response was', 'responses were')} not taken by the log in time and left out.`,
  );
  say(c.errors > 0, `${posts(c.errors, 'unexpected error', 'unexpected errors')}; the last: ${c.lastError}`);
  const broken = c.diskFull > 0 || c.errors > 0 || (c.articles >= 3 && c.anchors === 0);
  return { state: broken ? 'trouble' : c.bodies > 0 ? 'working' : 'idle', counters, troubles };
}
