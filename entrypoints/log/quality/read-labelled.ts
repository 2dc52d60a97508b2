/** All labels of the log, with the verdicts on their accounts. */
import { verdictsOf } from '@/lib/desk/quality';
import { allLabels } from '@/lib/desk/read-lines';
import type { Log } from '@/lib/log';
import type { Label, Verdict } from '@/lib/model';

export interface LabelsRead {
  readonly labels: readonly Label[];
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

export async function readLabelled(log: Log): Promise<LabelsRead> {
  const labels = await allLabels(log);
  const ids = [...new Set(labels.map(({ accountId }) => accountId))];
  return { labels, verdicts: await verdictsOf(log, ids) };
}
