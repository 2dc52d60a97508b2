/** What the tap copies arrives once and whole at the content script; nothing of it is the page's to see or to forge. */
import { expect } from '@playwright/test';
import { HANDSHAKE } from '../../lib/border';
import { otherPrefix, privatePrefix, wantedPrefix } from './tap-addresses';
import { heardOn, openPage, test } from './tap-fixtures';

/** One request at a time, in the page; a pause lets the last copy pass. */
async function ask(page: import('@playwright/test').Page, wishes: readonly (readonly [how: string, url: string])[]) {
  return page.evaluate(async (list) => {
    const answers: unknown[] = [];
    for (const [how, url] of list) {
      if (how === 'fetch') answers.push((await (await fetch(url)).text()).length);
      else
        answers.push(
          await new Promise((resolve) => {
            const xhr = new XMLHttpRequest();
            xhr.open('GET', url);
            xhr.responseType = how as XMLHttpRequestResponseType;
            xhr.onload = () => resolve(typeof xhr.response === 'string' ? xhr.response.length : typeof xhr.response);
            xhr.send();
          }),
        );
    }
    return answers;
  }, wishes);
}

const urlOf = (kind: string) => `https://x.com${wantedPrefix}${kind}`;

test('bodies arrive once, in order, whole, whatever their status', async ({ server, tapped }) => {
  const page = await openPage(server, tapped, '?bodies');
  const text = await page.evaluate(async (url) => (await fetch(url)).text(), `${otherPrefix}ok`);
  const limited = '{"errors":[{"code":88}]}';
  const kinds = ['ok', 'pieces', 'limited', 'broken', 'malformed', 'moved'];
  const expected = [text, text, limited, '<h1>Over capacity</h1>', '{"data":{"cut', text];
  for (const how of ['fetch', '', 'text'])
    await ask(
      page,
      kinds.map((kind) => [how, `${wantedPrefix}${kind}`] as const),
    );
  await ask(page, [['json', `${wantedPrefix}ok`]]);
  await expect.poll(() => heardOn(tapped, '?bodies')).toHaveLength(19);
  const heard = await heardOn(tapped, '?bodies');
  const urls = kinds.map((kind) => (kind === 'moved' ? `${urlOf('ok')}&moved=1` : urlOf(kind)));
  const once = urls.map((url, index) => ({ kind: 'body', url, body: expected[index], pageUrl: page.url() }));
  expect(heard.slice(0, 18)).toEqual([...once, ...once, ...once]);
  const last = heard[18];
  expect(last?.kind === 'body' && JSON.parse(last.body)).toEqual(JSON.parse(text));
  await page.close();
});

test('an answer the page reads as something else is counted; none, or one cut off, is not there', async ({
  server,
  tapped,
}) => {
  const page = await openPage(server, tapped, '?others');
  await ask(page, [
    ['arraybuffer', `${wantedPrefix}ok`],
    ['blob', `${wantedPrefix}ok`],
    ['document', `${wantedPrefix}xml`],
    ['json', `${wantedPrefix}malformed`],
    ['', `${wantedPrefix}none`],
    ['fetch', `${wantedPrefix}empty`],
  ]);
  await page.evaluate(async (url) => {
    await (await fetch(url)).text().catch(String);
    await new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open('GET', url);
      xhr.onloadend = resolve;
      xhr.send();
    });
  }, `${wantedPrefix}break`);
  await ask(page, [['', `${wantedPrefix}ok`]]);
  await expect.poll(() => heardOn(tapped, '?others')).toHaveLength(5);
  expect((await heardOn(tapped, '?others')).map((one) => one.kind)).toEqual([
    'unreadable',
    'unreadable',
    'unreadable',
    'unreadable',
    'body',
  ]);
  await page.close();
});

test('direct messages and other addresses are never copied', async ({ server, tapped }) => {
  const page = await openPage(server, tapped, '?private');
  const addresses = [`${privatePrefix}ok`, '/i/api/1.1/dm/inbox_initial_state.json?kind=ok', `${otherPrefix}ok`];
  for (const how of ['fetch', '', 'json'])
    await ask(
      page,
      addresses.map((url) => [how, url] as const),
    );
  await ask(page, [['', `${wantedPrefix}ok`]]);
  await expect.poll(() => heardOn(tapped, '?private')).toHaveLength(1);
  expect((await heardOn(tapped, '?private')).map((one) => one.kind === 'body' && one.url)).toEqual([urlOf('ok')]);
  await page.close();
});

test('50 MB are counted, not carried, and the page gets them', async ({ server, tapped }) => {
  const page = await openPage(server, tapped, '?huge');
  const length = 50_000_000 + '{"pad":""}'.length;
  expect(
    await ask(page, [
      ['', `${wantedPrefix}huge`],
      ['fetch', `${wantedPrefix}huge`],
      ['', `${wantedPrefix}large`],
    ]),
  ).toEqual([length, length, 4_000_010]);
  await expect.poll(() => heardOn(tapped, '?huge')).toHaveLength(3);
  const heard = await heardOn(tapped, '?huge');
  const counted = { kind: 'too-large', url: urlOf('huge'), length, pageUrl: page.url() };
  expect(heard.slice(0, 2)).toEqual([counted, counted]);
  expect(heard[2]?.kind === 'body' && heard[2].body.length).toBe(4_000_010);
  await page.close();
});

test('bodies that come before the content script is ready are not lost', async ({ server, tapped }) => {
  const sync = `const xhr = new XMLHttpRequest(); xhr.open('GET', '${wantedPrefix}ok', false); xhr.send(); fetch('${wantedPrefix}limited');`;
  const page = await openPage(server, tapped, '?late=600', sync);
  await expect.poll(() => heardOn(tapped, '?late=600')).toHaveLength(2);
  expect((await heardOn(tapped, '?late=600')).map((one) => one.kind === 'body' && one.url)).toEqual([
    urlOf('ok'),
    urlOf('limited'),
  ]);
  await page.close();
});

test('more of them than fit are counted', async ({ server, tapped }) => {
  const page = await openPage(server, tapped, '?many&late=2500');
  await ask(
    page,
    Array.from({ length: 70 }, (_, n) => ['', `${wantedPrefix}limited&n=${n}`] as const),
  );
  await expect.poll(() => heardOn(tapped, '?many&late=2500')).toHaveLength(70);
  const heard = await heardOn(tapped, '?many&late=2500');
  expect(heard.filter((one) => one.kind === 'unreadable')).toHaveLength(6);
  expect(heard[0]?.kind === 'body' && heard[0].url).toBe(`${urlOf('limited')}&n=6`);
  await page.close();
});

test('the page sees no message of ours, and its own forged ones do nothing but reach itself', async ({
  server,
  tapped,
}) => {
  const watching = `
    window.seen = [];
    window.fromPort = [];
    const note = (event) => window.seen.push(String(event.data?.kind ?? event.data));
    addEventListener('message', note, true);
    addEventListener('message', note);
    window.onmessage = note;
    const offer = () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => window.fromPort.push(event.data);
      port1.postMessage({ kind: 'body', url: '${wantedPrefix}forged', body: 'forged' });
      return port2;
    };
    dispatchEvent(new MessageEvent('message', { data: '${HANDSHAKE}', source: window, origin: location.origin, ports: [offer()] }));
    window.own = 3;
    window.postMessage('${HANDSHAKE}', '*', [offer()]);
    window.postMessage({ kind: 'body', url: '${wantedPrefix}forged', body: 'forged' }, '*');
  `;
  const page = await openPage(server, tapped, '?forged', watching);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  await ask(page, [['fetch', `${wantedPrefix}ok`]]);
  await expect.poll(() => heardOn(tapped, '?forged')).toHaveLength(1);
  const { seen, fromPort } = await page.evaluate(() => {
    const here = window as unknown as { seen: string[]; fromPort: unknown[] };
    return { seen: here.seen, fromPort: here.fromPort };
  });
  // Three messages of the page's own, each to its three listeners; not a fourth.
  expect(seen).toEqual([HANDSHAKE, HANDSHAKE, HANDSHAKE, HANDSHAKE, HANDSHAKE, HANDSHAKE, 'body', 'body', 'body']);
  expect(fromPort).toEqual([]);
  const [heard] = await heardOn(tapped, '?forged');
  expect(heard?.kind === 'body' && heard.url).toBe(urlOf('ok'));
  await page.close();
});

test('what the page replaces later neither breaks the tap nor sees a body', async ({ server, tapped }) => {
  const replacing = `
    window.leaked = [];
    const leak = (name, values) => {
      for (let i = 0; i < values.length; i += 1) {
        const value = values[i];
        const text = typeof value === 'string' ? value : value && typeof value === 'object' && typeof value.body === 'string' ? value.body : '';
        if (text.includes('errors') || text.includes('graphql')) window.leaked[window.leaked.length] = name;
      }
    };
    const replace = (owner, name) => {
      const before = owner[name];
      owner[name] = function () { leak(name, [this, ...arguments]); throw new Error('replaced ' + name); };
    };
    for (const [owner, name] of [
      [Response.prototype, 'clone'], [Response.prototype, 'text'], [MessagePort.prototype, 'postMessage'], [JSON, 'stringify'],
      [Reflect, 'apply'], [Promise.prototype, 'then'], [EventTarget.prototype, 'addEventListener'], [String.prototype, 'slice'],
      [String.prototype, 'match'], [RegExp.prototype, 'exec'], [RegExp.prototype, 'test'], [Function.prototype, 'call'],
      [Function.prototype, 'apply'], [Array.prototype, 'push'], [Map.prototype, 'set'], [WeakMap.prototype, 'set'], [WeakMap.prototype, 'get'],
    ]) replace(owner, name);
    for (const [owner, name] of [
      [Response.prototype, 'url'], [XMLHttpRequest.prototype, 'responseURL'], [XMLHttpRequest.prototype, 'responseText'],
      [XMLHttpRequest.prototype, 'response'], [Event.prototype, 'currentTarget'], [MessageEvent.prototype, 'ports'], [MessageEvent.prototype, 'data'],
    ]) Object.defineProperty(owner, name, { configurable: true, get() { throw new Error('replaced ' + name); } });
    for (const name of ['get', 'set', 'apply', 'construct', 'body', 'kind', 'next', 'toJSON', '0'])
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined; }, set(value) { leak('set ' + name, [value]); } });
    window.run = () => {
      for (const type of ['', 'json']) {
        const xhr = new XMLHttpRequest();
        xhr.open('GET', '${wantedPrefix}limited');
        xhr.responseType = type;
        xhr.send();
      }
      fetch('${wantedPrefix}limited');
    };
    run();
  `;
  const page = await openPage(server, tapped, '?replaced', replacing);
  await expect.poll(() => heardOn(tapped, '?replaced')).toHaveLength(3);
  const heard = await heardOn(tapped, '?replaced');
  expect(heard.map((one) => one.kind === 'body' && JSON.parse(one.body))).toEqual(
    Array.from({ length: 3 }, () => ({ errors: [{ code: 88 }] })),
  );
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'window.leaked.join()' });
  expect(result.value).toBe('');
  await page.close();
});

test('the content script may start first, on every navigation', async ({ server, startWith }) => {
  const browser = await startWith(['probe', 'tap']);
  const script = `fetch('${wantedPrefix}limited'); addEventListener('message', () => document.title = 'seen');`;
  const page = await openPage(server, browser, '?first=0', script);
  for (let n = 1; n < 30; n += 1) {
    await page.goto(`https://x.com/page?first=${n}`);
    await expect.poll(() => heardOn(browser, `?first=${n}`)).toHaveLength(1);
    expect(await page.title()).toBe('x');
  }
});
