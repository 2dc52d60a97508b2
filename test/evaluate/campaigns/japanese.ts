import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { japanese } from '../tongues/japanese';

export const inJapanese: CampaignFamily = {
  id: 'japanese',
  title: 'The article’s campaign in Japanese',
  draw(random, size) {
    const stage = openStage(random, japanese);
    const plan = articleLike(stage, 'in-japanese', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    return campaignCase(amongPeople(stage, 'japanese', size, plan));
  },
};
