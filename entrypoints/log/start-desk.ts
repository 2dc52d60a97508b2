/**
 * Starts the log page's workers. One answers what its tables ask, from the first question on for as long as the page lives. What
 * goes through the whole log or a whole file has one of its own: it holds up no table, and what it needed of memory goes with it.
 */
import { type Desk, openDesk } from '@/lib/desk/work';
import type { DeskJobs } from './desk-jobs';

/** Work that has a worker of its own. */
const APART: ReadonlySet<keyof DeskJobs> = new Set(['importGuess', 'importCheck', 'importTake', 'export'] as const);

/** @param onBroken told where a worker itself cannot start or dies; what one of its own was doing ends with it. */
export function startDesk(onBroken: (message: string) => void): Desk<DeskJobs> {
  let always: Desk<DeskJobs> | undefined;
  return {
    start(kind, input, onProgress) {
      if (!APART.has(kind)) {
        always ??= openWorker(onBroken).desk;
        return always.start(kind, input, onProgress);
      }
      const { desk, broken, end } = openWorker(onBroken);
      const { done, cancel } = desk.start(kind, input, onProgress);
      const ended = Promise.race([done, broken]);
      ended.then(end, end);
      return { done: ended, cancel };
    },
  };
}

function openWorker(onBroken: (message: string) => void) {
  const worker = new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', ({ message = '' }) => {
      onBroken(message || 'worker');
      reject(new Error(message || 'worker'));
    });
  });
  broken.catch(() => undefined);
  const desk = openDesk<DeskJobs>({
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    listen: (onMessage) => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data)),
  });
  return { desk, broken, end: () => worker.terminate() };
}
