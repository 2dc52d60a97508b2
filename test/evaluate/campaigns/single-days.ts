import { singleDays } from '../births';
import { bursts } from '../cadence';
import { articleLike, manyAccounts, recruits } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const singleDaysCohort: CampaignFamily = {
  id: 'single-days',
  title: 'Made in sittings on many single days over years, otherwise as the article',
  draw(random, size) {
    const stage = openStage(random, arabicLoan);
    const count = scaled(size, manyAccounts(random));
    const accounts = recruits(stage, 'sittings', singleDays(stage, count, [3, 14]));
    const plan = articleLike(stage, 'sittings', { count: 1, postsEach: [1, 1] });
    const turns = bursts(stage, accounts, [3, 8]);
    return campaignCase(amongPeople(stage, 'single-days', size, { ...plan, accounts, turns }));
  },
};
