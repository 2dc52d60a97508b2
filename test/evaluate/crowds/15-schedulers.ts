/** Small businesses that schedule a week on Sunday: :00 and :30, their own evergreen posts, tips from the tool's library. */
import { post } from '../../scenarios/crowd';
import type { TruthPost } from '../../scenarios/truth';
import { type CrowdFamily, scaled } from '../case';
import { voice } from '../chatter';
import { amongOthers } from '../page';
import { MINUTE_MS, openStage, people, SECOND_MS, type Stage, saying } from '../stage';
import { english } from '../tongues/english';
import { TIPS } from './texts/official';

const CLIENTS = [
  ['Buffer', 40],
  ['Hootsuite Inc.', 30],
  ['SocialPilot.co', 20],
  ['Later', 10],
] as const;

export const schedulers: CrowdFamily = {
  id: '15-schedulers',
  title: 'Schedulers at :00 and :30: own posts repeated, tips from a shared library',
  aPage: 500,
  draw(random, size) {
    const stage: Stage = {
      ...openStage(random, english, 15),
      hashtag: random.pick(['SmallBiz', 'MondayMotivation', 'ShopLocal']),
    };
    const halfHour = 30 * MINUTE_MS;
    const startMs = Math.ceil(stage.fromMs / halfHour) * halfHour;
    // The library offers its tips at the same slots to everybody who lets it choose.
    const library = random.shuffle(TIPS).map((tip) => ({ tip, slot: random.int(0, 27) }));
    const members = people(stage, scaled(size, 500), { recent: 0.02 });
    const posts: TruthPost[] = [];
    for (const member of members) {
      const client = random.weighted(CLIENTS);
      const lag = random.next() * 25 * SECOND_MS;
      const write = (slot: number, text: string) => {
        const createdAtMs = startMs + slot * halfHour + lag + random.next() * 3 * SECOND_MS;
        const links = random.chance(0.3) ? [`https://${member.handle.toLowerCase()}.example/shop`] : [];
        posts.push(
          post(stage, {
            authorId: member.id,
            client,
            createdAtMs,
            lang: 'en',
            text: `${text} #${stage.hashtag}`,
            links,
          }),
        );
      };
      const evergreen = Array.from({ length: random.int(1, 3) }, () => saying(stage));
      for (let left = random.int(2, 6); left > 0; left--) write(random.int(0, 27), random.pick(evergreen));
      if (random.chance(0.35)) for (const { tip, slot } of library.slice(0, random.int(1, 5))) write(slot, tip);
      if (random.chance(0.25)) posts.push(...voice(stage, member, 1, posts.slice(-300)));
    }
    return amongOthers(stage, 'schedulers', size, members, posts);
  },
};
