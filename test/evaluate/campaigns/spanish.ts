import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { spanish } from '../tongues/spanish';

export const inSpanish: CampaignFamily = {
  id: 'spanish',
  title: 'The article’s campaign in Spanish',
  draw(random, size) {
    const stage = openStage(random, spanish);
    const plan = articleLike(stage, 'in-spanish', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    return campaignCase(amongPeople(stage, 'spanish', size, plan));
  },
};
