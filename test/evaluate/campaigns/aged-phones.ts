import { clientOf } from '../../scenarios/crowd';
import { bursts } from '../cadence';
import { articleLike, bought, manyAccounts } from '../campaign';
import { type CampaignFamily, scaled } from '../case';
import { amongPeople, campaignCase } from '../page';
import { openStage } from '../stage';
import { arabicSchool } from '../tongues/arabic';

export const agedPhones: CampaignFamily = {
  id: 'aged-phones',
  title: 'Bought accounts on phones and web: only texts and rhythm are left',
  draw(random, size) {
    const stage = openStage(random, arabicSchool);
    const accounts = bought(stage, 'farm', scaled(size, manyAccounts(random)));
    const plan = articleLike(stage, 'farm', { count: 1, postsEach: [1, 1] });
    const turns = bursts(stage, accounts, [3, 8]);
    const clients = accounts.map(() => clientOf(stage));
    const links = () => [];
    const farm = { ...plan, accounts, turns, links, client: (who: number) => clients[who] };
    return campaignCase(amongPeople(stage, 'aged-phones', size, farm));
  },
};
