/** The stand-in's files: the document, its bundle, its pictures. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { responsePath, routeOf } from './page/routes';

export interface Look {
  readonly lang: 'en' | 'ar';
  readonly theme: 'light' | 'dark';
  /** What becomes of nodes that leave the window: filled with another post, or removed and made anew. */
  readonly recycle: 'refill' | 'replace';
  /** Posts a response. */
  readonly pageSize: number;
}

const here = (file: string) => fileURLToPath(new URL(`./page/${file}`, import.meta.url));

/** The page's program in one file. */
export async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: here('main.ts'), formats: ['iife'], name: 'standin' } },
  });
  const [output] = [result].flat();
  const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the page was not bundled');
  return chunk.code;
}

export const styles = () => readFileSync(here('page.css'), 'utf8');

/** Scripts by nonce or from the site itself, nothing inline besides; nothing from anywhere else. */
export const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data: blob: https://*.twimg.com",
    "connect-src 'self' https://*.x.com https://*.twimg.com",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** The document of any address. The first timeline is asked for by the first script, before all else. */
export function documentFor(address: URL, nonce: string, look: Look, trends: readonly string[]): string {
  const path = responsePath(routeOf(address), look.pageSize);
  const settings = { lang: look.lang, recycle: look.recycle, count: look.pageSize, trends };
  const json = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${look.lang}" dir="${look.lang === 'ar' ? 'rtl' : 'ltr'}" class="${look.theme}">
<head>
<meta charset="utf-8">
<script nonce="${nonce}">
(() => {
  const path = ${json(path)};
  const request = new XMLHttpRequest();
  request.open('GET', path);
  request.setRequestHeader('x-twitter-active-user', 'yes');
  request.send();
  window.firstTimeline = { path, request };
})();
</script>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>X</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script type="application/json" id="settings" nonce="${nonce}">${json(settings)}</script>
</head>
<body>
<div id="react-root"></div>
<script nonce="${nonce}" src="/main.js" defer></script>
</body>
</html>
`;
}

const escapeXml = (text: string) => text.replace(/[<>&"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** An emoji as a picture: the system's own glyph. */
export function emoji(codes: string): string {
  const text = String.fromCodePoint(
    ...codes
      .split('-')
      .map((code) => Number.parseInt(code, 16))
      .filter((code) => code > 0 && code <= 0x10ffff),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><text x="18" y="29" font-size="29" text-anchor="middle">${escapeXml(text)}</text></svg>`;
}
