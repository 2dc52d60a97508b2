import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { persian } from '../tongues/persian';

export const inPersian: CampaignFamily = {
  id: 'persian',
  title: 'The article’s campaign in Persian',
  draw(random, size) {
    const stage = openStage(random, persian);
    const plan = articleLike(stage, 'in-persian', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    return campaignCase(amongPeople(stage, 'persian', size, plan));
  },
};
