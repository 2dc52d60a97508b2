import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchObserved } from '@/entrypoints/overlay.content/observed';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const page = { articles: 0, anchors: 0 };
  const sent: object[] = [];
  let arrives = true;
  const observed = watchObserved(
    () => ({ ...page }),
    async (counts) => {
      if (arrives) sent.push(counts);
      return arrives;
    },
  );
  return {
    page,
    sent,
    observed,
    lose: (lost: boolean) => {
      arrives = !lost;
    },
  };
}
const none = { tooLarge: 0, unreadable: 0, undelivered: 0, rejected: 0 };

test('tells what is new, and nothing twice', async () => {
  const { page, sent, observed } = start();
  await vi.advanceTimersByTimeAsync(3000);
  Object.assign(page, { articles: 5, anchors: 4 });
  await vi.advanceTimersByTimeAsync(9000);
  observed.count('tooLarge');
  observed.count('undelivered', 3);
  await vi.advanceTimersByTimeAsync(9000);
  observed.stop();
  expect(sent).toEqual([
    { ...none, articles: 5, anchors: 4 },
    { ...none, tooLarge: 1, undelivered: 3, articles: 5, anchors: 4 },
  ]);
});

test('what did not arrive is told with the next', async () => {
  const { sent, observed, lose } = start();
  lose(true);
  observed.count('rejected');
  await observed.flush();
  observed.count('rejected');
  lose(false);
  await observed.flush();
  observed.stop();
  expect(sent).toEqual([{ ...none, rejected: 2, articles: 0, anchors: 0 }]);
});
