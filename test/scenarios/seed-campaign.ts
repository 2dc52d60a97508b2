/**
 * The article's campaign rebuilt: 1,711 accounts and 10,673 posts from about 19 workers that take their accounts in
 * sorted handle order, three posts 4 s apart each, 8 s to the next account, and round again after 21–25 minutes.
 * 32 published rows show bursts of three with a post missing now and then, and nothing outside about 50 minutes:
 * so each worker here has a shift of about an hour within the two, and 13 % of its posts were not in the sample.
 */
import { campaignPerson } from './names';
import { type Random, seeded } from './random';
import { SEED_HASHTAG, seedVolumes } from './seed-tables';
import { accountIdFor, snowflake, type TruthAccount, type TruthPost } from './truth';

export const CAMPAIGN = 'saudi-24';
const ACCOUNTS = 1_711;
const POSTS = 10_673;
const WORKERS = 19;
const DAY_MS = 86_400_000;
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

interface Cohort {
  readonly from: string;
  readonly days: number;
  readonly accounts: number;
  /** Posts written since sign-up on the first and on the last day, and their spread. */
  readonly posts: readonly [number, number];
  readonly spread: number;
  readonly following: readonly [number, number];
}

const COHORTS: readonly Cohort[] = [
  { from: '2014-04-12', days: 71, accounts: 268, posts: [4_520, 4_180], spread: 0.06, following: [25, 44] },
  { from: '2015-02-10', days: 38, accounts: 204, posts: [3_900, 3_600], spread: 0.04, following: [29, 55] },
  { from: '2016-01-06', days: 26, accounts: 182, posts: [3_300, 2_000], spread: 0.025, following: [38, 76] },
  { from: '2016-02-02', days: 18, accounts: 994, posts: [1_950, 900], spread: 0.02, following: [40, 79] },
  { from: '2016-02-20', days: 9, accounts: 63, posts: [860, 520], spread: 0.02, following: [40, 79] },
];
const BIO_STARTS = ['أحب', 'عاشق', 'محب', 'متابع', 'أهوى', 'مهتم بـ'] as const;
const BIO_ENDS = [
  'الخير للجميع',
  'الرياضة',
  'الوطن',
  'كرة القدم',
  'القراءة',
  'السفر',
  'البر والرحلات',
  'الشعر',
  'الصيد',
  'التصوير',
] as const;

function sizes(total: number, parts: number, low: number, high: number, random: Random): number[] {
  const list = Array.from({ length: parts }, () => random.int(low, high));
  for (let left = total - list.reduce((a, b) => a + b, 0); left !== 0; ) {
    const i = random.int(0, parts - 1);
    const next = (list[i] ?? 0) + Math.sign(left);
    if (next < low || next > high) continue;
    list[i] = next;
    left -= Math.sign(left);
  }
  return list;
}

export function campaignAccounts(random: Random, taken: Set<string>): TruthAccount[] {
  const accounts = COHORTS.flatMap((cohort) =>
    Array.from({ length: cohort.accounts }, (_, i): TruthAccount => {
      const at = Math.floor((i * cohort.days) / cohort.accounts);
      const createdAtMs = day(cohort.from) + at * DAY_MS + Math.floor(random.next() * 86_400) * 1000;
      const [first, last] = cohort.posts;
      const level = first + ((last - first) * at) / Math.max(1, cohort.days - 1);
      const young = cohort.from.startsWith('2016');
      return {
        id: accountIdFor(createdAtMs, random),
        ...campaignPerson(random, taken),
        createdAtMs,
        followers: random.int(0, 60),
        following: random.int(...cohort.following),
        postsCount: Math.round(random.normal(level, level * cohort.spread)),
        likes: 0,
        bio: young ? `${random.pick(BIO_STARTS)} ${random.pick(BIO_ENDS)}` : '',
        banner: young
          ? `https://pbs.twimg.com/profile_banners/${random.int(1e9, 4e9)}/${random.int(1_454e6, 1_457e6)}`
          : '',
        location: '',
        defaultAvatar: false,
        campaign: CAMPAIGN,
      };
    }),
  );
  // About five follow one or nobody.
  const odd = new Set(random.shuffle(accounts.map((_, i) => i)).slice(0, 5));
  return accounts.map((account, i) => (odd.has(i) ? { ...account, following: i % 2 } : account));
}

interface Turn {
  readonly authorId: string;
  readonly times: number[];
}

/** When each account posts: the workers' turns within [from, to). */
function turns(accounts: readonly TruthAccount[], fromMs: number, toMs: number, random: Random): Turn[] {
  // Sorted as the article's table is: by the handle's letters, case aside.
  const sorted = [...accounts].sort((a, b) => (a.handle.toLowerCase() < b.handle.toLowerCase() ? -1 : 1));
  const all: Turn[] = [];
  let start = 0;
  sizes(ACCOUNTS, WORKERS, 80, 94, random).forEach((size, worker) => {
    const own = sorted.slice(start, start + size);
    start += size;
    const shift = Math.round(size * (2.36 + random.next() * 0.08));
    // 16 s a turn; their sum strays by some ten seconds.
    const latest = toMs - shift * 16_000 - 30_000 - fromMs;
    let atMs = fromMs + (latest * worker) / (WORKERS - 1) + random.next() * 8_000;
    const first = random.int(0, size - 1);
    for (let turn = 0; turn < shift; turn++) {
      const times = [atMs, 0, 0];
      times[1] = atMs + between(random, 4_000);
      times[2] = times[1] + between(random, 4_000);
      atMs = times[2] + between(random, 8_000);
      const author = own[(first + turn) % size];
      if (author) all.push({ authorId: author.id, times: sampled(times, random) });
    }
  });
  return all;
}

/** A delay around the wished one, a second more or less at most. */
const between = (random: Random, ms: number) => ms + Math.max(-1_000, Math.min(1_000, random.normal(0, 450)));

function sampled(times: number[], random: Random): number[] {
  const kept = random.weighted([
    [3, 0.74],
    [2, 0.14],
    [1, 0.12],
  ]);
  return random
    .shuffle(times)
    .slice(0, kept)
    .sort((a, b) => a - b);
}

/** Exactly POSTS of them: posts are dropped from, or bursts made of, turns drawn at random. */
function exactly(all: readonly Turn[], random: Random): void {
  let count = all.reduce((sum, turn) => sum + turn.times.length, 0);
  while (count !== POSTS) {
    const { times } = random.pick(all);
    if (count > POSTS && times.length > 1) {
      times.pop();
      count--;
    } else if (count < POSTS && times.length < 3) {
      times.push((times.at(-1) ?? 0) + between(random, 4_000));
      count++;
    }
  }
}

/** The tabled text, or without its ornament, or with another one, as the rows and the table differ in the article. */
function variant(text: string, random: Random): string {
  const bare = text
    .replace(/[🌴…]|🇸🇦|\?{4}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const said = random.weighted([
    [text, 0.55],
    [bare, 0.25],
    [`${bare}🌴`, 0.06],
    [`${bare}🇸🇦`, 0.06],
    [`${bare}????`, 0.04],
    [`${bare} …`, 0.04],
  ]);
  return random.chance(0.03) ? said.replace('ال', 'الـ').replace(/أ/g, 'ا') : said;
}

/** Copies of each text for POSTS posts, in the table's proportions. */
function quotas(): number[] {
  const volumes = seedVolumes();
  const sum = volumes.reduce((total, { copies }) => total + copies, 0);
  const list = volumes.map(({ copies }) => Math.floor((copies * POSTS) / sum));
  for (let left = POSTS - list.reduce((a, b) => a + b, 0), i = 0; left > 0; left--, i++) list[i] = (list[i] ?? 0) + 1;
  return list;
}

/**
 * Which texts an account posts: `count` different ones, each as likely as it has copies left, in the one global order.
 * The accounts with most posts choose first, so that the copies always come out even.
 */
function playlists(counts: ReadonlyMap<string, number>, random: Random): Map<string, number[]> {
  const left = quotas();
  const result = new Map<string, number[]>();
  for (const [authorId, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    // Efraimidis–Spirakis: weighted draw without replacement.
    const keys = left.map((weight, text) => [text, weight > 0 ? random.next() ** (1 / weight) : -1] as const);
    const chosen = keys
      .sort((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([text]) => text);
    for (const text of chosen) left[text] = (left[text] ?? 0) - 1;
    result.set(
      authorId,
      chosen.sort((a, b) => a - b),
    );
  }
  return result;
}

export function campaignPosts(
  accounts: readonly TruthAccount[],
  fromMs: number,
  toMs: number,
  seed = 10_673,
): TruthPost[] {
  const random = seeded(seed);
  const all = turns(accounts, fromMs, toMs, random);
  exactly(all, random);
  const times = new Map<string, number[]>();
  for (const turn of all)
    times.set(
      turn.authorId,
      [...(times.get(turn.authorId) ?? []), ...turn.times].sort((a, b) => a - b),
    );
  const order = random.shuffle(seedVolumes().map(({ text }) => text));
  const volumes = seedVolumes().map(({ text }) => text);
  const rank = new Map(order.map((text, i) => [text, i]));
  const byRank = (a: number, b: number) => (rank.get(volumes[a] ?? '') ?? 0) - (rank.get(volumes[b] ?? '') ?? 0);
  const lists = playlists(new Map([...times].map(([id, list]) => [id, list.length])), random);
  return [...times].flatMap(([authorId, list]) => {
    const texts = (lists.get(authorId) ?? []).sort(byRank);
    return list.map((atMs, i): TruthPost => {
      const text = volumes[texts[i] ?? -1];
      if (text === undefined) throw new Error('an account has more posts than texts');
      return {
        id: snowflake(atMs, random),
        authorId,
        text: `${variant(text, random)} #${SEED_HASHTAG}`,
        lang: 'ar',
        client: 'TweetDeck',
        createdAtMs: Math.round(atMs),
        links: [`https://video.qanat24.example/v/${(texts[i] ?? 0) + 4_101}`],
      };
    });
  });
}
