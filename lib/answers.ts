/**
 * What the background answers, message by message, over a log. Every message is checked first: it comes from a process that
 * the page shares. Writes come one after another; an error is counted and told, never swallowed.
 */
import * as v from 'valibot';
import { addCounts, type Counters, type HealthReport, healthOf, noCounters } from './health';
import { keepVerdicts, openBench } from './judge';
import type { Log } from './log';
import * as m from './messages';
import type { Label } from './model';
import { countHealth, ingest, judgeWaiting, renewVerdicts } from './pipeline';
import type { Settings } from './settings';
import type { Site } from './sites/site';
import { hashKey } from './text/hash';
import { openUnit, type Unit } from './unit';
import { accountIdOf, badges, card, summary } from './views';

export interface Surroundings {
  readonly log: Log;
  readonly site: Site;
  readonly settings: Settings;
  readonly newId: () => string;
  /** Name under which labels are kept. */
  readonly coder: () => Promise<string>;
}

/** Errors of a store that may work again: the same capture is worth another try. */
const PASSING = new Set(['AbortError', 'DatabaseClosedError', 'InvalidStateError', 'TimeoutError', 'UnknownError']);

/** A full disk, however deep the store has wrapped it. */
const isFull = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'QuotaExceededError' || isFull((error as { inner?: unknown }).inner));

export function answers({ log, site, settings, newId, coder }: Surroundings) {
  let last: Promise<unknown> = Promise.resolve();
  /** Troubles that could not be written, kept until the next write that can. */
  let unwritten: Partial<Counters> = {};

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work, work);
    last = next;
    return next;
  }
  const write = <T>(work: (unit: Unit) => Promise<T>): Promise<T> =>
    inTurn(() =>
      log.atomically(async (inside) => {
        const unit = openUnit(inside);
        const result = await work(unit);
        await unit.flush();
        return result;
      }),
    );
  async function count(more: Partial<Counters>): Promise<void> {
    const now = addCounts(unwritten, more);
    unwritten = {};
    try {
      await write((unit) => countHealth(unit, now));
    } catch {
      // The store is what is broken: the figures wait, and health() tells them all the same.
      unwritten = addCounts(unwritten, now);
    }
  }

  /** A store that may work again is no trouble yet: what never gets through is counted as undelivered by who sent it. */
  async function countError(error: unknown): Promise<'disk-full' | 'passing' | 'unexpected'> {
    if (isFull(error)) {
      await count({ diskFull: 1 });
      return 'disk-full';
    }
    if (error instanceof Error && PASSING.has(error.name)) return 'passing';
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await count({ errors: 1, lastError: words.slice(0, 300) });
    return 'unexpected';
  }

  return {
    async capture(data: unknown): Promise<m.Receipt> {
      const message = v.safeParse(m.CaptureMessage, data);
      if (!message.success) {
        await count({ rejected: 1 });
        return { ok: false, reason: 'malformed', retry: false };
      }
      try {
        const receipt = withRetry(await inTurn(() => ingest(message.output, site, log, settings)));
        // It could be written, so there is space; what waits here must not say otherwise later.
        const { diskFull: _over, ...rest } = unwritten;
        unwritten = rest;
        return receipt;
      } catch (error) {
        const kind = await countError(error);
        if (kind === 'disk-full') return { ok: false, reason: 'disk-full', retry: true };
        return { ok: false, reason: 'malformed', retry: kind === 'passing' };
      }
    },

    async badges(data: unknown): Promise<readonly m.BadgeView[]> {
      const { handles } = v.parse(m.HandlesMessage, data);
      return log.reading((inside) => badges(inside, handles, settings));
    },
    async card(data: unknown): Promise<m.CardView | undefined> {
      const { handle } = v.parse(m.HandleMessage, data);
      return log.reading((inside) => card(inside, handle, settings));
    },
    async summary(data: unknown): Promise<m.PageSummary> {
      return summary(log, site.pageOf(v.parse(m.PageMessage, data).pageUrl));
    },

    async seen(data: unknown): Promise<void> {
      const { pageUrl, atMs, postIds } = v.parse(m.SeenMessage, data);
      const page = site.pageOf(pageUrl);
      await write(async (unit) => {
        const known = (await unit.getMany('posts', postIds)).flatMap((post) => post?.id ?? []);
        if (known.length === 0) return;
        const key = hashKey([page.key, page.tab, 'seen', atMs, ...known].join(' '));
        unit.put('sightings', { key, how: 'seen', pageKey: page.key, tab: page.tab, atMs, postIds: known });
      });
    },

    async label(data: unknown): Promise<Label | undefined> {
      const { handle, value, note, atMs, postId } = v.parse(m.LabelMessage, data);
      const accountId = await accountIdOf(log, handle);
      if (accountId === undefined) return undefined;
      const label: Label = {
        id: newId(),
        accountId,
        value,
        note,
        coder: await coder(),
        atMs,
        ...(postId === undefined ? {} : { postId }),
      };
      await write(async (unit) => unit.put('labels', label));
      return label;
    },

    async dismiss(data: unknown): Promise<void> {
      const { handle, dismissed, atMs } = v.parse(m.DismissMessage, data);
      const accountId = await accountIdOf(log, handle);
      if (accountId === undefined) return;
      await write(async (unit) => {
        unit.put('dismissals', { accountId, atMs, dismissed });
        await keepVerdicts(unit, openBench(unit, settings), [accountId]);
      });
    },

    async observed(data: unknown): Promise<void> {
      const { pageUrl: _url, atMs: _at, ...counts } = v.parse(m.ObservedMessage, data);
      await count(counts);
    },

    async health(): Promise<HealthReport> {
      const [row] = await log.shelves.counters.get(['health']);
      const { key: _key, ...counters } = row ?? { key: 'health', ...noCounters };
      return healthOf(addCounts(counters, unwritten));
    },

    /** After an update: what another version judged is judged anew, in rounds. */
    async renew(): Promise<void> {
      try {
        await inTurn(() => renewVerdicts(log, settings));
      } catch (error) {
        await countError(error);
      }
    },

    /** @returns whether more accounts wait to be judged. */
    async judgeWaiting(): Promise<boolean> {
      try {
        return await inTurn(() => judgeWaiting(log, settings));
      } catch (error) {
        await countError(error);
        return false;
      }
    },
  };
}

const withRetry = (result: Awaited<ReturnType<typeof ingest>>): m.Receipt =>
  result.ok ? result : { ...result, retry: false };
