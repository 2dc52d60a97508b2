/** A log to which stories are told, capture by capture, through the real pipeline; and what the engine makes of them. */
import { openBench, verdictOf } from '../../lib/judge';
import { judgeWaiting } from '../../lib/judge-waiting';
import type { Log } from '../../lib/log';
import type { Capture, Level, Verdict } from '../../lib/model';
import { type Ingested, ingest } from '../../lib/pipeline';
import { defaultSettings, type Settings } from '../../lib/settings';
import type { Site } from '../../lib/sites/site';
import { type MemoryLog, memoryLog } from '../../lib/store/memory-log';
import { openUnit } from '../../lib/unit';
import { DAY_MS, idOf, type Story, story } from './story';

/** A site whose bodies are stories as JSON: the engine is tested without X's shapes. */
export const plainSite: Site = {
  id: 'plain',
  matches: [],
  wants: (url) => url !== 'unwanted',
  parse: ({ body }) => {
    try {
      const { posts, accounts } = JSON.parse(body) as Story;
      return { ok: true, parsed: { posts, accounts, promoted: 0, protectedAccounts: 0, unread: 0 } };
    } catch {
      return { ok: false, reason: 'not-json' };
    }
  },
  pageOf: (pageUrl) => ({ key: `hashtag:${pageUrl}`, kind: 'hashtag', tab: 'latest', title: pageUrl }),
};

export interface On {
  /** The hashtag. */
  readonly page?: string;
  readonly atMs?: number;
}

export const captureOf = (told: Story | string, { page = 'bread', atMs = DAY_MS + 86_400_000 }: On = {}): Capture => ({
  url: 'timeline',
  pageUrl: page,
  capturedAtMs: atMs,
  body: JSON.stringify(typeof told === 'string' ? story(told) : told),
});

export function openWorld(log: Log, settings: Settings = defaultSettings) {
  const take = (capture: Capture): Promise<Ingested> => ingest(capture, plainSite, log, settings);
  const world = {
    log,
    take,
    /** One capture that holds all of it; nothing waits afterwards. */
    async see(told: Story | string, on: On = {}) {
      const taken = await take(captureOf(told, on));
      await world.settle();
      return taken;
    },
    async settle(): Promise<void> {
      while (await judgeWaiting(log, settings));
    },
    async verdict(handle: string): Promise<Verdict | undefined> {
      return (await verdictOf(openBench(openUnit(log), settings), idOf(handle)))?.verdict;
    },
    async level(handle: string): Promise<Level | undefined> {
      return (await world.verdict(handle))?.level;
    },
    /** What the fingerprint says of the account. */
    async finding(handle: string, fingerprint: string) {
      return (await world.verdict(handle))?.findings.find((one) => one.fingerprint === fingerprint);
    },
  };
  return world;
}
export type World = ReturnType<typeof openWorld>;

export interface FlockSeen {
  readonly members: readonly string[];
  readonly accounts: number;
  readonly posts: number;
  readonly texts: number;
}

/** The flocks in a log: who stands together, by id, with the counts that are kept of them. */
export function flocksIn(log: MemoryLog): readonly FlockSeen[] {
  const members = new Map<string, string[]>();
  for (const { id, flock } of log.rows.evidence.values()) {
    if (flock !== undefined) members.set(flock, [...(members.get(flock) ?? []), id]);
  }
  return [...members]
    .map(([id, ids]) => {
      const row = log.rows.flocks.get(id);
      if (!row || row.into !== undefined) throw new Error(`accounts stand in a flock that is no more: ${id}`);
      return { members: ids.toSorted(), accounts: row.accounts, posts: row.posts, texts: row.texts };
    })
    .toSorted((a, b) => (a.members[0]! < b.members[0]! ? -1 : 1));
}

/** A log in memory in which a story was seen on one page, in one capture. */
export async function seen(told: Story | string, settings: Settings = defaultSettings) {
  const log = memoryLog();
  const world = openWorld(log, settings);
  await world.see(told);
  return { ...world, log, flocks: () => flocksIn(log) };
}

/** Ids of handles, as a flock's members are told. */
export const ids = (...handles: readonly string[]): readonly string[] => handles.map(idOf).toSorted();
