/** The parts a campaign family is put together from. Each begins as the article's campaign and changes one or two of them. */

import { post } from '../scenarios/crowd';
import { fill } from '../scenarios/grammar';
import { campaignPerson } from '../scenarios/names';
import type { Random } from '../scenarios/random';
import { accountIdFor, type TruthAccount, type TruthPost } from '../scenarios/truth';
import { runsOfDays } from './births';
import { bursts, type Turn } from './cadence';
import { people, type Stage } from './stage';
import { person, type Tongue } from './tongues/tongue';

/** Freshly made accounts of one hand: few followers, a following band and post counts that go with the age. */
export function recruits(stage: Stage, campaign: string, births: readonly number[]): TruthAccount[] {
  const { random, tongue, taken, fromMs } = stage;
  const newest = Math.max(...births);
  const band = random.int(25, 60);
  const perDay = 1.5 + random.next() * 6;
  const bios = random.shuffle(tongue.bios).slice(0, 6);
  return births.map((createdAtMs) => {
    const ageDays = (fromMs - createdAtMs) / 86_400_000;
    // As in the article (S6): only the youngest cohort got a bio and a banner.
    const young = newest - createdAtMs < 60 * 86_400_000;
    const named = tongue.names ? person(tongue, random, taken, 0.3) : campaignPerson(random, taken);
    return {
      id: accountIdFor(createdAtMs, random),
      ...named,
      createdAtMs,
      followers: random.int(0, 60),
      following: Math.max(0, Math.round(random.normal(band, 9))),
      postsCount: Math.max(5, Math.round(random.normal(ageDays * perDay, ageDays * perDay * 0.06))),
      likes: random.int(0, 4),
      bio: young ? random.pick(bios) : '',
      banner: young ? `https://pbs.twimg.com/profile_banners/${random.int(1e9, 4e9)}/${random.int(1e9, 2e9)}` : '',
      location: '',
      defaultAvatar: false,
      verified: false,
      campaign,
    };
  });
}

/** Accounts bought from people or dealers: dates, names and counts like everybody's. */
export const bought = (stage: Stage, campaign: string, count: number): TruthAccount[] =>
  people(stage, count, { recent: 0 }).map((account) => ({ ...account, verified: false, campaign }));

/** `count` different texts to push, slots filled once. Beyond the templates' number they differ in their slots only. */
export function pushedTexts(random: Random, tongue: Tongue, count: number): string[] {
  const texts = new Set<string>();
  let order: string[] = [];
  while (texts.size < count) {
    if (order.length === 0) order = random.shuffle(tongue.pushed);
    texts.add(fill(random, order.pop() ?? '', tongue.grammar));
  }
  return [...texts];
}

export interface Plan {
  readonly accounts: readonly TruthAccount[];
  /** Who posts when, in any order. */
  readonly turns: readonly Turn[];
  readonly texts: readonly string[];
  /** Everybody goes through the texts in one order, as the article's table shows; otherwise at random. */
  readonly playlist: boolean;
  client(who: number): string | undefined;
  /** How a text is worded this time; as it stands where absent. */
  word?(text: string, index: number): string;
  links(index: number): readonly string[];
}

export interface Figures {
  readonly count: number;
  readonly postsEach: readonly [number, number];
  readonly texts?: number;
}

/** How many accounts: between 80 and 600, small campaigns more often than large ones. */
export const manyAccounts = (random: Random, low = 80, high = 600): number =>
  Math.round(low * (high / low) ** random.next());

/** The article's campaign on another page: cohorts, one desk client, bursts in turn, one outlet, a playlist. */
export function articleLike(stage: Stage, campaign: string, figures: Figures): Plan {
  const { random, tongue } = stage;
  const accounts = recruits(stage, campaign, runsOfDays(stage, figures.count));
  const outlet = random.pick(['madar-live', 'ufuk-haber', 'horizonte-tv', 'metroline-plus', 'ofogh-news']);
  return {
    accounts,
    turns: bursts(stage, accounts, figures.postsEach),
    texts: pushedTexts(random, tongue, figures.texts ?? random.int(20, 30)),
    playlist: true,
    client: () => 'TweetDeck Web App',
    links: (index) => [`https://${outlet}.example/v/${index + 3_100}`],
  };
}

/** A plan's posts. No account says the same text twice before it has said all. */
export function play(stage: Stage, plan: Plan): TruthPost[] {
  const { random, hashtag, tongue } = stage;
  const { accounts, texts } = plan;
  const times = accounts.map((): number[] => []);
  for (const { who, atMs } of plan.turns) times[who]?.push(atMs);
  return accounts.flatMap((account, who) => {
    const own = (times[who] ?? []).sort((a, b) => a - b);
    const client = plan.client(who);
    const said = choose(random, texts.length, own.length, plan.playlist);
    return own.map((createdAtMs, i) => {
      const index = said[i] ?? 0;
      const text = texts[index] ?? '';
      const worded = plan.word ? plan.word(text, index) : text;
      return post(stage, {
        authorId: account.id,
        createdAtMs,
        lang: tongue.lang,
        text: `${worded} #${hashtag}`,
        links: plan.links(index),
        ...(client === undefined ? {} : { client }),
      });
    });
  });
}

/** `count` of `size` texts: all different while that lasts; in the one order, or in a random one. */
export function choose(random: Random, size: number, count: number, inOrder: boolean): number[] {
  const all: number[] = [];
  while (all.length < count) {
    const round = random.shuffle(Array.from({ length: size }, (_, i) => i)).slice(0, count - all.length);
    all.push(...(inOrder ? round.sort((a, b) => a - b) : round));
  }
  return all;
}
