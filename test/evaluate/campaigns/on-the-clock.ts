import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { MINUTE_MS, openStage, SECOND_MS } from '../stage';
import { spanish } from '../tongues/spanish';

export const onTheClock: CampaignFamily = {
  id: 'on-the-clock',
  title: 'A scheduler at :00 and :30, some accounts minutes later, always by the same offset',
  draw(random, size) {
    const stage = openStage(random, spanish, random.int(6, 12));
    const plan = articleLike(stage, 'clock', { count: scaled(size, manyAccounts(random)), postsEach: [1, 1] });
    const slotsMs: number[] = [];
    const halfHour = 30 * MINUTE_MS;
    for (let at = Math.ceil(stage.fromMs / halfHour) * halfHour; at < stage.toMs - halfHour; at += halfHour)
      slotsMs.push(at);
    const turns = plan.accounts.flatMap((_, who) => {
      const offset = random.pick([0, 0, 0, 2, 5, 7]) * MINUTE_MS;
      return random
        .shuffle(slotsMs)
        .slice(0, random.int(3, 7))
        .map((slot) => ({ who, atMs: slot + offset + random.next() * 40 * SECOND_MS }));
    });
    return campaignCase(amongPeople(stage, 'on-the-clock', size, { ...plan, turns, client: () => 'SocialPilot.co' }));
  },
};
