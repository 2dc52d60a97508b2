import { bursts } from '../cadence';
import { articleLike, bought, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicLoan } from '../tongues/arabic';

export const agedAccounts: CampaignFamily = {
  id: 'aged-accounts',
  title: 'Bought accounts: dates, names, counts and profiles like everybody’s',
  draw(random, size) {
    const stage = openStage(random, arabicLoan);
    const count = scaled(size, manyAccounts(random));
    const accounts = bought(stage, 'aged', count);
    const plan = articleLike(stage, 'aged', { count: 1, postsEach: [1, 1] });
    const turns = bursts(stage, accounts, [3, 8]);
    return campaignCase(amongPeople(stage, 'aged-accounts', size, { ...plan, accounts, turns }));
  },
};
