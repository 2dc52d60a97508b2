/** What genuine people do on a hashtag page: opinions, replies, quotes, reposts, threads, headlines passed on. */
import { clientOf, post } from '../scenarios/crowd';
import { fill } from '../scenarios/grammar';
import type { TruthAccount, TruthPost } from '../scenarios/truth';
import { MINUTE_MS, type Stage, saying, tagged } from './stage';

const OUTLETS = ['delta-gazette', 'nilewire', 'citydesk', 'rundschau24', 'portal-sur', 'asahikaze', 'haberlimani'];

/** Most say one thing, some a few, one in a hundred comments all day. */
const howMany = ({ random }: Stage): number =>
  random.weighted([
    [1, 68],
    [2, 17],
    [random.int(3, 5), 10],
    [random.int(6, 12), 4],
    [random.int(15, 30), 1],
  ]);

/** Everybody's posts, in no order. */
export function chatter(stage: Stage, authors: readonly TruthAccount[]): TruthPost[] {
  const { random } = stage;
  const posts: TruthPost[] = [];
  const originals: TruthPost[] = [];
  const headlines = Array.from({ length: 3 }, () => headline(stage));
  for (const author of random.shuffle(authors)) {
    const own = random.chance(0.015)
      ? thread(stage, author, random.int(3, 7))
      : voice(stage, author, howMany(stage), originals, headlines);
    posts.push(...own);
    originals.push(...own.filter((one) => one.repostOf === undefined));
  }
  return posts;
}

interface Headline {
  readonly text: string;
  readonly links: readonly string[];
}

/** A genuine outlet's article as its share button words it. */
export function headline({ random, tongue }: Stage): Headline {
  const outlet = random.pick(OUTLETS);
  const [claim, reason] = [random.pick(tongue.grammar.claims), random.pick(tongue.grammar.reasons)];
  const text = `${fill(random, claim, tongue.grammar)}: ${fill(random, reason, tongue.grammar)} via @${outlet.replace('-', '_')}`;
  return { text, links: [`https://${outlet}.example/${random.int(2, 9)}/${random.int(10_000, 99_999)}`] };
}

/** One person's moments: the first at any time, the rest minutes to hours around it, as a sitting with the phone has it. */
export function moments({ random, fromMs, toMs }: Stage, count: number): number[] {
  let atMs = fromMs + random.next() * (toMs - fromMs - MINUTE_MS);
  return Array.from({ length: count }, () => {
    const now = atMs;
    const pause = Math.exp(random.normal(2, 1.5)) * MINUTE_MS;
    atMs = atMs + pause < toMs ? atMs + pause : fromMs + random.next() * (toMs - fromMs - MINUTE_MS);
    return now;
  }).sort((a, b) => a - b);
}

/** One person's posts; `earlier` are posts to repost, answer or quote. */
export function voice(
  stage: Stage,
  author: TruthAccount,
  count: number,
  earlier: readonly TruthPost[],
  headlines: readonly Headline[] = [],
): TruthPost[] {
  const { random, hashtag, tongue } = stage;
  const base = { authorId: author.id, client: clientOf(stage), lang: tongue.lang };
  return moments(stage, count).map((createdAtMs) => {
    const target = earlier.length > 0 ? random.pick(earlier.slice(-150)) : undefined;
    if (target && target.createdAtMs < createdAtMs && target.authorId !== author.id && random.chance(0.5)) {
      const kind = random.weighted([
        ['repost', 0.5],
        ['reply', 0.34],
        ['quote', 0.16],
      ] as const);
      if (kind === 'repost') return post(stage, { ...base, createdAtMs, text: '', repostOf: target.id });
      const said = tagged(stage, saying(stage));
      if (kind === 'quote') return post(stage, { ...base, createdAtMs, text: said, quoteOf: target.id });
      return post(stage, { ...base, createdAtMs, text: said, inReplyTo: target.id });
    }
    if (random.chance(0.02)) {
      const text = `#${hashtag}${random.pick(['', ' .', ` ${random.pick(tongue.emoji)}`])}`;
      return post(stage, { ...base, createdAtMs, text, lang: 'und' });
    }
    if (headlines.length > 0 && random.chance(0.04)) {
      const { text, links } = random.pick(headlines);
      return post(stage, { ...base, createdAtMs, text: `${text} #${hashtag}`, links });
    }
    const links = random.chance(0.04) ? headline(stage).links : [];
    return post(stage, { ...base, createdAtMs, text: tagged(stage, saying(stage)), links });
  });
}

/** Somebody's thread, published at once: replies to oneself some seconds apart. */
export function thread(
  stage: Stage,
  author: TruthAccount,
  length: number,
  gapMs: readonly [number, number] = [3_000, 6_000],
) {
  const { random, tongue } = stage;
  const base = { authorId: author.id, client: clientOf(stage), lang: tongue.lang };
  const list: TruthPost[] = [];
  let createdAtMs = stage.fromMs + random.next() * (stage.toMs - stage.fromMs - length * gapMs[1]);
  for (let i = 0; i < length; i++) {
    const before = list.at(-1);
    const said = i === 0 ? tagged(stage, saying(stage)) : `${saying(stage)} #${stage.hashtag}`;
    list.push(
      post(stage, { ...base, createdAtMs, text: `${i + 1}/ ${said}`, ...(before ? { inReplyTo: before.id } : {}) }),
    );
    createdAtMs += gapMs[0] + random.next() * (gapMs[1] - gapMs[0]);
  }
  return list;
}
