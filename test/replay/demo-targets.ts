/** The extension's worker and popup over the browser's own protocol: their errors, their requests, their picture. */
import type { BrowserContext, CDPSession } from 'playwright-core';

export interface ExtensionWatch {
  /** Uncaught errors and console errors of the worker, in words. */
  readonly errors: readonly string[];
  /** Addresses the worker asked the network for. */
  readonly requests: readonly string[];
}

type Params = Record<string, unknown>;
type Listener = (method: string, params: Params) => void;

/** Listens to the extension's worker, and to each one started after it. */
export async function watchExtension(context: BrowserContext, extensionId: string): Promise<ExtensionWatch> {
  const browser = context.browser();
  if (!browser) throw new Error('this context has no browser to ask');
  const session = await browser.newBrowserCDPSession();
  const errors: string[] = [];
  const requests: string[] = [];
  const listen: Listener = (method, params) => {
    if (method === 'Runtime.exceptionThrown')
      errors.push(`worker: ${JSON.stringify(params.exceptionDetails).slice(0, 600)}`);
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error')
      errors.push(`worker console: ${JSON.stringify(params.args).slice(0, 600)}`);
    if (method === 'Network.requestWillBeSent') {
      const { url } = params.request as { url: string };
      if (/^(https?|wss?):/.test(url)) requests.push(url);
    }
  };
  const seen = new Set<string>();
  const take = async (target: { type: string; url: string; targetId: string }) => {
    if (target.type !== 'service_worker' || !target.url.includes(extensionId) || seen.has(target.targetId)) return;
    seen.add(target.targetId);
    const send = await attach(session, target.targetId, listen);
    await Promise.all([send('Runtime.enable'), send('Network.enable')]);
  };
  session.on('Target.targetCreated', ({ targetInfo }) => void take(targetInfo));
  await session.send('Target.setDiscoverTargets', { discover: true });
  for (const target of (await session.send('Target.getTargets')).targetInfos) await take(target);
  return { errors, requests };
}

/** Opens the real popup over the page in front and takes its picture (PNG). */
export async function popupPicture(context: BrowserContext, open: () => Promise<unknown>): Promise<Buffer> {
  const browser = context.browser();
  if (!browser) throw new Error('this context has no browser to ask');
  const session = await browser.newBrowserCDPSession();
  try {
    await open();
    for (let tries = 0; tries < 50; tries++) {
      const { targetInfos } = await session.send('Target.getTargets');
      const target = targetInfos.find(({ url }) => url.endsWith('/popup.html'));
      if (target) {
        const send = await attach(session, target.targetId, () => {});
        // The popup asks the page in front and the worker before it has anything to show.
        await new Promise((resolve) => setTimeout(resolve, 1_200));
        const { data } = (await send('Page.captureScreenshot', { format: 'png' })) as { data: string };
        await session.send('Target.closeTarget', { targetId: target.targetId });
        return Buffer.from(data, 'base64');
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the popup did not open');
  } finally {
    await session.detach();
  }
}

/** Playwright speaks to pages only; a worker's or popup's session is spoken through the browser's. */
async function attach(session: CDPSession, targetId: string, listen: Listener) {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const message = JSON.parse(event.message) as {
      id?: number;
      method?: string;
      params?: Params;
      result?: unknown;
      error?: { message: string };
    };
    if (message.method) listen(message.method, message.params ?? {});
    const wait = message.id === undefined ? undefined : waiting.get(message.id);
    if (message.error) wait?.reject(new Error(message.error.message));
    else wait?.resolve(message.result);
  });
  return (method: string, params: Params = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      session
        .send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method, params }) })
        .catch(reject);
    });
}
