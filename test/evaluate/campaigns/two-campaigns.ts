import { bursts, likePeople } from '../cadence';
import { articleLike, manyAccounts, pushedTexts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { MINUTE_MS, openStage } from '../stage';
import { arabicLoan, arabicSchool } from '../tongues/arabic';

export const twoCampaigns: CampaignFamily = {
  id: 'two-campaigns',
  title: 'Two campaigns on one tag at one time: a channel and a choir of praise',
  draw(random, size) {
    const stage = openStage(random, arabicLoan);
    const channel = articleLike(stage, 'channel', {
      count: scaled(size, manyAccounts(random, 80, 300)),
      postsEach: [4, 8],
    });
    const choir = articleLike(stage, 'choir', {
      count: scaled(size, manyAccounts(random, 80, 300)),
      postsEach: [4, 8],
    });
    const turns = random.chance(0.5)
      ? likePeople(stage, choir.accounts.length, [4, 8])
      : bursts(stage, choir.accounts, [4, 8], {
          burst: [1, 2],
          within: (from) => 3_000 + from.next() * 4_000,
          handOver: (from) => 5_000 + from.next() * 5_000,
          round: [11 * MINUTE_MS, 13 * MINUTE_MS],
        });
    const texts = pushedTexts(random, arabicSchool, 22);
    const plan = { ...choir, turns, texts, client: () => 'Buffer', links: () => [] };
    return campaignCase(amongPeople(stage, 'two-campaigns', size, channel, plan));
  },
};
