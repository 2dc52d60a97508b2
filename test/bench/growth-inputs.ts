/** Pages of nonsense and of bad will, of any length: what could make the engine slower with every post. */
import type { Account, Post } from '../../lib/model';
import { DAY_MS, textNamed } from '../lib/story';

export interface Input {
  readonly name: string;
  /** The i-th post of the page. */
  readonly post: (i: number) => Post;
  /** What the page says of an author, beside the id. */
  readonly account?: (author: number) => Partial<Account>;
}

const FIRST = 20_000_000;
const author = (n: number): string => String(FIRST + n);

const post = (i: number, by: number, text: string, more: Partial<Post> = {}): Post => ({
  id: String(700_000_000_000 + i),
  authorId: author(by),
  createdAtMs: DAY_MS + i * 700,
  text,
  links: [],
  hashtags: ['bread'],
  mentions: [],
  ...more,
});

const BREAD = textNamed('bread');
const POOL = Array.from({ length: 30 }, (_, i) => textNamed(`pool${i}`));
const LONG = Array.from({ length: 4 }, (_, i) => textNamed(`long${i}`)).join(' ');
const half = (text: string): string => text.slice(0, text.length >> 1);

/** Where Unicode has letters: a thousand alphabets of forty letters each, one beginning 130 letters after the other. */
const ALPHABETS = 1000;
function letters(alphabet: number, from: number): string {
  const found: string[] = [];
  for (let code = 0x61 + alphabet * 130 + from; found.length < 40; code++) {
    const letter = String.fromCodePoint(code % 0x20000);
    if (/\p{L}/u.test(letter)) found.push(letter);
  }
  return found.join('');
}
const ALPHABET = Array.from({ length: ALPHABETS }, (_, i) => letters(i, 0));

/** Codes in the form of language tags: aa, ab … and with a script. */
const lang = (i: number): string =>
  `${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + (Math.floor(i / 26) % 26))}${i % 3 === 0 ? '-Latn' : ''}`;

export const inputs: readonly Input[] = [
  { name: 'one text, each by another account', post: (i) => post(i, i, BREAD) },
  { name: 'one text, again and again by a thousand accounts', post: (i) => post(i, i % 1000, BREAD) },
  {
    name: 'two texts by each of ever more accounts, all at one moment',
    post: (i) => post(i, i >> 1, POOL[i % 2]!, { createdAtMs: DAY_MS }),
  },
  {
    name: 'thirty texts, six by each of ever more accounts, all at one moment',
    post: (i) => post(i, Math.floor(i / 6), POOL[(Math.floor(i / 6) * 7 + (i % 6)) % 30]!, { createdAtMs: DAY_MS }),
  },
  { name: 'one account, ever new texts', post: (i) => post(i, 0, textNamed(`own${i}`)) },
  { name: 'one account, thirty texts again and again', post: (i) => post(i, 0, POOL[i % 30]!) },
  {
    name: 'one account of a flock posts every second post',
    post: (i) => post(i, i % 2 === 0 ? 0 : 1 + (i % 400), POOL[(i * 11 + (i >> 5)) % 30]!),
  },
  { name: 'empty texts', post: (i) => post(i, i % 5000, '') },
  { name: 'texts of one word', post: (i) => post(i, i % 5000, `word${i % 40}`) },
  {
    name: 'one template, another name in each',
    post: (i) => post(i, i, `${LONG} ${i.toString(36)}`),
  },
  {
    name: 'texts half of which is the same, and half is not',
    post: (i) => post(i, i, `${half(LONG)} ${textNamed(`one${i}`)} ${textNamed(`two${i}`)}`),
  },
  {
    name: 'dates of the future and of before 2006',
    post: (i) =>
      post(i, i % 3000, i % 4 === 0 ? textNamed(`dated${i % 900}`) : POOL[i % 30]!, {
        createdAtMs: i % 2 === 0 ? 4e12 + i * 1000 : -6e12 - i * 1000,
      }),
    account: (n) => ({ createdAtMs: n % 2 === 0 ? 8e12 : -8e12 }),
  },
  {
    name: 'a thousand languages',
    post: (i) =>
      post(i, i % 7000, `${ALPHABET[i % ALPHABETS]} ${letters(i % ALPHABETS, (i * 17) % 90)}`, {
        lang: lang(i % ALPHABETS),
      }),
  },
];

/** The posts from one to another, and who wrote them. */
export function slice({ post, account }: Input, from: number, to: number) {
  const posts = Array.from({ length: to - from }, (_, i) => post(from + i));
  const ids = [...new Set(posts.map((one) => one.authorId))];
  const accounts = ids.map((id): Account => ({ id, handle: `h${id}`, ...account?.(Number(id) - FIRST) }));
  return { posts, accounts };
}
