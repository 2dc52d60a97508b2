import { bursts } from '../cadence';
import { articleLike, bought, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { MINUTE_MS, openStage } from '../stage';
import { persian } from '../tongues/persian';

export const handOverOnly: CampaignFamily = {
  id: 'hand-over-only',
  title: 'No bursts: single posts, one account after another, 6–8 s apart; bought accounts',
  draw(random, size) {
    const stage = openStage(random, persian);
    const accounts = bought(stage, 'relay', scaled(size, manyAccounts(random)));
    const plan = articleLike(stage, 'relay', { count: 1, postsEach: [1, 1] });
    const turns = bursts(stage, accounts, [3, 7], {
      burst: [1, 1],
      within: () => 0,
      handOver: (from) => 6_000 + from.next() * 2_000,
      round: [9 * MINUTE_MS, 40 * MINUTE_MS],
    });
    return campaignCase(amongPeople(stage, 'hand-over-only', size, { ...plan, accounts, turns, playlist: false }));
  },
};
