import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const shortShifts: CampaignFamily = {
  id: 'short-shifts',
  title: 'Two or three posts an account, one burst and gone',
  draw(random, size) {
    const stage = openStage(random, arabicLoan);
    const plan = articleLike(stage, 'short', { count: scaled(size, manyAccounts(random, 120)), postsEach: [2, 3] });
    return campaignCase(amongPeople(stage, 'short-shifts', size, plan));
  },
};
