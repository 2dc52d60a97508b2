import { likePeople } from '../cadence';
import { articleLike, bought, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { turkish } from '../tongues/turkish';

export const customClient: CampaignFamily = {
  id: 'custom-client',
  title: 'One client that nobody else has, bought accounts, times like people’s',
  noRhythm: true,
  draw(random, size) {
    const stage = openStage(random, turkish);
    const accounts = bought(stage, 'gonder', scaled(size, manyAccounts(random, 80, 300)));
    const plan = articleLike(stage, 'gonder', { count: 1, postsEach: [1, 1] });
    const turns = likePeople(stage, accounts.length, [3, 8]);
    const client = () => 'gonderici_v3';
    return campaignCase(
      amongPeople(stage, 'custom-client', size, { ...plan, accounts, turns, client, playlist: false }),
    );
  },
};
