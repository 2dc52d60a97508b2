/** Small non-cryptographic hashes. Nothing here keeps a secret; they only spread. */

/** MurmurHash3's finaliser: spreads the bits of one 32-bit number. */
export function mix32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32-bit FNV-1a over UTF-16 units, mixed. */
export function hash32(text: string, seed = 0): number {
  let h = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix32(h);
}

/** 64 bits as 13 or fewer base-36 digits: the key of a text. */
export function hashKey(text: string): string {
  return `${hash32(text, 0x9e3779b9).toString(36)}.${hash32(text, 0x7f4a7c15).toString(36)}`;
}
