/** A genuine crowd on a tag: opinions, replies, quotes, reposts, threads, shared headlines, copypasta mocked. */
import { opinion } from './grammar';
import type { Random } from './random';
import { snowflake, type TruthAccount, type TruthPost } from './truth';

export interface Crowd {
  readonly random: Random;
  readonly hashtag: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Longest post: 140 until 2017, 280 and more since. */
  readonly cap: number;
  readonly clients: readonly (readonly [string, number])[];
}

export const CLIENTS_2016 = [
  ['Twitter for iPhone', 52],
  ['Twitter for Android', 30],
  ['Twitter Web Client', 10],
  ['Twitter for iPad', 3],
  ['Mobile Web (M5)', 2],
  ['TweetDeck', 1.5],
  ['Twitter for Windows Phone', 0.8],
  ['Facebook', 0.7],
] as const;

export const CLIENTS_2026 = [
  ['Twitter for iPhone', 56],
  ['Twitter for Android', 30],
  ['Twitter Web App', 12],
  ['Twitter for iPad', 1.6],
  ['Buffer', 0.4],
] as const;

/** A client is chosen once a person and kept: call it per account. */
export const clientOf = (crowd: Crowd) => crowd.random.weighted(crowd.clients);

type Draft = Omit<TruthPost, 'id' | 'links'> & { readonly links?: readonly string[] };

export const post = ({ random }: Crowd, draft: Draft): TruthPost => ({
  ...draft,
  createdAtMs: Math.round(draft.createdAtMs),
  links: draft.links ?? [],
  id: snowflake(draft.createdAtMs, random),
});

export const anyTime = ({ random, fromMs, toMs }: Crowd) => fromMs + random.next() * (toMs - fromMs - 1);

/** One person's posts: 1–6 of them, mostly one. `earlier` are posts to repost, answer or quote. */
export function voice(crowd: Crowd, author: TruthAccount, count: number, earlier: readonly TruthPost[]): TruthPost[] {
  const { random, hashtag, cap } = crowd;
  const client = clientOf(crowd);
  const base = { authorId: author.id, client };
  return Array.from({ length: count }, () => {
    const createdAtMs = anyTime(crowd);
    const target = earlier.length > 0 && random.chance(0.34) ? random.pick(earlier) : undefined;
    if (target && target.createdAtMs < createdAtMs && target.authorId !== author.id) {
      const kind = random.weighted([
        ['repost', 0.5],
        ['reply', 0.34],
        ['quote', 0.16],
      ] as const);
      if (kind === 'repost')
        return post(crowd, { ...base, createdAtMs, text: '', lang: target.lang, repostOf: target.id });
      const said = opinion(random, hashtag, cap - 24, random.int(1, 2));
      return post(crowd, {
        ...base,
        ...said,
        createdAtMs,
        ...(kind === 'reply' ? { inReplyTo: target.id } : { quoteOf: target.id }),
      });
    }
    if (random.chance(0.035)) return post(crowd, { ...base, createdAtMs, lang: 'ar', text: bareTag(random, hashtag) });
    const long = cap > 280 && random.chance(0.03) ? 5 : undefined;
    return post(crowd, { ...base, createdAtMs, ...opinion(random, hashtag, cap, long) });
  });
}

const bareTag = (random: Random, hashtag: string) =>
  `#${hashtag}${random.pick(['', '', ' .', ' 🇸🇦🇪🇬', ' 😂', ' 🤔🤔'])}`;

/** Somebody's thread: replies to oneself 3–6 s apart. */
export function thread(crowd: Crowd, author: TruthAccount, length: number): TruthPost[] {
  const { random, hashtag, cap } = crowd;
  const client = clientOf(crowd);
  const list: TruthPost[] = [];
  let createdAtMs = Math.min(anyTime(crowd), crowd.toMs - length * 7_000);
  for (let i = 0; i < length; i++) {
    const before = list.at(-1);
    const said = opinion(random, hashtag, cap - 4, random.int(2, 4));
    const text = `${i + 1}/ ${said.text}`;
    list.push(
      post(crowd, {
        ...said,
        authorId: author.id,
        client,
        createdAtMs,
        text,
        ...(before ? { inReplyTo: before.id } : {}),
      }),
    );
    createdAtMs += 3_000 + random.next() * 3_000;
  }
  return list;
}

/** One text by many people, each with the own client: a headline's share button, a greeting passed on by hand. */
export function shared(
  crowd: Crowd,
  authors: readonly TruthAccount[],
  texts: readonly string[],
  links: readonly string[] = [],
): TruthPost[] {
  return authors.map((author) =>
    post(crowd, {
      authorId: author.id,
      client: clientOf(crowd),
      createdAtMs: anyTime(crowd),
      lang: 'ar',
      text: crowd.random.pick(texts),
      links,
    }),
  );
}
