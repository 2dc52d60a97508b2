/**
 * Copies bodies of X's timeline responses as the page receives them, in the page's own world.
 *
 * It runs before any script of the page, so what it keeps a reference to here is the browser's own: a page that later replaces
 * `Response.prototype.text` or `JSON.stringify` neither breaks the tap nor sees through it. For the same reason it calls
 * methods by `apply` only.
 *
 * A page can still tell, if it looks for it: a proxy of a function prints as native code without its name, an error's stack names
 * the tap, and where the body of a copied fetch is cancelled half-way, its rest is read all the same. It touches XMLHttpRequest's `open` and `fetch`, nothing else (an extension that proxied more
 * of X stopped X from loading, March 2026), and sends nothing anywhere but to its own content script.
 */
import { BODY_CAP, HANDSHAKE, URL_CAP } from '../../border';
import type { TapMessage } from '../../messages';
import { createBacklog } from './backlog';
import { wants } from './wants';

const backlogMessages = 64;
const backlogChars = 16_000_000;

type World = Window & typeof globalThis;
type Send = (message: TapMessage) => void;

const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect;
const { stringify } = JSON;
const { includes, slice } = String.prototype;

/** Starts the tap in `world`. Never throws into the page: what cannot be copied is reported as `unreadable`. */
export function startTap(world: World): void {
  quiet((one: World) => {
    const send = createChannel(one);
    tapXhr(one, send);
    tapFetch(one, send);
  })(world);
}

/** Sends to the content script once it has handed over its port; until then, keeps. */
function createChannel(world: World): Send {
  const { addEventListener, removeEventListener } = world.EventTarget.prototype;
  const { stopImmediatePropagation } = world.Event.prototype;
  const { postMessage } = world.MessagePort.prototype;
  const dataOf = getterOf<MessageEvent, unknown>(world.MessageEvent.prototype, 'data');
  const sourceOf = getterOf<MessageEvent, unknown>(world.MessageEvent.prototype, 'source');
  const portsOf = getterOf<MessageEvent, readonly MessagePort[]>(world.MessageEvent.prototype, 'ports');
  const backlog = createBacklog(backlogMessages, backlogChars);
  let port: MessagePort | undefined;

  const send: Send = (message) => {
    if (port) apply(postMessage, port, [message]);
    else backlog.add(message);
  };
  // The content script posts before the page's first script runs, so the first such message is its own; any later one is the page's.
  const onMessage = quiet((event: MessageEvent) => {
    if (!event.isTrusted || sourceOf(event) !== world || dataOf(event) !== HANDSHAKE) return;
    const ports = portsOf(event);
    if (ports.length !== 1) return;
    apply(stopImmediatePropagation, event, []);
    apply(removeEventListener, world, ['message', onMessage, true]);
    port = ports[0];
    backlog.flush(send);
  });
  apply(addEventListener, world, ['message', onMessage, true]);
  return send;
}

function tapXhr(world: World, send: Send): void {
  const { prototype } = world.XMLHttpRequest;
  const { addEventListener } = world.EventTarget.prototype;
  const targetOf = getterOf<Event, XMLHttpRequest>(world.Event.prototype, 'currentTarget');
  const urlOf = getterOf<XMLHttpRequest, string>(prototype, 'responseURL');
  const typeOf = getterOf<XMLHttpRequest, string>(prototype, 'responseType');
  const textOf = getterOf<XMLHttpRequest, string>(prototype, 'responseText');
  const responseOf = getterOf<XMLHttpRequest, unknown>(prototype, 'response');

  const onLoad = quiet((event: Event) => {
    if (!event.isTrusted) return;
    const xhr = targetOf(event);
    const url = urlOf(xhr);
    if (!wants(url)) return;
    const type = typeOf(xhr);
    if (type === '' || type === 'text') sendBody(send, url, textOf(xhr));
    else {
      // null is what the page gets for JSON that does not parse.
      const json = type === 'json' ? responseOf(xhr) : null;
      if (json === null) send({ kind: 'unreadable', url: cut(url) });
      else sendBody(send, url, stringify(json));
    }
  });
  // At `open`, ahead of most listeners of the page: it may change the parsed JSON. The same listener twice counts once.
  wrap(prototype, 'open', (result, _args, xhr) => {
    apply(addEventListener, xhr, ['load', onLoad]);
    return result;
  });
}

function tapFetch(world: World, send: Send): void {
  const { clone, text } = world.Response.prototype;
  const { then } = world.Promise.prototype;
  const urlOf = getterOf<Response, string>(world.Response.prototype, 'url');
  const requestUrlOf = getterOf<unknown, string>(world.Request.prototype, 'url');

  const copy = (response: Response, asked: string | undefined): void => {
    let url = asked ?? '';
    try {
      url = urlOf(response);
      if (!wants(url)) return;
      const reading = apply(text, apply(clone, response, []), []);
      // A body cut off by the network or by the page is no body: the page does not get it either.
      apply(then, reading, [(body: string) => sendBody(send, url, body), () => undefined]);
    } catch {
      if (wants(url)) send({ kind: 'unreadable', url: cut(url) });
    }
  };
  // To turn a URL or some other object into a string would be seen by the page: undefined, and the response's address tells.
  const askedOf = (input: unknown): string | undefined => {
    if (typeof input === 'string') return input;
    try {
      return requestUrlOf(input);
    } catch {
      return undefined;
    }
  };

  // The page gets the promise that follows the copying: if it got the first one, our being there would keep a rejection
  // that nobody handles from being reported as unhandled.
  wrap(world, 'fetch', (promise, args) => {
    const asked = askedOf(args[0]);
    if (asked !== undefined && !apply(includes, asked, ['/graphql/'])) return promise;
    const copied = (response: Response): Response => {
      try {
        copy(response, asked);
      } catch {
        // The page's promise must not fail for our sake.
      }
      return response;
    };
    try {
      return apply(then, promise, [copied]);
    } catch {
      // Another extension's wrapper returned no promise of the browser's.
      if (wants(asked ?? '')) send({ kind: 'unreadable', url: cut(asked ?? '') });
      return promise;
    }
  });
}

function sendBody(send: Send, url: string, body: string): void {
  if (body === '') return;
  if (body.length > BODY_CAP) send({ kind: 'too-large', url: cut(url), length: body.length });
  else send({ kind: 'body', url: cut(url), body });
}

const cut = (url: string): string => apply(slice, url, [0, URL_CAP]);

type After = (result: unknown, args: readonly unknown[], self: unknown) => unknown;

/** Replaces a function by a proxy: name, length, own properties, flags and native look stay. What it throws is thrown. */
function wrap(owner: object, name: string, after: After): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  // Without a prototype: else a page could add traps to it through Object.prototype.
  const handler: ProxyHandler<(...args: unknown[]) => unknown> = Object.create(null);
  handler.apply = (target, self, args) => {
    const result = apply(target, self, args);
    try {
      return after(result, args, self);
    } catch {
      return result;
    }
  };
  defineProperty(owner, name, { ...descriptor, value: new Proxy(descriptor.value, handler) });
}

/** The browser's own getter, as a function. */
function getterOf<T, V>(prototype: object, name: string): (target: T) => V {
  const get = getOwnPropertyDescriptor(prototype, name)?.get;
  if (!get) throw new TypeError(`no getter ${name}`);
  return (target) => apply(get, target, []);
}

/** The same, but what it throws is dropped: the page must not see it, and there is nobody here to tell. */
function quiet<T>(run: (value: T) => unknown): (value: T) => void {
  return (value) => {
    try {
      run(value);
    } catch {
      // Nothing to do, see above.
    }
  };
}
