/** Keeps the worker's tables up to the log while somebody looks, and tells how far they are. */
import type { Followed } from '@/lib/desk/follow-log';
import type { Desk } from '@/lib/desk/work';
import type { DeskJobs } from './desk-jobs';

/** What was captured meanwhile shows after so long at most. */
const EVERY_MS = 3000;

/** @returns has it look at once: after something was done here that changes the log. */
export function follow(
  work: Desk<DeskJobs>,
  onFollowed: (followed: Followed) => void,
  onError: (message: string) => void,
): () => Promise<void> {
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
    if (document.visibilityState === 'visible') await look();
  };
  document.addEventListener('visibilitychange', () => void lookIfSeen());
  void look();
  return look;
}
