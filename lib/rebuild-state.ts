/** How far the engine's rows have been made anew: kept in `meta`, so that a killed worker goes on where it stopped. */
import * as v from 'valibot';
import type { Log } from './log';
import type { PostId } from './model';

/** Key of the row in `meta`; there is none while nothing is made anew. */
export const REBUILD = 'rebuild';

const RebuildState = v.object({
  /**
   * `clearing`: the old rows go. `learning`: posts are learned in order of id. `renewing`: flocks, and verdicts of accounts that
   * stand in none, are looked at again.
   */
  phase: v.picklist(['clearing', 'learning', 'renewing']),
  /** The last key that was dealt with. */
  after: v.string(),
  /** Posts learned so far. */
  learned: v.number(),
});
export type RebuildState = Readonly<v.InferOutput<typeof RebuildState>>;

/** @param value of the row in `meta`. @throws where it is not as it was written. */
export function readRebuild(value: unknown): RebuildState | undefined {
  return value === undefined ? undefined : v.parse(RebuildState, value);
}

/** Has the post's turn come? If not, the rebuild will learn it; until then nobody does. */
export const hasReached = (state: RebuildState | undefined, id: PostId): boolean =>
  state === undefined || state.phase === 'renewing' || (state.phase === 'learning' && id <= state.after);

/** The log without the texts of posts that were not learned yet: who posted them counts when their turn comes, not twice. */
export const learnedOnly = (log: Log, isLearned: (id: PostId) => boolean): Log => ({
  ...log,
  async authorsOf(textKeys) {
    const posts = await log.postsOf(textKeys);
    return [...new Set(posts.flatMap(({ id, authorId }) => (isLearned(id) ? authorId : [])))].toSorted();
  },
});
