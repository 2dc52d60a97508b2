/** The query part of an address as pairs. No URL class in the pure part, so by hand; what is no UTF-8 stays as it stands. */

export type Pair = readonly [key: string, value: string];

const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
/** Half of a pair: no text that an address can hold. */
const LONE_HALF = /[\ud800-\udfff]/gu;
/** Escaped by `encodeURIComponent`, but readable and harmless in an address. */
const PLAIN: Readonly<Record<string, string>> = { '%3A': ':', '%2C': ',', '%2F': '/', '%40': '@' };

const decode = (text: string): string =>
  text.replace(ESCAPES, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
const encode = (text: string): string =>
  encodeURIComponent(text.replace(LONE_HALF, '\ufffd')).replace(/%(3A|2C|2F|40)/g, (code) => PLAIN[code] ?? code);

/** `a=1&b=x%20y` as pairs, in order; parts without a name are left out. */
export function parseQuery(query: string): readonly Pair[] {
  return query.split('&').flatMap((part): readonly Pair[] => {
    const equals = part.indexOf('=');
    const name = decode(equals < 0 ? part : part.slice(0, equals));
    return name === '' ? [] : [[name, equals < 0 ? '' : decode(part.slice(equals + 1).replaceAll('+', ' '))]];
  });
}

export const formatQuery = (pairs: readonly Pair[]): string =>
  pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&');
