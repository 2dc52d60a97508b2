/** A small https://x.com for the tap's tests: answers of every kind, and pages whose first script is the test's own. */
import { constants, createSecureServer, type ServerHttp2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { type Certificate, makeCertificate } from '../browser/certificate';

export interface TapServer {
  readonly port: number;
  readonly certificate: Certificate;
  /** Script that the page at `/page` runs first, inline in its head. */
  firstScript: string;
  readonly close: () => Promise<void>;
}

type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /**
   * Ends: at once, in pieces, never, by breaking the connection before anything is answered, after the first half, or after it
   * when the page asks for `/i/api/release`: by then it has what was sent.
   */
  readonly how?: 'pieces' | 'never' | 'break' | 'held' | 'refuse';
};

const json = { 'content-type': 'application/json; charset=utf-8' };
const posts = JSON.stringify({
  data: { text: 'سلام 👋 \u2028 “posts”', ids: ['1234567890123456789'] },
  n: [1, 2.5, null],
});
const megabytes = (count: number) => JSON.stringify({ pad: 'x'.repeat(count * 1_000_000) });

/** What `?kind=` of any `/i/api/` address answers. */
const answers: Readonly<Record<string, () => Answer>> = {
  ok: () => ({ headers: { ...json, 'x-rate-limit-remaining': '41' }, body: posts }),
  limited: () => ({ status: 429, headers: json, body: '{"errors":[{"code":88}]}' }),
  broken: () => ({ status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Over capacity</h1>' }),
  malformed: () => ({ headers: json, body: '{"data":{"cut' }),
  empty: () => ({ headers: json, body: '' }),
  none: () => ({ status: 204 }),
  xml: () => ({ headers: { 'content-type': 'application/xml' }, body: '<a><b>1</b></a>' }),
  bytes: () => ({ headers: { 'content-type': 'application/octet-stream' }, body: Buffer.from([0, 255, 254, 195, 40]) }),
  latin: () => ({ headers: { 'content-type': 'text/plain; charset=iso-8859-1' }, body: Buffer.from([233, 232]) }),
  pieces: () => ({ headers: json, body: posts, how: 'pieces' }),
  never: () => ({ headers: json, body: posts, how: 'never' }),
  break: () => ({ headers: { ...json, 'content-length': '9999' }, body: posts, how: 'break' }),
  held: () => ({ headers: { ...json, 'content-length': '9999' }, body: posts, how: 'held' }),
  refuse: () => ({ how: 'refuse' }),
  large: () => ({ headers: json, body: megabytes(4) }),
  huge: () => ({ headers: json, body: megabytes(50) }),
  moved: () => ({ status: 302, headers: { location: '/i/api/graphql/Id/SearchTimeline?kind=ok&moved=1' } }),
};

/** Starts on a free port of 127.0.0.1. */
export async function startTapServer(): Promise<TapServer> {
  const certificate = await makeCertificate();
  const server = createSecureServer({ key: certificate.key, cert: certificate.cert, allowHTTP1: true });
  const state = { firstScript: '' };
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  const held: (() => void)[] = [];
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', 'https://x.com');
    if (!/^\/(?:i\/api|1\.1)\//.test(url.pathname)) {
      const html = `<!doctype html><html><head><script nonce="n">${state.firstScript}</script><title>x</title></head><body></body></html>`;
      const csp = "default-src 'self'; script-src 'self' 'nonce-n' 'unsafe-eval'; connect-src 'self'";
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp });
      response.end(html);
      return;
    }
    if (url.pathname === '/i/api/release') for (const release of held.splice(0)) release();
    const answer = answers[url.searchParams.get('kind') ?? 'ok']?.() ?? { status: 404 };
    const { status = 200, headers = {}, body = '', how } = answer;
    if (how === 'refuse') {
      response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
      return;
    }
    response.writeHead(status, { 'cache-control': 'no-store', ...headers });
    if (!how) {
      response.end(request.method === 'HEAD' ? '' : body);
      return;
    }
    const half = Math.floor(body.length / 2);
    response.write(body.slice(0, half));
    if (how === 'pieces') setTimeout(() => response.end(body.slice(half)), 120);
    const cut = () => response.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    if (how === 'break') setTimeout(cut, 120);
    if (how === 'held') held.push(cut);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    certificate,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const session of sessions) session.destroy();
      }),
  });
}
