import { clientOf } from '../../scenarios/crowd';
import { articleLike, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicSchool } from '../tongues/arabic';

export const mixedClients: CampaignFamily = {
  id: 'mixed-clients',
  title: 'Phones and web in the shares that people use, one an account',
  draw(random, size) {
    const stage = openStage(random, arabicSchool);
    const plan = articleLike(stage, 'phones', { count: scaled(size, manyAccounts(random)), postsEach: [3, 8] });
    const clients = plan.accounts.map(() => clientOf(stage));
    return campaignCase(amongPeople(stage, 'mixed-clients', size, { ...plan, client: (who) => clients[who] }));
  },
};
