/** The tap in a world of the test's own. What only a browser can tell stands in test/e2e/tap*.spec.ts. */
import { expect, test } from 'vitest';
import { startTap } from '../../../../lib/sites/x/tap';

const wanted = 'https://x.com/i/api/graphql/Id/SearchTimeline';

/** As much of a page's world as the tap asks for; requests are answered by `answer`. */
function createWorld(answer: (...words: unknown[]) => unknown) {
  const calls: { readonly self: unknown; readonly words: readonly unknown[] }[] = [];
  class FakeXhr extends EventTarget {
    get responseURL() {
      return wanted;
    }
    get responseType() {
      return '';
    }
    get responseText() {
      return 'text';
    }
    get response() {
      return 'text';
    }
    open(...words: unknown[]) {
      calls.push({ self: this, words });
      if (words.length < 2) throw new SyntaxError('too few');
      return 'opened';
    }
  }
  const world = Object.assign(new EventTarget(), {
    EventTarget,
    Event,
    MessageEvent,
    MessagePort,
    Request,
    Response,
    Promise,
    XMLHttpRequest: FakeXhr,
    fetch(this: unknown, ...words: unknown[]) {
      calls.push({ self: this, words });
      return answer(...words);
    },
  });
  return { world, calls, start: () => startTap(world as unknown as Window & typeof globalThis) };
}

test('every call is forwarded with the same this and all arguments, and returns the same', () => {
  const returned = {};
  const { world, calls, start } = createWorld(() => returned);
  start();
  const self = {};
  const words = ['/i/api/other', { method: 'POST' }, 'one more'];
  expect(Reflect.apply(world.fetch, self, words)).toBe(returned);
  const xhr = new world.XMLHttpRequest();
  expect(xhr.open('GET', wanted, true, null, null, 'one more')).toBe('opened');
  expect(calls).toEqual([
    { self, words },
    { self: xhr, words: ['GET', wanted, true, null, null, 'one more'] },
  ]);
  expect(calls[0]?.self).toBe(self);
});

test('the page gets the very response, and can read it', async () => {
  const response = new Response('body');
  Object.defineProperty(Response.prototype, 'url', { ...urlDescriptor, get: () => wanted });
  const { world, start } = createWorld(() => Promise.resolve(response));
  start();
  const got = await world.fetch(wanted);
  expect(got).toBe(response);
  expect([response.bodyUsed, await response.text()]).toEqual([false, 'body']);
  Object.defineProperty(Response.prototype, 'url', urlDescriptor);
});
const urlDescriptor = Object.getOwnPropertyDescriptor(Response.prototype, 'url') as PropertyDescriptor;

test('what the function throws or rejects with is the page’s, unchanged', async () => {
  const error = new TypeError('no network');
  const { world, start } = createWorld((how) => {
    if (how === wanted) return Promise.reject(error);
    throw error;
  });
  start();
  await expect(world.fetch(wanted)).rejects.toBe(error);
  expect(() => world.fetch('/other')).toThrow(error);
  expect(() => new world.XMLHttpRequest().open('GET')).toThrow('too few');
});

test('a wrapper of someone else’s may return anything', async () => {
  // biome-ignore lint/suspicious/noThenProperty: a promise of another library is what is meant.
  const thenable = { then: (done: (value: unknown) => void) => done('theirs') };
  for (const returned of [undefined, 1, {}, thenable]) {
    const { world, start } = createWorld(() => returned);
    start();
    expect(world.fetch(wanted)).toBe(returned);
  }
  const { world, start } = createWorld(() => Promise.resolve({ not: 'a response' }));
  start();
  expect(await world.fetch(wanted)).toEqual({ not: 'a response' });
});

test('names, lengths and flags stay; what stands elsewhere is not touched', () => {
  const { world, start } = createWorld(() => undefined);
  const { prototype } = world.XMLHttpRequest;
  const before = [Object.getOwnPropertyDescriptors(world), Object.getOwnPropertyDescriptors(prototype)] as const;
  start();
  const after = [Object.getOwnPropertyDescriptors(world), Object.getOwnPropertyDescriptors(prototype)] as const;
  const changed = before.map((one, index) =>
    Reflect.ownKeys(one).filter((key) => Reflect.get(one, key).value !== Reflect.get(after[index] ?? {}, key).value),
  );
  expect(changed).toEqual([['fetch'], ['open']]);
  const flags = ({ value, ...rest }: PropertyDescriptor) => ({ ...rest, name: value.name, length: value.length });
  expect(flags(after[0].fetch)).toEqual(flags(before[0].fetch));
  expect(flags(after[1].open)).toEqual(flags(before[1].open));
});

test('a world that lacks what it needs is left alone, without a word to the page', () => {
  const { world, start } = createWorld(() => 'answer');
  Reflect.deleteProperty(world, 'MessagePort');
  expect(start).not.toThrow();
  expect(world.fetch(wanted)).toBe('answer');
});
