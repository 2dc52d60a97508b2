/** A stand-in for https://x.com on 127.0.0.1: own small site, X's transport and markup, made-up people. */
import { randomBytes } from 'node:crypto';
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { loadScenario, pageUrlOf } from '../scenarios/scenarios';
import type { Scenario } from '../scenarios/truth';
import type { Shape } from '../scenarios/wire';
import { bodyFor } from './bodies';
import { bundle, documentFor, emoji, type Look, policy, styles } from './document';

export interface ReplayOptions extends Partial<Look> {
  /** Names of scenarios, or made ones; each is a hashtag of the site. */
  readonly scenarios: readonly (string | Scenario)[];
  /** PEM. */
  readonly key: string;
  readonly cert: string;
  readonly shape?: Shape;
  /** How long a timeline takes, in milliseconds. */
  readonly delayMs?: number;
  /** Answers some requests otherwise: broken bodies, refusals. */
  readonly intercept?: (address: URL) => { readonly status: number; readonly body: string } | undefined;
}

/** One request as the server saw it. */
export interface Logged {
  readonly method: string;
  readonly url: string;
  /** `page`: the document, its files and its own XHR. `other`: asked by something that is not the page. */
  readonly by: 'page' | 'other';
  readonly origin: string;
  readonly status: number;
}

export interface Replay {
  readonly port: number;
  readonly log: readonly Logged[];
  /** May be changed at any time; the next document follows. */
  readonly look: { -readonly [K in keyof Look]: Look[K] };
  /** Address of a scenario's hashtag page. */
  readonly pageUrl: (scenario: string, order?: 'latest' | 'top') => string;
  readonly close: () => Promise<void>;
}

/** Starts the stand-in; see test/browser for a browser that takes it for x.com. */
export async function startReplay(options: ReplayOptions): Promise<Replay> {
  const scenarios = options.scenarios.map((one) => (typeof one === 'string' ? loadScenario(one) : one));
  const look: Replay['look'] = {
    lang: options.lang ?? 'en',
    theme: options.theme ?? 'light',
    recycle: options.recycle ?? 'refill',
    pageSize: options.pageSize ?? 20,
  };
  const program = await bundle();
  const log: Logged[] = [];
  const trends = scenarios.map(({ hashtag }) => hashtag);

  const answer = (address: URL): Answer => {
    const wanted = options.intercept?.(address);
    if (wanted) return { type: 'application/json; charset=utf-8', ...wanted };
    const { pathname: path } = address;
    if (path.startsWith('/i/api/graphql/')) {
      const body = bodyFor(address, { scenarios, shape: options.shape ?? 'C' });
      return body === undefined
        ? { status: 404, type: JSON_TYPE, body: '{"errors":[{"code":34}]}' }
        : { status: 200, type: JSON_TYPE, body };
    }
    if (path.startsWith('/i/api/'))
      return { status: 200, type: JSON_TYPE, body: '{"inbox_initial_state":{"entries":[]}}' };
    if (path === '/main.js') return { status: 200, type: 'text/javascript; charset=utf-8', body: program };
    if (path === '/page.css') return { status: 200, type: 'text/css', body: styles() };
    const codes = /^\/emoji\/v2\/svg\/([\da-f-]+)\.svg$/.exec(path)?.[1];
    if (codes) return { status: 200, type: 'image/svg+xml', body: emoji(codes), keep: true };
    const nonce = randomBytes(12).toString('base64');
    return { status: 200, type: 'text/html; charset=utf-8', body: documentFor(address, nonce, look, trends), nonce };
  };

  const server = http2.createSecureServer(
    { key: options.key, cert: options.cert, allowHTTP1: true },
    (request, response) => {
      const { headers } = request;
      const host = headers[':authority'] ?? headers.host ?? 'x.com';
      const address = new URL(request.url, `https://${host}`);
      const { status, type, body, nonce, keep } = answer(address);
      const site = String(headers['sec-fetch-site'] ?? '');
      // Its own XHR carry this header of X's; whoever else asks for data is not the page.
      const data = headers['sec-fetch-dest'] === 'empty' || headers['sec-fetch-dest'] === undefined;
      const foreign = String(headers.origin ?? '').includes('-extension://') || site === 'cross-site';
      const by = foreign || (data && headers['x-twitter-active-user'] !== 'yes') ? 'other' : 'page';
      log.push({ method: request.method, url: address.href, by, origin: String(headers.origin ?? ''), status });
      const send = () => {
        if (response.stream?.destroyed) return;
        response.writeHead(status, {
          'content-type': type,
          'cache-control': keep ? 'max-age=86400' : 'no-store',
          ...(nonce === undefined ? {} : { 'content-security-policy': policy(nonce) }),
        });
        response.end(body);
      };
      if (options.delayMs && type === JSON_TYPE) setTimeout(send, options.delayMs);
      else send();
    },
  );
  const sessions = new Set<http2.ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    look,
    pageUrl: (id, order = 'latest') => {
      const scenario = scenarios.find((one) => one.id === id);
      if (!scenario) throw new Error(`the stand-in does not play “${id}”`);
      return pageUrlOf(scenario.hashtag, order);
    },
    close: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.destroy();
        server.close(() => resolve());
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly nonce?: string;
  /** May be kept by the browser. */
  readonly keep?: boolean;
}

const JSON_TYPE = 'application/json; charset=utf-8';
