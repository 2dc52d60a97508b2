// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import type { TapMessage } from '@/lib/messages';
import type { Capture } from '@/lib/model';

const tap: { message: (message: TapMessage) => void; reject: () => void } = { message: () => {}, reject: () => {} };
vi.mock('@/entrypoints/overlay.content/carrier', () => ({
  listenToTap(onMessage: typeof tap.message, onRejected: typeof tap.reject) {
    tap.message = onMessage;
    tap.reject = onRejected;
  },
}));
const { startCapturing } = await import('@/entrypoints/overlay.content/capturing');

const body = (text: string): TapMessage => ({ kind: 'body', url: '/i/api/graphql/q/SearchTimeline', body: text });
const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
let stop = () => {};
afterEach(() => stop());

function start() {
  const sent: Capture[] = [];
  const counted: string[] = [];
  let stored = 0;
  const capturing = startCapturing({
    async send(capture) {
      sent.push(capture);
      return { ok: true, posts: 1, newPosts: 1 };
    },
    onStored: () => {
      stored += 1;
    },
    count: (what) => counted.push(what),
  });
  stop = capturing.stop;
  return { capturing, sent, counted, stored: () => stored };
}

test('what came before the switch was known is carried once it is on, in order', async () => {
  const { capturing, sent, stored } = start();
  tap.message(body('1'));
  tap.message(body('2'));
  await settle();
  expect(sent).toEqual([]);
  capturing.setActive(true);
  tap.message(body('3'));
  await settle();
  expect(sent.map((capture) => capture.body)).toEqual(['1', '2', '3']);
  expect(sent[0]?.pageUrl).toBe(location.href);
  expect(stored()).toBe(3);
});

test('off carries nothing, neither before nor after, and counts nothing', async () => {
  const { capturing, sent, counted } = start();
  tap.message(body('1'));
  capturing.setActive(false);
  tap.message(body('2'));
  tap.message({ kind: 'too-large', url: 'u', length: 9_000_000 });
  tap.reject();
  capturing.setActive(true);
  await settle();
  expect([sent, counted]).toEqual([[], []]);
});

test('what cannot be carried is counted', () => {
  const { capturing, counted } = start();
  capturing.setActive(true);
  tap.message({ kind: 'too-large', url: 'u', length: 9_000_000 });
  tap.message({ kind: 'unreadable', url: 'u' });
  tap.reject();
  expect(counted).toEqual(['tooLarge', 'unreadable', 'rejected']);
});
