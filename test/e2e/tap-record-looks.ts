/** What a page can observe of the tapped functions themselves. Each function runs inside the page, so it stands alone. */
import type { Records } from './tap-addresses';

/** Properties, names, looks. */
export function recordLooks(): Records {
  const look = (owner: object, name: string) => {
    const descriptor = Reflect.getOwnPropertyDescriptor(owner, name);
    const value: unknown = descriptor?.value;
    if (typeof value !== 'function') return { descriptor };
    let construct = '';
    try {
      construct = String(Reflect.construct(value, []));
    } catch (error) {
      construct = String(error).replace(/^(\w+): .*? is not/, '$1: … is not');
    }
    return {
      flags: { ...descriptor, value: undefined },
      typed: typeof value,
      name: value.name,
      length: value.length,
      own: Reflect.ownKeys(value).map((key) => [key, { ...Reflect.getOwnPropertyDescriptor(value, key) }]),
      tag: Object.prototype.toString.call(value),
      native: /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(value)),
      asText: /\[native code\]/.test(`${value}`),
      prototype: Object.getPrototypeOf(value) === Function.prototype,
      extensible: Object.isExtensible(value),
      same: Reflect.get(owner, name) === value,
      construct,
    };
  };
  const prototype = XMLHttpRequest.prototype;
  return {
    fetch: look(window, 'fetch'),
    open: look(prototype, 'open'),
    send: look(prototype, 'send'),
    clone: look(Response.prototype, 'clone'),
    text: look(Response.prototype, 'text'),
    postMessage: look(window, 'postMessage'),
    addEventListener: look(EventTarget.prototype, 'addEventListener'),
    xhrNames: Reflect.ownKeys(prototype).map(String),
    // Sorted: Firefox makes some of them when they are first asked for.
    windowNames: Object.getOwnPropertyNames(window).sort(),
    windowKeys: Object.keys(window).sort(),
    symbols: Object.getOwnPropertySymbols(window).map(String),
    xhrOwn: Reflect.ownKeys(new XMLHttpRequest()).map(String),
    html: document.documentElement.outerHTML.length,
  };
}
