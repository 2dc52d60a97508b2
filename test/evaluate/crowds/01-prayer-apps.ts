/**
 * Subscribers of prayer apps: thousands of genuine accounts let one app post for them every two hours, from a pool of
 * prayers that all subscribers share. Three apps: one draws for each subscriber, one sends everybody the same prayer of
 * the slot in the order of sign-up, one sends a link along.
 */
import { post } from '../../scenarios/crowd';
import { PRAYERS } from '../../scenarios/prayers';
import type { TruthAccount, TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { HOUR_MS, openStage, people, type Stage } from '../stage';
import { arabicSchool } from '../tongues/arabic';
import { MORE_PRAYERS } from './texts/prayers';

export interface App {
  readonly client: string;
  readonly pool: readonly string[];
  /** Everybody gets the slot's own prayer. */
  readonly same: boolean;
  readonly links: readonly string[];
  /** Minutes after the even hour at which it begins to send. */
  readonly minute: number;
  /** Share of the subscribers who have it. */
  readonly share: number;
}

const ALL = [...PRAYERS, ...MORE_PRAYERS];
export const PRAYER_APPS: readonly App[] = [
  { client: 'تطبيق نور الذكر', pool: ALL.slice(0, 40), same: false, links: [], minute: 23, share: 0.4 },
  { client: 'Zad Tweets', pool: ALL.slice(30), same: true, links: [], minute: 0, share: 0.2 },
  { client: 'du3a.org', pool: ALL, same: false, links: ['https://du3a.org'], minute: 41, share: 0.4 },
];

/** What the apps send for the subscribers while the page lasts. */
export function subscribed(stage: Stage, apps: readonly App[], subscribers: readonly TruthAccount[]): TruthPost[] {
  const chosen = subscribers.map(() => stage.random.weighted(apps.map((app) => [app, app.share] as const)));
  return apps.flatMap((app) =>
    sent(
      stage,
      app,
      subscribers.filter((_, i) => chosen[i] === app),
    ),
  );
}

export const prayerApps: CrowdFamily = {
  id: '01-prayer-apps',
  title: 'Prayer apps: one pool, one client, every two hours, genuine subscribers',
  aPage: 500,
  draw(random, size) {
    const tag = random.pick(['دعاء', 'أذكار', 'ساعة_استجابة']);
    const stage: Stage = { ...openStage(random, arabicSchool, 24), hashtag: tag };
    const members = people(stage, scaled(size, 520), { recent: 0.04 });
    const posts = subscribed(stage, PRAYER_APPS, members);
    // One in six also writes on the tag by hand.
    for (const member of members) if (random.chance(0.16)) posts.push(...voice(stage, member, random.int(1, 2), posts));
    return amongOthers(stage, 'prayer-apps', size, members, posts);
  },
};

/** One app's posts: a queue worked off from the even hour on, subscriber after subscriber. */
function sent(stage: Stage, app: App, subscribers: readonly TruthAccount[]): TruthPost[] {
  const { random, hashtag } = stage;
  const posts: TruthPost[] = [];
  // Subscribers choose how often: every slot, or morning and evening; some leave the tag's prayers out at times.
  const zeal = subscribers.map(() => random.pick([1, 1, 0.6, 0.3]));
  const startMs = Math.floor(stage.fromMs / HOUR_MS) * HOUR_MS;
  for (let slot = 0; slot * 2 * HOUR_MS < stage.toMs - startMs; slot++) {
    let atMs = startMs + slot * 2 * HOUR_MS + app.minute * 60_000 + random.next() * 4_000;
    const prayer = random.pick(app.pool);
    for (const [i, subscriber] of subscribers.entries()) {
      atMs += 120 + random.next() * 900;
      // The tag stands in some of the pool's prayers only, so not every slot shows up here.
      if (!random.chance((zeal[i] ?? 1) * 0.6)) continue;
      const text = `${app.same ? prayer : random.pick(app.pool)} #${hashtag}`;
      const draft = { authorId: subscriber.id, client: app.client, createdAtMs: atMs, lang: 'ar', text };
      posts.push(post(stage, { ...draft, links: app.links }));
    }
  }
  return posts;
}
