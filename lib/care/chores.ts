/** Work that waits for a quiet moment: forgetting first, then the rows it needs made anew, then what is too old, and older states at last. */
import type { Log } from '../log';
import { continueRebuild } from '../rebuild';
import type { Settings } from '../settings';
import { continueForgetting, FORGETTING } from './forget';
import { continuePurge, PURGING } from './purge';
import { openRetention, RETAINING } from './retention';

/** @returns makes one step of what waits, each a unit of work, and says whether there was one to make */
export function openChores(log: Log, settings: Settings): () => Promise<boolean> {
  const continueRetention = openRetention(log);
  return async () => {
    const [forgetting, retaining, purging] = await log.shelves.meta.get([FORGETTING, RETAINING, PURGING]);
    if (forgetting) return continueForgetting(log);
    if (await continueRebuild(log, settings)) return true;
    if (retaining) return continueRetention();
    return purging ? continuePurge(log) : false;
  };
}
