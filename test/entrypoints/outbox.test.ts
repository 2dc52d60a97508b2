import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOutbox } from '../../entrypoints/overlay.content/outbox';
import type { Receipt } from '../../lib/messages';
import type { Capture } from '../../lib/model';

const stored: Receipt = { ok: true, posts: 1, newPosts: 1 };
const capture = (n: number, body = 'x'): Capture => ({ url: `/u${n}`, pageUrl: '/p', capturedAtMs: n, body });

/** A background that answers as it is told. */
function createBackground() {
  const arrived: string[] = [];
  const pending: { resolve: (receipt: Receipt) => void; reject: (error: Error) => void }[] = [];
  return {
    arrived,
    send: (one: Capture) => {
      arrived.push(one.url);
      return new Promise<Receipt>((resolve, reject) => pending.push({ resolve, reject }));
    },
    answer: async (receipt: Receipt = stored) => {
      pending.shift()?.resolve(receipt);
      await vi.advanceTimersByTimeAsync(0);
    },
    die: async () => {
      pending.shift()?.reject(new Error('the message channel closed'));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('one at a time, in order', async () => {
  const background = createBackground();
  const outbox = createOutbox(background.send);
  for (const n of [1, 2, 3]) outbox.add(capture(n));
  expect(background.arrived).toEqual(['/u1']);
  await background.answer();
  expect(background.arrived).toEqual(['/u1', '/u2']);
  await background.answer();
  await background.answer();
  expect(background.arrived).toEqual(['/u1', '/u2', '/u3']);
  expect(outbox.held()).toBe(0);
  outbox.add(capture(4));
  expect(background.arrived.at(-1)).toBe('/u4');
});

test('a background that dies gets the same capture again, before the next', async () => {
  const background = createBackground();
  const outbox = createOutbox(background.send, { firstRetryMs: 100 });
  outbox.add(capture(1));
  outbox.add(capture(2));
  await background.die();
  expect(outbox.held()).toBe(2);
  await vi.advanceTimersByTimeAsync(99);
  expect(background.arrived).toEqual(['/u1']);
  await vi.advanceTimersByTimeAsync(1);
  expect(background.arrived).toEqual(['/u1', '/u1']);
  await background.answer();
  expect(background.arrived).toEqual(['/u1', '/u1', '/u2']);
});

test('the pause doubles up to its limit, and is short again after a success', async () => {
  const times: number[] = [];
  let failing = true;
  const send = async () => {
    times.push(Date.now());
    if (failing) throw new Error('no receiving end');
    return stored;
  };
  const startMs = Date.now();
  const outbox = createOutbox(send, { firstRetryMs: 100, maxRetryMs: 300 });
  outbox.add(capture(1));
  await vi.advanceTimersByTimeAsync(1300);
  expect(times.map((ms) => ms - startMs)).toEqual([0, 100, 300, 600, 900, 1200]);
  failing = false;
  await vi.advanceTimersByTimeAsync(300);
  expect(outbox.held()).toBe(0);
  failing = true;
  const againMs = Date.now();
  outbox.add(capture(2));
  await vi.advanceTimersByTimeAsync(150);
  expect(times.slice(-2).map((ms) => ms - againMs)).toEqual([0, 100]);
});

test('a send that throws at once is a failure like any other', async () => {
  let calls = 0;
  const outbox = createOutbox(() => {
    calls += 1;
    if (calls === 1) throw new Error('context invalidated');
    return Promise.resolve(stored);
  });
  outbox.add(capture(1));
  await vi.advanceTimersByTimeAsync(200);
  expect([calls, outbox.held()]).toEqual([2, 0]);
});

test('a receipt may ask for a repetition; one that does not is final', async () => {
  const background = createBackground();
  const receipts: Receipt[] = [];
  const outbox = createOutbox(background.send, { onReceipt: (_capture, receipt) => receipts.push(receipt) });
  outbox.add(capture(1));
  await background.answer({ ok: false, reason: 'disk-full', retry: true });
  expect([receipts.length, outbox.held()]).toEqual([0, 1]);
  await vi.advanceTimersByTimeAsync(100);
  const final: Receipt = { ok: false, reason: 'unread', retry: false };
  await background.answer(final);
  expect(receipts).toEqual([final]);
  expect(outbox.held()).toBe(0);
});

test('no answer counts as a failure, and a late answer does no harm', async () => {
  const background = createBackground();
  const outbox = createOutbox(background.send, { answerMs: 1000, firstRetryMs: 100 });
  outbox.add(capture(1));
  outbox.add(capture(2));
  await vi.advanceTimersByTimeAsync(1100);
  expect(background.arrived).toEqual(['/u1', '/u1']);
  await background.answer();
  expect([background.arrived.length, outbox.held()]).toEqual([2, 2]);
  await background.answer();
  expect(background.arrived).toEqual(['/u1', '/u1', '/u2']);
});

test('above the number, the oldest that is not on its way is dropped and reported', async () => {
  const background = createBackground();
  let undelivered = 0;
  const outbox = createOutbox(background.send, { maxCaptures: 3, onUndelivered: (count) => (undelivered += count) });
  for (const n of [1, 2, 3, 4, 5]) outbox.add(capture(n));
  expect([outbox.held(), undelivered]).toEqual([3, 2]);
  for (let n = 0; n < 3; n += 1) await background.answer();
  expect(background.arrived).toEqual(['/u1', '/u4', '/u5']);
});

test('above the size, likewise; one capture alone is always kept', async () => {
  const background = createBackground();
  let undelivered = 0;
  const outbox = createOutbox(background.send, { maxChars: 10, onUndelivered: (count) => (undelivered += count) });
  outbox.add(capture(1, 'x'.repeat(20)));
  expect([outbox.held(), undelivered]).toEqual([1, 0]);
  await background.answer();
  outbox.add(capture(2, 'x'.repeat(4)));
  outbox.add(capture(3, 'x'.repeat(4)));
  outbox.add(capture(4, 'x'.repeat(4)));
  expect([outbox.held(), undelivered]).toEqual([2, 1]);
});

test('fifty deaths: every capture arrives, in order, and is acknowledged once', async () => {
  const taken: string[] = [];
  const acknowledged: string[] = [];
  let sends = 0;
  // Dies in two of three sends, now before it stored the capture, now after.
  const send = async (one: Capture): Promise<Receipt> => {
    sends += 1;
    if (sends % 3 === 1) throw new Error('killed before');
    if (taken.at(-1) !== one.url) taken.push(one.url);
    if (sends % 3 === 2) throw new Error('killed after');
    return stored;
  };
  const outbox = createOutbox(send, { onReceipt: (one) => acknowledged.push(one.url) });
  const sent = Array.from({ length: 25 }, (_, n) => capture(n));
  for (const one of sent) outbox.add(one);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(taken).toEqual(sent.map((one) => one.url));
  expect(acknowledged).toEqual(taken);
  expect(sends).toBe(75);
});

test('what a receipt’s listener throws does not hold up the rest', async () => {
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const arrived: string[] = [];
  const outbox = createOutbox(
    async (one) => {
      arrived.push(one.url);
      return stored;
    },
    {
      onReceipt: () => {
        throw new Error('listener');
      },
    },
  );
  outbox.add(capture(1));
  outbox.add(capture(2));
  await vi.advanceTimersByTimeAsync(10);
  expect(arrived).toEqual(['/u1', '/u2']);
  expect(reported).toHaveBeenCalledTimes(2);
  reported.mockRestore();
});

test('stopped, it holds and sends nothing any more', async () => {
  const background = createBackground();
  const outbox = createOutbox(background.send);
  outbox.add(capture(1));
  outbox.add(capture(2));
  outbox.stop();
  await background.answer();
  outbox.add(capture(3));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([background.arrived, outbox.held()]).toEqual([['/u1'], 0]);
});
