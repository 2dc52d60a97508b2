import { articleLike } from '../campaign';
import type { CampaignFamily } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicSchool } from '../tongues/arabic';

export const tiny: CampaignFamily = {
  id: 'tiny',
  title: 'Twelve to twenty-five accounts, a few percent of the page',
  draw(random, size) {
    const stage = openStage(random, arabicSchool);
    const plan = articleLike(stage, 'tiny', { count: random.int(12, 25), postsEach: [3, 7], texts: 12 });
    return campaignCase(amongPeople(stage, 'tiny', size, plan));
  },
};
