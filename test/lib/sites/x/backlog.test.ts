import { expect, test } from 'vitest';
import type { TapMessage } from '../../../../lib/messages';
import { createBacklog } from '../../../../lib/sites/x/backlog';

const body = (text: string): TapMessage => ({ kind: 'body', url: '/u', body: text });

function flushed(backlog: ReturnType<typeof createBacklog>): TapMessage[] {
  const taken: TapMessage[] = [];
  backlog.flush((message) => taken.push(message));
  return taken;
}

test('gives what it kept in order, once', () => {
  const backlog = createBacklog(64, 1000);
  const messages = [body('a'), { kind: 'too-large', url: '/t', length: 9 } as const, body('b')];
  for (const message of messages) backlog.add(message);
  expect(flushed(backlog)).toEqual(messages);
  expect(flushed(backlog)).toEqual([]);
  backlog.add(body('c'));
  expect(flushed(backlog)).toEqual([body('c')]);
});

test('above the number of messages, the oldest go and are counted', () => {
  const backlog = createBacklog(2, 1000);
  for (const text of ['a', 'b', 'c', 'd']) backlog.add(body(text));
  expect(flushed(backlog)).toEqual([
    body('c'),
    body('d'),
    { kind: 'unreadable', url: '' },
    { kind: 'unreadable', url: '' },
  ]);
});

test('above the size, the oldest go; sizes are given back', () => {
  const backlog = createBacklog(64, 10);
  for (const text of ['aaaaa', 'bbbbb', 'c']) backlog.add(body(text));
  expect(flushed(backlog)).toEqual([body('bbbbb'), body('c'), { kind: 'unreadable', url: '' }]);
  backlog.add(body('0123456789'));
  expect(flushed(backlog)).toEqual([body('0123456789')]);
});

test('a body larger than the whole backlog is counted, and later ones are kept', () => {
  const backlog = createBacklog(64, 3);
  backlog.add(body('four'));
  backlog.add(body('ok'));
  expect(flushed(backlog)).toEqual([body('ok'), { kind: 'unreadable', url: '' }]);
});

test('adding while it is emptied loses nothing', () => {
  const backlog = createBacklog(64, 1000);
  backlog.add(body('a'));
  const taken: TapMessage[] = [];
  backlog.flush((message) => {
    taken.push(message);
    if (taken.length === 1) backlog.add(body('b'));
  });
  expect(taken).toEqual([body('a'), body('b')]);
});
