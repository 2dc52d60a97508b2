/**
 * What the background answers, message by message, over a log. Every message is checked first: it comes from a process that
 * the page shares. Writes come one after another; an error is counted and told, never swallowed.
 */
import * as v from 'valibot';
import { careAnswers } from './answers/care';
import { labelAnswers } from './answers/labels';
import { openWriting } from './answers/writing';
import { admitSeen, isKeptOut } from './care/door';
import type { DeskSettings } from './desk-settings';
import { addCounts, type HealthReport, healthOf, noCounters } from './health';
import { keepVerdicts, openBench } from './judge';
import { renewVerdicts } from './judge-waiting';
import type { Log } from './log';
import * as m from './messages';
import { ingest } from './pipeline';
import type { Settings } from './settings';
import type { Site } from './sites/site';
import { hashKey } from './text/hash';
import { accountIdOf, badges, card, summary } from './views';

export interface Surroundings {
  readonly log: Log;
  readonly site: Site;
  readonly settings: Settings;
  readonly newId: () => string;
  /** Who codes, by which codebook, whether blind: as set at this moment. */
  readonly desk: () => Promise<DeskSettings>;
}

export function answers({ log, site, settings, newId, desk }: Surroundings) {
  const writing = openWriting(log);
  const { inTurn, write, count, countError } = writing;
  const labels = labelAnswers({ writing, newId, desk });

  /** The capture is stored, whatever becomes of labels that waited for it: they go on waiting. */
  async function settleLabels(): Promise<void> {
    try {
      await labels.settleLabels();
    } catch (error) {
      await countError(error);
    }
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
        writing.foundSpace();
        if (receipt.ok) await settleLabels();
        return receipt;
      } catch (error) {
        const kind = await countError(error);
        if (kind === 'disk-full') return { ok: false, reason: 'disk-full', retry: true };
        return { ok: false, reason: 'malformed', retry: kind === 'passing' };
      }
    },

    async badges(data: unknown): Promise<readonly m.BadgeView[]> {
      const { handles } = v.parse(m.HandlesMessage, data);
      const eyes = await desk();
      return log.reading((inside) => badges(inside, handles, settings, eyes));
    },
    async card(data: unknown): Promise<m.CardView | undefined> {
      const { handle } = v.parse(m.HandleMessage, data);
      const eyes = await desk();
      return log.reading((inside) => card(inside, handle, settings, eyes));
    },
    async summary(data: unknown): Promise<m.PageSummary> {
      const page = site.pageOf(v.parse(m.PageMessage, data).pageUrl);
      return summary(log, page, await desk());
    },

    async seen(data: unknown): Promise<void> {
      const { pageUrl, atMs, postIds } = v.parse(m.SeenMessage, data);
      const page = site.pageOf(pageUrl);
      await write(async (unit) => {
        const kept = await admitSeen(unit, page, postIds);
        if (kept.postIds.length === 0) return;
        const key = hashKey([kept.pageKey, page.tab, 'seen', atMs, ...kept.postIds].join(' '));
        unit.put('sightings', { key, how: 'seen', ...kept, tab: page.tab, atMs });
      });
    },

    label: labels.label,
    retract: labels.retract,

    async dismiss(data: unknown): Promise<void> {
      const { handle, dismissed, atMs } = v.parse(m.DismissMessage, data);
      await write(async (unit) => {
        const accountId = await accountIdOf(unit.log, handle);
        if (accountId === undefined || (await isKeptOut(unit, { accountId, handle }))) return;
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
      return healthOf(addCounts(counters, writing.unwritten()));
    },

    /** After an update: what another version judged is judged anew, in rounds. */
    async renew(): Promise<void> {
      try {
        await inTurn(() => renewVerdicts(log, settings));
      } catch (error) {
        await countError(error);
      }
    },

    ...careAnswers({ log, settings, writing, newId, desk }),
  };
}

const withRetry = (result: Awaited<ReturnType<typeof ingest>>): m.Receipt =>
  result.ok ? result : { ...result, retry: false };
