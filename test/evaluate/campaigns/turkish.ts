import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { turkish } from '../tongues/turkish';

export const inTurkish: CampaignFamily = {
  id: 'turkish',
  title: 'The article’s campaign in Turkish',
  draw(random, size) {
    const stage = openStage(random, turkish);
    const plan = articleLike(stage, 'in-turkish', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    return campaignCase(amongPeople(stage, 'turkish', size, plan));
  },
};
