/** What labels are compared with: verdicts by account, and how far they count. Labels are few; verdicts are read by key. */
import { type Codebook, labelOfKey } from '../codebook';
import { type Fit, fitOfFingerprints, fitOfLevels, type Said } from '../fit';
import { standingLabels } from '../labels';
import type { Log } from '../log';
import type { AccountId, Label, Verdict } from '../model';

const PART = 500;

export async function verdictsOf(log: Log, ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, Verdict>> {
  const verdicts = new Map<AccountId, Verdict>();
  for (let i = 0; i < ids.length; i += PART) {
    for (const verdict of await log.shelves.verdicts.get(ids.slice(i, i + PART))) {
      if (verdict) verdicts.set(verdict.accountId, verdict);
    }
  }
  return verdicts;
}

export interface Quality {
  readonly spam: number;
  readonly genuine: number;
  readonly neither: number;
  /** Labels whose key the codebook does not know: nobody can say how they count. */
  readonly foreign: number;
  readonly levels: readonly Fit[];
  readonly fingerprints: readonly Fit[];
}

/** @param coder whose labels; `undefined`: the newest of each account, whoever gave it */
export function qualityOf(
  labels: readonly Label[],
  verdicts: ReadonlyMap<AccountId, Verdict>,
  codebook: Codebook,
  coder: string | undefined,
): Quality {
  const said: Said[] = [];
  let foreign = 0;
  for (const [id, { value }] of standingLabels(labels, coder)) {
    const code = labelOfKey(codebook, value);
    const verdict = verdicts.get(id);
    if (code === undefined) foreign++;
    else said.push({ counts: code.counts, ...(verdict ? { verdict } : {}) });
  }
  const count = (counts: Said['counts']) => said.filter((one) => one.counts === counts).length;
  return {
    spam: count('spam'),
    genuine: count('genuine'),
    neither: count('neither'),
    foreign,
    levels: fitOfLevels(said),
    fingerprints: fitOfFingerprints(said),
  };
}
