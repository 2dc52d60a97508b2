/** Starts the log page's worker, which lives as long as the page. */
import { type Desk, openDesk } from '@/lib/desk/work';
import type { DeskJobs } from './desk-jobs';

/** @param onBroken told once, where the worker itself cannot start or dies. */
export function startDesk(onBroken: (message: string) => void): Desk<DeskJobs> {
  const worker = new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => onBroken(event.message || 'worker'));
  return openDesk<DeskJobs>({
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    listen: (onMessage) => worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => onMessage(data)),
  });
}
