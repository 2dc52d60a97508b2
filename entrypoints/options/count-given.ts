/** How many labels were given with each key, those taken back among them: their rows stay, and must stay readable. */
import type { Given } from '@/lib/edit-codebook';
import type { Log } from '@/lib/log';

const PART = 1000;

export async function countGiven(log: Log): Promise<Given> {
  const counts = new Map<string, number>();
  for (let after = ''; ; ) {
    const labels = await log.shelves.labels.scan(after, PART);
    for (const { value } of labels) counts.set(value, (counts.get(value) ?? 0) + 1);
    const last = labels.at(-1);
    if (last === undefined || labels.length < PART) return counts;
    after = last.id;
  }
}
