import { expect, test, vi } from 'vitest';
import { Cancelled, type Job, openDesk, type Port, serveJobs } from '@/lib/desk/work';

/** Two ends that hear one another, what is sent copied as a worker's messages are. */
function ends(): readonly [Port, Port] {
  const heard: ((message: unknown) => void)[] = [];
  const end = (own: number, other: number): Port => ({
    post: (message) => queueMicrotask(() => heard[other]?.(structuredClone(message))),
    listen: (onMessage) => {
      heard[own] = onMessage;
    },
  });
  return [end(0, 1), end(1, 0)];
}

const double: Job<number, number, string> = async (n, { report }) => {
  report('half');
  return 2 * n;
};
const fail: Job<undefined, never> = () => Promise.reject(new RangeError('too much'));
const endless: Job<undefined, never, number> = async (_, course) => {
  for (let i = 0; ; i++) {
    course.report(i);
    await new Promise((resolve) => setTimeout(resolve, 1));
    course.goOn();
  }
};
const jobs = { double, fail, endless };

function desk() {
  const [page, worker] = ends();
  serveJobs(jobs, worker);
  return openDesk<typeof jobs>(page);
}

test('an answer comes to the one who asked, after its progress', async () => {
  const { start } = desk();
  const said: string[] = [];
  const [one, other] = [start('double', 4, (progress) => said.push(progress)), start('double', 5)];
  expect(await Promise.all([one.done, other.done])).toEqual([8, 10]);
  expect(said).toEqual(['half']);
});

test('a failure keeps its name and words; work of no such kind fails too', async () => {
  const { start } = desk();
  await expect(start('fail', undefined).done).rejects.toMatchObject({ name: 'RangeError', message: 'too much' });
  await expect(start('none' as 'fail', undefined).done).rejects.toThrow('no such work: none');
});

test('what is cancelled ends as cancelled and says nothing more; the rest goes on', async () => {
  const { start } = desk();
  const onProgress = vi.fn();
  const running = start('endless', undefined, onProgress);
  await vi.waitFor(() => expect(onProgress).toHaveBeenCalled());
  running.cancel();
  await expect(running.done).rejects.toMatchObject({ name: 'Cancelled' });
  const times = onProgress.mock.calls.length;
  expect(await start('double', 1).done).toBe(2);
  expect(onProgress).toHaveBeenCalledTimes(times);
  expect(new Cancelled('x')).toBeInstanceOf(Error);
});
