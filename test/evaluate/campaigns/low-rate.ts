import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { DAY_MS, HOUR_MS, openStage } from '../stage';
import { turkish } from '../tongues/turkish';

export const lowRate: CampaignFamily = {
  id: 'low-rate',
  title: 'Once or twice a day an account, over five days',
  noRhythm: true,
  draw(random, size) {
    const stage = openStage(random, turkish, 5 * 24);
    const plan = articleLike(stage, 'slow', { count: scaled(size, manyAccounts(random)), postsEach: [1, 1] });
    const turns = plan.accounts.flatMap((_, who) =>
      [0, 1, 2, 3, 4].flatMap((day) =>
        Array.from({ length: random.int(1, 2) }, () => ({
          who,
          atMs: stage.fromMs + day * DAY_MS + random.next() * 15 * HOUR_MS,
        })),
      ),
    );
    return campaignCase(amongPeople(stage, 'low-rate', size, { ...plan, turns }));
  },
};
