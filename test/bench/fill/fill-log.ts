/**
 * Runs in a page of the extension: fills its log with made-up rows, through the store's own verbs. A benchmark of the tables
 * needs rows, not verdicts, so nothing is judged. Made from numbers alone: the same every time.
 */
import type { FlockRow } from '../../../lib/flocks/evidence';
import type { AccountRow, PostRow } from '../../../lib/log';
import type { Verdict } from '../../../lib/model';
import { indexedLog } from '../../../lib/store/indexed-log';
import { openDatabase } from '../../../lib/store/schema';
import { hash32 } from '../../../lib/text/hash';

const WORDS = [
  'الاهلي يفوز على النصر في جدة مساء اليوم بعد مباراة صعبة والجمهور سعيد',
  'مصر تستلم الوديعة السعودية والاقتصاد ينتظر الخبر القادم من الرياض',
  'coffee in the morning before the long train to the city and back home',
  'the weather café was full of people who talked about football all night',
  'بازار تهران امروز شلوغ است و مردم از قیمت نان حرف می زنند',
  'İstanbul bugün yağmurlu ama çarşı kalabalık ve çay sıcak',
].map((line) => line.split(' '));
const CLIENTS = ['Twitter for iPhone', 'Twitter for Android', 'Twitter Web App', 'TweetDeck'];
const LANGS = ['ar', 'ar', 'en', 'en', 'fa', 'tr'];
const START_MS = Date.UTC(2016, 6, 1);
const PART = 2000;
const POSTS_EACH = 5;
const FLOCKS = 40;
const IN_FLOCK = 5;

const pick = <T>(from: readonly T[], seed: number): T => from[hash32(String(seed)) % from.length]!;
const accountId = (n: number): string => String(2_000_000_000 + n * 7);

function textOf(n: number): { readonly text: string; readonly lang: string } {
  // Three in ten are copies of nine hundred texts.
  const seed = n % 10 < 3 ? hash32(`copy ${n}`) % 900 : n + 1000;
  const kind = hash32(`kind ${seed}`) % WORDS.length;
  const words = Array.from({ length: 12 + (seed % 9) }, (_, i) => pick(WORDS[kind]!, seed * 31 + i));
  return { text: `${words.join(' ')} ${seed} #tag_${seed % 50}`, lang: LANGS[kind]! };
}

function postOf(n: number, accounts: number): PostRow {
  const { text, lang } = textOf(n);
  return {
    id: String(750_000_000_000_000_000n + BigInt(n) * 4_194_304_000n),
    authorId: accountId(hash32(`author ${n}`) % accounts),
    createdAtMs: START_MS + n * 1000,
    text,
    lang,
    client: pick(CLIENTS, n),
    links: [],
    hashtags: [`tag_${n % 50}`],
    mentions: [],
    pages: [`hashtag:tag_${n % 50}`],
  };
}
const accountOf = (n: number): AccountRow => ({
  id: accountId(n),
  handle: `user_${n}`,
  handleKey: `user_${n}`,
  name: pick(WORDS[n % WORDS.length]!, n),
  bio: pick(WORDS, n).join(' '),
  createdAtMs: START_MS - (n % 2000) * 86_400_000,
  followers: hash32(`followers ${n}`) % 5000,
  following: n % 700,
  posts: n % 9000,
  firstSeenMs: START_MS,
  lastSeenMs: START_MS + n,
  handles: [],
  counts: [{ atMs: START_MS, followers: n % 5000 }],
});
const verdictOf = (id: string, n: number): Verdict => ({
  accountId: id,
  level: n % 3 === 0 ? 'strong' : n % 3 === 1 ? 'weak' : 'none',
  findings: ['copied-text', 'burst-rhythm', 'one-client'].map((fingerprint) => ({
    fingerprint,
    version: 1,
    family: 'text',
    outcome: hash32(`${fingerprint} ${n}`) % 2 === 0 ? 'match' : 'no-match',
    scope: 'own',
    said: { key: 'copied-text/match', texts: 3, others: 199 },
    postIds: [],
  })),
  flockId: `flock-${n % FLOCKS}`,
  flockSize: 200,
  counterEvidence: [],
  engineVersion: 1,
  settingsVersion: 1,
});
const flockOf = (n: number): FlockRow => ({
  id: `f.${n}`,
  accounts: 200,
  posts: 1000,
  texts: 22,
  sample: [],
  signature: '',
  pending: 0,
});

/** @returns accounts and posts now in the log */
async function fillLog(posts: number): Promise<{ readonly posts: number; readonly accounts: number }> {
  const db = openDatabase();
  const log = indexedLog(db, true);
  const accounts = Math.ceil(posts / POSTS_EACH);
  for (let at = 0; at < accounts; at += PART) {
    const numbers = Array.from({ length: Math.min(PART, accounts - at) }, (_, i) => at + i);
    const judged = numbers.filter((n) => n % IN_FLOCK === 0);
    await log.atomically(async ({ shelves }) => {
      await shelves.accounts.put(numbers.map(accountOf));
      await shelves.verdicts.put(judged.map((n) => verdictOf(accountId(n), n)));
      await shelves.evidence.put(
        judged.map((n) => ({ id: accountId(n), posts: [], pages: {}, flock: `f.${(n / IN_FLOCK) % FLOCKS}` })),
      );
    });
  }
  await log.shelves.flocks.put(Array.from({ length: FLOCKS }, (_, n) => flockOf(n)));
  for (let at = 0; at < posts; at += PART) {
    const some = Array.from({ length: Math.min(PART, posts - at) }, (_, i) => postOf(at + i, accounts));
    await log.shelves.posts.put(some);
  }
  db.close();
  return { posts, accounts };
}
Object.assign(globalThis, { fillLog });
