/** Keeps the worker's tables up to the log while somebody looks, and tells how far they are. */
import type { Followed } from '@/lib/desk/follow-log';
import type { Desk } from '@/lib/desk/work';
import type { DeskJobs } from './desk-jobs';

/** What was captured meanwhile shows after so long at most. */
const EVERY_MS = 3000;

export interface FollowOptions {
  readonly work: Desk<DeskJobs>;
  readonly onFollowed: (followed: Followed) => void;
  readonly onError: (message: string) => void;
  /** Does what stands at this address need the tables? */
  readonly isWantedAt: (hash: string) => boolean;
}

/** @returns has it look at once: after something was done here that changes the log, or where the tables are wanted again. */
export function follow({ work, onFollowed, onError, isWantedAt }: FollowOptions): () => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  async function look(): Promise<void> {
    clearTimeout(timer);
    try {
      onFollowed(await work.start('follow', undefined, onFollowed).done);
    } catch (error) {
      onError(error instanceof Error ? error.message : String(error));
    }
    clearTimeout(timer);
    timer = setTimeout(() => void lookIfSeen(), EVERY_MS);
  }
  const lookIfSeen = async () => {
    if (document.visibilityState === 'visible') await lookIfWanted();
  };
  const lookIfWanted = async () => {
    if (isWantedAt(location.hash)) await look();
  };
  document.addEventListener('visibilitychange', () => void lookIfSeen());
  window.addEventListener('hashchange', ({ oldURL }) => {
    // They are read up to what happened meanwhile.
    if (!isWantedAt(new URL(oldURL).hash)) void lookIfWanted();
  });
  void lookIfWanted();
  return lookIfWanted;
}
