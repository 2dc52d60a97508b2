/**
 * A small language for tests of the engine: what was posted, as lines that read like the page.
 *
 *     @a joined 2016-02-10
 *     @a: bread at 12:00:04 via TweetDeck
 *     @b: bread~1 at 12:00:10            (a near-same text: one word of “bread” is another; ~2: two words, and so on)
 *     @b goes on: milk at 12:00:14       (a thread: a reply to itself)
 *     @c replies to @b: thanks at 12:01
 *     @c reposts @b at 12:02
 *     @c: "in these words" at 12:03
 *
 * A text's name stands for a sentence of its own, long enough to compare. Without a time, a post comes ten minutes after
 * the line before it. The day is 26 July 2016.
 */
import type { Account, Post } from '../../lib/model';
import { seeded } from '../scenarios/random';

export interface Story {
  readonly posts: readonly Post[];
  readonly accounts: readonly Account[];
}

export const DAY_MS = Date.UTC(2016, 6, 26);
const MINUTE = 60_000;

const numberOf = (name: string): number =>
  Array.from(name).reduce((n, letter) => (n * 31 + letter.charCodeAt(0)) | 0, 7);

/** Twenty-four made-up words of five letters: another sentence for every name. `~k` puts other words in k places. */
export function textNamed(name: string): string {
  const [stem = '', variant = '0'] = name.split('~');
  const random = seeded(numberOf(stem));
  const word = (from: typeof random) =>
    Array.from({ length: 5 }, () => String.fromCharCode(97 + from.int(0, 25))).join('');
  const words = Array.from({ length: 24 }, () => word(random));
  const other = seeded(numberOf(`${stem}, otherwise`));
  for (let k = 0; k < Number(variant); k++) words[(k * 5 + 2) % 24] = word(other);
  return words.join(' ');
}

/** The id of an account: the same for the same handle, a string of digits. */
export const idOf = (handle: string): string => String(1_000_000_000 + (numberOf(handle.replace('@', '')) >>> 0));

const LINE =
  /^@(?<by>\w+)(?: (?<how>goes on|reposts @(?<of>\w+)|replies to @(?<to>\w+)))?(?:: (?:"(?<words>[^"]*)"|(?<name>[\w-]+(?:~\d+)?)))?(?: at (?<at>\d\d:\d\d(?::\d\d)?))?(?: via (?<client>.+))?$/;
const JOINED = /^@(?<by>\w+) joined (?<on>\d{4}-\d\d-\d\d)$/;

const TWITTER_EPOCH = 1_288_834_974_657n;
/** An id as X makes them: the time, and 22 bits to tell posts of one moment apart. */
const postId = (atMs: number, by: string, n: number): string =>
  String(((BigInt(atMs) - TWITTER_EPOCH) << 22n) + BigInt(((numberOf(by) & 0xffff) << 6) | (n & 63)));

/** Reads a story. @throws where a line says nothing that the language knows. */
export function story(text: string): Story {
  const accounts = new Map<string, Account>();
  const meet = (handle: string, more: Partial<Account> = {}) =>
    accounts.set(handle, { ...accounts.get(handle), id: idOf(handle), handle, ...more });
  const posts: Post[] = [];
  let clock = DAY_MS + 12 * 60 * MINUTE;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const joined = JOINED.exec(line)?.groups;
    if (joined) {
      meet(joined.by!, { createdAtMs: Date.parse(`${joined.on}T10:00:00Z`) });
      continue;
    }
    const said = LINE.exec(line)?.groups;
    if (!said) throw new Error(`No line of a story: ${line}`);
    clock = said.at ? timeOf(said.at) : clock + 10 * MINUTE;
    meet(said.by!);
    posts.push(postOf(said, clock, posts.length));
  }
  return { posts, accounts: [...accounts.values()] };
}

function timeOf(at: string): number {
  const [hours, minutes, seconds = 0] = at.split(':').map(Number) as [number, number, number?];
  return DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function postOf(said: Readonly<Record<string, string | undefined>>, createdAtMs: number, n: number): Post {
  const { by, how, of, to, words, name, client } = said;
  const authorId = idOf(by!);
  const answered = how === 'goes on' ? by : to;
  return {
    id: postId(createdAtMs, by!, n),
    authorId,
    createdAtMs,
    text: of ? '' : (words ?? textNamed(name ?? 'nothing')),
    ...(client ? { client } : {}),
    ...(answered ? { replyTo: { accountId: idOf(answered) } } : {}),
    ...(of ? { repostOf: postId(DAY_MS, of, 0) } : {}),
    links: [],
    hashtags: [],
    mentions: [],
  };
}
