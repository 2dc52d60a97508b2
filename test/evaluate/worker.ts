/** A process that takes tasks one at a time from `run.ts` and sends their results back. */
import { run, type Task } from './tasks';

process.on('message', async (task: Task) => {
  try {
    for await (const result of run(task)) process.send?.({ result });
    process.send?.({ done: true });
  } catch (error) {
    process.send?.({
      failed: `${task.kind} ${task.id} seed ${task.seed}: ${error instanceof Error ? error.stack : error}`,
    });
  }
});
