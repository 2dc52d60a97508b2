/** What a page can observe of fetch. Each function runs inside the page, so it stands alone. */
import type { Records } from './tap-addresses';

/** Requests by fetch: responses, ways to read, errors, aborts. */
export async function recordFetch(prefix: string): Promise<Records> {
  const settle = async (run: () => unknown): Promise<unknown> => {
    try {
      const value = await run();
      if (value instanceof ArrayBuffer) return [...new Uint8Array(value)].slice(0, 300);
      if (value instanceof Blob)
        return { size: value.size, type: value.type, text: (await value.text()).slice(0, 300) };
      return typeof value === 'string' && value.length > 300 ? value.length : value;
    } catch (error) {
      // Which of Chromium's two wordings an empty body gets depends on when its end arrives, with and without the tap.
      const words = `${error}`.replace("SyntaxError: Failed to execute 'json' on 'Response': ", 'SyntaxError: ');
      return error instanceof DOMException ? `${words} ${error.code}` : words;
    }
  };
  const outside = (response: Response) => ({
    type: response.type,
    url: response.url,
    redirected: response.redirected,
    status: response.status,
    ok: response.ok,
    statusText: response.statusText,
    headers: [...response.headers].filter(([name]) => name !== 'date'),
    used: response.bodyUsed,
    body: response.body === null ? null : [String(response.body), response.body.locked],
    sameBody: Object.is(response.body, response.body),
    own: Reflect.ownKeys(response).map(String),
    prototype: Object.getPrototypeOf(response) === Response.prototype,
  });
  const drain = async (response: Response) => {
    const reader = response.body?.getReader();
    const bytes: number[] = [];
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) bytes.push(...part.value);
    return [bytes.slice(0, 300), await settle(() => reader?.closed)];
  };
  const drainByob = async (response: Response) => {
    const reader = response.body?.getReader({ mode: 'byob' });
    const bytes: number[] = [];
    for (;;) {
      const part = await reader?.read(new Uint8Array(64));
      if (!part || part.done) return bytes;
      bytes.push(...part.value);
    }
  };
  const ways: Readonly<Record<string, (response: Response) => unknown>> = {
    text: (r) => r.text(),
    json: (r) => r.json(),
    arrayBuffer: (r) => r.arrayBuffer(),
    blob: (r) => r.blob(),
    formData: (r) => r.formData(),
    stream: drain,
    byob: drainByob,
    iterate: async (r) => {
      const bytes: number[] = [];
      const body = r.body as unknown as AsyncIterable<Uint8Array> | null;
      for await (const part of body ?? []) bytes.push(...part);
      return bytes.slice(0, 300);
    },
    decoded: async (r) =>
      new Response(r.body?.pipeThrough(new TextDecoderStream() as unknown as TransformStream)).text().catch(String),
    teed: async (r) => {
      const [one, two] = r.body?.tee() ?? [];
      return [await new Response(one ?? null).text(), await new Response(two ?? null).text()];
    },
    cloned: async (r) => [await r.clone().text(), await r.text()],
    cancelled: (r) => r.body?.cancel('enough'),
  };
  const records: Record<string, unknown> = {};
  // The server breaks the connection once the page has the headers.
  const release = () => void fetch('/i/api/release').catch(String);
  const one = async (name: string, ask: () => Promise<Response>, way: (response: Response) => unknown) => {
    records[name] = await settle(async () => {
      const response = await ask();
      const before = outside(response);
      if (name.startsWith('held')) release();
      const read = await settle(() => way(response));
      // A pipe lets go of the body some turns of the loop after its last piece: when exactly, no page can count on.
      if (name.endsWith('decoded')) await new Promise((resolve) => setTimeout(resolve, 50));
      const again = [await settle(() => response.text()), await settle(() => response.clone().url)];
      return [before, read, again, outside(response)];
    });
  };
  const text = (response: Response) => response.text();

  for (const kind of [
    'ok',
    'limited',
    'broken',
    'malformed',
    'empty',
    'none',
    'xml',
    'bytes',
    'pieces',
    'held',
    'moved',
    'refuse',
    'lost',
  ])
    for (const [name, way] of Object.entries(ways)) await one(`${kind} ${name}`, () => fetch(`${prefix}${kind}`), way);

  const url = `${prefix}ok`;
  await one('request', () => fetch(new Request(url, { headers: { 'x-a': 'b' } })), text);
  await one('request and init', () => fetch(new Request(url), { method: 'POST', body: 'a=1' }), text);
  await one('url object', () => fetch(new URL(url, location.href)), text);
  await one('head', () => fetch(url, { method: 'HEAD' }), text);
  await one('no cors', () => fetch(url, { mode: 'no-cors' }), text);
  await one('manual', () => fetch(`${prefix}moved`, { redirect: 'manual' }), text);
  await one('redirect refused', () => fetch(`${prefix}moved`, { redirect: 'error' }), text);
  await one('integrity', () => fetch(url, { integrity: 'sha256-AAAA' }), text);
  await one('unknown host', () => fetch('https://nowhere.example/graphql/'), text);
  let asked = 0;
  const counting = {
    toString: () => {
      asked += 1;
      return url;
    },
  };
  await one('counting', () => fetch(counting as unknown as string), text);
  records.asked = asked;

  const call = (self: unknown, ...words: unknown[]) => settle(() => Reflect.apply(fetch as () => unknown, self, words));
  records.noArguments = await call(window);
  records.wrongThis = await call({}, url);
  records.noThis = await call(undefined, url).then(String);
  records.badUrl = await call(window, 'https://[');
  records.symbol = await call(window, Symbol('s'));
  records.badInit = await call(window, url, { method: 'TRACE' });
  records.bodyInGet = await call(window, url, { body: 'x' });
  const used = new Request(url, { method: 'POST', body: 'x' });
  await used.text();
  records.usedRequest = await call(window, used);
  const promise = fetch(url);
  records.promise = [
    promise instanceof Promise,
    promise.constructor === Promise,
    Reflect.ownKeys(promise).length,
    `${promise}`,
  ];
  await promise;

  const abort = new AbortController();
  abort.abort();
  records.abortedBefore = await settle(() => fetch(url, { signal: abort.signal }));
  const early = new AbortController();
  const pending = fetch(url, { signal: early.signal });
  early.abort('my reason');
  records.abortedEarly = await settle(() => pending);
  const late = new AbortController();
  const response = await fetch(`${prefix}never`, { signal: late.signal });
  const reading = response.text();
  late.abort();
  records.abortedInBody = [await settle(() => reading), outside(response)];
  records.timedOut = await settle(async () =>
    (await fetch(`${prefix}never`, { signal: AbortSignal.timeout(150) })).text(),
  );

  const unhandled: unknown[] = [];
  const note = (event: PromiseRejectionEvent) => {
    unhandled.push([`${event.reason}`, event.promise === lonely]);
    event.preventDefault();
  };
  addEventListener('unhandledrejection', note);
  const lonely = fetch(`${prefix}refuse`);
  const handled = fetch(`${prefix}refuse`).catch(String);
  const halfway = await fetch(`${prefix}held`);
  release();
  records.halfway = await settle(() => halfway.text());
  await handled;
  await new Promise((resolve) => setTimeout(resolve, 200));
  removeEventListener('unhandledrejection', note);
  records.unhandled = unhandled;
  return records;
}
