import { bursts } from '../cadence';
import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { MINUTE_MS, openStage } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const jitteredBursts: CampaignFamily = {
  id: 'jittered-bursts',
  title: 'Bursts with 2–20 s between posts, drawn evenly, silences of 8–50 minutes',
  draw(random, size) {
    const stage = openStage(random, arabicLoan);
    const plan = articleLike(stage, 'jitter', { count: scaled(size, manyAccounts(random)), postsEach: [4, 9] });
    const turns = bursts(stage, plan.accounts, [4, 9], {
      burst: [2, 4],
      within: (from) => 2_000 + from.next() * 18_000,
      handOver: (from) => 2_000 + from.next() * 28_000,
      round: [8 * MINUTE_MS, 50 * MINUTE_MS],
    });
    return campaignCase(amongPeople(stage, 'jittered-bursts', size, { ...plan, turns }));
  },
};
