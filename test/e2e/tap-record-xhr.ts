/** What a page can observe of XMLHttpRequest. Each function runs inside the page, so it stands alone. */
import type { Records } from './tap-addresses';

/** Requests by XMLHttpRequest: events in their order, states, answers, errors. */
export async function recordXhr(prefix: string): Promise<Records> {
  const types = ['readystatechange', 'loadstart', 'progress', 'abort', 'error', 'load', 'timeout', 'loadend'] as const;
  const shape = (value: unknown): unknown => {
    if (typeof value === 'string') return value.length > 300 ? value.length : value;
    if (value instanceof ArrayBuffer) return [...new Uint8Array(value)].slice(0, 300);
    if (value instanceof Blob) return { size: value.size, type: value.type };
    if (value instanceof Document) return new XMLSerializer().serializeToString(value);
    return value;
  };
  const attempt = (run: () => unknown): unknown => {
    try {
      return shape(run());
    } catch (error) {
      return `${error}`;
    }
  };
  const state = (xhr: XMLHttpRequest) => ({
    readyState: xhr.readyState,
    status: xhr.status,
    statusText: xhr.statusText,
    url: xhr.responseURL,
    type: xhr.responseType,
    headers: xhr.getAllResponseHeaders().replace(/^date:.*\r\n/m, ''),
    response: attempt(() => xhr.response),
    text: attempt(() => xhr.responseText),
    xml: attempt(() => xhr.responseXML),
    same: attempt(() => Object.is(xhr.response, xhr.response)),
  });
  interface Wish {
    readonly kind?: string;
    readonly type?: XMLHttpRequestResponseType;
    readonly method?: string;
    readonly body?: string;
    readonly setUp?: (xhr: XMLHttpRequest) => void;
    readonly on?: Readonly<Record<string, (xhr: XMLHttpRequest) => void>>;
    readonly after?: (xhr: XMLHttpRequest) => void;
    readonly make?: () => XMLHttpRequest;
  }
  const request = (wish: Wish): Promise<unknown> =>
    new Promise((resolve) => {
      const xhr = wish.make?.() ?? new XMLHttpRequest();
      const log: unknown[] = [];
      const note = (via: string) =>
        function (this: unknown, event: Event) {
          const progress = event instanceof ProgressEvent ? [event.lengthComputable, event.total] : [];
          // How often, and how late, a body in transfer is announced is the network's chance: once is enough.
          const inTransfer = xhr.readyState === 3 || event.type === 'progress';
          const one = JSON.stringify([
            via,
            event.type,
            ...progress,
            event.isTrusted,
            event.bubbles,
            event.cancelable,
            event.eventPhase,
            this === event.currentTarget,
            event.composedPath().length,
            inTransfer ? 'in transfer' : state(xhr),
          ]);
          if (!(inTransfer && log.includes(one))) log.push(one);
          if (via === 'added')
            wish.on?.[event.type === 'readystatechange' ? `state${xhr.readyState}` : event.type]?.(xhr);
        };
      for (const type of types) {
        xhr.addEventListener(type, note('added'));
        Object.assign(xhr, { [`on${type}`]: note('on') });
        if (wish.body !== undefined && type !== 'readystatechange') xhr.upload.addEventListener(type, note('upload'));
      }
      xhr.open(wish.method ?? 'GET', `${prefix}${wish.kind ?? 'ok'}`);
      if (wish.type !== undefined) xhr.responseType = wish.type;
      wish.setUp?.(xhr);
      let ended = 0;
      xhr.addEventListener('loadend', () => {
        ended += 1;
        const now = ended;
        // Opened again by a handler, it may be anywhere between opened and loading by now: a loadend of its own will come.
        const isAtRest = () => xhr.readyState === XMLHttpRequest.UNSENT || xhr.readyState === XMLHttpRequest.DONE;
        setTimeout(() => now === ended && isAtRest() && resolve([log, state(xhr)]), 5);
      });
      log.push(['send', attempt(() => xhr.send(wish.body ?? null))]);
      wish.after?.(xhr);
    });

  // The server breaks the connection once the page has what was sent so far.
  const release = () => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', '/i/api/release');
    xhr.send();
  };
  const records: Record<string, unknown> = {};
  for (const kind of [
    'ok',
    'limited',
    'broken',
    'malformed',
    'empty',
    'none',
    'xml',
    'bytes',
    'latin',
    'pieces',
    'held',
    'moved',
    'refuse',
    'lost',
  ])
    for (const type of ['', 'text', 'json', 'arraybuffer', 'blob', 'document'] as const)
      records[`${kind} ${type}`] = await request({
        kind,
        type,
        ...(kind === 'held' ? { on: { state3: release } } : {}),
      });

  records.post = await request({ method: 'POST', body: '{"a":1}', setUp: (xhr) => xhr.setRequestHeader('x-a', 'b') });
  records.head = await request({ method: 'HEAD' });
  records.mime = await request({ kind: 'latin', setUp: (xhr) => xhr.overrideMimeType('text/plain; charset=utf-8') });
  records.timeout = await request({ kind: 'never', setUp: (xhr) => Object.assign(xhr, { timeout: 800 }) });
  records.abortAtOnce = await request({ after: (xhr) => xhr.abort() });
  records.abortInBody = await request({ kind: 'never', on: { state3: (xhr) => xhr.abort() } });
  records.abortInLoad = await request({ on: { load: (xhr) => xhr.abort() } });
  records.secondSend = await request({ after: (xhr) => attempt(() => xhr.send()) });
  records.typeTooLate = await request({
    on: { load: (xhr) => void attempt(() => Object.assign(xhr, { responseType: 'json' })) },
  });
  let times = 0;
  records.openedAgainInLoad = await request({
    on: {
      load: (xhr) => {
        times += 1;
        if (times > 1) return;
        xhr.open('GET', `${prefix}limited`);
        xhr.send();
      },
    },
  });
  records.openedTwice = await request({
    setUp: (xhr) => {
      xhr.open('GET', `${prefix}limited`);
      xhr.open('GET', `${prefix}ok`, true, null, null);
    },
  });
  records.openedAfterSend = await request({
    kind: 'pieces',
    after: (xhr) => {
      xhr.open('GET', `${prefix}ok`);
      xhr.send();
    },
  });
  records.forgedLoad = await request({ after: (xhr) => void xhr.dispatchEvent(new ProgressEvent('load')) });
  records.changedInLoad = await request({
    type: 'json',
    on: { load: (xhr) => void Object.assign(xhr.response, { changed: 1 }) },
  });
  class Own extends XMLHttpRequest {
    override open(...words: unknown[]) {
      Reflect.apply(super.open, this, words);
      this.setRequestHeader('x-own', '1');
    }
  }
  records.subclass = await request({ make: () => new Own() });

  for (const kind of ['ok', 'limited', 'malformed', 'break', 'moved']) {
    const xhr = new XMLHttpRequest();
    const log: unknown[] = [];
    for (const type of types) xhr.addEventListener(type, () => log.push([type, xhr.readyState]));
    records[`sync ${kind}`] = [
      attempt(() => xhr.open('GET', `${prefix}${kind}`, false)),
      attempt(() => Object.assign(xhr, { responseType: 'json' }).responseType),
      attempt(() => Object.assign(xhr, { timeout: 5 }).timeout),
      attempt(() => xhr.send()),
      state(xhr),
      log,
    ];
  }

  const bare = () => new XMLHttpRequest();
  const open: unknown = XMLHttpRequest.prototype.open;
  const call = (self: unknown, ...words: unknown[]) => attempt(() => Reflect.apply(open as () => unknown, self, words));
  let asked = 0;
  const counting = {
    toString: () => {
      asked += 1;
      return `${prefix}ok`;
    },
  };
  records.calls = {
    noArguments: call(bare()),
    one: call(bare(), 'GET'),
    returns: call(bare(), 'GET', '/'),
    extra: call(bare(), 'GET', '/', true, 'u', 'p', 'more'),
    wrongThis: call({}, 'GET', '/'),
    noThis: call(undefined, 'GET', '/'),
    trace: call(bare(), 'TRACE', '/'),
    spaced: call(bare(), 'G T', '/'),
    badUrl: call(bare(), 'GET', 'https://['),
    symbol: call(bare(), 'GET', Symbol('s')),
    urlObject: call(bare(), 'GET', new URL(`${prefix}ok`, location.href)),
    counting: call(bare(), 'GET', counting),
    asked,
    sendUnopened: attempt(() => bare().send()),
    headerUnopened: attempt(() => bare().setRequestHeader('a', 'b')),
    abortUnopened: attempt(() => bare().abort()),
    undefinedAsync: attempt(() => {
      const xhr = bare();
      Reflect.apply(open as () => unknown, xhr, ['GET', `${prefix}ok`, undefined]);
      xhr.send();
      return xhr.readyState;
    }),
  };
  return records;
}
