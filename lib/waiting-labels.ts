/** Labels of accounts that the log does not know yet: kept on disk, by handle, until it does. */
import * as v from 'valibot';
import { LabelKey } from './codebook';
import type { Log } from './log';

/** Key of the row in `meta`. */
const WAITING = 'waiting-labels';

const Waiting = v.fallback(
  v.array(
    v.object({
      id: v.string(),
      handle: v.string(),
      value: LabelKey,
      note: v.string(),
      coder: v.string(),
      atMs: v.number(),
      postId: v.exactOptional(v.string()),
      retractedAtMs: v.exactOptional(v.number()),
    }),
  ),
  [],
);
export type WaitingLabel = v.InferOutput<typeof Waiting>[number];

export async function waitingLabels(inside: Log): Promise<readonly WaitingLabel[]> {
  const [row] = await inside.shelves.meta.get([WAITING]);
  return v.parse(Waiting, row?.value);
}

export const putWaitingLabels = (inside: Log, labels: readonly WaitingLabel[]): Promise<void> =>
  inside.shelves.meta.put([{ key: WAITING, value: labels }]);
