import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { english } from '../tongues/english';

export const inEnglish: CampaignFamily = {
  id: 'english',
  title: 'The article’s campaign in English',
  draw(random, size) {
    const stage = openStage(random, english);
    const plan = articleLike(stage, 'metroline', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    return campaignCase(amongPeople(stage, 'english', size, plan));
  },
};
