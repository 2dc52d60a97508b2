/** Captures through the whole pipeline into a log in memory, and the verdicts of every account seen. */
import { openBench, verdictOf } from '@/lib/judge';
import { judgeWaiting } from '@/lib/judge-waiting';
import type { Capture, Level } from '@/lib/model';
import { ingest } from '@/lib/pipeline';
import { defaultSettings, type Settings } from '@/lib/settings';
import { site } from '@/lib/sites';
import { type MemoryLog, memoryLog } from '@/lib/store/memory-log';
import { openUnit } from '@/lib/unit';

export interface VerdictLine {
  readonly accountId: string;
  readonly handle: string | null;
  readonly level: Level;
  readonly fingerprints: readonly string[];
  readonly flock: string | null;
}

export async function replayCaptures(
  captures: Iterable<Capture> | AsyncIterable<Capture>,
  settings: Settings = defaultSettings,
): Promise<{ log: MemoryLog; captures: number; unread: number }> {
  const log = memoryLog();
  let [count, unread] = [0, 0];
  for await (const capture of captures) {
    count++;
    if (!(await ingest(capture, site, log, settings)).ok) unread++;
  }
  while (await judgeWaiting(log, settings));
  return { log, captures: count, unread };
}

/** One line for each account of which a post was seen. */
export async function* verdictLines(log: MemoryLog, settings: Settings = defaultSettings): AsyncGenerator<VerdictLine> {
  const unit = openUnit(log);
  const bench = openBench(unit, settings);
  for (const id of log.rows.evidence.keys()) {
    const judged = await verdictOf(bench, id);
    if (!judged) continue;
    yield {
      accountId: id,
      handle: judged.evidence.account?.handle ?? null,
      level: judged.verdict.level,
      fingerprints: judged.verdict.findings.filter((one) => one.outcome === 'match').map((one) => one.fingerprint),
      flock: judged.verdict.flockId ?? null,
    };
  }
}
