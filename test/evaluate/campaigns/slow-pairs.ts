import { bursts } from '../cadence';
import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { MINUTE_MS, openStage } from '../stage';
import { arabicSchool } from '../tongues/arabic';

export const slowPairs: CampaignFamily = {
  id: 'slow-pairs',
  title: 'Another cadence: pairs every 7 minutes',
  draw(random, size) {
    const stage = openStage(random, arabicSchool);
    const plan = articleLike(stage, 'pairs', { count: scaled(size, manyAccounts(random)), postsEach: [4, 9] });
    const turns = bursts(stage, plan.accounts, [4, 9], {
      burst: [2, 2],
      within: (from) => 6_000 + from.next() * 3_000,
      handOver: (from) => 1_500 + from.next() * 5_000,
      round: [7 * MINUTE_MS, 7 * MINUTE_MS],
    });
    return campaignCase(amongPeople(stage, 'slow-pairs', size, { ...plan, turns }));
  },
};
